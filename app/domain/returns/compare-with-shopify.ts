import type { MoneyPair } from "#app/domain/shared/money-pair.ts";
import { subtractPairs } from "#app/domain/shared/money-pair.ts";

export type Comparison = { readonly kind: "agree" } | { readonly kind: "disagree"; readonly difference: MoneyPair };

/**
 * Holds our figure against the one Shopify suggests, before anything is paid. They agree when the customer's own currency is
 * equal to the minor unit: that is the money that moves. The shop's side is Shopify's conversion of it, rounded its own way,
 * and alone stops nothing. `difference` is ours less Shopify's.
 *
 * Ours 75.00, Shopify's 74.99: disagree by 0.01, so nothing is paid and staff look at it.
 */
export function compareWithShopify(ours: MoneyPair, shopifys: MoneyPair): Comparison {
  const difference = subtractPairs(ours, shopifys);
  return difference.presentment.minor === 0 ? { kind: "agree" } : { kind: "disagree", difference };
}
