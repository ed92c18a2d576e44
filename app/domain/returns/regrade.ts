import type { CompiledPolicy } from "#app/domain/policies/compile-policy.ts";
import { decide } from "#app/domain/policies/decide.ts";
import type { Decision, DecisionTerms } from "#app/domain/policies/decision.ts";
import type { OfferedResolution, ResolutionKind } from "#app/domain/policies/policy.ts";
import { flattened } from "#app/domain/policies/policy-condition.ts";
import type { LineItemGid } from "#app/domain/shared/gid.ts";
import type { ResolutionQuote } from "./resolution-quote.ts";
import type { ReturnStatus } from "./return-status.ts";

/** Where a return stands whose policy looks at the condition of its goods, once that is known. */
export const REGRADE_STATES = ["applied", "waiting", "kept", "ruled", "told"] as const;

/**
 * "applied": all of it is better for the shopper and holds by itself; "waiting" for staff, because some of it is worse; "kept": staff left what
 * was agreed; "ruled": staff applied the rule; "told": it was paid before its goods were seen, so that staff are told and nothing changes.
 */
export type RegradeState = (typeof REGRADE_STATES)[number];

/** What the condition of a return's goods changes about it. */
export interface Regrade {
  readonly state: RegradeState;
  /** Units to which nothing changes are not named. */
  readonly units: readonly RegradedUnits[];
}

/** Units of one line and one grade. */
export interface RegradedUnits {
  readonly lineGid: LineItemGid;
  readonly gradeId: string;
  /** The decision that was taken again, with the grade among its facts. */
  readonly decisionId: string;
  readonly effect: "better" | "worse";
  /** What the shopper loses by it of what was paid for the units, in basis points; less than nothing is won. A fee for the way back is not in it. */
  readonly lossBp: number;
  /** What the rule grants; null when it grants nothing. */
  readonly terms: DecisionTerms | null;
  readonly becomes: Becomes;
}

/** What units become by the rule: a resolution, nothing at all, or something that needs a return of its own. */
export type Becomes = ResolutionKind | "nothing" | "not_possible";

/** What a shopper agreed to for some units, and what is possible instead. */
export interface Agreement {
  readonly agreed: DecisionTerms;
  readonly kind: ResolutionKind;
  /** Money and credit that can be given in this return. */
  readonly possible: readonly ResolutionKind[];
  /** Another order of the same parcel bears the fee for the way back. */
  readonly isFeeElsewhere: boolean;
}

/** Whether any rule of a policy looks at the condition of the goods. */
export function looksAtCondition({ policy: { rules } }: CompiledPolicy): boolean {
  const enabled = rules.filter(({ isEnabled }) => isEnabled);
  return flattened(enabled.flatMap(({ conditions }) => conditions)).some(({ on }) => on === "inspected_condition");
}

/** The same decision on the same version and the same facts, but that the goods were found to be of this grade. */
export function decideAgain(compiled: CompiledPolicy, { factsUsed }: Decision, gradeId: string): Decision {
  return decide(compiled, { ...factsUsed, inspectedCondition: gradeId });
}

/**
 * What a decision that was taken again changes for the shopper; undefined when nothing. Anything that is worse (a fee, a bonus, the days that credit
 * lasts, a resolution that is not granted any more) makes it worse, whatever else is better. Whether outbound shipping, duties and tip are paid
 * back is left as it was agreed: that hangs on whose fault it is and on the whole order, not on the condition.
 *
 * Agreed a refund with a fee of 10 %: granted with 20 % it is worse, without a fee better, with 10 % nothing changes; granted as store credit
 * alone it is worse and becomes store credit.
 */
