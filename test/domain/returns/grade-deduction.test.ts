import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deductionFor } from "#app/domain/returns/grade-deduction.ts";
import type { UnitsWorth } from "#app/domain/returns/refund-quote.ts";
import { gid } from "#app/domain/shared/gid.ts";
import { samePair, zeroPair } from "#app/domain/shared/money-pair.ts";

const worth = (minor: number, quantity: number): UnitsWorth => ({
  lineGid: gid("LineItem", "1"),
  quantity,
  priced: samePair(minor, "USD"),
  tax: zeroPair(samePair(minor, "USD")),
  paid: samePair(minor, "USD"),
});

describe("what the condition of goods costs", () => {
  test("one of two shirts for 44.00 that keeps a quarter: 5.50", () => {
    expect(deductionFor(worth(4400, 2), [{ quantity: 1, bp: 2_500 }, { quantity: 1, bp: 0 }])).toEqual(samePair(550, "USD")); // prettier-ignore
  });

  test("nothing without findings, everything at 100 %", () => {
    expect(deductionFor(worth(999, 3), [])).toEqual(samePair(0, "USD"));
    expect(deductionFor(worth(1000, 3), [{ quantity: 3, bp: 10_000 }])).toEqual(samePair(1000, "USD"));
  });

  test("is never more than was paid and never less than nothing, however many units are named", () => {
    const groups = fc.array(fc.record({ quantity: fc.integer({ min: 1, max: 9 }), bp: fc.integer({ min: 0, max: 10_000 }) }), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 9 }), groups, (minor, quantity, deductions) => {
        const kept = deductionFor(worth(minor, quantity), deductions).presentment.minor;
        expect(kept).toBeGreaterThanOrEqual(0);
        expect(kept).toBeLessThanOrEqual(minor);
      }),
    );
  });
});
