import { CREDIT_KINDS } from "#app/domain/policies/policy.ts";
import type { ReturnQuestion } from "#app/domain/policies/return-question.ts";
import { typedAmount, typedNumber, typedPercent } from "#app/ui/typed-text.ts";
import type { ConditionForm, FeeForm, OfferForm, OutcomeForm, PolicyForm } from "./policy-form.ts";

/**
 * What the form says, in the shape of a policy document. Text that is no figure stays text, so that the policy's own check names
 * the field; nothing is checked here.
 */
export function documentOf(form: PolicyForm): object {
  return {
    format: 1,
    currency: form.currency,
    rules: form.rules.map(({ conditions, outcome, ...rule }) => ({
      ...rule,
      conditions: conditions.map((condition) => conditionDocument(condition, form.currency)),
      outcome: outcomeDocument(outcome, form.currency),
    })),
    otherwise: outcomeDocument(form.otherwise, form.currency),
    reasons: form.reasons,
    // Left out while there are none, as in policies from before there were any.
    ...(form.questions.length > 0 ? { questions: form.questions.map(questionDocument) } : {}),
    transit: {
      days: typedNumber(form.transitDays),
      byCountry: form.transitByCountry.map(({ country, days }) => ({ country, days: typedNumber(days) })),
    },
    // Left out says never, as in policies from before there was a choice.
    ...(form.duties === "never" ? {} : { duties: form.duties }),
    ...(form.tips === "never" ? {} : { tips: form.tips }),
  };
}

/** A typed answer has nothing to choose from, whatever was filled in before. */
function questionDocument(question: ReturnQuestion): ReturnQuestion {
  return question.kind === "text" ? { ...question, choices: [] } : question;
}

/** Where an offer stands in the document, which holds only those that are offered. */
export function offerIndex(offers: readonly OfferForm[], kind: OfferForm["kind"]): number {
  return offers.filter(({ isOffered }) => isOffered).findIndex((offer) => offer.kind === kind);
}

function conditionDocument(condition: ConditionForm, currency: string): object {
  const { on, isNegated, oneOf, named, grades, question, conditions, atLeast, atMost } = condition;
  switch (on) {
    case "all":
    case "any":
      return { on, isNegated, conditions: conditions.map((inner) => conditionDocument(inner, currency)) };
    case "is_gift_card":
    case "is_digital":
    case "is_final_sale":
    case "has_evidence":
      return { on, isNegated };
    case "unit_price":
    case "order_value":
      return { on, isNegated, atLeast: typedAmount(atLeast, currency), atMost: typedAmount(atMost, currency) };
    case "discount_share_bp":
    case "past_return_share_bp":
      return { on, isNegated, atLeast: orNull(atLeast, typedPercent), atMost: orNull(atMost, typedPercent) };
    case "days_since_delivery":
    case "quantity":
      return { on, isNegated, atLeast: orNull(atLeast, typedNumber), atMost: orNull(atMost, typedNumber) };
    case "product":
    case "collection":
    case "market":
    case "customer_segment":
      return { on, isNegated, oneOf: named };
    case "inspected_condition":
      return { on, isNegated, oneOf: grades };
    case "answer":
      return { on, isNegated, question, oneOf };
    default:
      return { on, isNegated, oneOf };
  }
}

function outcomeDocument(outcome: OutcomeForm, currency: string): object {
  const { kind, because, instead, approval, photo, labelPaidBy, refundsShippingAtFault, paysAtFirstScan } = outcome;
  if (kind === "ineligible") return { kind, because, instead };
  const scanLimit = typedAmount(outcome.paysAtFirstScanUpTo, currency);
  return {
    kind,
    windowDays: outcome.hasWindow ? typedNumber(outcome.windowDays) : null,
    resolutions: outcome.offers.filter(({ isOffered }) => isOffered).map((offer) => offerDocument(offer, currency)),
    approval,
    photo,
    labelPaidBy,
    returnShippingFees: outcome.fees.map((fee) => feeDocument(fee, currency)),
    refundsShippingAtFault,
    ...(paysAtFirstScan === undefined ? {} : { paysAtFirstScan }),
    ...(paysAtFirstScan && scanLimit !== null ? { paysAtFirstScanUpTo: scanLimit } : {}),
  };
}

function offerDocument(offer: OfferForm, currency: string): object {
  const { kind, bonus, restockingFee, takesReturnShippingFee, expectedDays, expiresAfterDays } = offer;
  const isCredit = CREDIT_KINDS.includes(kind);
  return {
    kind,
    bonusBp: isCredit ? typedPercent(bonus) : 0,
    restockingFeeBp: kind === "repair" ? 0 : typedPercent(restockingFee),
    takesReturnShippingFee: kind === "repair" ? false : takesReturnShippingFee,
    expectedDays: typedNumber(expectedDays),
    creditExpiresAfterDays: isCredit ? orNull(expiresAfterDays, typedNumber) : null,
    ...(kind === "keep_it" ? keepDocument(offer, currency) : {}),
  };
}

/** What was not filled in is left out, as in policies from before it could be. */
function keepDocument({ onlyUpTo, asksToDonate }: OfferForm, currency: string): object {
  const limit = typedAmount(onlyUpTo, currency);
  return { ...(limit === null ? {} : { onlyUpTo: limit }), ...(asksToDonate ? { asksToDonate } : {}) };
}

function feeDocument({ countries, amount: text }: FeeForm, currency: string): object {
  // A fee without an amount is no fee: the empty field is named, not taken for nothing.
  return { countries, amount: typedAmount(text, currency) ?? { minor: "", currency } };
}

function orNull<T>(text: string, read: (text: string) => T): T | null {
  return text.trim() === "" ? null : read(text);
}
