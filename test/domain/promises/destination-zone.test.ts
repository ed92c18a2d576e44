import { expect, test } from "vitest";
import { destinationZone, destinationZoneOr } from "#app/domain/promises/destination-zone.ts";
import { COUNTRY_ZONES, REGION_ZONES } from "#app/domain/promises/zone-table.ts";
import { isTimeZone } from "#app/domain/shared/time.ts";

const zoneOf = (countryCode: string | null, provinceCode: string | null = null) => destinationZone({ countryCode, provinceCode });

test.each([
  ["DE", null, "Europe/Berlin"],
  ["cn", "GD", "Asia/Shanghai"],
  ["JP", "JP-13", "Asia/Tokyo"],
  ["US", "CA", "America/Los_Angeles"],
  ["US", "tx", "America/Chicago"],
  ["US", "US-AZ", "America/Phoenix"],
  ["CA", "NL", "America/St_Johns"],
  ["AU", "NSW", "Australia/Sydney"],
  ["MX", "Q ROO", "America/Cancun"],
  ["ES", "TF", "Atlantic/Canary"],
  ["ES", "M", "Europe/Madrid"],
  ["PT", "PT-20", "Atlantic/Azores"],
])("%s %s is in %s", (country, province, zone) => {
  expect(zoneOf(country, province)).toBe(zone);
});

test.each([
  ["US", null],
  ["US", "ZZ"],
  ["CA", null],
  ["RU", "MOW"],
  ["XX", null],
  [null, null],
  ["", ""],
  ["constructor", "toString"],
])("%s %s is not known, so the shop's zone counts", (country, province) => {
  expect(zoneOf(country, province)).toBeNull();
  expect(destinationZoneOr({ countryCode: country, provinceCode: province }, "Asia/Shanghai")).toBe("Asia/Shanghai");
});

test("every zone of the table is one that this machine knows", () => {
  const zones = [...Object.values(COUNTRY_ZONES), ...Object.values(REGION_ZONES).flatMap((regions) => Object.values(regions))];
  expect(zones.filter((zone) => !isTimeZone(zone))).toEqual([]);
});
