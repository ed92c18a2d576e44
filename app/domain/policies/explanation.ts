import type { LocalizedText } from "#app/domain/shops/localized-text.ts";
import type { Money } from "#app/domain/shared/money.ts";

/** A sentence as a code and what goes into it; the locale files hold the words under `explained.<code>`. */
export interface Explained {
  readonly code: ExplainedCode;
  readonly params: ExplainedParams;
  /** What a group of conditions joins. */
  readonly parts?: readonly Explained[];
  /** Of a condition on an answer: the question and the answers as the shop worded them. */
  readonly asked?: { readonly question: LocalizedText; readonly answers: readonly LocalizedText[] };
}

export type ExplainedParams = Readonly<Record<string, string | number | boolean | readonly string[] | Money>>;
export type ExplainedCode = ConditionCode | DecisionCode | OutcomeCode;

/** Conditions in words: what they look at, how, and `_not` when turned round. Params: `oneOf`, or `atLeast` and `atMost`; groups have parts. */
export const CONDITION_CODES = [
  "product_type_is",
  "product_type_is_not",
  "product_tag_is",
  "product_tag_is_not",
  "vendor_is",
  "vendor_is_not",
  "country_is",
  "country_is_not",
  "reason_is",
  "reason_is_not",
  "customer_tag_is",
  "customer_tag_is_not",
  "product_is",
  "product_is_not",
  "collection_is",
  "collection_is_not",
  "market_is",
  "market_is_not",
  "customer_segment_is",
  "customer_segment_is_not",
  "answer_is",
  "answer_is_not",
  "inspected_condition_is",
  "inspected_condition_is_not",
  "unit_price_between",
  "unit_price_between_not",
  "unit_price_at_least",
  "unit_price_at_least_not",
  "unit_price_at_most",
  "unit_price_at_most_not",
  "order_value_between",
  "order_value_between_not",
  "order_value_at_least",
  "order_value_at_least_not",
  "order_value_at_most",
  "order_value_at_most_not",
  "discount_share_bp_between",
  "discount_share_bp_between_not",
  "discount_share_bp_at_least",
  "discount_share_bp_at_least_not",
  "discount_share_bp_at_most",
  "discount_share_bp_at_most_not",
  "days_since_delivery_between",
  "days_since_delivery_between_not",
  "days_since_delivery_at_least",
  "days_since_delivery_at_least_not",
  "days_since_delivery_at_most",
  "days_since_delivery_at_most_not",
  "quantity_between",
  "quantity_between_not",
  "quantity_at_least",
  "quantity_at_least_not",
  "quantity_at_most",
  "quantity_at_most_not",
  "past_return_share_bp_between",
  "past_return_share_bp_between_not",
  "past_return_share_bp_at_least",
  "past_return_share_bp_at_least_not",
  "past_return_share_bp_at_most",
  "past_return_share_bp_at_most_not",
  "is_gift_card",
  "is_gift_card_not",
  "is_digital",
  "is_digital_not",
  "is_final_sale",
  "is_final_sale_not",
  "has_evidence",
  "has_evidence_not",
  "all_of",
  "all_of_not",
  "any_of",
  "any_of_not",
] as const;
export type ConditionCode = (typeof CONDITION_CODES)[number];

/** What only a decision says. Dates are calendar dates in the shop's zone. */
export const DECISION_CODES = [
  "rule_matched", // rule
  "otherwise_matched",
  "not_sent",
  "nothing_left",
  "delivered_on", // date, days
  "delivery_estimated", // date, days
  "delivery_from_transit", // date, days, sentOn, transitDays
  "fact_unknown", // rule, facts (subjects of conditions)
  "review_for_unknown",
  "depends_on_condition", // rule
  "window_open_until", // date
  "window_closed_on", // date, days
  "fees_waived", // reason
  "offer_left_out", // resolution, upTo
  "goods_not_sent_for_duties",
  "refund_instead_for_duties",
  "granted_as_gift", // days
  "nothing_for_gift",
] as const;
export type DecisionCode = (typeof DECISION_CODES)[number];

/** What a rule grants or refuses. */
export const OUTCOME_CODES = [
  "within_days", // days
  "without_limit",
  "refuses", // because
  "offers", // resolution, bonusBp, restockingFeeBp, takesReturnShippingFee, expectedDays, creditExpiresAfterDays (0 never), onlyUpTo, asksToDonate
  "approved_at_once",
  "needs_review",
  "photo_optional",
  "photo_required",
  "label_paid_by_merchant",
  "label_paid_by_customer",
  "return_shipping_costs", // amount, countries (empty: everywhere else)
  "shipping_refunded_at_fault",
  "paid_at_first_scan",
  "paid_at_first_scan_up_to",
] as const;
export type OutcomeCode = (typeof OUTCOME_CODES)[number];
