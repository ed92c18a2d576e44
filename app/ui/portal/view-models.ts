import type { Moment } from "#app/ui/format.ts";
import type { Money } from "#app/domain/shared/money.ts";

export type { Money, Moment };

/**
 * What the server tells a portal page. Everything is plain data: amounts are integers in minor units, instants are ISO strings with
 * the zone to show them in, calendar dates are "2026-11-21", and nothing is translated yet except what a person or Shopify wrote
 * (titles, notes, reasons).
 */

/** What every page knows. */
export interface PortalFrame {
  /** Any language tag; the nearest supported language is used. */
  readonly locale: string;
  /** Shopify's `path_prefix` of this request ("/apps/returns"), without a slash at the end; the merchant can rename it. */
  readonly base: string;
  /** The signed state that every form sends back in the parameter `t`. */
  readonly token?: string;
  /** Where a GET shows this same page again (status, orders); the address bar shows it when scripts are on. */
  readonly address?: string;
  readonly shopName: string;
  readonly supportEmail?: string;
  readonly policyUrl?: string;
  readonly privacyUrl?: string;
  /** Changes whenever portal.css or portal.js change, so that both can be cached for a year. */
  readonly assetVersion: string;
}

export type ErrorCode =
  | "required"
  | "order-number-invalid"
  | "email-invalid"
  | "code-invalid"
  | "code-wrong"
  | "code-expired"
  | "nothing-chosen"
  | "quantity-invalid"
  | "reason-required"
  | "note-required"
  | "note-too-long"
  | "photo-required"
  | "photo-too-large"
  | "photo-wrong-type"
  | "photo-too-many"
  | "resolution-required"
  | "resolution-unavailable"
  | "variant-required"
  | "variant-sold-out"
  | "question-required"
  | "question-too-long"
  | "amount-changed";

/** One thing to put right. `field` is a form field's name (app/ui/portal/fields.ts); without it the error is about the whole form. */
export interface FieldError {
  readonly field?: string;
  readonly code: ErrorCode;
  /** For texts that name a limit: `{ max: 500 }`, `{ left: 3 }`, `{ size: "8 MB" }`. */
  readonly values?: Readonly<Record<string, string | number>>;
}

export interface ImageView {
  readonly url: string;
  readonly alt: string;
}

// Find the order

export interface FindPage {
  readonly page: "find";
  readonly orderNumber?: string;
  readonly email?: string;
  /** The shop's sign-in page; shown when given. */
  readonly signInUrl?: string;
  readonly errors: readonly FieldError[];
}

export interface ReturnLink {
  /** "R1" or "#1001-R1". */
  readonly name: string;
  readonly status: ReturnState;
  /** The signed state that opens this return. */
  readonly token: string;
}

export interface OrderCard {
  readonly name: string;
  /** The signed state that opens this order. */
  readonly token: string;
  readonly placedAt: Moment;
  readonly total: Money;
  readonly itemCount: number;
  readonly images: readonly ImageView[];
  readonly canReturn: boolean;
  readonly returns: readonly ReturnLink[];
}

/** A signed-in customer's own orders, newest first. */
export interface OrdersPage {
  readonly page: "orders";
  readonly customerName?: string;
  readonly orders: readonly OrderCard[];
}

// One-time code

export interface CodePage {
  readonly page: "code";
  /** The address as the visitor typed it; shown whether or not such an order exists. */
  readonly email: string;
  readonly expiresInMinutes: number;
  /** A fresh code was just sent on request. */
  readonly resent?: boolean;
  readonly errors: readonly FieldError[];
}

// Choose items

export interface OrderSummary {
  readonly name: string;
  readonly placedAt: Moment;
}

export interface ReasonOption {
  readonly value: string;
  readonly label: string;
}

/** A photo that is already stored with this return or draft. */
export interface EvidenceView {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  /** A short-lived address of the picture, when it may be shown. */
  readonly url?: string;
}

export interface ItemInput {
  readonly quantity: number;
  readonly reason: string;
  readonly note: string;
  readonly evidence: readonly EvidenceView[];
}

