import type { Money } from "#app/domain/shared/money.ts";
import type { Decision, DecisionTerms } from "./decision.ts";
import type { OfferedResolution } from "./policy.ts";

/** How one decision can differ from another about the same item, most weighty first; locale files hold the words. */
export const DECISION_CHANGES = [
  "refused",
  "allowed",
  "other_refusal",
  "review_added",
  "review_dropped",
  "shorter_window",
  "longer_window",
  "offers",
  "fees",
  "photo",
  "label",
  "other_terms",
] as const;
export type DecisionChange = (typeof DECISION_CHANGES)[number];

/**
 * What `after` says differently from `before` about the same item; empty when both mean the same to the shopper, whichever rule
 * said it. A window of 30 days that becomes 14 is ["shorter_window"]; a refusal that stays one for another reason is
 * ["other_refusal"].
 */
export function compareDecisions(before: Decision, after: Decision): DecisionChange[] {
  if (before.terms === null || after.terms === null) return compareRefusals(before, after);
  const changes: DecisionChange[] = [];
  if (before.outcome !== after.outcome) changes.push(after.outcome === "review" ? "review_added" : "review_dropped");
  changes.push(...compareWindows(before.terms, after.terms), ...compareTerms(before.terms, after.terms));
  return changes;
}

function compareRefusals(before: Decision, after: Decision): DecisionChange[] {
  if (before.terms !== null) return ["refused"];
  if (after.terms !== null) return ["allowed"];
  return before.because === after.because && same(before.instead, after.instead) ? [] : ["other_refusal"];
}

/** No date is no limit: later than every date. */
function compareWindows({ eligibleUntilOn: before }: DecisionTerms, { eligibleUntilOn: after }: DecisionTerms): DecisionChange[] {
  if (before === after) return [];
  return before === null || (after !== null && after < before) ? ["shorter_window"] : ["longer_window"];
}

/** Compared one by one above and below; whatever else terms come to say is "other_terms". */
const KNOWN_TERMS: ReadonlySet<string> = new Set([
  "resolutions",
  "approval",
  "photo",
  "labelPaidBy",
  "areFeesWaived",
  "returnShippingFee",
  "eligibleUntilOn",
] satisfies (keyof DecisionTerms)[]);

function compareTerms(before: DecisionTerms, after: DecisionTerms): DecisionChange[] {
  const changes: DecisionChange[] = [];
  if (!hasSameOffers(before.resolutions, after.resolutions)) changes.push("offers");
  if (!hasSameFees(before, after)) changes.push("fees");
  if (before.photo !== after.photo) changes.push("photo");
  if (before.labelPaidBy !== after.labelPaidBy) changes.push("label");
  const [old, now]: Record<string, unknown>[] = [{ ...before }, { ...after }];
  const others = Object.keys({ ...old, ...now }).filter((name) => !KNOWN_TERMS.has(name));
  if (others.some((name) => !same(old?.[name], now?.[name]))) changes.push("other_terms");
  return changes;
}

/** Without their fees, which are compared on their own. */
function hasSameOffers(before: readonly OfferedResolution[], after: readonly OfferedResolution[]): boolean {
  if (before.length !== after.length) return false;
  return before.every((offer, index) => {
    const other = after[index];
    return (
      offer.kind === other?.kind &&
      offer.bonusBp === other.bonusBp &&
      offer.expectedDays === other.expectedDays &&
      offer.creditExpiresAfterDays === other.creditExpiresAfterDays
    );
  });
}

/** Only fees that would really be taken count, for the resolutions that both offer. */
function hasSameFees(before: DecisionTerms, after: DecisionTerms): boolean {
  return before.resolutions.every((offer) => {
    const other = after.resolutions.find(({ kind }) => kind === offer.kind);
    if (!other) return true;
    return restockingBp(before, offer) === restockingBp(after, other) && isSameMoney(shippingFee(before, offer), shippingFee(after, other));
  });
}

function restockingBp({ areFeesWaived }: DecisionTerms, { restockingFeeBp }: OfferedResolution): number {
  return areFeesWaived ? 0 : restockingFeeBp;
}

function shippingFee({ areFeesWaived, returnShippingFee }: DecisionTerms, offer: OfferedResolution): Money | null {
  const isTaken = !areFeesWaived && offer.takesReturnShippingFee && returnShippingFee !== null && returnShippingFee.minor > 0;
  return isTaken ? returnShippingFee : null;
}

function isSameMoney(left: Money | null, right: Money | null): boolean {
  return left?.minor === right?.minor && left?.currency === right?.currency;
}

/** Decisions are plain JSON, built with their keys in one order. */
function same(left: unknown, right: unknown): boolean {
  return left === right || (typeof left === "object" && JSON.stringify(left) === JSON.stringify(right));
}
