import { toGid } from "../state/gids.ts";
import type { AddressRecord, CustomerRecord } from "../state/records.ts";
import { COUNTRIES, PEOPLE_PER_COUNTRY, type Country } from "./people.ts";
import type { Chance } from "./random.ts";

const FIRST_CUSTOMER = 7_200_000_000_000;
const FIRST_ADDRESS = 9_300_000_000_000;
const MAIL_HOSTS = ["example.com", "example.net", "example.org"] as const;

/** About 120 buyers; every e-mail address is unique and belongs to a domain that can never receive mail. */
export function seedCustomers(chance: Chance, createdAt: (chance: Chance) => string): CustomerRecord[] {
  const taken = new Set<string>();
  return COUNTRIES.flatMap((country) =>
    Array.from({ length: PEOPLE_PER_COUNTRY[country.code] ?? 0 }, () => personOf(country, chance, taken)),
  ).map((person, index) => ({
    ...person,
    id: toGid("Customer", FIRST_CUSTOMER + index + 1),
    address: { ...person.address, id: toGid("MailingAddress", FIRST_ADDRESS + index + 1) },
    createdAt: createdAt(chance),
    updatedAt: createdAt(chance),
  }));
}

type Person = Omit<CustomerRecord, "id" | "createdAt" | "updatedAt" | "address"> & { address: AddressRecord };

function personOf(country: Country, chance: Chance, taken: Set<string>): Person {
  const first = chance.whole(0, country.first.length - 1);
  const last = chance.whole(0, country.last.length - 1);
  const firstName = country.first[first] ?? "";
  const lastName = country.last[last] ?? "";
  const email = freeEmail(
    `${country.firstLatin?.[first] ?? latin(firstName)}.${country.lastLatin?.[last] ?? latin(lastName)}`,
    chance,
    taken,
  );
  const phone = `${country.phonePrefix}${chance.digits(4)}`;
  return {
    email,
    phone,
    firstName,
    lastName,
    locale: country.locale,
    state: chance.happens(55) ? "ENABLED" : "DISABLED",
    note: null,
    tags: chance.happens(9) ? ["vip"] : [],
    verifiedEmail: true,
    taxExempt: false,
    currency: country.currency,
    address: addressOf(country, { firstName, lastName, phone }, chance),
  };
}

function freeEmail(name: string, chance: Chance, taken: Set<string>): string {
  const host = chance.pick(MAIL_HOSTS);
  for (let number = 1; ; number++) {
    const email = `${name}${number === 1 ? "" : String(number)}@${host}`;
    if (taken.has(email)) continue;
    taken.add(email);
    return email;
  }
}

function addressOf(country: Country, person: { firstName: string; lastName: string; phone: string }, chance: Chance): AddressRecord {
  const [city, province, provinceCode, zip] = chance.pick(country.cities);
  const street = chance.pick(country.streets);
  const number = chance.whole(2, 180);
  const lines: Record<string, string> = {
    US: `${number} ${street}`,
    DE: `${street} ${number}`,
    CN: `${street}${number}号`,
    JP: `${street}${chance.whole(1, 5)}-${chance.whole(1, 20)}-${chance.whole(1, 9)}`,
  };
  return {
    ...person,
    id: "",
    name: country.familyFirst
      ? `${person.lastName}${country.code === "JP" ? " " : ""}${person.firstName}`
      : `${person.firstName} ${person.lastName}`,
    company: null,
    address1: lines[country.code] ?? street,
    address2: country.code === "US" && chance.happens(30) ? `Apt ${chance.whole(1, 24)}` : null,
    city,
    province,
    provinceCode,
    country: country.name,
    countryCode: country.code,
    zip,
    latitude: null,
    longitude: null,
  };
}

function latin(name: string): string {
  return name
    .toLowerCase()
    .replaceAll("ß", "ss")
    .normalize("NFD")
    .replace(/[^a-z]/g, "");
}
