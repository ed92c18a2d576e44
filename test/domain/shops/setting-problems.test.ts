import { describe, expect, test } from "vitest";
import { parseSetting, type SettingProblem } from "#app/domain/shops/setting-problems.ts";
import type { SettingName } from "#app/domain/shops/shop-settings.ts";

const SHOP = { name: "Field & Thread", zone: "America/New_York" };

function problemsOf(name: SettingName, value: unknown): readonly SettingProblem[] {
  const parsed = parseSetting(name, value, SHOP);
  return parsed.ok ? [] : parsed.error.problems;
}

const only = (name: SettingName, value: unknown) => {
  const [problem, ...others] = problemsOf(name, value);
  expect(others).toEqual([]);
  return problem;
};

describe("problems of settings", () => {
  test("what a merchant has not entered is a default", () => {
    expect(parseSetting("compensation", {}, SHOP)).toMatchObject({ ok: true, value: { lateDelivery: { rateBp: 200, capBp: 1_000 } } });
    expect(parseSetting("brand", {}, SHOP)).toMatchObject({ ok: true, value: { name: "Field & Thread" } });
  });

  test.each<[string, SettingName, unknown, SettingProblem]>([
    [
      "hours that are no number",
      "compensation",
      { lateDelivery: { blockHours: "twelve" } },
      { path: "compensation.lateDelivery.blockHours", code: "whole_number_needed", params: {} },
    ],
    [
      "half an hour",
      "compensation",
      { lateDelivery: { blockHours: 0.5 } },
      { path: "compensation.lateDelivery.blockHours", code: "whole_number_needed", params: {} },
    ],
    [
      "no hour at all",
      "compensation",
      { lateDelivery: { blockHours: 0 } },
      { path: "compensation.lateDelivery.blockHours", code: "at_least", params: { minimum: 1 } },
    ],
    [
      "a share that is no number",
      "compensation",
      { lateDelivery: { rateBp: "2 %" } },
      { path: "compensation.lateDelivery.rateBp", code: "percent_needed", params: {} },
    ],
    [
      "more than everything",
      "compensation",
      { lateDelivery: { capBp: 10_001 } },
      { path: "compensation.lateDelivery.capBp", code: "percent_range", params: { maximum: 10_000 } },
    ],
    [
      "an amount that is no amount",
      "compensation",
      { dailyBudget: { minor: "12,5x", currency: "USD" } },
      { path: "compensation.dailyBudget.minor", code: "amount_invalid", params: {} },
    ],
    [
      "a choice that nobody offers",
      "compensation",
      { method: "cash" },
      { path: "compensation.method", code: "choice_unknown", params: {} },
    ],
    [
      "two rows for the same place and goods",
      "deliveryPromises",
      {
        table: [
          { country: "DE", productType: "Shirts", days: 3, unit: "workdays", from: "shipped" },
          { country: "de", productType: "shirts", days: 5, unit: "workdays", from: "shipped" },
        ],
      },
      { path: "deliveryPromises.table.1.country", code: "duplicate_row", params: {} },
    ],
    [
      "a week without a day",
      "deliveryPromises",
      { calendar: { zone: "UTC", weekdays: [], holidays: [] } },
      { path: "deliveryPromises.calendar.weekdays", code: "choose_one", params: { minimum: 1 } },
    ],
    [
      "a holiday that is no date",
      "deliveryPromises",
      { calendar: { zone: "UTC", weekdays: [1], holidays: ["2026-02-30"] } },
      { path: "deliveryPromises.calendar.holidays.0", code: "date_invalid", params: {} },
    ],
    ["a colour by name", "brand", { accentColor: "red" }, { path: "brand.accentColor", code: "hex_color", params: {} }],
    ["an address without a domain", "brand", { replyTo: "hello@" }, { path: "brand.replyTo", code: "email_invalid", params: {} }],
    [
      "a logo without encryption",
      "brand",
      { logoUrl: "http://a.example/x.png" },
      { path: "brand.logoUrl", code: "link_invalid", params: {} },
    ],
    ["a sender without a name", "brand", { name: "  " }, { path: "brand.name", code: "value_needed", params: { minimum: 1 } }],
    ["a name that never ends", "brand", { name: "x".repeat(101) }, { path: "brand.name", code: "too_long", params: { maximum: 100 } }],
    [
      "quiet hours from noon o'clock",
      "sending",
      { quietHours: { from: "noon", to: "08:00" } },
      { path: "sending.quietHours.from", code: "time_invalid", params: {} },
    ],
  ])("%s is refused beside its field", (...[, name, value, expected]) => {
    expect(only(name, value)).toEqual(expected);
  });

  test("a week that is never open says so once, beside the week", () => {
    const week = { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] };
    expect(only("cases", { hours: { zone: "UTC", week, holidays: [] } })).toEqual({
      path: "cases.hours.week",
      code: "never_open",
      params: {},
    });
  });

  test("several wrong fields are named together", () => {
    const paths = problemsOf("silence", { workdays: 0, firstScanWorkdays: "x" }).map(({ path }) => path);
    expect(paths).toEqual(["silence.workdays", "silence.firstScanWorkdays"]);
  });
});
