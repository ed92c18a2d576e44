import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BusinessHours, Shift } from "#app/domain/promises/business-time.ts";
import {
  addBusinessTime,
  businessHoursSchema,
  elapsedBusinessTime,
  isWithinBusinessHours,
  officeHours,
} from "#app/domain/promises/business-time.ts";
import { HOUR, MINUTE } from "#app/domain/shared/time.ts";

const NEW_YORK = officeHours("America/New_York");
const closed = { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] };
const on = (day: string, ...shifts: Shift[]): BusinessHours => ({
  zone: "Europe/Berlin",
  week: { ...closed, [day]: shifts },
  holidays: [],
});

describe("office hours", () => {
  test.each([
    ["2026-11-16T15:00:00Z", 1, "2026-11-16T16:00:00Z"],
    ["2026-11-20T22:30:00Z", 1, "2026-11-23T14:30:00Z"],
    ["2026-11-16T22:00:00Z", 1, "2026-11-16T23:00:00Z"],
    ["2026-11-16T23:00:00Z", 1, "2026-11-17T15:00:00Z"],
    ["2026-11-16T08:00:00Z", 1, "2026-11-16T15:00:00Z"],
    ["2026-11-16T14:00:00Z", 45, "2026-11-20T23:00:00Z"],
    ["2026-11-21T12:00:00Z", 0, "2026-11-21T12:00:00Z"],
  ])("from %s, %s h of work end at %s", (start, hours, end) => {
    expect(addBusinessTime(new Date(start), hours * HOUR, NEW_YORK)).toEqual(new Date(end));
    expect(elapsedBusinessTime(new Date(start), new Date(end), NEW_YORK)).toBe(hours * HOUR);
  });

  test("stand still on holidays", () => {
    const hours = { ...NEW_YORK, holidays: ["2026-11-26", "2026-11-27"] };
    expect(addBusinessTime(new Date("2026-11-25T22:30:00Z"), HOUR, hours)).toEqual(new Date("2026-11-30T14:30:00Z"));
  });

  test("include the first moment of a shift and not its end", () => {
    expect(isWithinBusinessHours(new Date("2026-11-16T14:00:00Z"), NEW_YORK)).toBe(true);
    expect(isWithinBusinessHours(new Date("2026-11-16T23:00:00Z"), NEW_YORK)).toBe(false);
  });

  test("do not run backwards", () => {
    expect(elapsedBusinessTime(new Date("2026-11-17T15:00:00Z"), new Date("2026-11-16T15:00:00Z"), NEW_YORK)).toBe(0);
  });
});

describe("several shifts", () => {
  test("leave out the break between them, in any order", () => {
    const hours = on("monday", { from: "14:00", to: "18:00" }, { from: "08:00", to: "12:00" });
    expect(addBusinessTime(new Date("2026-11-16T10:30:00Z"), HOUR, hours)).toEqual(new Date("2026-11-16T13:30:00Z"));
    expect(elapsedBusinessTime(new Date("2026-11-16T00:00:00Z"), new Date("2026-11-17T00:00:00Z"), hours)).toBe(8 * HOUR);
  });

  test("that overlap count once", () => {
    const hours = on("monday", { from: "08:00", to: "12:00" }, { from: "10:00", to: "14:00" });
    expect(elapsedBusinessTime(new Date("2026-11-16T00:00:00Z"), new Date("2026-11-17T00:00:00Z"), hours)).toBe(6 * HOUR);
  });

  test("go past midnight, also on the night before a holiday", () => {
    const hours = { ...on("monday", { from: "22:00", to: "06:00" }), holidays: ["2026-11-17"] };
    expect(elapsedBusinessTime(new Date("2026-11-16T00:00:00Z"), new Date("2026-11-18T00:00:00Z"), hours)).toBe(8 * HOUR);
    expect(addBusinessTime(new Date("2026-11-17T01:00:00Z"), HOUR, hours)).toEqual(new Date("2026-11-17T02:00:00Z"));
  });

  test("can fill the whole day", () => {
    const hours = on("monday", { from: "00:00", to: "24:00" });
    expect(elapsedBusinessTime(new Date("2026-11-15T00:00:00Z"), new Date("2026-11-18T00:00:00Z"), hours)).toBe(24 * HOUR);
  });
});

