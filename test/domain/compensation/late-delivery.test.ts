import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { baseOf, lateDelivery } from "#app/domain/compensation/late-delivery.ts";
import { lateDeliverySettingsSchema } from "#app/domain/compensation/late-delivery-settings.ts";
import { deliveryDueAt } from "#app/domain/promises/delivery-promise.ts";
import { money } from "#app/domain/shared/money.ts";
import { after, HOUR } from "#app/domain/shared/time.ts";
import { aLateParcel, lateDeliverySettings } from "#test/builders/a-late-parcel.ts";

const START = new Date("2026-11-21T05:00:00Z");
const at = (hours: number) => after(START, hours * HOUR);
const owed = (hours: number, overrides = {}, parcel = {}) =>
  lateDelivery(aLateParcel({ deliveredAt: at(hours), ...parcel }), lateDeliverySettings(overrides), at(hours));

describe("by default", () => {
  test("nothing is owed on the promised day or before 12 hours have passed after it", () => {
    for (const hours of [-400, -1, 0, 1, 11.999]) expect(owed(hours)).toMatchObject({ lateBlocks: 0, rateBp: 0, amount: money(0, "USD") });
  });

  test.each([
    [12, 1, 160],
    [23.999, 1, 160],
    [24, 2, 320],
    [37, 3, 480],
    [48, 4, 640],
    [59.9, 4, 640],
    [60, 5, 800],
    [72, 6, 800],
    [5000, 416, 800],
  ])("%s hours late is %s completed blocks and pays %s cents of USD 80.00", (hours, lateBlocks, minor) => {
    expect(owed(hours)).toMatchObject({ lateBlocks, amount: money(minor, "USD"), capReached: lateBlocks >= 5 });
  });

  test("one millisecond before a block is complete pays the block before", () => {
    const late = lateDelivery(aLateParcel({ deliveredAt: after(at(24), -1) }), lateDeliverySettings(), at(24));
    expect(late).toMatchObject({ lateBlocks: 1, amount: money(160, "USD") });
  });

  test("a parcel under way says when its share grows next and when it reaches the cap", () => {
    expect(lateDelivery(aLateParcel(), lateDeliverySettings(), at(13))).toEqual({
      lateBlocks: 1,
      rateBp: 200,
      amount: money(160, "USD"),
      capReached: false,
      capReachedAt: at(60),
      nextChangeAt: at(24),
      startsAt: START,
    });
  });

  test("a delivered parcel or one at the cap grows no more", () => {
    expect(owed(13).nextChangeAt).toBeNull();
    expect(lateDelivery(aLateParcel(), lateDeliverySettings(), at(60))).toMatchObject({ nextChangeAt: null, capReached: true });
  });

  test("what is owed is settled by the carrier's time of delivery, however late it is asked", () => {
    const parcel = aLateParcel({ deliveredAt: at(13) });
    expect(lateDelivery(parcel, lateDeliverySettings(), at(4000))).toEqual(lateDelivery(parcel, lateDeliverySettings(), at(13)));
  });

  test("half a cent is rounded up once, at the end", () => {
    expect(owed(12, {}, { goods: money(1025, "USD") }).amount).toEqual(money(21, "USD"));
    expect(owed(36, {}, { goods: money(1025, "USD") }).amount).toEqual(money(62, "USD"));
  });

  test("currencies without decimals or with three are rounded in their own smallest unit", () => {
    expect(owed(12, {}, { goods: money(1525, "JPY"), shipping: money(0, "JPY") }).amount).toEqual(money(31, "JPY"));
    expect(owed(12, {}, { goods: money(12345, "KWD"), shipping: money(0, "KWD") }).amount).toEqual(money(247, "KWD"));
  });

  test("shipping is not part of the base, and goods below zero owe nothing", () => {
    expect(baseOf(aLateParcel(), lateDeliverySettings())).toEqual(money(8000, "USD"));
    expect(owed(12, {}, { goods: money(-100, "USD") }).amount).toEqual(money(0, "USD"));
  });
});

