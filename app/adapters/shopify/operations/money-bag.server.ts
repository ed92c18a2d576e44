import type { MoneyPair } from "#app/domain/shared/money-pair.ts";
import { sumPairs } from "#app/domain/shared/money-pair.ts";
import type { Money } from "#app/domain/shared/money.ts";
import { parseMoney, toDecimal } from "#app/domain/shared/money.ts";

interface AmountNode {
  readonly amount: unknown;
  readonly currencyCode: string;
}

/** A `MoneyBag` as operations select it. */
export interface BagNode {
  readonly shopMoney: AmountNode;
  readonly presentmentMoney: AmountNode;
}

/** Both sides of a money bag. */
export function pair(bag: BagNode): MoneyPair {
  return { shop: amountOf(bag.shopMoney), presentment: amountOf(bag.presentmentMoney) };
}

/** The sum of several bags, in the currencies of `like`. */
export function sumOf(bags: readonly BagNode[], like: MoneyPair): MoneyPair {
  return sumPairs(bags.map(pair), like);
}

/** What `MoneyInput` takes. */
export function moneyInput(amount: Money): { amount: string; currencyCode: never } {
  return { amount: toDecimal(amount), currencyCode: amount.currency as never };
}

function amountOf({ amount, currencyCode }: AmountNode): Money {
  return parseMoney(String(amount), currencyCode);
}