export type IneligibleCode =
  | "not-delivered"
  | "not-shipped"
  | "window-closed"
  | "final-sale"
  | "already-returned"
  | "refunded"
  | "gift-card"
  | "not-covered"
  | "under-review";

/** What can be done instead of returning an item that cannot come back. */
export type InsteadCode = "wait-for-delivery" | "cancel-order" | "ask-question" | "follow-return" | "read-policy" | "warranty";

export type Eligibility =
  | { readonly kind: "eligible"; readonly maxQuantity: number; /** Last day to send it in. */ readonly returnBy?: string }
  | {
      readonly kind: "ineligible";
      readonly code: IneligibleCode;
      /** The day the window closed, or delivery is expected. */ readonly date?: string;
      readonly instead: readonly InsteadCode[];
    };

export interface ItemLine {
  /** Letters that tell this line's fields apart from others' ("a", "b", … from `lineKey`). */
  readonly key: string;
  /** The fulfillment line item's gid. */
  readonly id: string;
  readonly title: string;
  readonly variantTitle?: string;
  readonly image?: ImageView;
  readonly quantity: number;
  readonly returnedQuantity: number;
  /** For one piece, after discounts. */
  readonly unitPrice: Money;
  /** For one piece before discounts, when it differs. */
  readonly fullUnitPrice?: Money;
  readonly deliveredAt?: Moment;
  readonly eligibility: Eligibility;
  readonly reasons: readonly ReasonOption[];
  readonly photo: "hidden" | "optional" | "required";
  readonly chosen?: ItemInput;
}

export interface PhotoRules {
  readonly maxBytes: number;
  readonly maxCount: number;
  /** Media types that are accepted: ["image/jpeg", "image/png"]. */
  readonly types: readonly string[];
}

export interface ItemsPage {
  readonly page: "items";
  readonly order: OrderSummary;
  readonly lines: readonly ItemLine[];
  readonly photos: PhotoRules;
  readonly noteMax: number;
  readonly returns: readonly ReturnLink[];
  readonly errors: readonly FieldError[];
}

// See and choose a resolution

export type ResolutionKind = "refund" | "store-credit" | "exchange" | "gift-card" | "replacement" | "keep-it" | "repair";

export type AmountPartKind =
  "goods" | "tax" | "shipping" | "duties" | "restocking-fee" | "return-shipping-fee" | "bonus" | "exchange-goods" | "exchange-tax";

/** One line of the sum. Signed: a fee is negative. `included` parts are told but not added ("includes 19 % tax"). */
export interface AmountPart {
  readonly kind: AmountPartKind;
  readonly amount: Money;
  readonly rateBp?: number;
  readonly included?: boolean;
}

/** When it happens: at once, or some business days after a named step. */
export interface TimeExpectation {
  readonly after: "confirmation" | "approval" | "drop-off" | "arrival" | "inspection";
  readonly businessDays?: readonly [number, number];
}

export interface VariantChoice {
  readonly id: string;
  readonly title: string;
  readonly stock: "in-stock" | "low" | "sold-out";
  /** Pieces left, told when low. */
  readonly available?: number;
  /** What the shopper pays (positive) or gets back (negative) for the swap. */
  readonly difference: Money;
}

/** The variants one returned line can be swapped for. */
export interface ExchangeLine {
  readonly key: string;
  readonly title: string;
  readonly variantTitle?: string;
  readonly quantity: number;
  readonly variants: readonly VariantChoice[];
  readonly chosen?: string;
}

export interface ResolutionOption {
  readonly kind: ResolutionKind;
  readonly parts: readonly AmountPart[];
  /** What the shopper gets (positive) or has to pay (negative). */
  readonly total: Money;
  /** "Visa •••• 4242", where known. */
  readonly paidTo?: string;
  readonly time: TimeExpectation;
  readonly approval: "at-once" | "by-staff";
  readonly sendBack: boolean;
  /** Store credit or gift card is good until this day. */
  readonly expiresOn?: string;
  readonly exchange?: readonly ExchangeLine[];
}

