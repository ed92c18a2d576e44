import type { Money } from "#app/domain/shared/money.ts";
import type { Alternative, EligibleOutcome, OfferedResolution, RefusalReason } from "./policy.ts";

/**
 * Everything a policy may look at about one line item, as plain JSON: what is stored with a decision and, given to the same
 * policy version again, yields the same decision.
 */
export interface DecisionFacts {
  readonly orderGid: string;
  readonly lineGid: string;
  readonly productType: string;
  readonly productTags: readonly string[];
  readonly vendor: string;
  /** One unit after discounts, in the shop's currency. */
  readonly unitPrice: Money;
  /** How much of the list price was taken off, in basis points. */
  readonly discountShareBp: number;
  /** Units asked for; before the shopper chose, all that can still come back. */
  readonly quantity: number;
  /** Units that were sent and are in no other return. */
  readonly quantityLeft: number;
  readonly isGiftCard: boolean;
  readonly isDigital: boolean;
  /** Calendar date ("2026-03-29") in the shop's zone on which the window starts; null while nothing was sent. */
  readonly deliveredOn: string | null;
  /** Whether the carrier reported `deliveredOn`, or it is the sending date plus the policy's transit allowance. */
  readonly deliveryBasis: "delivered" | "estimated" | "not_sent";
  /** Whole calendar days from `deliveredOn` to the day of the decision; negative while an estimate lies ahead. */
  readonly daysSinceDelivery: number | null;
  readonly country: string | null;
  /** The reason's code; null while none is chosen. */
  readonly reason: string | null;
  readonly customerTags: readonly string[];
  readonly customerOrdersCount: number | null;
  /** The day of the decision in the shop's zone. */
  readonly decidedOn: string;
}

/** What one policy version says about one line item, with everything needed to explain and to repeat it. */
export interface Decision {
  /** "review" is eligible once staff agree. */
  readonly outcome: "eligible" | "ineligible" | "review";
  readonly policyVersion: number;
  /** A rule, the policy's `otherwise`, or the order itself (nothing sent, nothing left). */
  readonly decidedBy: "rule" | "otherwise" | "order";
  readonly ruleId: string | null;
  readonly ruleName: string | null;
  readonly factsUsed: DecisionFacts;
  /** What was granted; null when ineligible. */
  readonly terms: DecisionTerms | null;
  /** Why not; null when it can come back. */
  readonly because: IneligibleBecause | null;
  /** What the shopper can do when it cannot come back; empty otherwise. */
  readonly instead: readonly Alternative[];
  /** In reading order: what was looked at, then what follows from it. */
  readonly explanation: readonly Explained[];
}

export type IneligibleBecause = RefusalReason | "window_closed" | "not_sent" | "nothing_left";

/** The outcome of the deciding rule, as it applies to these facts. */
export interface DecisionTerms {
  readonly resolutions: readonly OfferedResolution[];
  readonly approval: EligibleOutcome["approval"];
  readonly photo: EligibleOutcome["photo"];
  readonly labelPaidBy: EligibleOutcome["labelPaidBy"];
  /** The merchant's fault waives every fee. */
  readonly areFeesWaived: boolean;
  /** The fee for this order's country in the shop's currency; null is free. */
  readonly returnShippingFee: Money | null;
  readonly refundsShipping: boolean;
  /** Last calendar date on which it can be asked for; null is no limit. */
  readonly eligibleUntilOn: string | null;
}

/** A sentence as a code and what goes into it; locale files hold the words under `explained.<code>`. */
export interface Explained {
  readonly code: ExplainedCode;
  readonly params: Readonly<Record<string, ExplainedParam>>;
}

export type ExplainedParam = string | number | boolean | readonly string[] | Money;

/** Every code that an explanation may hold: locale files have a text for each. */
export const EXPLAINED_CODES = [
  "rule_matched",
  "otherwise_matched",
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
  "unit_price_between",
  "unit_price_at_least",
  "unit_price_at_most",
  "unit_price_not_between",
  "unit_price_not_at_least",
  "unit_price_not_at_most",
  "discount_share_bp_between",
  "discount_share_bp_at_least",
  "discount_share_bp_at_most",
  "discount_share_bp_not_between",
  "discount_share_bp_not_at_least",
  "discount_share_bp_not_at_most",
  "days_since_delivery_between",
  "days_since_delivery_at_least",
  "days_since_delivery_at_most",
  "days_since_delivery_not_between",
  "days_since_delivery_not_at_least",
  "days_since_delivery_not_at_most",
  "quantity_between",
  "quantity_at_least",
  "quantity_at_most",
  "quantity_not_between",
  "quantity_not_at_least",
  "quantity_not_at_most",
  "is_gift_card",
  "is_not_gift_card",
  "is_digital",
  "is_not_digital",
  "delivered_on",
  "delivery_estimated",
  "window_open_until",
  "window_closed_on",
  "window_unlimited",
  "needs_review",
  "fees_waived",
  "rule_refuses",
  "nothing_sent",
  "nothing_left",
] as const;
export type ExplainedCode = (typeof EXPLAINED_CODES)[number];
