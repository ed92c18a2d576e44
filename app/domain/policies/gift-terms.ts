import type { DecisionTerms } from "./decision.ts";
import type { OfferedResolution } from "./policy.ts";
import { CREDIT_KINDS } from "./policy.ts";

/**
 * What a policy grants to the receiver of a gift. Never the original payment, which would pay the giver and tell them: store credit or a gift
 * card in the receiver's own name, each as the policy offers it, or else as it offers a refund. No bonus, so that what is paid is what the
 * giver paid for the goods after discounts, less the policy's fees; neither duties nor tips, which the receiver never paid; and nothing at the
 * carrier's first scan. Null where the policy gives no money back.
 *
 * Refund with 10 % kept, credit with 5 % on top: store credit without a bonus, or a gift card with 10 % kept.
 */
export function giftTerms(terms: DecisionTerms): DecisionTerms | null {
  const { paysAtFirstScan: _scan, paysAtFirstScanUpTo: _upTo, refundsDuties: _duties, refundsTip: _tip, ...rest } = terms;
  const refund = terms.resolutions.find(({ kind }) => kind === "refund");
  const resolutions = CREDIT_KINDS.flatMap((kind): OfferedResolution[] => {
    const offer = terms.resolutions.find((one) => one.kind === kind) ?? refund;
    return offer ? [{ ...offer, kind, bonusBp: 0 }] : [];
  });
  return resolutions.length === 0 ? null : { ...rest, resolutions };
}
