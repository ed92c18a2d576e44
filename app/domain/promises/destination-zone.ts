import { isTimeZone } from "#app/domain/shared/time.ts";
import { COUNTRY_ZONES, REGION_ZONES } from "./zone-table.ts";

/** Where a parcel goes, as far as it is known. */
export interface Destination {
  /** ISO 3166-1 alpha-2, as Shopify's `country_code`. */
  readonly countryCode: string | null;
  /** Shopify's `province_code`: "CA", "NSW". */
  readonly provinceCode: string | null;
}

/**
 * The IANA zone of the place a parcel goes to, or null when country and region do not tell (then the shop's zone counts).
 * Germany is Europe/Berlin; US + CA is America/Los_Angeles; US without a state is null.
 */
export function destinationZone(destination: Destination): string | null {
  const country = destination.countryCode?.trim().toUpperCase() ?? "";
  const region = destination.provinceCode?.trim().toUpperCase().replace(/\s+/g, "_").replace(/\./g, "") ?? "";
  const zone = lookUp(REGION_ZONES[country], region.replace(new RegExp(`^${country}-(?=[A-Z])`), "")) ?? lookUp(COUNTRY_ZONES, country);
  return zone !== undefined && isTimeZone(zone) ? zone : null;
}

/** The destination's zone, or the shop's where it is unknown. */
export function destinationZoneOr(destination: Destination, shopZone: string): string {
  return destinationZone(destination) ?? shopZone;
}

/** Own keys only: a country code from outside may be "constructor". */
function lookUp(table: Readonly<Record<string, string>> | undefined, key: string): string | undefined {
  return table !== undefined && Object.hasOwn(table, key) ? table[key] : undefined;
}
