import type { Money } from "#app/domain/shared/money.ts";
import type { JointProgress, StepTarget } from "./joint-views.ts";
import type { FieldError, ImageView, OrderSummary } from "./page-parts.ts";

/** What the server tells the pages on which a resolution is seen, chosen and confirmed. */

export type ResolutionKind = "refund" | "store-credit" | "exchange" | "gift-card" | "replacement" | "keep-it" | "repair" | "mixed";

export type AmountPartKind =
  | "goods"
  | "tax"
  | "shipping"
  | "duties"
  | "tip"
  | "restocking-fee"
  | "return-shipping-fee"
  | "already-refunded"
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
  /** Of another product: it is similar, or it was searched for. */
  readonly group?: "similar" | "found";
  /** The next size in the direction that the reason asks for. */
  readonly isSuggested?: boolean;
}

/** The variants one returned line can be swapped for. */
export interface ExchangeLine {
  readonly key: string;
  readonly title: string;
  readonly variantTitle?: string;
  readonly quantity: number;
  readonly variants: readonly VariantChoice[];
  /** What others who sent it back say about its size. */
  readonly fit?: { readonly runs: "small" | "large"; readonly agreeing: number; readonly of: number };
  readonly chosen?: string;
}

/** What can become of one item, in the words of one choice of a list. */
export interface ItemChoiceView {
  /** As the form sends it: "refund", "exchange:gid://…". */
  readonly value: string;
  readonly kind: ResolutionKind;
  /** The variant that is sent instead. */
  readonly variant?: string;
  /** What the shopper gets (positive) or pays (negative) for this item alone. */
  readonly amount: Money;
  /** The size that the reason asks for. */
  readonly isSuggested?: boolean;
}

/** One item whose solution is chosen on its own. */
export interface ItemToSolve {
  readonly key: string;
  readonly title: string;
  readonly quantity: number;
  readonly choices: readonly ItemChoiceView[];
  readonly fit?: ExchangeLine["fit"];
  readonly chosen?: string;
}

/** A part of a sum that is paid in its own way. */
export interface PaidAs {
  readonly kind: ResolutionKind;
  readonly amount: Money;
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
  /** A rule that could still apply looks at the condition in which the items arrive. */
  readonly dependsOnCondition?: boolean;
  /** What is kept should go to somebody who can use it. */
  readonly asksToDonate?: boolean;
  /** Store credit or gift card is good until this day. */
  readonly expiresOn?: string;
  readonly exchange?: readonly ExchangeLine[];
  /** When the total is paid in several ways. */
  readonly paidAs?: readonly PaidAs[];
}

export interface ChosenItem {
  readonly title: string;
  readonly variantTitle?: string;
  readonly image?: ImageView;
  readonly quantity: number;
  readonly reason?: string;
  /** For all pieces, after discounts; the receiver of a gift is told none. */
  readonly price?: Money;
  /** What becomes of it, where items differ. */
  readonly solution?: { readonly kind: ResolutionKind; readonly variant?: string; readonly amount?: Money };
}

export interface OptionsPage {
  readonly page: "options";
  readonly joint?: JointProgress;
  /** Absent for the receiver of a gift, who reads the amount when it is to be confirmed. */
  readonly order?: OrderSummary;
  readonly items: readonly ChosenItem[];
  readonly options: readonly ResolutionOption[];
  /** Items whose solutions may differ; none when there is only one. */
  readonly perItem?: readonly ItemToSolve[];
  /** What was looked for among other products, and how many variants were found; absent where nothing can be exchanged. */
  readonly search?: { readonly text: string; readonly found?: number };
  /** Taken once for the whole return, whatever is chosen for each item. */
  readonly sharedFee?: Money;
  readonly chosen?: ResolutionKind;
  readonly errors: readonly FieldError[];
}

/** What is confirmed of one order. */
export interface OrderToConfirm {
  /** Absent for the receiver of a gift. */
  readonly order?: OrderSummary;
  readonly items: readonly ChosenItem[];
  readonly option: ResolutionOption;
  /** What is settled on its own: items that are kept. */
  readonly others?: readonly ResolutionOption[];
  /** Where it can be changed, or left out; only where there are several. */
  readonly change?: StepTarget;
  readonly leaveOut?: StepTarget;
}

export interface ConfirmPage extends OrderToConfirm {
  readonly page: "confirm";
  /** The other orders that come back together. */
  readonly further?: readonly OrderToConfirm[];
  /** What all orders come to, one sum for each currency; only where there are several. */
  readonly totals?: readonly Money[];
  /** The signed state that puts further orders to it; absent for who has shown to be nobody's other orders' owner. */
  readonly moreToken?: string;
  /** Unique per confirmation page: sending twice makes one return. */
  readonly formKey: string;
  readonly errors: readonly FieldError[];
}
