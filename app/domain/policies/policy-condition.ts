import type { Money } from "#app/domain/shared/money.ts";

/**
 * One thing that must hold about an item for a rule to apply. `isNegated` turns it round. Texts are compared without regard to
 * case. A fact that is not known yet (no reason chosen, no customer) meets no condition, and so meets every negated one.
 */
export type PolicyCondition = (ListCondition | PriceCondition | RangeCondition | FlagCondition) & { readonly isNegated: boolean };

/** Holds when the fact is one of these; for tags, when the item or customer has at least one of these. */
export interface ListCondition {
  readonly on: "product_type" | "product_tag" | "vendor" | "country" | "reason" | "customer_tag";
  readonly oneOf: readonly string[];
}

/** Holds when one unit, after discounts and in the shop's currency, costs from `atLeast` to `atMost`, both included; null is open. */
export interface PriceCondition {
  readonly on: "unit_price";
  readonly atLeast: Money | null;
  readonly atMost: Money | null;
}

/** Holds from `atLeast` to `atMost`, both included; null is open. Discount share in basis points, days whole, quantity in units. */
export interface RangeCondition {
  readonly on: "discount_share_bp" | "days_since_delivery" | "quantity";
  readonly atLeast: number | null;
  readonly atMost: number | null;
}

/** Holds when the item is what the name says. */
export interface FlagCondition {
  readonly on: "is_gift_card" | "is_digital";
}

/** Every fact a condition can look at, in the order the editor offers them. */
export const CONDITION_SUBJECTS = [
  "product_type",
  "product_tag",
  "vendor",
  "unit_price",
  "discount_share_bp",
  "days_since_delivery",
  "quantity",
  "country",
  "reason",
  "customer_tag",
  "is_gift_card",
  "is_digital",
] as const satisfies readonly PolicyCondition["on"][];
