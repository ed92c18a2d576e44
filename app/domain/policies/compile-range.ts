import type { Money } from "#app/domain/shared/money.ts";
import { unreachable } from "#app/domain/shared/result.ts";
import type { PriceCondition, RangeCondition } from "./policy-condition.ts";
import type { Predicate } from "./probe.ts";

/** An amount within the bounds, both included. One in another currency than the policy's meets no such condition. */
export function isPriced({ on, atLeast, atMost }: PriceCondition): Predicate {
  const from = atLeast?.minor ?? -Infinity;
  const to = atMost?.minor ?? Infinity;
  const currency = (atLeast ?? atMost)?.currency;
  const isWithin = (amount: Money | undefined) =>
    amount !== undefined && amount.minor >= from && amount.minor <= to && amount.currency === currency;
  return on === "unit_price" ? ({ facts }) => isWithin(facts.unitPrice) : ({ facts }) => isWithin(facts.orderValue);
}

/** A figure within the bounds, both included. Days since a delivery that has not been are within none. */
export function isInRange({ on, atLeast, atMost }: RangeCondition): Predicate {
  const from = atLeast ?? -Infinity;
  const to = atMost ?? Infinity;
  switch (on) {
    case "discount_share_bp":
      return ({ facts }) => facts.discountShareBp >= from && facts.discountShareBp <= to;
    case "quantity":
      return ({ facts }) => facts.quantity >= from && facts.quantity <= to;
    case "days_since_delivery":
      return ({ facts: { daysSinceDelivery: days } }) => days !== null && days >= from && days <= to;
    case "past_return_share_bp":
      return ({ facts: { pastReturnShareBp: share } }) =>
        share === null || share === undefined ? undefined : share >= from && share <= to;
    default:
      return unreachable(on);
  }
}
