import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  add,
  allocate,
  basisPoints,
  compare,
  fraction,
  money,
  negate,
  parseMoney,
  subtract,
  sum,
  times,
  toDecimal,
} from "#app/domain/shared/money.ts";

const currencies = fc.constantFrom("USD", "JPY", "KWD", "CNY");
const amounts = fc.tuple(fc.integer({ min: -1e12, max: 1e12 }), currencies).map(([minor, currency]) => money(minor, currency));
const sumOf = (parts: readonly { minor: number }[]) => parts.reduce((all, { minor }) => all + minor, 0);

describe("splitting an amount", () => {
  test("1.00 over three is 0.34, 0.33, 0.33", () => {
    expect(allocate(money(100, "USD"), [1, 1, 1]).map(({ minor }) => minor)).toEqual([34, 33, 33]);
  });

  test("the parts sum to the whole and none is a whole minor unit away from its exact share", () => {
    fc.assert(
      fc.property(amounts, fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 12 }), ({ minor, currency }, weights) => {
        const parts = allocate(money(minor, currency), weights);
        expect(sumOf(parts)).toBe(minor);
        const total = weights.reduce((all, weight) => all + BigInt(weight), 0n);
        if (total === 0n) return;
        parts.forEach((part, index) => {
          const off = BigInt(part.minor) * total - BigInt(minor) * BigInt(weights[index] ?? 0);
          expect((off < 0n ? -off : off) < total).toBe(true);
        });
      }),
    );
  });

  test("a part without weight gets nothing unless no part has any", () => {
    expect(allocate(money(100, "USD"), [0, 1]).map(({ minor }) => minor)).toEqual([0, 100]);
    expect(allocate(money(5, "JPY"), [0, 0]).map(({ minor }) => minor)).toEqual([3, 2]);
  });

  test("an amount to take back splits like its opposite", () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.array(fc.nat(100), { minLength: 1, maxLength: 5 }), (minor, weights) => {
        const positive = allocate(money(minor, "USD"), weights).map(negate);
        expect(allocate(money(-minor, "USD"), weights)).toEqual(positive);
      }),
    );
  });

  test.each([[[]], [[-1]], [[0.5]], [[NaN]]])("weights %j are a bug, not an amount", (weights) => {
    expect(() => allocate(money(1, "USD"), weights)).toThrow(RangeError);
  });
});

describe("a share of an amount", () => {
  test.each([
    [5, 1, 0],
    [15, 2, 2],
    [-5, -1, 0],
    [14, 1, 1],
    [16, 2, 2],
  ])("a tenth of %i is %i half-up and %i half-even", (minor, up, even) => {
    expect(fraction(money(minor, "USD"), [1, 10], "half-up").minor).toBe(up);
    expect(fraction(money(minor, "USD"), [1, 10], "half-even").minor).toBe(even);
  });

  test("250 bp of 80.00 is 2.00, and 10,000 bp is the whole", () => {
    expect(basisPoints(money(8_000, "USD"), 250)).toEqual(money(200, "USD"));
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(basisPoints(amount, 10_000)).toEqual(amount);
      }),
    );
  });

  test("is never more than half a minor unit from the exact share, however large the amount", () => {
    fc.assert(
      fc.property(amounts, fc.nat(100_000), fc.integer({ min: 1, max: 100_000 }), (amount, numerator, denominator) => {
        const { minor } = amount;
        fc.pre(Math.abs(minor) * numerator < 1e15 * denominator);
        const off =
          2n * (BigInt(fraction(amount, [numerator, denominator]).minor) * BigInt(denominator) - BigInt(minor) * BigInt(numerator));
        expect((off < 0n ? -off : off) <= BigInt(denominator)).toBe(true);
      }),
    );
  });
});

describe("reading and writing Shopify's decimals", () => {
  test.each([
    ["12.50", "USD", 1_250],
    ["12.5", "USD", 1_250],
    ["-0.07", "USD", -7],
    ["1250", "JPY", 1_250],
    ["1250.0", "JPY", 1_250],
    ["1.250", "KWD", 1_250],
    ["90071992547409.91", "USD", Number.MAX_SAFE_INTEGER],
  ])("%s %s", (text, currency, minor) => {
    expect(parseMoney(text, currency)).toEqual(money(minor, currency));
  });

  test("what was written is read back as it was, in every number of digits", () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(parseMoney(toDecimal(amount), amount.currency)).toEqual(amount);
      }),
    );
  });

  test.each([
    ["12.505", "USD"],
    ["0.5", "JPY"],
    ["1e3", "USD"],
    ["", "USD"],
    ["1,50", "USD"],
    ["90071992547409.92", "USD"],
    ["1.00", "usd"],
  ])("%j %s is refused rather than rounded or guessed", (text, currency) => {
    expect(() => parseMoney(text, currency)).toThrow(RangeError);
  });
});

describe("adding and comparing", () => {
  test("two currencies never meet", () => {
    const [usd, eur] = [money(1, "USD"), money(1, "EUR")];
    for (const mix of [add, subtract, compare]) expect(() => mix(usd, eur)).toThrow(RangeError);
    expect(() => sum([usd, eur], "USD")).toThrow(RangeError);
  });

  test("an empty sum is nothing, a product is exact, and there is no minus nothing", () => {
    expect(sum([], "KWD")).toEqual(money(0, "KWD"));
    expect(times(money(1_999, "USD"), 3)).toEqual(money(5_997, "USD"));
    expect(Object.is(negate(money(0, "USD")).minor, 0)).toBe(true);
  });

  test.each([0.1, NaN, Infinity, 2 ** 53])("%d minor units are a bug, not an amount", (minor) => {
    expect(() => money(minor, "USD")).toThrow(RangeError);
  });
});
