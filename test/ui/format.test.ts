import { describe, expect, test } from "vitest";
import {
  formatBasisPoints,
  formatCalendarDate,
  formatCalendarRange,
  formatDate,
  formatDateTime,
  formatFileSize,
  formatMoney,
} from "#app/ui/format.ts";

describe("amounts", () => {
  test.each([
    [1250, "USD", "en", "$12.50"],
    [1250, "JPY", "en", "¥1,250"],
    [-695, "EUR", "en", "-€6.95"],
    [1250, "CNY", "zh-CN", "¥12.50"],
    [9_007_199_254_740_991, "USD", "en", "$90,071,992,547,409.91"],
  ])("%d minor units of %s in %s are %s", (...[minor, currency, locale, text]) => {
    expect(formatMoney({ minor, currency }, locale)).toBe(text);
  });

  test("a currency with three decimals shows all three", () => {
    expect(formatMoney({ minor: 1250, currency: "KWD" }, "en").replace(/\s/, " ")).toBe("KWD 1.250");
  });

  test("basis points are told as a percentage", () => {
    expect(formatBasisPoints(825, "en")).toBe("8.25%");
  });
});

describe("dates", () => {
  test("a moment is told on the clock of its own zone", () => {
    const moment = { at: "2026-11-21T02:30:00Z", zone: "America/New_York" };
    expect(formatDate(moment, "en")).toBe("Nov 20, 2026");
    expect(formatDateTime(moment, "en").replace(/\s/g, " ")).toBe("Nov 20, 2026, 9:30 PM");
  });

  test("a calendar date is the same everywhere", () => {
    expect(formatCalendarDate("2026-12-04", "en")).toBe("Dec 4, 2026");
    expect(formatCalendarDate("2026-12-04", "zh-CN")).toBe("2026年12月4日");
  });

  test("a range of one day is one date", () => {
    expect(formatCalendarRange("2026-12-04", "2026-12-04", "en")).toBe("Dec 4, 2026");
    expect(formatCalendarRange("2026-12-04", "2026-12-09", "en").replace(/\s/g, " ")).toBe("Dec 4 – 9, 2026");
  });
});

test("an upload limit is told in megabytes, a small photo in kilobytes", () => {
  expect(formatFileSize(8_000_000, "en")).toBe("8 MB");
  expect(formatFileSize(1_250_000, "en")).toBe("1.3 MB");
  expect(formatFileSize(412_300, "en")).toBe("413 kB");
  expect(formatFileSize(68, "en")).toBe("1 kB");
});
