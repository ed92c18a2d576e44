import type { Money } from "#app/domain/shared/money.ts";
import type { Explained } from "./explanation.ts";
import type { Alternative, EligibleOutcome, OfferedResolution, RefusalReason } from "./policy.ts";

/**
 * Everything a policy may look at about one line item, as plain JSON: what is stored with a decision and, given to the same
 * policy version again, yields the same decision. What is optional is absent from facts that were stored before it was looked at,
 * and counts as not given or unknown.
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
  /** The day of sending that an estimate counts from; null without one. */
  readonly sentOn?: string | null;
  /** Days in transit that an estimate adds; null without one. */
  readonly transitDays?: number | null;
  readonly productGid?: string | null;
  /** Gids; null when unknown. */
  readonly collections?: readonly string[] | null;
  /** Null when unknown, as for a product that was deleted. */
  readonly isFinalSale?: boolean | null;
  /** What the goods of the whole order cost after discounts, in the shop's currency. */
  readonly orderValue?: Money;
  /** Gid; empty when the country is in none, null when unknown. */
  readonly market?: string | null;
  /** Gids, of those that the policy names; null when unknown. */
  readonly customerSegments?: readonly string[] | null;
  /** Of the units of the customer's other orders, how many came back, in basis points; null when unknown. */
  readonly pastReturnShareBp?: number | null;
  /** By the question's id; a question that is not there was not answered. */
  readonly answers?: Readonly<Record<string, string>>;
  /** Whether a photo of the item was given. */
  readonly hasEvidence?: boolean;
  /** The id of the grade that the goods were found to be of; null before the inspection. */
  readonly inspectedCondition?: string | null;
  /** Import duties were charged with the order; absent: none. */
  readonly hasDuties?: true;
  /** Days on top of the window for the receiver of a gift, who is granted a gift's terms; absent: it is no gift's return. */
  readonly giftDays?: number;
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
  /** Whether the import duties go back with the goods; absent: they do not. */
  readonly refundsDuties?: true;
  /** Whether the tip goes back once the whole order has come back; absent: it does not. */
  readonly refundsTip?: true;
  /** Whether the money goes back at the carrier's first scan; absent: after inspection. */
  readonly paysAtFirstScan?: boolean;
  /** Only when the whole return comes to at most this, in the shop's currency. */
  readonly paysAtFirstScanUpTo?: Money;
  /** Last calendar date on which it can be asked for; null is no limit. */
  readonly eligibleUntilOn: string | null;
}
