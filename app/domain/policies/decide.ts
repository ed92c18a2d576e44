import { addDays } from "#app/domain/shared/time.ts";
import { probeOf } from "./probe.ts";
import type { CompiledPolicy, CompiledRule } from "./compile-policy.ts";
import type { Decision, DecisionFacts, DecisionTerms } from "./decision.ts";
import type { Explained } from "./explanation.ts";
import { giftTerms } from "./gift-terms.ts";
import type { Alternative, EligibleOutcome, OfferedResolution } from "./policy.ts";
import { unknownFacts } from "./unknown-facts.ts";

/**
 * Says whether one line item may come back and on which terms: the first rule whose conditions all hold decides, else the
 * policy's `otherwise`; before any rule, an item that was never sent or has no units left cannot come back. It reads nothing
 * but the two arguments, so stored facts and the stored version give the same answer for ever.
 *
 * A rule that cannot be told to hold, because a fact is unknown, is passed over and the explanation says so; when the answer would
 * then be no and the rule passed over would have said yes, its terms hold and staff review them: nothing is guessed for the shop.
 *
 * The receiver of a gift has longer by the gift's days and is granted a gift's terms; where the policy has none it is "not_returnable".
 *
 * Window of 30 days, delivered on 2026-03-01: 2026-03-31 is the last day ("eligible"), 2026-04-01 is "window_closed".
 */
export function decide(compiled: CompiledPolicy, facts: DecisionFacts): Decision {
  if (facts.deliveryBasis === "not_sent") return decidedByOrder(compiled, facts, "not_sent");
  if (facts.quantityLeft < 1) return decidedByOrder(compiled, facts, "nothing_left");
  const { rule, passedOver } = firstMatch(compiled, facts);
  const decision = decidedBy(compiled, rule, facts);
  if (passedOver === null) return decision;
  const notes = passedOver.flatMap((rule) => unknown(rule, facts));
  const kinder = decision.terms === null ? grantingRule(compiled, passedOver, facts) : null;
  if (kinder === null) return { ...decision, explanation: [...notes, ...decision.explanation] };
  return { ...kinder, explanation: [...notes, { code: "review_for_unknown", params: {} }, ...kinder.explanation] };
}

/** The reasons that would let an item come back which cannot without one: "report a fault" is offered only when this is not empty. */
export function reasonsThatAllow(compiled: CompiledPolicy, facts: DecisionFacts): string[] {
  return compiled.policy.reasons
    .map(({ code }) => code)
    .filter((reason) => decide(compiled, { ...facts, reason }).outcome !== "ineligible");
}

const INSTEAD = {
  not_sent: ["ask_to_cancel", "ask_question"],
  nothing_left: ["ask_question"],
  window_closed: ["ask_question"],
} as const satisfies Record<string, readonly Alternative[]>;

interface Match {
  readonly rule: CompiledRule;
  /** Rules before it that could not be told to hold; null for none. */
  readonly passedOver: readonly CompiledRule[] | null;
}

function firstMatch({ rules, otherwise }: CompiledPolicy, facts: DecisionFacts): Match {
  const probe = probeOf(facts);
  let passedOver: CompiledRule[] | null = null;
  for (const rule of rules) {
    const holds = rule.matches(probe);
    if (holds) return { rule, passedOver };
    if (holds === undefined) (passedOver ??= []).push(rule);
  }
  return { rule: otherwise, passedOver };
}

/** What the first of these rules that says yes would grant, once staff agree. */
function grantingRule(compiled: CompiledPolicy, rules: readonly CompiledRule[], facts: DecisionFacts): Decision | null {
  const granted = rules.map((rule) => decidedBy(compiled, rule, facts)).find(({ terms }) => terms !== null);
  return granted?.terms ? { ...granted, outcome: "review", terms: { ...granted.terms, approval: "review" } } : null;
}