export interface ChosenItem {
  readonly title: string;
  readonly variantTitle?: string;
  readonly image?: ImageView;
  readonly quantity: number;
  readonly reason?: string;
  /** For all pieces, after discounts. */
  readonly price: Money;
}

export interface OptionsPage {
  readonly page: "options";
  readonly order: OrderSummary;
  readonly items: readonly ChosenItem[];
  readonly options: readonly ResolutionOption[];
  readonly chosen?: ResolutionKind;
  readonly errors: readonly FieldError[];
}

// Confirm

export interface ConfirmPage {
  readonly page: "confirm";
  readonly order: OrderSummary;
  readonly items: readonly ChosenItem[];
  readonly option: ResolutionOption;
  /** Unique per confirmation page: sending twice makes one return. */
  readonly formKey: string;
  readonly errors: readonly FieldError[];
}

// Follow a return

export type ReturnState = "requested" | "approved" | "in-transit" | "received" | "inspected" | "done" | "declined" | "cancelled";

export type StepKey =
  "requested" | "approved" | "sent" | "received" | "inspected" | "exchange-shipped" | "paid" | "closed" | "declined" | "cancelled";

export interface TimelineStep {
  readonly key: StepKey;
  readonly state: "done" | "current" | "next";
  readonly at?: Moment;
  /** The day it should have happened by, for current and next steps. */
  readonly expectedOn?: string;
}

export interface MoneyStatus {
  readonly kind: ResolutionKind;
  readonly amount: Money;
  readonly paidTo?: string;
  readonly paidAt?: Moment;
  /** Before it is paid: the days it is expected on. */
  readonly expected?: { readonly from: string; readonly to: string };
  /** Gift card or discount code, or a store credit's last day. */
  readonly code?: string;
  readonly expiresOn?: string;
}

export interface PackingView {
  readonly sendBy?: string;
  readonly addressLines: readonly string[];
  readonly labelUrl?: string;
  readonly qrUrl?: string;
  readonly slipUrl?: string;
  /** What to write on the parcel, usually the return's name. */
  readonly reference: string;
  readonly instructions?: string;
}

export interface ConversationLine {
  readonly from: "shopper" | "shop";
  readonly text: string;
  readonly at: Moment;
}

export type Notice = "submitted" | "approved" | "cancelled" | "question-sent" | "photo-added";

export interface StatusPage {
  readonly page: "status";
  readonly order: OrderSummary;
  readonly returnName: string;
  readonly state: ReturnState;
  readonly items: readonly ChosenItem[];
  readonly steps: readonly TimelineStep[];
  readonly money?: MoneyStatus;
  readonly packing?: PackingView;
  /** The staff's own words when declined. */
  readonly declineNote?: string;
  readonly evidence: readonly EvidenceView[];
  readonly conversation: readonly ConversationLine[];
  readonly photos: PhotoRules;
  readonly questionMax: number;
  readonly canCancel: boolean;
  readonly canAsk: boolean;
  readonly canAddPhoto: boolean;
  readonly notice?: Notice;
  readonly question?: string;
  readonly errors: readonly FieldError[];
}

// Everything else that can be said

export type MessageKind =
  | "link-expired"
  | "too-many-tries"
  | "photo-too-large"
  | "photo-wrong-type"
  | "nothing-eligible"
  | "return-exists"
  | "order-not-shipped"
  | "not-found"
  | "not-installed"
  | "unavailable";

export interface MessagePage {
  readonly page: "message";
  readonly kind: MessageKind;
  /** For "too-many-tries". */
  readonly retryAt?: Moment;
  /** For the photo messages. */
  readonly maxBytes?: number;
  /** For "return-exists": the returns that can be followed. */
  readonly returns?: readonly ReturnLink[];
  /** For "unavailable": what to tell the shop. */
  readonly reference?: string;
}

export type PortalPage = FindPage | OrdersPage | CodePage | ItemsPage | OptionsPage | ConfirmPage | StatusPage | MessagePage;
