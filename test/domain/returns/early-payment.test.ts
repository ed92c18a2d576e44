import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isPaidAtFirstScan, paidTooMuch } from "#app/domain/returns/early-payment.ts";
import { money } from "#app/domain/shared/money.ts";

const usd = (minor: number) => money(minor, "USD");
const early = (limit?: number) => ({ paysAtFirstScan: true, ...(limit === undefined ? {} : { paysAtFirstScanUpTo: usd(limit) }) });

describe("paid as soon as the carrier has scanned it", () => {
  test("when every item's rule says so, up to the smallest limit", () => {
    expect(isPaidAtFirstScan("refund", [early(10_000), early()], usd(10_000))).toBe(true);
    expect(isPaidAtFirstScan("refund", [early(10_000), early()], usd(10_001))).toBe(false);
    expect(isPaidAtFirstScan("refund", [early(), {}], usd(100))).toBe(false);
  });

  test("a limit in another currency lets nothing through", () => {
    expect(isPaidAtFirstScan("refund", [{ paysAtFirstScan: true, paysAtFirstScanUpTo: money(10_000, "EUR") }], usd(1))).toBe(false);
  });

  test.each(["exchange", "replacement", "keep_it"] as const)("%s never is", (kind) => {
    expect(isPaidAtFirstScan(kind, [early()], usd(100))).toBe(false);
  });

  test("a return that pays nothing is not", () => {
    expect(isPaidAtFirstScan("refund", [early()], usd(0))).toBe(false);
    expect(isPaidAtFirstScan("refund", [], usd(100))).toBe(false);
  });
});

describe("what was paid too much", () => {
  test("is the price of what did not come and what the condition of the rest would have kept", () => {
    const line = { amount: usd(6000), quantity: 3, receivedQuantity: 2, deductions: [{ quantity: 1, bp: 2_500 }] };
    expect(paidTooMuch([line], "USD")).toEqual(usd(2500));
  });

  test("is never less than nothing or more than was paid", () => {
    const line = fc.record({
      amount: fc.integer({ min: 0, max: 1_000_000 }).map(usd),
      quantity: fc.integer({ min: 1, max: 20 }),
      receivedQuantity: fc.integer({ min: 0, max: 20 }),
      deductions: fc.array(fc.record({ quantity: fc.integer({ min: 1, max: 20 }), bp: fc.integer({ min: 0, max: 10_000 }) }), {
        maxLength: 4,
      }),
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), (lines) => {
        const tooMuch = paidTooMuch(lines, "USD").minor;
        expect(tooMuch).toBeGreaterThanOrEqual(0);
        expect(tooMuch).toBeLessThanOrEqual(lines.reduce((all, { amount }) => all + amount.minor, 0));
        const [first] = lines;
        if (first) expect(paidTooMuch([{ ...first, receivedQuantity: 0 }], "USD")).toEqual(first.amount);
      }),
    );
  });
});
