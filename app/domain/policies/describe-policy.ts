import { unreachable } from "#app/domain/shared/result.ts";
import type { DecisionTerms } from "./decision.ts";
import type { ConditionCode, Explained, ExplainedParams } from "./explanation.ts";
import type { AnswerCondition, PriceCondition, PolicyCondition, RangeCondition } from "./policy-condition.ts";
import type { EligibleOutcome, OfferedResolution, Policy, PolicyOutcome } from "./policy.ts";
import type { ReturnQuestion } from "./return-question.ts";

/** A policy in sentences: one entry for each rule in order, the last one what happens otherwise. */
export interface RuleDescription {
  /** Null for what happens otherwise. */
  readonly ruleId: string | null;
  readonly name: string | null;
  readonly isEnabled: boolean;
  /** All of these together; none means always. */
  readonly when: readonly Explained[];
  readonly then: readonly Explained[];
}

/** Says a whole policy as codes and params, for the editor and for the policy page; the words live in the locale files. */
export function describePolicy(policy: Policy): RuleDescription[] {
  const rules = policy.rules.map(({ id, name, isEnabled, conditions, outcome }) => ({
    ruleId: id,
    name,
    isEnabled,
    when: conditions.map((condition) => describeCondition(condition, policy.questions)),
    then: describeOutcome(outcome),
  }));
  return [...rules, { ruleId: null, name: null, isEnabled: true, when: [], then: describeOutcome(policy.otherwise) }];
}

/**
 * One condition as a sentence: a vendor other than Acme is `{ code: "vendor_is_not", params: { oneOf: ["Acme"] } }`. `questions` are those of
 * the policy, for conditions on answers.
 */
export function describeCondition(condition: PolicyCondition, questions: readonly ReturnQuestion[] = []): Explained {
  const not = condition.isNegated ? "_not" : "";
  switch (condition.on) {
    case "product_type":
    case "product_tag":
    case "vendor":
    case "country":
    case "reason":
    case "customer_tag":
      return say(`${condition.on}_is${not}`, { oneOf: condition.oneOf });
    case "product":
    case "collection":
    case "market":
    case "customer_segment":
      return say(`${condition.on}_is${not}`, { oneOf: condition.oneOf.map(({ name }) => name) });
    case "inspected_condition":
      return say(`inspected_condition_is${not}`, { oneOf: condition.oneOf.map(({ name, condition: found }) => name || found) });
    case "answer":
      return {
        ...say(`answer_is${not}`, { question: condition.question, oneOf: condition.oneOf }),
        ...askedBy(condition, questions),
      };
    case "unit_price":
    case "order_value":
    case "discount_share_bp":
    case "days_since_delivery":
    case "quantity":
    case "past_return_share_bp":
      return say(rangeCode(condition, not), rangeParams(condition));
    case "is_gift_card":
    case "is_digital":
    case "is_final_sale":
    case "has_evidence":
      return say(`${condition.on}${not}`);
    case "all":
    case "any":
      return { ...say(`${condition.on}_of${not}`), parts: condition.conditions.map((one) => describeCondition(one, questions)) };
    default:
      return unreachable(condition);
  }
}

/** A question that is gone is named by its id alone. */
function askedBy({ question, oneOf }: AnswerCondition, questions: readonly ReturnQuestion[]): Pick<Explained, "asked"> {
  const found = questions.find(({ id }) => id === question);
  if (!found) return {};
  const answers = oneOf.map((choice) => found.choices.find(({ id }) => id === choice)?.texts ?? { en: choice });
  return { asked: { question: found.texts, answers } };
}

/** What follows from a rule, as sentences in reading order. */
export function describeOutcome(outcome: PolicyOutcome): Explained[] {
  return outcome.kind === "ineligible" ? [{ code: "refuses", params: { because: outcome.because } }] : describeEligible(outcome);
}

function describeEligible(outcome: EligibleOutcome): Explained[] {
  const { windowDays, photo } = outcome;
  const sentences: Explained[] = [windowDays === null ? say("without_limit") : say("within_days", { days: windowDays })];
  sentences.push(...outcome.resolutions.map(describeOffer));
  sentences.push(say(outcome.approval === "auto" ? "approved_at_once" : "needs_review"));
  if (photo !== "not_needed") sentences.push(say(`photo_${photo}`));
  sentences.push(say(`label_paid_by_${outcome.labelPaidBy}`));
  for (const { amount, countries } of outcome.returnShippingFees) sentences.push(say("return_shipping_costs", { amount, countries }));
  if (outcome.refundsShippingAtFault) sentences.push(say("shipping_refunded_at_fault"));
  const limit = outcome.paysAtFirstScanUpTo;
  if (outcome.paysAtFirstScan) sentences.push(limit ? say("paid_at_first_scan_up_to", { amount: limit }) : say("paid_at_first_scan"));
  return sentences;
}

/**
 * What was granted of one resolution, as it applies: fees that the merchant's fault waives, and one for the way back that there is none of, are not
 * said. Undefined when it was not granted.
 */
export function describeGranted(terms: DecisionTerms, kind: string): Explained | undefined {
  const offer = terms.resolutions.find((one) => one.kind === kind);
  const isWayBackPaid = offer?.takesReturnShippingFee === true && !terms.areFeesWaived && terms.returnShippingFee !== null;
  const restockingFeeBp = terms.areFeesWaived ? 0 : (offer?.restockingFeeBp ?? 0);
  return offer && describeOffer({ ...offer, restockingFeeBp, takesReturnShippingFee: isWayBackPaid });
}

/** One thing that is offered, with its terms. */
function describeOffer({ kind, creditExpiresAfterDays, onlyUpTo, asksToDonate, ...offer }: OfferedResolution): Explained {
  const kept = { ...(onlyUpTo ? { onlyUpTo } : {}), ...(asksToDonate ? { asksToDonate } : {}) };
  return say("offers", { resolution: kind, ...offer, creditExpiresAfterDays: creditExpiresAfterDays ?? 0, ...kept });
}

function say(code: Explained["code"], params: ExplainedParams = {}): Explained {
  return { code, params };
}

function rangeCode({ on, atLeast, atMost }: PriceCondition | RangeCondition, not: "" | "_not"): ConditionCode {
  if (atLeast !== null && atMost !== null) return `${on}_between${not}`;
  return atLeast !== null ? `${on}_at_least${not}` : `${on}_at_most${not}`;
}

function rangeParams({ atLeast, atMost }: PriceCondition | RangeCondition): ExplainedParams {
  return { ...(atLeast === null ? {} : { atLeast }), ...(atMost === null ? {} : { atMost }) };
}