/** The condition of goods that nobody has seen yet is no fault of anybody's: it is told apart from what could not be found out. */
function unknown({ name, conditions }: CompiledRule, facts: DecisionFacts): Explained[] {
  const rule = name ?? "";
  const unknowns = unknownFacts(conditions, facts);
  const others = unknowns.filter((subject) => subject !== "inspected_condition");
  return [
    ...(others.length > 0 ? [{ code: "fact_unknown" as const, params: { rule, facts: others } }] : []),
    ...(others.length < unknowns.length ? [{ code: "depends_on_condition" as const, params: { rule } }] : []),
  ];
}

function decidedBy(compiled: CompiledPolicy, rule: CompiledRule, facts: DecisionFacts): Decision {
  const explanation = [...rule.matched, delivery(facts)];
  const base = {
    policyVersion: compiled.version,
    decidedBy: rule.id === null ? ("otherwise" as const) : ("rule" as const),
    ruleId: rule.id,
    ruleName: rule.name,
    factsUsed: facts,
  };
  if (rule.outcome.kind === "ineligible") {
    const { because, instead } = rule.outcome;
    explanation.push(...rule.granted);
    return { ...base, outcome: "ineligible", terms: null, because, instead, explanation };
  }
  const windowDays = rule.outcome.windowDays === null ? null : rule.outcome.windowDays + (facts.giftDays ?? 0);
  const untilOn = windowDays === null || facts.deliveredOn === null ? null : addDays(facts.deliveredOn, windowDays);
  if (windowDays !== null && facts.daysSinceDelivery !== null && facts.daysSinceDelivery > windowDays) {
    explanation.push({ code: "window_closed_on", params: { date: untilOn ?? "", days: windowDays } });
    return { ...base, outcome: "ineligible", terms: null, because: "window_closed", instead: INSTEAD.window_closed, explanation };
  }
  const granted = termsOf({ compiled, rule, outcome: rule.outcome, facts, untilOn });
  const terms = facts.giftDays === undefined ? granted : giftTerms(granted);
  if (terms === null) {
    explanation.push({ code: "nothing_for_gift", params: {} });
    return { ...base, outcome: "ineligible", terms, because: "not_returnable", instead: INSTEAD.window_closed, explanation };
  }
  if (untilOn !== null) explanation.push({ code: "window_open_until", params: { date: untilOn } });
  explanation.push(...rule.granted, ...leftOut(rule.outcome, granted, facts));
  if (facts.giftDays !== undefined) explanation.push({ code: "granted_as_gift", params: { days: facts.giftDays } });
  if (terms.photo === "required" && rule.outcome.photo !== "required") explanation.push({ code: "photo_required", params: {} });
  if (terms.areFeesWaived) explanation.push({ code: "fees_waived", params: { reason: facts.reason ?? "" } });
  return { ...base, outcome: terms.approval === "review" ? "review" : "eligible", terms, because: null, instead: [], explanation };
}

function decidedByOrder({ version }: CompiledPolicy, facts: DecisionFacts, because: "not_sent" | "nothing_left"): Decision {
  return {
    outcome: "ineligible",
    policyVersion: version,
    decidedBy: "order",
    ruleId: null,
    ruleName: null,
    factsUsed: facts,
    terms: null,
    because,
    instead: INSTEAD[because],
    explanation: [{ code: because, params: {} }],
  };
}

/** Facts from before the days in transit were kept say only that the day is an estimate. */
function delivery({ deliveryBasis, deliveredOn, daysSinceDelivery, sentOn, transitDays }: DecisionFacts): Explained {
  const params = { date: deliveredOn ?? "", days: daysSinceDelivery ?? 0 };
  if (deliveryBasis === "delivered") return { code: "delivered_on", params };
  if (typeof sentOn !== "string" || typeof transitDays !== "number") return { code: "delivery_estimated", params };
  return { code: "delivery_from_transit", params: { ...params, sentOn, transitDays } };
}

