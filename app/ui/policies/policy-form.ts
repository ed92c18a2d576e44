import { toDecimal } from "#app/domain/shared/money.ts";
import { percentText } from "#app/ui/typed-text.ts";
import type { NamedGrade, NamedThing, PolicyCondition } from "#app/domain/policies/policy-condition.ts";
import type {
  Alternative,
  DutiesRefund,
  EligibleOutcome,
  OfferedResolution,
  Policy,
  PolicyOutcome,
  PolicyReason,
  PolicyRule,
  RefusalReason,
  ResolutionKind,
  TipsRefund,
} from "#app/domain/policies/policy.ts";
import type { ReturnQuestion } from "#app/domain/policies/return-question.ts";
import { RESOLUTION_KINDS } from "#app/domain/policies/policy.ts";

/**
 * The policy as its editor holds it: figures are the text that was typed, so that a half-typed one is kept and can be complained
 * about, and what was filled in for one choice is still there after trying another.
 */
export interface PolicyForm {
  readonly currency: string;
  readonly rules: readonly RuleForm[];
  readonly otherwise: OutcomeForm;
  readonly reasons: readonly PolicyReason[];
  readonly questions: readonly ReturnQuestion[];
  readonly transitDays: string;
  readonly transitByCountry: readonly TransitForm[];
  readonly duties: DutiesRefund;
  readonly tips: TipsRefund;
}

export interface RuleForm extends Pick<PolicyRule, "id" | "name" | "isEnabled"> {
  readonly conditions: readonly ConditionForm[];
  readonly outcome: OutcomeForm;
}

export interface ConditionForm {
  readonly on: PolicyCondition["on"];
  readonly isNegated: boolean;
  readonly oneOf: readonly string[];
  /** Things of the shop, for conditions that name them by id. */
  readonly named: readonly NamedThing[];
  /** Of a condition on what an inspection found. */
  readonly grades: readonly NamedGrade[];
  /** Of a condition on an answer: the question's id. */
  readonly question: string;
  /** Of a group: what it joins. */
  readonly conditions: readonly ConditionForm[];
  /** In the unit that people type: percent, days, units, or the shop's currency. */
  readonly atLeast: string;
  readonly atMost: string;
}

export interface OutcomeForm extends Pick<
  EligibleOutcome,
  "approval" | "photo" | "labelPaidBy" | "refundsShippingAtFault" | "paysAtFirstScan"
> {
  readonly kind: PolicyOutcome["kind"];
  /** Empty: whatever the return comes to. */
  readonly paysAtFirstScanUpTo: string;
  readonly hasWindow: boolean;
  readonly windowDays: string;
  /** Every kind once, offered or not. */
  readonly offers: readonly OfferForm[];
  readonly fees: readonly FeeForm[];
  readonly because: RefusalReason;
  readonly instead: readonly Alternative[];
}

export interface OfferForm {
  readonly kind: ResolutionKind;
  readonly isOffered: boolean;
  readonly bonus: string;
  readonly restockingFee: string;
  readonly takesReturnShippingFee: boolean;
  readonly expectedDays: string;
  /** Empty: the credit never lapses. */
  readonly expiresAfterDays: string;
  /** Empty: whatever it is worth. */
  readonly onlyUpTo: string;
  readonly asksToDonate: boolean;
}

export interface FeeForm {
  readonly countries: readonly string[];
  readonly amount: string;
}

export interface TransitForm {
  readonly country: string;
  readonly days: string;
}

const USUAL_REFUND: OfferedResolution = {
  kind: "refund",
  bonusBp: 0,
  restockingFeeBp: 0,
  takesReturnShippingFee: true,
  expectedDays: 5,
  creditExpiresAfterDays: null,
};

/** What a rule for returns starts with, also one that refused before. */
const USUAL: EligibleOutcome = {
  kind: "eligible",
  windowDays: 30,
  resolutions: [USUAL_REFUND],
  approval: "auto",
  photo: "not_needed",
  labelPaidBy: "customer",
  returnShippingFees: [],
  refundsShippingAtFault: true,
};

const USUAL_OFFER: OfferForm = {
  kind: "refund",
  isOffered: false,
  bonus: "0",
  restockingFee: "0",
  takesReturnShippingFee: true,
  expectedDays: "5",
  expiresAfterDays: "",
  onlyUpTo: "",
  asksToDonate: false,
};

