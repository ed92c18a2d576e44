import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isDelivery, isScan, isTrouble } from "#app/domain/promises/carrier-event.ts";
import type { SilentParcel } from "#app/domain/promises/silence.ts";
import { allowedWorkdays, isSilent, silenceSettingsSchema, silentAt } from "#app/domain/promises/silence.ts";
import { addWorkdays, addWorkdaysToInstant, isWorkday, mondayToFriday } from "#app/domain/promises/workdays.ts";

const NEW_YORK = mondayToFriday("America/New_York");
const SETTINGS = silenceSettingsSchema.parse({});
const parcel = (overrides: Partial<SilentParcel> = {}): SilentParcel => ({
  shippedAt: new Date("2026-11-16T15:00:00Z"),
  hasTracking: true,
  lastScanAt: new Date("2026-11-17T20:00:00Z"),
  deliveredAt: null,
  cancelledAt: null,
  fromCountry: "US",
  toCountry: "US",
  ...overrides,
});

describe("a parcel counts as stuck", () => {
  test("three workdays after the carrier's last scan, at the same time of day", () => {
    const at = silentAt(parcel(), SETTINGS, NEW_YORK);
    expect(at).toEqual(new Date("2026-11-20T20:00:00Z"));
    expect(isSilent(at, new Date("2026-11-20T19:59:59Z"))).toBe(false);
    expect(isSilent(at, new Date("2026-11-20T20:00:00Z"))).toBe(true);
  });

  test("not over a weekend, and not over a holiday", () => {
    expect(silentAt(parcel({ lastScanAt: new Date("2026-11-20T20:00:00Z") }), SETTINGS, NEW_YORK)).toEqual(
      new Date("2026-11-25T20:00:00Z"),
    );
    const thanksgiving = { ...NEW_YORK, holidays: ["2026-11-26"] };
    expect(silentAt(parcel({ lastScanAt: new Date("2026-11-24T20:00:00Z") }), SETTINGS, thanksgiving)).toEqual(
      new Date("2026-11-30T20:00:00Z"),
    );
  });

  test("later than that when it was never scanned, and never when nobody can ask the carrier", () => {
    expect(silentAt(parcel({ lastScanAt: null }), SETTINGS, NEW_YORK)).toEqual(new Date("2026-11-23T15:00:00Z"));
    expect(silentAt(parcel({ lastScanAt: null, hasTracking: false }), SETTINGS, NEW_YORK)).toBeNull();
  });

  test("never once it arrived, was cancelled, or the merchant switched it off", () => {
    const then = new Date("2026-11-18T00:00:00Z");
    expect(silentAt(parcel({ deliveredAt: then }), SETTINGS, NEW_YORK)).toBeNull();
    expect(silentAt(parcel({ cancelledAt: then }), SETTINGS, NEW_YORK)).toBeNull();
    expect(silentAt(parcel(), silenceSettingsSchema.parse({ isEnabled: false }), NEW_YORK)).toBeNull();
    expect(isSilent(null, then)).toBe(false);
  });

  test("by the most specific route", () => {
    const settings = silenceSettingsSchema.parse({
      routes: [
        { fromCountry: "cn", toCountry: "*", workdays: 8 },
        { toCountry: "BR", workdays: 10 },
        { fromCountry: "CN", toCountry: "BR", workdays: 15 },
      ],
    });
    const allowed = (fromCountry: string | null, toCountry: string | null) => allowedWorkdays({ fromCountry, toCountry }, settings);
    expect(allowed("CN", "BR")).toBe(15);
    expect(allowed("US", "br")).toBe(10);
    expect(allowed("CN", "DE")).toBe(8);
    expect(allowed("US", "DE")).toBe(3);
    expect(allowed(null, null)).toBe(3);
  });
});

test("a printed label is no scan, a new word of a carrier is", () => {
  expect(["label_printed", "LABEL_PURCHASED", "confirmed"].some(isScan)).toBe(false);
  expect(["in_transit", "OUT_FOR_DELIVERY", "delivered", "customs_cleared"].every(isScan)).toBe(true);
  expect(["delayed", "failure", "ATTEMPTED_DELIVERY"].every(isTrouble)).toBe(true);
  expect([isDelivery("DELIVERED"), isDelivery("in_transit"), isTrouble("in_transit")]).toEqual([true, false, false]);
});

describe("workdays", () => {
  test.each([
    ["2026-11-20", 3, "2026-11-25"],
    ["2026-11-21", 1, "2026-11-23"],
    ["2026-11-21", 0, "2026-11-23"],
    ["2026-11-20", 0, "2026-11-20"],
    ["2026-12-31", 1, "2027-01-01"],
  ])("%s + %s is %s", (date, days, expected) => {
    expect(addWorkdays(date, days, NEW_YORK)).toBe(expected);
  });

  test("keep the time of day over a change of clocks", () => {
    expect(addWorkdaysToInstant(new Date("2026-10-30T19:00:00Z"), 1, NEW_YORK)).toEqual(new Date("2026-11-02T20:00:00Z"));
  });

  test("refuse what makes no sense", () => {
    expect(() => addWorkdays("2026-11-20", -1, NEW_YORK)).toThrow(RangeError);
    expect(() => addWorkdays("2026-11-20", 1, { weekdays: [], holidays: [] })).toThrow(RangeError);
  });

  test("land on a workday with exactly as many workdays passed", () => {
    const calendar = { weekdays: [1, 2, 4, 6], holidays: ["2026-11-17", "2026-11-21"] };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 25 }), (day, days) => {
        const start = `2026-11-${String(day).padStart(2, "0")}`;
        const end = addWorkdays(start, days, calendar);
        let passed = 0;
        for (let date = new Date(`${start}T00:00:00Z`); ;) {
          date = new Date(date.getTime() + 86_400_000);
          const text = date.toISOString().slice(0, 10);
          if (isWorkday(text, calendar)) passed += 1;
          if (text === end) break;
        }
        expect(passed).toBe(days);
        expect(isWorkday(end, calendar)).toBe(true);
      }),
    );
  });
});