interface TermsInput {
  readonly compiled: CompiledPolicy;
  readonly rule: CompiledRule;
  readonly outcome: EligibleOutcome;
  readonly facts: DecisionFacts;
  readonly untilOn: string | null;
}

function termsOf({ compiled, rule, outcome, facts, untilOn }: TermsInput): DecisionTerms {
  const resolutions = offeredFor(outcome.resolutions, facts);
  const isBarred = resolutions.length === 0 && facts.hasDuties === true;
  const isMerchantFault = facts.reason !== null && compiled.merchantFaults.has(facts.reason);
  return {
    resolutions: isBarred ? outcome.resolutions.slice(0, 1).map(refundInstead) : resolutions,
    approval: isBarred ? "review" : outcome.approval,
    photo: photoFor(outcome, facts.reason === null ? undefined : compiled.photoOf.get(facts.reason)),
    labelPaidBy: outcome.labelPaidBy,
    areFeesWaived: isMerchantFault,
    returnShippingFee: isMerchantFault ? null : rule.returnShippingFeeFor(facts.country),
    refundsShipping: isMerchantFault && outcome.refundsShippingAtFault,
    eligibleUntilOn: untilOn,
    ...(compiled.policy.duties === "with_goods" ? { refundsDuties: true } : {}),
    ...(compiled.policy.tips === "with_whole_order" ? { refundsTip: true } : {}),
    ...(outcome.paysAtFirstScan ? { paysAtFirstScan: true } : {}),
    ...(outcome.paysAtFirstScan && outcome.paysAtFirstScanUpTo ? { paysAtFirstScanUpTo: outcome.paysAtFirstScanUpTo } : {}),
  };
}

/** A rule and a reason may both ask for a photo: the stricter one counts. */
function photoFor({ photo }: EligibleOutcome, ofReason: "optional" | "required" | undefined): EligibleOutcome["photo"] {
  if (photo === "required" || ofReason === "required") return "required";
  return ofReason ?? photo;
}

/**
 * Leaves out what is offered only for less than this comes to: two units of 20.00 are past a limit of 30.00. Shopify adds no goods to an order
 * with import duties, so that nothing is sent for what comes back of it.
 */
function offeredFor(offers: readonly OfferedResolution[], facts: DecisionFacts): readonly OfferedResolution[] {
  const { unitPrice, quantity } = facts;
  const isWithin = ({ onlyUpTo }: OfferedResolution) =>
    !onlyUpTo || (onlyUpTo.currency === unitPrice.currency && unitPrice.minor * quantity <= onlyUpTo.minor);
  return offers.filter((offer) => isWithin(offer) && !isBarredByDuties(offer, facts));
}

function isBarredByDuties({ kind }: OfferedResolution, { hasDuties }: DecisionFacts): boolean {
  return hasDuties === true && (kind === "exchange" || kind === "replacement");
}

/** Where a rule offers nothing else, staff are asked for the money back, less what the rule keeps. */
function refundInstead({ restockingFeeBp, takesReturnShippingFee, expectedDays }: OfferedResolution): OfferedResolution {
  return { kind: "refund", bonusBp: 0, restockingFeeBp, takesReturnShippingFee, expectedDays, creditExpiresAfterDays: null };
}

function leftOut({ resolutions }: EligibleOutcome, terms: DecisionTerms, facts: DecisionFacts): Explained[] {
  const missing = resolutions.filter((offer) => !terms.resolutions.includes(offer));
  const limited = missing.flatMap(({ kind, onlyUpTo }) =>
    onlyUpTo ? [{ code: "offer_left_out" as const, params: { resolution: kind, upTo: onlyUpTo } }] : [],
  );
  if (!missing.some((offer) => isBarredByDuties(offer, facts))) return limited;
  const barred: Explained = { code: "goods_not_sent_for_duties", params: {} };
  const isReplaced = missing.length === resolutions.length;
  return [...limited, barred, ...(isReplaced ? [{ code: "refund_instead_for_duties" as const, params: {} }] : [])];
}
