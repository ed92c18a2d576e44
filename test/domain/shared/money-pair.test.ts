import fc from "fast-check";
import { expect, test } from "vitest";
import type { MoneyPair } from "#app/domain/shared/money-pair.ts";
import {
  addPairs,
  isZeroPair,
  minPair,
  negatePair,
  pairAtLeastZero,
  samePair,
  subtractPairs,
  sumPairs,
  zeroPair,
} from "#app/domain/shared/money-pair.ts";
import { money } from "#app/domain/shared/money.ts";

const pairs = fc
  .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: -1_000_000, max: 1_000_000 }))
  .map(([shop, presentment]): MoneyPair => ({ shop: money(shop, "USD"), presentment: money(presentment, "JPY") }));

test("what is added and taken again leaves both sides as they were", () => {
  fc.assert(
    fc.property(pairs, pairs, (a, b) => {
      expect(subtractPairs(addPairs(a, b), b)).toEqual(a);
    }),
  );
});

test("a sum starts from nothing in the right currencies", () => {
  fc.assert(
    fc.property(fc.array(pairs), (list) => {
      const total = sumPairs(list, { shop: money(1, "USD"), presentment: money(1, "JPY") });
      expect(total.shop.minor).toBe(list.reduce((all, { shop }) => all + shop.minor, 0));
      expect(total.presentment.currency).toBe("JPY");
    }),
  );
});

test("each side is compared and floored on its own", () => {
  const mixed = { shop: money(-5, "USD"), presentment: money(7, "JPY") };
  expect(pairAtLeastZero(mixed)).toEqual({ shop: money(0, "USD"), presentment: money(7, "JPY") });
  expect(minPair(mixed, zeroPair(mixed))).toEqual({ shop: money(-5, "USD"), presentment: money(0, "JPY") });
  expect(negatePair(mixed)).toEqual({ shop: money(5, "USD"), presentment: money(-7, "JPY") });
  expect([isZeroPair(mixed), isZeroPair(samePair(0, "USD"))]).toEqual([false, true]);
});
