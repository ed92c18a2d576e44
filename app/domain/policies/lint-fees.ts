import type { Money } from "#app/domain/shared/money.ts";
import { basisPoints, compare, max } from "#app/domain/shared/money.ts";
import type { Finding, LintedShop } from "./lint-finding.ts";
import type { Reach } from "./lint-reach.ts";
import { valuesOf } from "./lint-space.ts";
import type { EligibleOutcome, OfferedResolution, Policy } from "./policy.ts";

/**
 * Fees that leave the shopper nothing. A refund of P loses the restocking share and the return shipping fee F, so nothing is left where
 * P x (1 - share) <= F: with F 9.00 and 10 % restocking that is every item up to 10.00. "Takes all" when the rule's own price
 * limit allows no dearer item, else "may take all" when the shop sold something that cheap.
 */
export function lintFees(policy: Policy, reaches: readonly Reach[], shop: LintedShop): Finding[] {
  return reaches.flatMap((reach) => (reach.outcome.kind === "eligible" ? feesOf(reach, reach.outcome, { policy, shop }) : []));
}

interface Linted {
  readonly policy: Policy;
  readonly shop: LintedShop;
}

function feesOf(reach: Reach, outcome: EligibleOutcome, { policy, shop }: Linted): Finding[] {
  if ((reach.left ?? reach.own ?? []).length === 0) return [];
  const nothing = { minor: 0, currency: policy.currency };
  const highest = outcome.returnShippingFees.map(({ amount }) => amount).reduce((one, other) => max(one, other), nothing);
  const dearest = dearestPrice(reach);
  return outcome.resolutions.flatMap((offer): Finding[] => {
    const fee = offer.takesReturnShippingFee ? highest : nothing;
    const params = { rule: reach.rule?.name ?? "", resolution: offer.kind, fee };
    const ruleId = reach.rule?.id ?? null;
    if (leavesNothing(offer, fee, { minor: dearest, currency: policy.currency })) {
      return [{ code: "fee_takes_all", tone: "problem", ruleId, params }];
    }
    const { cheapest } = shop;
    if (cheapest === null || fee.minor === 0 || !isAllowed(reach, cheapest) || !leavesNothing(offer, fee, cheapest)) return [];
    return [{ code: "fee_may_take_all", tone: "advice", ruleId, params: { ...params, cheapest } }];
  });
}

/** 100 % restocking leaves nothing of any price. */
function leavesNothing({ restockingFeeBp }: OfferedResolution, fee: Money, price: Money): boolean {
  if (restockingFeeBp === 10_000) return true;
  if (fee.minor === 0 || !Number.isFinite(price.minor)) return false;
  const left = { ...price, minor: price.minor - basisPoints(price, restockingFeeBp).minor };
  return compare(left, fee) <= 0;
}

/** The highest price of an item that the rule can decide about; Infinity when there is no limit. */
function dearestPrice({ own }: Reach): number {
  return Math.max(...(own ?? [new Map()]).map((box) => Math.max(-Infinity, ...rangesOf(box).map(([, to]) => to))));
}

function isAllowed({ left, own }: Reach, { minor }: Money): boolean {
  return (left ?? own ?? []).some((box) => rangesOf(box).some(([from, to]) => minor >= from && minor <= to));
}

function rangesOf(box: Parameters<typeof valuesOf>[0]) {
  const prices = valuesOf(box, "unit_price");
  return prices.kind === "number" ? prices.ranges : [];
}
