import type { AddressRecord } from "../state/records.ts";
import { BadInput, type Reading } from "./reading.ts";

const COUNTRY_NAMES = new Intl.DisplayNames("en", { type: "region", fallback: "none" });

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

/** Codes by English country name, as in the payloads of Shopify. */
const CODES: ReadonlyMap<string, string> = new Map(
  LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).flatMap((code) => {
    const name = COUNTRY_NAMES.of(code);
    return name === undefined ? [] : [[name.toLowerCase(), code] as const];
  }),
);

/** Shopify says both; where one is missing it follows from the other. */
function countryOf(given: Reading): Pick<AddressRecord, "country" | "countryCode"> {
  const [code, country] = [given.text("country_code")?.toUpperCase() ?? null, given.text("country")];
  const name = code === null || !/^[A-Z]{2}$/.test(code) ? undefined : COUNTRY_NAMES.of(code);
  if (code !== null && name === undefined)
    throw new BadInput(`${given.where}.country_code`, `must be a country's code such as US, it is ${code}`);
  if (code !== null) return { country: country ?? name ?? null, countryCode: code };
  const asCode = country === null ? undefined : CODES.get(country.toLowerCase());
  const spoken = country !== null && /^[A-Z]{2}$/.test(country) ? COUNTRY_NAMES.of(country) : undefined;
  return spoken === undefined ? { country, countryCode: asCode ?? null } : { country: spoken, countryCode: country };
}

/** The address of an order payload; a zip code may have been written as a number. */
export function readAddress(given: Reading | null, id: string): AddressRecord | null {
  if (!given) return null;
  const [firstName, lastName] = [given.text("first_name"), given.text("last_name")];
  return {
    id,
    firstName,
    lastName,
    name: given.text("name") ?? ([firstName, lastName].filter(Boolean).join(" ") || null),
    company: given.text("company"),
    address1: given.text("address1"),
    address2: given.text("address2"),
    city: given.text("city"),
    province: given.text("province"),
    provinceCode: given.text("province_code"),
    ...countryOf(given),
    zip: given.text("zip"),
    phone: given.text("phone"),
    latitude: given.number("latitude"),
    longitude: given.number("longitude"),
  };
}