export function regradedTo(
  { terms }: Pick<Decision, "terms">,
  agreement: Agreement,
): Pick<RegradedUnits, "effect" | "lossBp" | "terms" | "becomes"> | undefined {
  const { agreed, kind } = agreement;
  if (terms === null) return { effect: "worse", lossBp: 10_000, terms: null, becomes: "nothing" };
  const granted = withAgreedExtras(terms, agreed);
  const [before, after] = [offerOf(agreed, kind), offerOf(granted, kind)];
  if (!before) return undefined;
  if (!after) {
    const instead = granted.resolutions.find((offer) => agreement.possible.includes(offer.kind));
    const lossBp = instead ? loss([agreed, before], [granted, instead]) : 0;
    return { effect: "worse", lossBp, terms: granted, becomes: instead?.kind ?? "not_possible" };
  }
  const lossBp = loss([agreed, before], [granted, after]);
  const steps = [
    restocking(agreed, before) - restocking(granted, after),
    ...(agreement.isFeeElsewhere ? [] : [wayBack(agreed, before) - wayBack(granted, after)]),
    after.bonusBp - before.bonusBp,
    lasts(after) - lasts(before),
  ];
  if (steps.some((step) => step < 0)) return { effect: "worse", lossBp, terms: granted, becomes: kind };
  return steps.some((step) => step > 0) ? { effect: "better", lossBp, terms: granted, becomes: kind } : undefined;
}

function withAgreedExtras({ refundsDuties: _duties, refundsTip: _tip, ...terms }: DecisionTerms, agreed: DecisionTerms): DecisionTerms {
  const { refundsShipping, refundsDuties, refundsTip } = agreed;
  return { ...terms, refundsShipping, ...(refundsDuties ? { refundsDuties } : {}), ...(refundsTip ? { refundsTip } : {}) };
}

/** Whether staff have to choose: something is worse for the shopper. */
export function isForStaff(units: readonly Pick<RegradedUnits, "effect">[]): boolean {
  return units.some(({ effect }) => effect === "worse");
}

/** Whether a choice of staff is still awaited: one that ended some other way, or was paid by hand, waits for nothing. */
export function awaitsChoice({ status, regrade }: { readonly status: ReturnStatus; readonly regrade?: Regrade }): boolean {
  return regrade?.state === "waiting" && status === "inspected";
}

/** Whether staff may apply the rule: all that is worse can be done in this very return. */
export function canApplyRule({ units }: Pick<Regrade, "units">): boolean {
  return units.every(({ becomes }) => becomes !== "not_possible");
}

/** Of what was regraded, what counts when the return is settled: the better always, the worse once staff applied the rule. */
export function countingUnits({ state, units }: Regrade): readonly RegradedUnits[] {
  if (state === "told") return [];
  return units.filter(({ effect }) => effect === "better" || state === "ruled");
}

/**
 * Whether another order of the same parcel bears the fee for the way back of these units: their return came with others, or their terms ask for
 * a fee that what was agreed does not take.
 */
export function isFeeElsewhere(
  { joinedTo, quote }: { readonly joinedTo?: string; readonly quote: ResolutionQuote },
  agreed: DecisionTerms,
  kind: ResolutionKind,
): boolean {
  const offer = offerOf(agreed, kind);
  const takesFee = quote.parts.some((part) => part.kind === "return_shipping_fee");
  return joinedTo !== undefined || (!takesFee && offer !== undefined && wayBack(agreed, offer) > 0);
}

function offerOf({ resolutions }: DecisionTerms, kind: ResolutionKind): OfferedResolution | undefined {
  return resolutions.find((offer) => offer.kind === kind);
}

type Offered = readonly [terms: DecisionTerms, offer: OfferedResolution];

/** Fee 10 % becomes 20 % and bonus 5 % becomes none: 1,500. */
function loss(before: Offered, after: Offered): number {
  return restocking(...after) - restocking(...before) + before[1].bonusBp - after[1].bonusBp;
}

/** In basis points. */
function restocking({ areFeesWaived }: DecisionTerms, { restockingFeeBp }: OfferedResolution): number {
  return areFeesWaived ? 0 : restockingFeeBp;
}

/** In minor units of the shop's currency. */
function wayBack({ areFeesWaived, returnShippingFee }: DecisionTerms, { takesReturnShippingFee }: OfferedResolution): number {
  return areFeesWaived || !takesReturnShippingFee ? 0 : (returnShippingFee?.minor ?? 0);
}

/** Days that credit lasts; for ever is longer than the longest. */
function lasts({ creditExpiresAfterDays }: OfferedResolution): number {
  return creditExpiresAfterDays ?? Number.MAX_SAFE_INTEGER;
}
