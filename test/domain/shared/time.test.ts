import { DateTime } from "luxon";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, dateIn, endOfDate, isTimeZone, startOfDate } from "#app/domain/shared/time.ts";

describe("calendar dates", () => {
  test("days are added as a calendar adds them, over months and leap years", () => {
    expect(addDays("2026-02-27", 2)).toBe("2026-03-01");
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
    expect(() => addDays("soon", 1)).toThrow(RangeError);
  });

  test("every date and every number of days agrees with a calendar library", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1990-01-01"), max: new Date("2100-01-01"), noInvalidDate: true }),
        fc.integer({ min: -4000, max: 4000 }),
        (instant, days) => {
          const date = instant.toISOString().slice(0, 10);
          expect(addDays(date, days)).toBe(DateTime.fromISO(date, { zone: "utc" }).plus({ days }).toISODate());
        },
      ),
    );
  });

  test("one moment is two dates in two zones", () => {
    const instant = new Date("2026-03-15T03:30:00Z");
    expect(dateIn("America/New_York", instant)).toBe("2026-03-14");
    expect(dateIn("Asia/Shanghai", instant)).toBe("2026-03-15");
  });

  test("the day the clocks go forward has 23 hours, and a day ends where the next begins", () => {
    const length = endOfDate("2026-03-29", "Europe/Berlin").getTime() - startOfDate("2026-03-29", "Europe/Berlin").getTime();
    expect(length).toBe(23 * 3_600_000);
    expect(endOfDate("2026-03-29", "Europe/Berlin")).toEqual(startOfDate("2026-03-30", "Europe/Berlin"));
  });

  test("a zone this machine does not know is told apart", () => {
    expect([isTimeZone("Asia/Tokyo"), isTimeZone("Moon/Crater")]).toEqual([true, false]);
  });
});
