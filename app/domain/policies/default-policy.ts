import { DEFAULT_QUESTIONS } from "./default-questions.ts";
import type { EligibleOutcome, OfferedResolution, Policy, PolicyReason, PolicyRule } from "./policy.ts";

/**
 * The policy a shop starts with, sensible for most and meant to be edited: 30 days from delivery, refund, exchange, or store
 * credit with 5 % on top; 60 days, a photo, outbound shipping back and no fees when it is the merchant's fault; gift cards,
 * downloads and final sale stay sold; import duties go back with the goods and tips never. `currency` is the shop's ISO 4217 code.
 */
export function defaultPolicy(currency: string): Policy {
  const transit = { days: 5, byCountry: [] };
  return {
    format: 1,
    currency,
    rules: RULES,
    otherwise: CHANGE_OF_MIND,
    reasons: REASONS,
    questions: DEFAULT_QUESTIONS,
    transit,
    duties: "with_goods",
  };
}

const REFUND: OfferedResolution = {
  kind: "refund",
  bonusBp: 0,
  restockingFeeBp: 0,
  takesReturnShippingFee: true,
  expectedDays: 5,
  creditExpiresAfterDays: null,
};
const EXCHANGE: OfferedResolution = { ...REFUND, kind: "exchange", takesReturnShippingFee: false, expectedDays: 3 };
const STORE_CREDIT: OfferedResolution = { ...REFUND, kind: "store_credit", bonusBp: 500, takesReturnShippingFee: false, expectedDays: 1 };

const CHANGE_OF_MIND: EligibleOutcome = {
  kind: "eligible",
  windowDays: 30,
  resolutions: [REFUND, EXCHANGE, STORE_CREDIT],
  approval: "auto",
  photo: "not_needed",
  labelPaidBy: "customer",
  returnShippingFees: [],
  refundsShippingAtFault: false,
};

const OUR_FAULT: EligibleOutcome = {
  ...CHANGE_OF_MIND,
  windowDays: 60,
  photo: "required",
  labelPaidBy: "merchant",
  refundsShippingAtFault: true,
};

/** Handles of Shopify's own return reasons, so that its reports and ours speak of the same thing. */
const REASONS: readonly PolicyReason[] = [
  { code: "too-small", fault: "customer", isNoteRequired: false },
  { code: "too-big", fault: "customer", isNoteRequired: false },
  { code: "changed-my-mind", fault: "customer", isNoteRequired: false },
  { code: "style", fault: "customer", isNoteRequired: false },
  { code: "color", fault: "customer", isNoteRequired: false },
  { code: "item-not-as-described", fault: "merchant", isNoteRequired: true },
  { code: "damaged-or-defective", fault: "merchant", isNoteRequired: true },
  { code: "received-the-wrong-item", fault: "merchant", isNoteRequired: false },
  { code: "arrived-late", fault: "merchant", isNoteRequired: false },
  { code: "other-reason", fault: "customer", isNoteRequired: true },
];

const RULES: readonly PolicyRule[] = [
  {
    id: "gift-cards",
    name: "Gift cards",
    isEnabled: true,
    conditions: [{ on: "is_gift_card", isNegated: false }],
    outcome: { kind: "ineligible", because: "gift_card", instead: ["ask_question"] },
  },
  {
    id: "our-fault",
    name: "Damaged, wrong or not as described",
    isEnabled: true,
    conditions: [{ on: "reason", oneOf: ["item-not-as-described", "damaged-or-defective", "received-the-wrong-item"], isNegated: false }],
    outcome: OUR_FAULT,
  },
  {
    id: "downloads",
    name: "Downloads and services",
    isEnabled: true,
    conditions: [{ on: "is_digital", isNegated: false }],
    outcome: { kind: "ineligible", because: "digital", instead: ["report_fault", "ask_question"] },
  },
  {
    id: "final-sale",
    name: "Final sale",
    isEnabled: true,
    conditions: [{ on: "product_tag", oneOf: ["final-sale", "final sale"], isNegated: false }],
    outcome: { kind: "ineligible", because: "final_sale", instead: ["report_fault", "ask_question"] },
  },
];
