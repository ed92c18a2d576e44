import type { DecisionFacts, DecisionTerms } from "#app/domain/policies/decision.ts";
import type { ListCondition, PolicyCondition } from "#app/domain/policies/policy-condition.ts";
import type { EligibleOutcome, OfferedResolution, Policy, PolicyRule } from "#app/domain/policies/policy.ts";

let lastNumber = 0;

/** A policy without rules: everything may come back for 30 days for a refund, approved at once, free of charge. */
export function aPolicy(overrides: Partial<Policy> = {}): Policy {
  return {
    format: 1,
    currency: "USD",
    rules: [],
    otherwise: anEligibleOutcome(),
    reasons: [
      { code: "too-small", fault: "customer", isNoteRequired: false },
      { code: "damaged-or-defective", fault: "merchant", isNoteRequired: false },
      { code: "other-reason", fault: "customer", isNoteRequired: true },
    ],
    transit: { days: 5, byCountry: [] },
    ...overrides,
  };
}

/** An enabled rule that refuses whatever meets its conditions. */
export function aRule(overrides: Partial<PolicyRule> = {}): PolicyRule {
  const number = ++lastNumber;
  return {
    id: `rule-${number}`,
    name: `Rule ${number}`,
    isEnabled: true,
    conditions: [],
    outcome: { kind: "ineligible", because: "not_returnable", instead: ["ask_question"] },
    ...overrides,
  };
}

/** The product type is "Shirts". */
export function aCondition(overrides: Partial<ListCondition & { readonly isNegated: boolean }> = {}): PolicyCondition {
  return { on: "product_type", oneOf: ["Shirts"], isNegated: false, ...overrides };
}

/** 30 days, refund only, approved at once, no photo, no fees. */
export function anEligibleOutcome(overrides: Partial<EligibleOutcome> = {}): EligibleOutcome {
  return {
    kind: "eligible",
    windowDays: 30,
    resolutions: [anOffer()],
    approval: "auto",
    photo: "not_needed",
    labelPaidBy: "merchant",
    returnShippingFees: [],
    refundsShippingAtFault: false,
    ...overrides,
  };
}

/** A refund in 5 days without fees. */
export function anOffer(overrides: Partial<OfferedResolution> = {}): OfferedResolution {
  return {
    kind: "refund",
    bonusBp: 0,
    restockingFeeBp: 0,
    takesReturnShippingFee: false,
    expectedDays: 5,
    creditExpiresAfterDays: null,
    ...overrides,
  };
}

/** Terms as a decision grants them: every resolution, no fees. */
export function someTerms(overrides: Partial<DecisionTerms> = {}): DecisionTerms {
  return {
    resolutions: [anOffer(), anOffer({ kind: "store_credit" }), anOffer({ kind: "exchange" })],
    approval: "auto",
    photo: "not_needed",
    labelPaidBy: "merchant",
    areFeesWaived: false,
    returnShippingFee: null,
    refundsShipping: false,
    eligibleUntilOn: "2026-04-04",
    ...overrides,
  };
}

/** A shirt of 20.00 USD, delivered 10 days ago, no reason chosen yet. */
export function someFacts(overrides: Partial<DecisionFacts> = {}): DecisionFacts {
  return {
    orderGid: "gid://shopify/Order/1",
    lineGid: "gid://shopify/LineItem/1",
    productType: "Shirts",
    productTags: ["summer"],
    vendor: "Northwind",
    unitPrice: { minor: 2000, currency: "USD" },
    discountShareBp: 0,
    quantity: 1,
    quantityLeft: 1,
    isGiftCard: false,
    isDigital: false,
    deliveredOn: "2026-03-05",
    deliveryBasis: "delivered",
    daysSinceDelivery: 10,
    country: "US",
    reason: null,
    customerTags: [],
    customerOrdersCount: 1,
    sentOn: null,
    transitDays: null,
    productGid: "gid://shopify/Product/1",
    collections: [],
    isFinalSale: false,
    orderValue: { minor: 2000, currency: "USD" },
    market: "",
    customerSegments: [],
    pastReturnShareBp: 0,
    answers: {},
    hasEvidence: false,
    inspectedCondition: null,
    decidedOn: "2026-03-15",
    ...overrides,
  };
}
