import type { GradeCondition } from "#app/domain/inspection/inspection-settings.ts";
import type { Decision } from "#app/domain/policies/decision.ts";
import type { Explained } from "#app/domain/policies/explanation.ts";
import type { ResolutionKind } from "#app/domain/policies/policy.ts";
import type { AnswerGiven } from "#app/domain/policies/return-question.ts";
import type { AbuseSignal } from "#app/domain/returns/abuse-signals.ts";
import type { Becomes, RegradeState } from "#app/domain/returns/regrade.ts";
import type { RepairEvent, RepairStage } from "#app/domain/returns/repair-stage.ts";
import type { ResolutionQuote, ReturnResolution } from "#app/domain/returns/resolution-quote.ts";
import type { ReturnEvent, ReturnStatus } from "#app/domain/returns/return-status.ts";
import type { ReservationState } from "#app/domain/returns/stock-reservation.ts";
import type { CustomerGid, OrderGid } from "#app/domain/shared/gid.ts";
import type { MoneyPair } from "#app/domain/shared/money-pair.ts";
import type { Money } from "#app/domain/shared/money.ts";

/** A return as its page shows it: plain JSON, dates as ISO text. */
export interface ReturnView {
  readonly id: string;
  readonly name: string;
  readonly number: number;
  readonly status: ReturnStatus;
  /** The version that was read; what is done here is refused when somebody else changed it. */
  readonly version: number;
  readonly resolution: ReturnResolution;
  readonly source: "portal" | "staff" | "shopify";
  /** The receiver of a gift asked, who is the customer then. */
  readonly isGift: boolean;
  readonly requestedAt: string;
  readonly paidAt: string | null;
  readonly errorCode: string | null;
  readonly declineReason: string | null;
  readonly declineNote: string | null;
  readonly quote: ResolutionQuote;
  /** How our figure stood against Shopify's when it was last looked at. */
  readonly agreement: AgreementView | null;
  /** Where the customer's payment for an exchange stands; null when nothing is owed or it is not settled. */
  readonly balance: "invoiced" | "not_invoiced" | "paid" | null;
  /** Where a payment at the carrier's first scan stands: agreed, made before the goods came, or found to be more than they came to. */
  readonly early: EarlyPaymentView | null;
  /** Why staff look at it though the policy would have approved it. */
  readonly signals: readonly AbuseSignal[];
  /** Who said that this customer's returns need no second look; null when nobody did. */
  readonly trust: { readonly at: string; readonly by: HistoryEntry["by"] } | null;
  /** What this member of staff may make happen now, by the status table. */
  readonly events: readonly ReturnEvent[];
  /** Where the repair stands, also of one that became something else; null for every other return. */
  readonly repair: RepairStageView | null;
  /** What it comes to since the goods were looked at, in the customer's currency, where that is another amount; null otherwise. */
  readonly afterInspection: Money | null;
  /** What the condition of the goods changed about the terms; null when nothing. */
  readonly terms: TermsView | null;
  /** The packing slip as a PDF, while there is something to send. */
  readonly slipUrl: string | null;
  readonly labels: readonly LabelView[];
  /** Labels that are being bought, or could not be. */
  readonly purchases: readonly PurchaseView[];
  readonly pickups: readonly PickupView[];
  readonly canBuyLabel: boolean;
  /** What is kept of the goods for an exchange; null when nothing is to be kept (any more). */
  readonly stock: StockView | null;
  readonly lines: readonly ReturnLineView[];
  /** Photos of the return as a whole. */
  readonly photos: readonly PhotoView[];
  readonly history: readonly HistoryEntry[];
  readonly movements: readonly MovementView[];
  readonly order: OrderView;
  readonly cases: readonly LinkedCase[];
}

export type AgreementView =
  { readonly kind: "agreed" | "accepted" } | { readonly kind: "disagreed"; readonly ours: MoneyPair; readonly shopifys: MoneyPair };

export interface RepairStageView {
  readonly stage: RepairStage;
  readonly isMended: boolean;
  readonly carrier: string | null;
  readonly trackingNumber: string | null;
  readonly note: string | null;
  /** What this member of staff may make happen now, by the table of repairs. */
  readonly events: readonly RepairEvent[];
  /** What it can become once it failed, each with its exact amount. */
  readonly instead: readonly { readonly kind: ReturnResolution; readonly amount: Money }[];
}

/** What was agreed beside what the rule says about the condition that the goods came in. */
export interface TermsView {
  readonly state: RegradeState;
  readonly units: readonly RegradedView[];
  /** What either comes to; null when it is not known. */
  readonly kept: Money | null;
  readonly ruled: Money | null;
  /** Whether the rule can be applied to this return: what it grants may take one of its own. */
  readonly canApplyRule: boolean;
}

