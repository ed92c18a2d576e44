import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { declareGoods, needsCustoms } from "#app/domain/labels/customs.ts";
import { money } from "#app/domain/shared/money.ts";
import { must } from "#test/builders/a-shopper.ts";

const shirts = { title: "Shirt", quantity: 2, value: money(4400, "USD"), tariffCode: "6205.20", origin: "PT" };
const throwOf = { title: "Wool Throw", quantity: 1, value: money(8900, "USD"), tariffCode: "6301.20", origin: "GB" };

describe("a parcel that crosses a border", () => {
  test.each([
    ["US", "US", false],
    ["DE", "FR", false],
    ["DE", "US", true],
    ["GB", "IE", true],
    ["NO", "SE", true],
  ])("from %s to %s is declared: %s", (from, to, isDeclared) => {
    expect(needsCustoms(from, to)).toBe(isDeclared);
    expect(needsCustoms(to, from)).toBe(isDeclared);
  });

  test("is declared with every product, its value and its share of the weight", () => {
    expect(must(declareGoods([shirts, throwOf], 1_000))).toEqual([
      { ...shirts, grams: 666 },
      { ...throwOf, grams: 333 },
    ]);
  });

  test("names each product once for which something is missing", () => {
    const bare = { title: "Saddle Belt", quantity: 1, value: money(3500, "USD") };
    const declared = declareGoods([shirts, bare, bare, { ...bare, title: "Cap", origin: "IT" }], 1_000);
    expect(declared).toMatchObject({ error: { message: "Saddle Belt: HS code, country of origin\nCap: HS code" } });
  });

  test("is never declared heavier than it is", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 1, max: 70_000 }),
        (counts, grams) => {
          const lines = must(
            declareGoods(
              counts.map((quantity) => ({ ...shirts, quantity })),
              grams,
            ),
          );
          expect(lines.reduce((sum, line) => sum + line.grams, 0)).toBeLessThanOrEqual(grams);
        },
      ),
    );
  });
});
