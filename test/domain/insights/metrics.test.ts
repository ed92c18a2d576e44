import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Increment, MetricFact } from "#app/domain/insights/metrics.ts";
import { incrementsOf, rollUp } from "#app/domain/insights/metrics.ts";
import { compareToPrevious, figureOf, mondayOf, totalOf, weeklySeries } from "#app/domain/insights/weekly-series.ts";
import { money } from "#app/domain/shared/money.ts";

const AT = new Date("2026-11-21T03:00:00Z");
const NEW_YORK = "America/New_York";
const rows = (fact: MetricFact) => incrementsOf(fact, NEW_YORK);
const compact = ({ metric, dimension, value, sum, count }: Increment) => [metric, dimension, value, sum, count];

describe("what happens is counted on the shop's calendar day", () => {
  test("a score, and a change of it on the same day as the first answer", () => {
    const answered = { kind: "survey_answered", at: AT, touchpoint: "refund", score: 4, previousScore: null } as const;
    expect(rows(answered)).toEqual([
      { metric: "csat", dimension: "all", value: "", day: "2026-11-20", sum: 4, count: 1 },
      { metric: "csat", dimension: "touchpoint", value: "refund", day: "2026-11-20", sum: 4, count: 1 },
    ]);
    expect(rows({ ...answered, score: 1, previousScore: 4 }).map(compact)[0]).toEqual(["csat", "all", "", -3, 0]);
    expect(rows({ ...answered, previousScore: 4 })).toEqual([]);
  });

  test("a first reply, in seconds and in time or not", () => {
    expect(rows({ kind: "first_reply", at: AT, caseType: "question", elapsedMs: 750_400, isInTime: true }).map(compact)).toEqual([
      ["first_reply_seconds", "all", "", 750, 1],
      ["first_reply_seconds", "case_type", "question", 750, 1],
      ["first_reply_in_time", "all", "", 1, 1],
      ["first_reply_in_time", "case_type", "question", 1, 1],
    ]);
  });

  test("units sent and units returned make one rate", () => {
    const goods = { productType: "Shirts", vendor: "Acme" };
    const sent = rows({ kind: "units_fulfilled", at: AT, units: 4, goods });
    const returned = rows({ kind: "units_returned", at: AT, units: 1, goods });
    expect(rollUp([...sent, ...returned]).map(compact)).toEqual([
      ["return_rate", "all", "", 1, 4],
      ["return_rate", "product_type", "Shirts", 1, 4],
      ["return_rate", "vendor", "Acme", 1, 4],
    ]);
    expect(rollUp([...returned, ...rows({ kind: "units_returned", at: AT, units: -1, goods })])).toEqual([]);
  });

  test("late and punctual parcels, with a verdict that changes or falls away", () => {
    const judged = { kind: "delivery_judged", at: AT, country: "DE" } as const;
    const total = (...facts: [isLate: boolean | null, wasLate: boolean | null][]) => {
      const all = rollUp(facts.flatMap(([isLate, wasLate]) => rows({ ...judged, isLate, wasLate }))).filter(
        ({ dimension }) => dimension === "all",
      );
      return all.map(({ sum, count }) => [sum, count]);
    };
    expect(total([true, null])).toEqual([[1, 1]]);
    expect(total([false, null])).toEqual([[0, 1]]);
    expect(total([true, null], [false, true])).toEqual([[0, 1]]);
    expect(total([true, null], [null, true])).toEqual([]);
  });

  test("compensation by currency, never added up over currencies", () => {
    const paid = rows({ kind: "compensation_paid", at: AT, amount: money(480, "USD"), method: "store_credit" });
    expect(paid.map(compact)).toEqual([
      ["compensation_paid", "currency", "USD", 480, 1],
      ["compensation_paid", "method", "store_credit:USD", 480, 1],
    ]);
    const takenBack = rows({ kind: "compensation_paid", at: AT, amount: money(-480, "USD"), method: "store_credit" });
    expect(rollUp([...paid, ...takenBack])).toEqual([]);
  });
});

describe("weeks", () => {
  const daily = [
    { day: "2026-11-09", sum: 5, count: 1 },
    { day: "2026-11-15", sum: 4, count: 4 },
    { day: "2026-11-23", sum: 3, count: 1 },
    { day: "2026-12-01", sum: 1, count: 1 },
  ];
  const range = { from: "2026-11-11", until: "2026-11-24" };

  test("run from Monday to Sunday, weigh every answer the same, and show where there was none", () => {
    expect(weeklySeries("csat", daily, range)).toEqual([
      { startsOn: "2026-11-09", week: "2026-W46", sum: 9, count: 5, value: 1.8 },
      { startsOn: "2026-11-16", week: "2026-W47", sum: 0, count: 0, value: null },
      { startsOn: "2026-11-23", week: "2026-W48", sum: 3, count: 1, value: 3 },
    ]);
  });

  test("without payments paid nothing, which is a figure", () => {
    expect(weeklySeries("compensation_paid", daily, range).map(({ value }) => value)).toEqual([9, 0, 3]);
  });

  test("at the turn of the year belong to the year of their Thursday", () => {
    expect(weeklySeries("csat", [], { from: "2026-12-31", until: "2027-01-04" }).map(({ week }) => week)).toEqual(["2026-W53", "2027-W01"]);
    expect(mondayOf("2027-01-03")).toBe("2026-12-28");
  });

  test("lose and invent nothing: their sums and counts are those of the days", () => {
    const anyDay = fc.integer({ min: 0, max: 60 }).map((offset) => new Date(Date.UTC(2026, 10, 2 + offset)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.array(fc.record({ day: anyDay, sum: fc.integer({ min: -50, max: 50 }), count: fc.nat(20) })), (drawn) => {
        const weeks = weeklySeries("csat", drawn, { from: "2026-11-02", until: "2027-01-01" });
        expect(totalOf(weeks)).toEqual(totalOf(drawn));
        expect(weeks).toHaveLength(9);
      }),
    );
  });
});

describe("a comparison", () => {
  const daily = [
    { day: "2026-11-10", sum: 6, count: 2 },
    { day: "2026-11-16", sum: 5, count: 1 },
    { day: "2026-11-17", sum: 4, count: 1 },
  ];

  test("sets the last days beside as many before them", () => {
    expect(compareToPrevious("csat", daily, { until: "2026-11-17", days: 7 })).toEqual({ value: 4.5, previous: 3, change: 1.5 });
    expect(compareToPrevious("compensation_paid", daily, { until: "2026-11-17", days: 7 })).toEqual({ value: 9, previous: 6, change: 3 });
  });

  test("knows nothing where one side is unknown", () => {
    expect(compareToPrevious("csat", daily, { until: "2026-11-10", days: 7 })).toEqual({ value: 3, previous: null, change: null });
    expect(figureOf("late_rate", { sum: 0, count: 0 })).toBeNull();
  });
});
