import type { DecisionTerms } from "#app/domain/policies/decision.ts";
import type { OfferedResolution, ResolutionKind } from "#app/domain/policies/policy.ts";

/** What a repair that failed can become: money and credit. The goods are with the shop, so that nothing is kept; other goods need a return of their own. */
export const INSTEAD_OF_REPAIR: readonly ResolutionKind[] = ["refund", "store_credit", "gift_card"];

/** A refund as it was paid, for a rule that does not offer one. */
const PLAIN_REFUND: OfferedResolution = {
  kind: "refund",
  bonusBp: 0,
  restockingFeeBp: 0,
  takesReturnShippingFee: false,
  expectedDays: 5,
  creditExpiresAfterDays: null,
};

/**
 * What was granted, once the goods turned out to be beyond repair: no fee is taken, because the customer asked for none of this, and the
 * money may always be given back.
 *
 * Repair or store credit with 10 % on top: store credit with 10 %, or a refund. Repair alone: a refund.
 */
export function termsAfterRepair(terms: DecisionTerms): DecisionTerms {
  const { paysAtFirstScan: _arrived, paysAtFirstScanUpTo: _limit, ...rest } = terms;
  const offered = terms.resolutions.filter(({ kind }) => INSTEAD_OF_REPAIR.includes(kind));
  const hasRefund = offered.some(({ kind }) => kind === "refund");
  return { ...rest, resolutions: hasRefund ? offered : [...offered, PLAIN_REFUND], areFeesWaived: true, returnShippingFee: null };
}

/**
 * Of what the items can become after a repair that failed, what the customer is asked to choose from: what their rules offered beside the
 * repair, and the money back where that is nothing. Staff may choose any.
 */
export function offeredToShopper(possible: readonly ResolutionKind[], granted: readonly DecisionTerms[]): ResolutionKind[] {
  const offered = possible.filter((kind) => granted.every(({ resolutions }) => resolutions.some((offer) => offer.kind === kind)));
  return offered.length > 0 ? offered : possible.filter((kind) => kind === "refund");
}
