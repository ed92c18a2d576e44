import type { AddressRecord } from "./records.ts";

export function emptyAddress(id: string): AddressRecord {
  return {
    id,
    firstName: null,
    lastName: null,
    name: null,
    company: null,
    address1: null,
    address2: null,
    city: null,
    province: null,
    provinceCode: null,
    country: null,
    countryCode: null,
    zip: null,
    phone: null,
    latitude: null,
    longitude: null,
  };
}

export function writeAddress(address: AddressRecord | null): { [key: string]: string | number | null } | null {
  if (!address) return null;
  return {
    first_name: address.firstName,
    address1: address.address1,
    phone: address.phone,
    city: address.city,
    zip: address.zip,
    province: address.province,
    country: address.country,
    last_name: address.lastName,
    address2: address.address2,
    company: address.company,
    latitude: address.latitude,
    longitude: address.longitude,
    name: address.name,
    country_code: address.countryCode,
    province_code: address.provinceCode,
  };
}

/** The lines of an address as they stand on a parcel: "63 Flushing Avenue", "Brooklyn NY 11205", "United States". */
export function addressLines(
  address: Pick<AddressRecord, "address1" | "address2" | "city" | "provinceCode" | "zip" | "country">,
): string[] {
  const place = [address.city, address.provinceCode, address.zip].filter(Boolean).join(" ");
  return [address.address1, address.address2, place, address.country].flatMap((line) => line || []);
}
