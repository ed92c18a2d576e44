import type { FieldError, ImageView, OrderSummary } from "./page-parts.ts";

/** What the server tells the pages about gifts: those of whoever gave one, and of whoever got it. */

/** The receiver enters the code. */
export interface GiftPage {
  readonly page: "gift";
  readonly code?: string;
  readonly name?: string;
  readonly email?: string;
  readonly nameMax: number;
  readonly errors: readonly FieldError[];
}

/** Units of a line, as a gift shows them: never with a price. */
export interface GiftItemView {
  readonly title: string;
  readonly variantTitle?: string;
  readonly image?: ImageView;
  readonly quantity: number;
}

/** A line of the order that can be given; the quantity is the most that can. */
export interface GiftLineView extends GiftItemView {
  /** Letters that tell this line's fields apart from others'. */
  readonly key: string;
  readonly id: string;
}

/** A code that was made for the order. */
export interface GiftCodeView {
  readonly id: string;
  readonly code: string;
  /** One that was used up reads as open: the giver is not told. */
  readonly state: "open" | "revoked" | "expired";
  /** Last calendar date on which it can be used. */
  readonly until: string;
  readonly items: readonly GiftItemView[];
}

/** The giver's codes of an order, and the form for another one. */
export interface GiftCodesPage {
  readonly page: "gift-codes";
  readonly order: OrderSummary;
  readonly lines: readonly GiftLineView[];
  readonly codes: readonly GiftCodeView[];
  readonly notice?: "revoked";
  readonly errors: readonly FieldError[];
}

/** What the giver passes on, on paper or as a link. */
export interface GiftReceiptPage {
  readonly page: "gift-receipt";
  readonly gift: GiftCodeView;
  /** The whole address of the page on which the code is entered already. */
  readonly url: string;
}
