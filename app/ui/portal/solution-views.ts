import type { Money } from "#app/domain/shared/money.ts";
import type { FieldError, ImageView, OrderSummary } from "./page-parts.ts";

/** What the server tells the pages on which a resolution is seen, chosen and confirmed. */

export type ResolutionKind = "refund" | "store-credit" | "exchange" | "gift-card" | "replacement" | "keep-it" | "repair";

export type AmountPartKind =
  | "goods"
  | "tax"
  | "shipping"
  | "duties"
  | "restocking-fee"
  | "return-shipping-fee"
  | "grade-deduction"
  | "bonus"
  | "exchange-goods"
  | "exchange-tax";

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
  /** What is kept should go to somebody who can use it. */
  readonly asksToDonate?: boolean;
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

export interface ConfirmPage {
  readonly page: "confirm";
  readonly order: OrderSummary;
  readonly items: readonly ChosenItem[];
  readonly option: ResolutionOption;
  /** Unique per confirmation page: sending twice makes one return. */
  readonly formKey: string;
  readonly errors: readonly FieldError[];
}