export interface RegradedView {
  readonly title: string;
  readonly variantTitle: string | null;
  readonly quantity: number;
  readonly grade: { readonly name: string; readonly condition: GradeCondition };
  readonly effect: "better" | "worse";
  readonly becomes: Becomes;
  readonly agreed: Decision | null;
  readonly found: Decision | null;
  /** The sentences on what is offered, of the resolution that was agreed and of the one that it becomes. */
  readonly agreedOffer: Explained | null;
  readonly foundOffer: Explained | null;
}

export interface EarlyPaymentView {
  readonly kind: "agreed" | "awaitsGoods" | "tooMuch" | "tooLittle";
  readonly amount: Money;
}

/** Goods of one line that come back. */
export interface GoodsView {
  readonly id: string;
  readonly title: string;
  readonly variantTitle: string | null;
  readonly sku: string | null;
  readonly imageUrl: string | null;
  readonly quantity: number;
  readonly reason: string;
  /** The shopper's own words. */
  readonly note: string | null;
}

export interface ReturnLineView extends GoodsView {
  /** To the shop's questions, as they were asked then. */
  readonly answers: readonly AnswerGiven[];
  readonly amount: Money;
  /** What becomes of it, where the items of a return or of its request differ. */
  readonly resolution: ResolutionKind | null;
  readonly exchangeTitle: string | null;
  readonly receivedQuantity: number;
  readonly condition: string | null;
  readonly disposition: string | null;
  /** What the policy said; null for a return that was opened in Shopify. */
  readonly decision: Decision | null;
  readonly photos: readonly PhotoView[];
  /** The shopper showed something that has expired. */
  readonly arePhotosGone: boolean;
}

export interface PhotoView {
  readonly id: string;
  readonly url: string;
  readonly isVideo: boolean;
  /** Of the inspection; the others are the shopper's. */
  readonly isOurs: boolean;
  readonly addedAt: string;
}

export interface HistoryEntry {
  readonly id: string;
  readonly event: string;
  readonly at: string;
  readonly by: { readonly kind: "you" | "system" | "shopper" } | { readonly kind: "staff"; readonly name: string };
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Money that was given for this return, as the ledger has it. */
/** A label for one parcel. */
export interface LabelView {
  readonly id: string;
  readonly parcel: number;
  readonly carrier: string | null;
  readonly trackingNumber: string | null;
  readonly trackingUrl: string | null;
  readonly isInShopify: boolean;
  readonly fileUrl: string;
  /** What a bought one cost. */
  readonly cost: Money | null;
  /** ISO. */
  readonly firstScanAt: string | null;
  readonly deliveredAt: string | null;
}

/** A label that is not there (yet). */
export interface PurchaseView {
  readonly id: string;
  readonly state: "wanted" | "failed" | "refunding" | "refunded" | "not_refunded";
  readonly problem: string | null;
  /** The seller's own words. */
  readonly message: string | null;
}

/** A collection at the shopper's door. */
export interface PickupView {
  readonly id: string;
  readonly status: "wanted" | "booked" | "failed" | "cancelled";
  readonly date: string;
  readonly fromHour: number;
  readonly toHour: number;
  readonly confirmation: string | null;
}

/** Whether goods for an exchange are kept from other customers. */
export interface StockView {
  readonly state: Exclude<ReservationState, "released">;
  /** ISO. */
  readonly until: string | null;
  /** Shopify's own words for a refusal. */
  readonly message: string | null;
}

export interface MovementView {
  readonly key: string;
  readonly kind: string;
  readonly state: string;
  readonly amount: Money;
  readonly at: string;
}

export interface OrderView {
  readonly gid: OrderGid;
  readonly name: string;
  readonly customerGid: CustomerGid | null;
  readonly customerName: string | null;
  readonly email: string | null;
  readonly placedAt: string | null;
  readonly total: Money | null;
  readonly countryCode: string | null;
  /** Other returns of the order. */
  readonly returns: readonly {
    readonly id: string;
    readonly name: string;
    readonly status: ReturnStatus;
    readonly isPaid: boolean;
    readonly isSameRequest: boolean;
  }[];
  /** Returns of other orders that were asked for at once and come in the same parcel. */
  readonly joined: readonly {
    readonly id: string;
    readonly name: string;
    readonly status: ReturnStatus;
    readonly isPaid: boolean;
    /** It has the papers of the parcel. */
    readonly hasPapers: boolean;
  }[];
}

export interface LinkedCase {
  readonly id: string;
  readonly number: number;
  readonly subject: string;
}
