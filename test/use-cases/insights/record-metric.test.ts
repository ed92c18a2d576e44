import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { METRICS, type Metric } from "#app/domain/insights/metrics.ts";
import { recordMetric, recordMetrics, type KeyedHappening } from "#app/use-cases/insights/record-metric.server.ts";
import { MONDAY_TEN, openTestShop, type TestShop } from "#test/support/test-shop.ts";

let shop: TestShop;
beforeAll(async () => {
  shop = await openTestShop();
});
afterAll(() => shop.close());

const score = (key: string, value: number): KeyedHappening => ({
  key: `csat:${key}`,
  metric: "csat",
  at: MONDAY_TEN,
  value,
  dimensions: { touchpoint: "refund" },
});
const csat = async () => {
  const rows = await shop.tx((tx) => tx.insights.rollups({ metrics: ["csat"], dimension: "all", from: "2026-11-01", until: "2026-11-30" }));
  return rows.map(({ day, sum, count }) => [day, sum, count]);
};

describe("the dashboard's figures", () => {
  test("count a thing once, however often it is told, and correct it by the difference", async () => {
    await shop.tx((tx) => recordMetric(tx, score("one", 4)));
    await shop.tx((tx) => recordMetric(tx, score("one", 4)));
    expect(await csat()).toEqual([["2026-11-16", 4, 1]]);
    await shop.tx((tx) => recordMetric(tx, score("one", 1)));
    expect(await csat()).toEqual([["2026-11-16", 1, 1]]);
    expect(await shop.tx((tx) => tx.insights.differences())).toEqual([]);
  });

  test("count each of two that come at the same moment", async () => {
    await Promise.all(["a", "b", "c"].map((key) => shop.tx((tx) => recordMetric(tx, score(key, 5)))));
    await Promise.all([1, 2, 3].map(() => shop.tx((tx) => recordMetric(tx, score("same", 2)))));
    expect(await csat()).toEqual([["2026-11-16", 18, 5]]);
    expect(await shop.tx((tx) => tx.insights.differences())).toEqual([]);
  });

  test("are undone with the transaction that they are part of", async () => {
    const before = await csat();
    await expect(
      shop.tx(async (tx) => {
        await recordMetric(tx, score("undone", 5));
        throw new Error("the rest failed");
      }),
    ).rejects.toThrow("the rest failed");
    expect(await csat()).toEqual(before);
  });

  test("are what the facts add up to, after any sequence of news, repetitions and corrections", async () => {
    const happening = fc.record({
      key: fc.constantFrom("k1", "k2", "k3", "k4"),
      metric: fc.constantFrom(...METRICS),
      value: fc.integer({ min: -1000, max: 1000 }),
      weight: fc.nat(3),
      at: fc.integer({ min: 0, max: 10 * 24 }).map((hours) => new Date(MONDAY_TEN.getTime() + hours * 3_600_000)),
      dimensions: fc.constantFrom({}, { vendor: "Acme" }, { vendor: 'O\'Brien "&" Söhne', product_type: "" }, { currency: "JPY" }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(happening, { maxLength: 4 }), { maxLength: 6 }), async (batches) => {
        for (const batch of batches) await shop.tx((tx) => recordMetrics(tx, batch));
        expect(await shop.tx((tx) => tx.insights.differences())).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  test("that stand in the rollups but not in the facts are found", async () => {
    const increment = { metric: "late_rate" as Metric, dimension: "all", value: "", day: "2026-11-01", sum: 1, count: 3 } as const;
    await shop.tx((tx) => tx.insights.increment([increment]));
    expect(await shop.tx((tx) => tx.insights.differences())).toEqual([
      {
        metric: "late_rate",
        dimension: "all",
        value: "",
        day: "2026-11-01",
        expected: { sum: 0, count: 0 },
        stored: { sum: 1, count: 3 },
      },
    ]);
  });
});
