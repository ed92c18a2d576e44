import type { Money } from "./money.ts";
import { add, atLeastZero, min, money, negate, subtract, zero } from "./money.ts";

/**
 * One amount seen twice: in the shop's own currency and in the currency the customer was charged in ("presentment"). Both
 * come from Shopify side by side; neither is ever computed from the other where Shopify gave both.
 */
export interface MoneyPair {
  readonly shop: Money;
  readonly presentment: Money;
}

/** Which of the two amounts. */
export type MoneySide = keyof MoneyPair;

/** Applies one calculation to each side on its own, so every rule holds in both currencies. */
export function pairOf(calculate: (side: MoneySide) => Money): MoneyPair {
  return { shop: calculate("shop"), presentment: calculate("presentment") };
}

/** Nothing, in the two currencies of `like`. */
export function zeroPair(like: MoneyPair): MoneyPair {
  return pairOf((side) => zero(like[side].currency));
}

/** Adds side by side. */
export function addPairs(left: MoneyPair, right: MoneyPair): MoneyPair {
  return pairOf((side) => add(left[side], right[side]));
}

/** Takes the second from the first, side by side. */
export function subtractPairs(left: MoneyPair, right: MoneyPair): MoneyPair {
  return pairOf((side) => subtract(left[side], right[side]));
}

/** Adds up a list; an empty list is nothing in the two currencies of `like`. */
export function sumPairs(pairs: readonly MoneyPair[], like: MoneyPair): MoneyPair {
  return pairs.reduce(addPairs, zeroPair(like));
}

/** Flips both signs. */
export function negatePair(pair: MoneyPair): MoneyPair {
  return pairOf((side) => negate(pair[side]));
}

/** The smaller amount on each side. */
export function minPair(left: MoneyPair, right: MoneyPair): MoneyPair {
  return pairOf((side) => min(left[side], right[side]));
}

/** Negative amounts become zero on each side. */
export function pairAtLeastZero(pair: MoneyPair): MoneyPair {
  return pairOf((side) => atLeastZero(pair[side]));
}

/** Whether both sides are nothing. */
export function isZeroPair(pair: MoneyPair): boolean {
  return pair.shop.minor === 0 && pair.presentment.minor === 0;
}

/** An amount that is the same on both sides, for an order placed in the shop's own currency: `samePair(1250, "USD")`. */
export function samePair(minor: number, currency: string): MoneyPair {
  return { shop: money(minor, currency), presentment: money(minor, currency) };
}