describe("daylight saving", () => {
  test("makes a day of work an hour shorter or longer, never the hours themselves", () => {
    const sunday = on("sunday", { from: "00:00", to: "24:00" });
    expect(elapsedBusinessTime(new Date("2026-03-28T00:00:00Z"), new Date("2026-03-30T12:00:00Z"), sunday)).toBe(23 * HOUR);
    expect(elapsedBusinessTime(new Date("2026-10-24T00:00:00Z"), new Date("2026-10-26T12:00:00Z"), sunday)).toBe(25 * HOUR);
    expect(addBusinessTime(new Date("2026-03-29T00:30:00Z"), HOUR, sunday)).toEqual(new Date("2026-03-29T01:30:00Z"));
  });

  test("leaves a shift alone that begins or ends at a time the clocks skip", () => {
    const hours = on("sunday", { from: "02:30", to: "05:00" });
    expect(elapsedBusinessTime(new Date("2026-03-28T00:00:00Z"), new Date("2026-03-30T12:00:00Z"), hours)).toBe(1.5 * HOUR);
  });
});

test("hours that never come are refused", () => {
  expect(() => addBusinessTime(new Date(0), HOUR, { zone: "UTC", week: closed, holidays: [] })).toThrow(RangeError);
  expect(() => addBusinessTime(new Date(0), -1, NEW_YORK)).toThrow(RangeError);
  expect(businessHoursSchema.safeParse({ zone: "UTC", week: closed, holidays: [] }).success).toBe(false);
  expect(businessHoursSchema.safeParse({ ...NEW_YORK, zone: "Mars/Olympus" }).success).toBe(false);
  expect(businessHoursSchema.safeParse({ ...NEW_YORK, holidays: ["2026-02-30"] }).success).toBe(false);
  expect(businessHoursSchema.safeParse({ ...NEW_YORK, week: { ...NEW_YORK.week, monday: [{ from: "09:00", to: "09:00" }] } }).success).toBe(
    false,
  );
});

const anyTime = fc.nat(24 * 12 - 1).map((fives) => {
  const minutes = fives * 5;
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
});
const anyShifts = fc.array(
  fc.record({ from: anyTime, to: anyTime }).filter(({ from, to }) => from !== to),
  { maxLength: 3 },
);
const anyHours = fc
  .record({
    zone: fc.constantFrom("America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Shanghai", "America/St_Johns"),
    week: fc.record({
      monday: anyShifts,
      tuesday: anyShifts,
      wednesday: anyShifts,
      thursday: anyShifts,
      friday: anyShifts,
      saturday: anyShifts,
      sunday: anyShifts,
    }),
    holidays: fc.subarray(["2026-03-29", "2026-03-30", "2026-10-25", "2026-11-02", "2026-11-03"]),
  })
  .filter(({ week }) => Object.values(week).some((shifts) => shifts.length > 0));
const anyInstant = fc
  .constantFrom("2026-03-06", "2026-03-27", "2026-10-02", "2026-10-23", "2026-10-31")
  .chain((date) => fc.nat(6 * 24 * 60).map((minutes) => new Date(Date.parse(`${date}T00:00:00Z`) + minutes * MINUTE)));

describe("whatever the shifts, zone and season", () => {
  test("working time that was added has elapsed, and adding in two goes is adding at once", () => {
    fc.assert(
      fc.property(anyHours, anyInstant, fc.tuple(fc.nat(30 * 60), fc.nat(30 * 60)), (hours, start, [first, second]) => {
        const middle = addBusinessTime(start, first * MINUTE, hours);
        const end = addBusinessTime(middle, second * MINUTE, hours);
        expect(elapsedBusinessTime(start, middle, hours)).toBe(first * MINUTE);
        expect(elapsedBusinessTime(start, end, hours)).toBe((first + second) * MINUTE);
        expect(addBusinessTime(start, (first + second) * MINUTE, hours)).toEqual(end);
        expect(middle.getTime()).toBeGreaterThanOrEqual(start.getTime() + first * MINUTE);
      }),
      { numRuns: 60 },
    );
  });

  test("it passes no faster than the clock, and the parts of a stretch sum to the whole", () => {
    fc.assert(
      fc.property(anyHours, anyInstant, fc.tuple(fc.nat(7 * 24 * 60), fc.nat(7 * 24 * 60)), (hours, start, [first, second]) => {
        const middle = new Date(start.getTime() + first * MINUTE);
        const end = new Date(middle.getTime() + second * MINUTE);
        const whole = elapsedBusinessTime(start, end, hours);
        expect(elapsedBusinessTime(start, middle, hours) + elapsedBusinessTime(middle, end, hours)).toBe(whole);
        expect(whole).toBeLessThanOrEqual(end.getTime() - start.getTime());
        expect(whole).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 60 },
    );
  });
});
