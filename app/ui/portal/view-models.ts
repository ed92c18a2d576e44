import type { PolicyPageText } from "#app/domain/policies/policy-statements.ts";
import type { Money } from "#app/domain/shared/money.ts";
import type { Moment } from "#app/ui/format.ts";
import type { EvidenceView, FieldError, ImageView, OrderSummary, PhotoRules, ReturnLink } from "./page-parts.ts";
import type { GiftCodesPage, GiftPage, GiftReceiptPage } from "./gift-views.ts";
import type { HelpPage, QuestionPage } from "./help-views.ts";
import type { ChangeCard, CancelOrderPage, ChangeAddressPage, OrderChangedPage } from "./order-change-views.ts";
import type { JointProgress, TogetherPage } from "./joint-views.ts";
import type { ConfirmPage, OptionsPage } from "./solution-views.ts";
import type { StatusPage } from "./status-views.ts";

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
  /** The answers that come before a question; absent where the shop has none. */
  readonly helpUrl?: string;
  readonly policyUrl?: string;
  readonly privacyUrl?: string;
  /** Changes whenever portal.css or portal.js change, so that both can be cached for a year. */
  readonly assetVersion: string;
}

// Find the order

export interface FindPage {
  readonly page: "find";
  readonly orderNumber?: string;
  readonly email?: string;
  /** The shop's sign-in page; shown when given. */
  readonly signInUrl?: string;
  /** Whether gifts can be returned without their order. */
  readonly takesGifts?: boolean;
  readonly errors: readonly FieldError[];
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
  /** It may not have left yet, and the shop lets shoppers change it. */
  readonly canChange?: boolean;
  readonly returns: readonly ReturnLink[];
}

/** A signed-in customer's own orders, newest first. */
export interface OrdersPage {
  readonly page: "orders";
  readonly customerName?: string;
  readonly orders: readonly OrderCard[];
  readonly takesGifts?: boolean;
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

export interface ReasonOption {
  readonly value: string;
  readonly label: string;
  /** What cannot be left out with it; absent: nothing. */
  readonly needs?: readonly ("note" | "photo")[];
}

export interface ItemInput {
  readonly quantity: number;
  readonly reason: string;
  readonly note: string;
  readonly evidence: readonly EvidenceView[];
}

/** Something the shop wants to know about an item. Texts are the shop's own, in the shopper's language already. */
export interface QuestionView {
  /** Two letters that tell its fields apart (`questionKey`). */
  readonly key: string;
  readonly label: string;
  readonly kind: "choice" | "text";
  readonly isRequired: boolean;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  /** It is asked while the field has one of these values. */
  readonly when: { readonly field: string; readonly values: readonly string[] };
  /** Whether that is so in what was sent last. */
  readonly isAsked: boolean;
  readonly answer: string;
}

export type IneligibleCode =
  | "not-delivered"
  | "not-shipped"
  | "order-cancelled"
  | "window-closed"
  | "final-sale"
  | "already-returned"
  | "refunded"
  | "gift-card"
  | "hygiene"
  | "perishable"
  | "made-to-order"
  | "digital"
  | "not-covered"
  | "under-review";

/** What can be done instead of returning an item that cannot come back. */
export type InsteadCode = "wait-for-delivery" | "cancel-order" | "ask-question" | "follow-return" | "read-policy" | "warranty";

export type Eligibility =
  | {
      readonly kind: "eligible";
      readonly maxQuantity: number;
      /** Last day to ask for it, whatever the reason. */ readonly returnBy?: string;
      /** The same for some reasons, when they have longer; null is no limit. */ readonly returnByAtMost?: string | null;
    }
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
  /** For one piece, after discounts; the receiver of a gift is told none. */
  readonly unitPrice?: Money;
  /** For one piece before discounts, when it differs. */
  readonly fullUnitPrice?: Money;
  readonly deliveredAt?: Moment;
  readonly eligibility: Eligibility;
  readonly reasons: readonly ReasonOption[];
  readonly photo: "hidden" | "optional" | "required";
  /** The reason that the order itself gives, and why; both are calendar dates. */
  readonly suggested?: { readonly reason: string; readonly promisedOn: string; readonly arrivedOn: string };
  /** All that can come up; a follow-up stands after the question that leads to it. */
  readonly questions?: readonly QuestionView[];
  readonly chosen?: ItemInput;
}

export interface ItemsPage {
  readonly page: "items";
  /** Absent for the receiver of a gift. */
  readonly order?: OrderSummary;
  readonly lines: readonly ItemLine[];
  readonly photos: PhotoRules;
  readonly noteMax: number;
  readonly returns: readonly ReturnLink[];
  /** Where the shopper is in a return of several orders. */
  readonly joint?: JointProgress;
  /** Other orders of theirs may come back with it. */
  readonly canJoin?: boolean;
  /** What can be done before it leaves. */
  readonly change?: ChangeCard;
  /** A code can be made for whoever got it as a gift. */
  readonly canGive?: boolean;
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

/** The shop's return policy, stated from the rules that decide. */
export interface PolicyTextPage {
  readonly page: "policy";
  readonly text: PolicyPageText;
  /** Since when it holds; null for a shop's first policy, which holds for every order. */
  readonly validFrom: Moment | null;
}

export type PortalPage =
  | FindPage
  | OrdersPage
  | CodePage
  | TogetherPage
  | ItemsPage
  | OptionsPage
  | ConfirmPage
  | StatusPage
  | HelpPage
  | QuestionPage
  | MessagePage
  | PolicyTextPage
  | CancelOrderPage
  | ChangeAddressPage
  | OrderChangedPage
  | GiftPage
  | GiftCodesPage
  | GiftReceiptPage;
