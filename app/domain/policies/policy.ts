import type { Money } from "#app/domain/shared/money.ts";
import type { PolicyCondition } from "./policy-condition.ts";
import type { ReturnQuestion } from "./return-question.ts";

/**
 * What a shopper can choose to get for an item. A replacement is the same thing sent once more; a repair is the very thing, mended and sent
 * back; "keep_it" is money back for something that stays with the shopper.
 */
export const RESOLUTION_KINDS = ["refund", "store_credit", "exchange", "gift_card", "replacement", "repair", "keep_it"] as const;
export type ResolutionKind = (typeof RESOLUTION_KINDS)[number];

/** Money that stays in the shop: it may have a bonus on top and may lapse. */
export const CREDIT_KINDS: readonly ResolutionKind[] = ["store_credit", "gift_card"];
/** Settled as soon as it is approved: nothing is sent back. */
export const KEPT_KINDS: readonly ResolutionKind[] = ["replacement", "keep_it"];

/** Why a rule says no; the shopper reads the translation of the code. */
export const REFUSAL_REASONS = ["final_sale", "gift_card", "hygiene", "perishable", "made_to_order", "digital", "not_returnable"] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** What the shopper can do when an item cannot come back. */
export const ALTERNATIVES = ["ask_question", "report_fault", "claim_warranty", "ask_to_cancel"] as const;
export type Alternative = (typeof ALTERNATIVES)[number];

/**
 * A shop's return policy as one JSON document. Rules are tried from the top and the first whose conditions all hold decides;
 * `otherwise` decides when none does, so every item always gets an answer.
 */
export interface Policy {
  /** The shape of this document; a later shape gets the next number. */
  readonly format: 1;
  /** ISO 4217 code of the shop; every amount in the policy is in it. */
  readonly currency: string;
  readonly rules: readonly PolicyRule[];
  readonly otherwise: PolicyOutcome;
  readonly reasons: readonly PolicyReason[];
  /** Asked with the reason; a question that an answer leads to stands after the one that leads to it. Absent: none. */
  readonly questions?: readonly ReturnQuestion[];
  /** Used when the carrier never reported delivery: the parcel counts as delivered this many days after it was sent. */
  readonly transit: TransitAllowance;
  /** Import duties that were charged with the order: given back for the units that come back. Absent: never. */
  readonly duties?: DutiesRefund;
  /** What was given on top: given back once the whole order came back. Absent: never. */
  readonly tips?: TipsRefund;
}

export const DUTIES_REFUNDS = ["with_goods", "never"] as const;
export type DutiesRefund = (typeof DUTIES_REFUNDS)[number];

export const TIPS_REFUNDS = ["with_whole_order", "never"] as const;
export type TipsRefund = (typeof TIPS_REFUNDS)[number];

export interface PolicyRule {
  /** Stays the same through edits and versions, so decisions and statistics can point at it. */
  readonly id: string;
  readonly name: string;
  readonly isEnabled: boolean;
  /** All must hold; none means always. */
  readonly conditions: readonly PolicyCondition[];
  readonly outcome: PolicyOutcome;
}

export type PolicyOutcome = EligibleOutcome | IneligibleOutcome;

export interface EligibleOutcome {
  readonly kind: "eligible";
  /** Last day is delivery day + this many; null is no limit. */
  readonly windowDays: number | null;
  /** At least one; each kind at most once; shown in this order. */
  readonly resolutions: readonly OfferedResolution[];
  /** "auto" approves at once, "review" waits for staff. */
  readonly approval: "auto" | "review";
  readonly photo: "not_needed" | "optional" | "required";
  readonly labelPaidBy: "merchant" | "customer";
  /** Taken once per return from the refund, by destination; the first that fits counts, none that fits is free. */
  readonly returnShippingFees: readonly RegionFee[];
  /** Pays back the outbound shipping, in proportion to the goods, when the reason is the merchant's fault. */
  readonly refundsShippingAtFault: boolean;
  /** Whether the money goes back at the carrier's first scan already, before the goods are here. Absent: after they were inspected. */
  readonly paysAtFirstScan?: boolean;
  /** Only when the whole return comes to at most this, in the shop's currency; absent: whatever it comes to. */
  readonly paysAtFirstScanUpTo?: Money;
}

export interface OfferedResolution {
  readonly kind: ResolutionKind;
  /** On top of what is owed, in basis points; only store credit and gift cards may have one. */
  readonly bonusBp: number;
  /** Kept from the price of the goods, in basis points. Waived when the reason is the merchant's fault. */
  readonly restockingFeeBp: number;
  /** Whether the region's return shipping fee is taken. Waived when the reason is the merchant's fault. */
  readonly takesReturnShippingFee: boolean;
  /** What the shopper is told: days from the goods' arrival at the shop until it is done. */
  readonly expectedDays: number;
  /** Store credit or a gift card lapses this many days after it is given; null never. */
  readonly creditExpiresAfterDays: number | null;
  /** Offered only while what would come back is worth at most this, as it was paid and in the shop's currency. Only "keep_it" may have one. */
  readonly onlyUpTo?: Money;
  /** The shopper is asked to give it to somebody who can use it. Only "keep_it" may say so. */
  readonly asksToDonate?: boolean;
}

export interface RegionFee {
  /** ISO 3166-1 alpha-2 codes; an empty list is everywhere. */
  readonly countries: readonly string[];
  readonly amount: Money;
}

export interface IneligibleOutcome {
  readonly kind: "ineligible";
  readonly because: RefusalReason;
  readonly instead: readonly Alternative[];
}

export interface PolicyReason {
  /** Shopify's reason handle, such as "too-small": stable, and translated by Shopify and by our own locale files. */
  readonly code: string;
  /** "merchant" waives every fee. */
  readonly fault: "merchant" | "customer";
  readonly isNoteRequired: boolean;
  /** A photo that this reason asks for, whatever the rule says less. Absent: as the rule says. */
  readonly photo?: "optional" | "required";
}

export interface TransitAllowance {
  readonly days: number;
  readonly byCountry: readonly { readonly country: string; readonly days: number }[];
}