/** The editor's form for a policy as it is stored. */
export function formOf(policy: Policy): PolicyForm {
  return {
    currency: policy.currency,
    rules: policy.rules.map(({ conditions, outcome, ...rule }) => ({
      ...rule,
      conditions: conditions.map(conditionForm),
      outcome: outcomeForm(outcome),
    })),
    otherwise: outcomeForm(policy.otherwise),
    reasons: policy.reasons,
    questions: policy.questions ?? [],
    transitDays: String(policy.transit.days),
    transitByCountry: policy.transit.byCountry.map(({ country, days }) => ({ country, days: String(days) })),
    duties: policy.duties ?? "never",
    tips: policy.tips ?? "never",
  };
}

/** A rule to fill in: returns within 30 days for a refund, without conditions yet. */
export function newRule(id: string, name: string): RuleForm {
  return { id, name, isEnabled: true, conditions: [], outcome: outcomeForm(USUAL) };
}

/** A condition to fill in; a group starts with one. */
export function newCondition(on: PolicyCondition["on"]): ConditionForm {
  const conditions = on === "all" || on === "any" ? [newCondition("product_type")] : [];
  return { on, isNegated: false, oneOf: [], named: [], grades: [], question: "", conditions, atLeast: "", atMost: "" };
}

function conditionForm(condition: PolicyCondition): ConditionForm {
  const empty = { ...newCondition(condition.on), isNegated: condition.isNegated };
  switch (condition.on) {
    case "all":
    case "any":
      return { ...empty, conditions: condition.conditions.map(conditionForm) };
    case "product":
    case "collection":
    case "market":
    case "customer_segment":
      return { ...empty, named: condition.oneOf };
    case "inspected_condition":
      return { ...empty, grades: condition.oneOf };
    case "answer":
      return { ...empty, question: condition.question, oneOf: condition.oneOf };
    case "unit_price":
    case "order_value":
      return { ...empty, ...boundsText(condition, toDecimal) };
    case "discount_share_bp":
    case "past_return_share_bp":
      return { ...empty, ...boundsText(condition, percentText) };
    case "days_since_delivery":
    case "quantity":
      return { ...empty, ...boundsText(condition, String) };
    case "is_gift_card":
    case "is_digital":
    case "is_final_sale":
    case "has_evidence":
      return empty;
    default:
      return { ...empty, oneOf: condition.oneOf };
  }
}

function boundsText<T>({ atLeast, atMost }: { atLeast: T | null; atMost: T | null }, show: (bound: T) => string) {
  return { atLeast: atLeast === null ? "" : show(atLeast), atMost: atMost === null ? "" : show(atMost) };
}

function outcomeForm(outcome: PolicyOutcome): OutcomeForm {
  const { resolutions, returnShippingFees, windowDays, paysAtFirstScanUpTo, ...eligible } = outcome.kind === "eligible" ? outcome : USUAL;
  const { because, instead } = outcome.kind === "ineligible" ? outcome : { because: "not_returnable" as const, instead: ASK };
  return {
    ...eligible,
    kind: outcome.kind,
    paysAtFirstScanUpTo: paysAtFirstScanUpTo ? toDecimal(paysAtFirstScanUpTo) : "",
    hasWindow: windowDays !== null,
    windowDays: String(windowDays ?? USUAL.windowDays),
    offers: offerForms(resolutions),
    fees: returnShippingFees.map(({ countries, amount }) => ({ countries, amount: toDecimal(amount) })),
    because,
    instead,
  };
}

const ASK: readonly Alternative[] = ["ask_question"];

/** The offered ones first, in their order, then the others. */
function offerForms(resolutions: readonly OfferedResolution[]): OfferForm[] {
  const offered = resolutions.map((offer) => ({
    kind: offer.kind,
    isOffered: true,
    bonus: percentText(offer.bonusBp),
    restockingFee: percentText(offer.restockingFeeBp),
    takesReturnShippingFee: offer.takesReturnShippingFee,
    expectedDays: String(offer.expectedDays),
    expiresAfterDays: offer.creditExpiresAfterDays === null ? "" : String(offer.creditExpiresAfterDays),
    onlyUpTo: offer.onlyUpTo ? toDecimal(offer.onlyUpTo) : "",
    asksToDonate: offer.asksToDonate ?? false,
  }));
  const others = RESOLUTION_KINDS.filter((kind) => !resolutions.some((offer) => offer.kind === kind));
  return [...offered, ...others.map((kind) => ({ ...USUAL_OFFER, kind }))];
}
