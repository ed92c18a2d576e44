import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Happening, Increment } from "#app/domain/insights/metrics.ts";
import { correctionOf, factOf, incrementsOf, METRICS, paymentDimensions, rollUp } from "#app/domain/insights/metrics.ts";
import { compareToPrevious, figureOf, mondayOf, totalOf, weeklySeries } from "#app/domain/insights/weekly-series.ts";
import { money } from "#app/domain/shared/money.ts";

const AT = new Date("2026-11-21T03:00:00Z");
const fact = (happening: Omit<Happening, "at">) => factOf({ at: AT, ...happening }, "America/New_York");
const rows = (happening: Omit<Happening, "at">) => incrementsOf(fact(happening));
const compact = ({ metric, dimension, value, sum, count }: Increment) => [metric, dimension, value, sum, count];

describe("what happens is counted on the shop's calendar day", () => {
  test("a score, in all and by touchpoint", () => {
    expect(rows({ metric: "csat", value: 4, dimensions: { touchpoint: "refund" } })).toEqual([
      { metric: "csat", dimension: "all", value: "", day: "2026-11-20", sum: 4, count: 1 },
      { metric: "csat", dimension: "touchpoint", value: "refund", day: "2026-11-20", sum: 4, count: 1 },
    ]);
  });

  test("a score that was changed adds the difference, and nothing when it is the same", () => {
    const score = (value: number) => fact({ metric: "csat", value, dimensions: { touchpoint: "refund" } });
    expect(correctionOf(score(4), score(1)).map(compact)).toEqual([
      ["csat", "all", "", -3, 0],
      ["csat", "touchpoint", "refund", -3, 0],
    ]);
    expect(correctionOf(score(4), score(4))).toEqual([]);
    expect(correctionOf(null, score(4)).map(compact)[0]).toEqual(["csat", "all", "", 4, 1]);
  });

  test("units sold and units returned make one rate", () => {
    const dimensions = { product_type: "Shirts", vendor: "Acme" };
    const sold = rows({ metric: "return_rate", value: 0, weight: 4, dimensions });
    const returned = rows({ metric: "return_rate", value: 1, weight: 0, dimensions });
    expect(rollUp([...sold, ...returned]).map(compact)).toEqual([
      ["return_rate", "all", "", 1, 4],
      ["return_rate", "product_type", "Shirts", 1, 4],
      ["return_rate", "vendor", "Acme", 1, 4],
    ]);
  });

  test("late and punctual parcels, with a verdict that changes or falls away", () => {
    const judged = (isLate: boolean | null) =>
      fact({ metric: "late_rate", value: isLate ? 1 : 0, weight: isLate === null ? 0 : 1, dimensions: { country: "DE" } });
    const total = (before: boolean | null, after: boolean | null) =>
      correctionOf(judged(before), judged(after))
        .filter(({ dimension }) => dimension === "all")
        .map(({ sum, count }) => [sum, count]);
    expect(total(null, true)).toEqual([[1, 1]]);
    expect(total(null, false)).toEqual([[0, 1]]);
    expect(total(true, false)).toEqual([[-1, 0]]);
    expect(total(true, null)).toEqual([[-1, -1]]);
  });

  test("compensation by currency, never added up over currencies", () => {
    const paid = rows({ metric: "compensation_paid", value: 480, dimensions: paymentDimensions(money(480, "USD"), "store_credit") });
    expect(paid.map(compact)).toEqual([
      ["compensation_paid", "currency", "USD", 480, 1],
      ["compensation_paid", "method", "store_credit:USD", 480, 1],
    ]);
  });

  test("whatever is corrected however often, the rollups are those of the last facts", () => {
    const drawn = fc.record({
      metric: fc.constantFrom(...METRICS),
      value: fc.integer({ min: -50, max: 50 }),
      weight: fc.nat(3),
      at: fc.constantFrom(AT, new Date("2026-11-22T12:00:00Z")),
      dimensions: fc.constantFrom({}, { vendor: "Acme" }, { vendor: "Other", country: "DE" }),
    });
    fc.assert(
      fc.property(fc.array(drawn, { minLength: 1, maxLength: 8 }), (happenings) => {
        const facts = happenings.map((one) => factOf(one, "UTC"));
        const steps = facts.flatMap((one, index) => correctionOf(facts[index - 1] ?? null, one));
        const last = facts.at(-1);
        const byPlace = (list: Increment[]) => list.map((one) => JSON.stringify(one)).sort();
        const plain = (list: Increment[]) =>
          list.map(({ metric, dimension, value, day, sum, count }) => ({ metric, dimension, value, day, sum, count }));
        expect(byPlace(plain(rollUp(steps)))).toEqual(byPlace(plain(last ? incrementsOf(last) : [])));
      }),
    );
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