describe("the clock's start", () => {
  test("is the end of the promised day in the destination's zone", () => {
    expect(owed(12, {}, { zone: "Asia/Tokyo" }).startsAt).toEqual(new Date("2026-11-20T15:00:00Z"));
    expect(owed(12, {}, { zone: "Pacific/Honolulu" }).startsAt).toEqual(new Date("2026-11-21T10:00:00Z"));
  });

  test("can be the start of that day", () => {
    expect(owed(0, { start: "start_of_day" })).toMatchObject({ startsAt: new Date("2026-11-20T05:00:00Z"), lateBlocks: 2 });
  });

  test("follows daylight saving, while hours late stay real hours", () => {
    const spring = { promisedOn: "2026-03-28", zone: "Europe/Berlin" };
    const parcel = aLateParcel({ ...spring, deliveredAt: new Date("2026-03-29T11:00:00Z") });
    expect(lateDelivery(parcel, lateDeliverySettings(), at(0))).toMatchObject({
      startsAt: new Date("2026-03-28T23:00:00Z"),
      lateBlocks: 1,
    });
    const onWallClocks12 = aLateParcel({ ...spring, deliveredAt: new Date("2026-03-29T10:00:00Z") });
    expect(lateDelivery(onWallClocks12, lateDeliverySettings(), at(0)).lateBlocks).toBe(0);
  });

  test("is the first moment of the next day where midnight does not exist", () => {
    expect(deliveryDueAt({ promisedOn: "2026-04-23", zone: "Africa/Cairo" }, "end_of_day")).toEqual(new Date("2026-04-23T22:00:00Z"));
  });
});

describe("settings", () => {
  test("a started block counts from its first millisecond", () => {
    const started = { counting: "started" } as const;
    expect(owed(0, started).lateBlocks).toBe(0);
    expect(lateDelivery(aLateParcel(), lateDeliverySettings(started), after(START, 1))).toMatchObject({
      lateBlocks: 1,
      nextChangeAt: after(at(12), 1),
      capReachedAt: after(at(48), 1),
    });
    expect(owed(12, started).lateBlocks).toBe(1);
    expect(owed(12.01, started).lateBlocks).toBe(2);
  });

  test("block length, rate and cap are the shop's; a last step can be smaller than the others", () => {
    expect(owed(24, { blockHours: 24, rateBp: 500, capBp: 2000 })).toMatchObject({ lateBlocks: 1, amount: money(400, "USD") });
    expect(owed(48, { rateBp: 300 })).toMatchObject({ rateBp: 1000, capReached: true, amount: money(800, "USD") });
    expect(owed(36, { rateBp: 300 })).toMatchObject({ rateBp: 900, capReached: false });
  });

  test("a rate above the cap pays the cap at the first block", () => {
    expect(owed(12, { rateBp: 5000, capBp: 1000 })).toMatchObject({ rateBp: 1000, capReached: true, capReachedAt: at(12) });
  });

  test.each([{ rateBp: 0 }, { capBp: 0 }])("%o never owes or changes anything", (zero) => {
    expect(lateDelivery(aLateParcel(), lateDeliverySettings(zero), at(100))).toMatchObject({
      amount: money(0, "USD"),
      rateBp: 0,
      capReached: false,
      capReachedAt: null,
      nextChangeAt: null,
    });
  });

  test("shipping can be part of the base, and halves can go to the even cent", () => {
    expect(owed(12, { base: "goods_and_shipping" }).amount).toEqual(money(170, "USD"));
    expect(owed(12, { rounding: "half-even" }, { goods: money(1025, "USD") }).amount).toEqual(money(20, "USD"));
  });

  test("a shop that has set nothing has DESIGN's defaults", () => {
    expect(lateDeliverySettingsSchema.parse({})).toEqual({
      isEnabled: true,
      start: "end_of_day",
      counting: "completed",
      blockHours: 12,
      rateBp: 200,
      capBp: 1000,
      base: "goods",
      rounding: "half-up",
      settle: "once",
    });
  });

  test.each([{ blockHours: 0 }, { blockHours: 1.5 }, { rateBp: -1 }, { capBp: 10_001 }, { counting: "all" }])("%o is refused", (bad) => {
    expect(lateDeliverySettingsSchema.safeParse(bad).success).toBe(false);
  });
});

