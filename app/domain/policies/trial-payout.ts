import type { Money } from "#app/domain/shared/money.ts";
import { add, basisPoints, min, subtract, zero } from "#app/domain/shared/money.ts";
import type { Decision } from "./decision.ts";
import type { OfferedResolution, ResolutionKind } from "./policy.ts";

/** What a decision would have cost the shop for goods that come back. All in the shop's currency; paid out = goods − fees + bonus. */
export interface TrialPayout {
  /** What the customer paid for the goods; nothing when they cannot come back, or come back to be repaired. */
  readonly goods: Money;
  /** Restocking and return shipping fees kept; never more than the goods. */
  readonly fees: Money;
  readonly bonus: Money;
}

export interface TrialWish {
  /** What was paid for the units, in the shop's currency. */
  readonly value: Money;
  /** What the shopper chose; null or no longer offered: the first that is offered. */
  readonly resolution: ResolutionKind | null;
  /** The return shipping fee is taken once per return: with its first item. */
  readonly takesReturnShippingFee: boolean;
}

/**
 * What a decision comes to for one item. 100.00 of goods as store credit with 5 % bonus, 10 % restocking fee and a return
 * shipping fee of 4.00: goods 100.00, fees 14.00, bonus 5.00, so 91.00 is paid out.
 */
export function payoutOf({ terms }: Decision, { value, resolution, takesReturnShippingFee }: TrialWish): TrialPayout {
  const nothing = zero(value.currency);
  if (terms === null) return { goods: nothing, fees: nothing, bonus: nothing };
  const offer = terms.resolutions.find(({ kind }) => kind === resolution) ?? terms.resolutions[0];
  if (!offer) return { goods: value, fees: nothing, bonus: nothing };
  if (offer.kind === "repair") return { goods: nothing, fees: nothing, bonus: nothing };
  const isShippingTaken = takesReturnShippingFee && offer.takesReturnShippingFee && !terms.areFeesWaived;
  const shipping = isShippingTaken && terms.returnShippingFee?.currency === value.currency ? terms.returnShippingFee : nothing;
  const restocking = terms.areFeesWaived ? nothing : share(value, offer.restockingFeeBp);
  return { goods: value, fees: min(value, add(restocking, shipping)), bonus: bonusOf(value, offer) };
}

/** What leaves the shop: goods − fees + bonus. */
export function paidOut({ goods, fees, bonus }: TrialPayout): Money {
  return add(subtract(goods, fees), bonus);
}

function bonusOf(value: Money, { bonusBp }: OfferedResolution): Money {
  return share(value, bonusBp);
}

function share(value: Money, points: number): Money {
  return points === 0 ? zero(value.currency) : basisPoints(value, points);
}
