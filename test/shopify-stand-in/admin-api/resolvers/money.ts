import { decimal, type Amount, type Bag } from "../../money/amount.ts";

export function moneyV2(amount: Amount): { amount: string; currencyCode: string } {
  return { amount: decimal(amount), currencyCode: amount.currency };
}

export function moneyBag(value: Bag): {
  shopMoney: { amount: string; currencyCode: string };
  presentmentMoney: { amount: string; currencyCode: string };
} {
  return { shopMoney: moneyV2(value.shop), presentmentMoney: moneyV2(value.presentment) };
}
