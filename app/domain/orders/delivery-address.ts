import type { Refusal, Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";

/** Where an order goes. What is not known is empty. */
export interface DeliveryAddress extends TypedAddress {
  /** ISO 3166-1 alpha-2. */
  readonly countryCode: string;
  readonly country: string;
  /** As Shopify knows it: "NY"; empty in countries without. */
  readonly provinceCode: string;
  readonly province: string;
}

/** The parts of an address that a shopper may type. */
export interface TypedAddress {
  readonly firstName: string;
  readonly lastName: string;
  readonly company: string;
  readonly address1: string;
  readonly address2: string;
  readonly city: string;
  readonly zip: string;
  readonly phone: string;
}

/** Those parts, in the order in which they are typed. */
export const ADDRESS_FIELDS = ["firstName", "lastName", "company", "address1", "address2", "city", "zip", "phone"] as const;
export type AddressField = (typeof ADDRESS_FIELDS)[number];

/** The address whose parts somebody tells one after the other, without spaces at the ends and doubled ones. */
export function addressFrom(part: (field: AddressField) => string): TypedAddress {
  const plain = (field: AddressField) => part(field).trim().replace(/\s+/g, " ");
  return {
    firstName: plain("firstName"),
    lastName: plain("lastName"),
    company: plain("company"),
    address1: plain("address1"),
    address2: plain("address2"),
    city: plain("city"),
    zip: plain("zip"),
    phone: plain("phone"),
  };
}

/** Shopify takes no more. */
export const ADDRESS_PART_MAX = 255;

const NEEDED: readonly AddressField[] = ["lastName", "address1", "city"];

export interface AddressProblem {
  readonly field: AddressField;
  readonly code: "required" | "too_long";
}

export interface InvalidAddress extends Refusal {
  readonly code: "invalid_address";
  readonly problems: readonly AddressProblem[];
}

/**
 * The address that a parcel goes to instead. Country and province stay those of the order, because taxes, duties and shipping were paid
 * for them; a postcode is needed where there was one. Refuses with `invalid_address`, a problem for each field to put right.
 */
export function readdress(current: DeliveryAddress, typed: TypedAddress): Result<DeliveryAddress, InvalidAddress> {
  const needed = current.zip === "" ? NEEDED : [...NEEDED, "zip" as const];
  const clean = addressFrom((field) => typed[field]);
  const problems = ADDRESS_FIELDS.flatMap((field): AddressProblem[] => {
    if (clean[field] === "") return needed.includes(field) ? [{ field, code: "required" }] : [];
    return [...clean[field]].length > ADDRESS_PART_MAX ? [{ field, code: "too_long" }] : [];
  });
  if (problems.length > 0) return refuse({ code: "invalid_address", problems });
  const { countryCode, country, provinceCode, province } = current;
  return ok({ ...clean, countryCode, country, provinceCode, province });
}

/** Whether two addresses are the same to whoever writes them on a parcel: spaces and capitals do not count. */
export function isSameAddress(one: DeliveryAddress, other: DeliveryAddress): boolean {
  const plain = (text: string) => text.trim().replace(/\s+/g, " ").toLowerCase();
  const parts = [...ADDRESS_FIELDS, "countryCode", "provinceCode"] as const;
  return parts.every((part) => plain(one[part]) === plain(other[part]));
}

/** The lines of an address as they stand on a parcel. */
export function linesOf(address: DeliveryAddress): string[] {
  const { firstName, lastName, company, address1, address2, city, provinceCode, zip, country } = address;
  const place = [city, provinceCode, zip].filter(Boolean).join(" ");
  return [`${firstName} ${lastName}`.trim(), company, address1, address2, place, country].filter(Boolean);
}