const anySettings = fc.record({
  start: fc.constantFrom("end_of_day" as const, "start_of_day" as const),
  counting: fc.constantFrom("completed" as const, "started" as const),
  blockHours: fc.integer({ min: 1, max: 72 }),
  rateBp: fc.integer({ min: 0, max: 3000 }),
  capBp: fc.integer({ min: 0, max: 10_000 }),
  base: fc.constantFrom("goods" as const, "goods_and_shipping" as const),
  rounding: fc.constantFrom("half-up" as const, "half-even" as const),
});
const anyParcel = fc.record({
  promisedOn: fc.constantFrom("2026-03-07", "2026-03-28", "2026-10-24", "2026-10-31", "2026-11-20", "2028-02-28"),
  zone: fc.constantFrom("America/New_York", "Europe/Berlin", "Asia/Shanghai", "Pacific/Apia", "Australia/Lord_Howe"),
  goods: fc.integer({ min: 0, max: 10_000_000 }).map((minor) => money(minor, "USD")),
  shipping: fc.integer({ min: 0, max: 10_000 }).map((minor) => money(minor, "USD")),
});

describe("whatever the settings and the parcel", () => {
  test("what is owed never exceeds the cap, never falls with time, and is the exact share of the base rounded once", () => {
    fc.assert(
      fc.property(anySettings, anyParcel, fc.tuple(fc.nat(400 * HOUR), fc.nat(100 * HOUR)), (chosen, own, [elapsed, more]) => {
        const settings = lateDeliverySettings(chosen);
        const parcel = aLateParcel(own);
        const startsAt = deliveryDueAt(parcel, settings.start);
        const late = lateDelivery(parcel, settings, after(startsAt, elapsed));
        const later = lateDelivery(parcel, settings, after(startsAt, elapsed + more));
        const exact = (baseOf(parcel, settings).minor * late.rateBp) / 10_000;
        expect(Math.abs(late.amount.minor - exact)).toBeLessThanOrEqual(0.5);
        expect(late.rateBp).toBeLessThanOrEqual(settings.capBp);
        expect(late.rateBp).toBe(Math.min(settings.capBp, late.lateBlocks * settings.rateBp));
        expect(later.amount.minor).toBeGreaterThanOrEqual(late.amount.minor);
        const blocks = elapsed / (settings.blockHours * HOUR);
        expect(late.lateBlocks).toBe(settings.counting === "completed" ? Math.floor(blocks) : Math.ceil(blocks));
      }),
    );
  });

  test("the share changes at exactly the moment that was announced, and reaches the cap at exactly the other", () => {
    fc.assert(
      fc.property(anySettings, anyParcel, fc.nat(400 * HOUR), (chosen, own, elapsed) => {
        const settings = lateDeliverySettings(chosen);
        const parcel = aLateParcel(own);
        const late = lateDelivery(parcel, settings, after(deliveryDueAt(parcel, settings.start), elapsed));
        if (late.nextChangeAt !== null) {
          expect(lateDelivery(parcel, settings, late.nextChangeAt).lateBlocks).toBe(late.lateBlocks + 1);
          expect(lateDelivery(parcel, settings, after(late.nextChangeAt, -1)).lateBlocks).toBe(late.lateBlocks);
        }
        if (late.capReachedAt !== null) {
          expect(lateDelivery(parcel, settings, late.capReachedAt)).toMatchObject({ capReached: true, rateBp: settings.capBp });
          expect(lateDelivery(parcel, settings, after(late.capReachedAt, -1)).capReached).toBe(false);
        }
      }),
    );
  });
});
