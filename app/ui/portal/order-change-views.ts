import type { ChangeBlocker } from "#app/domain/orders/order-change.ts";
import type { Money } from "#app/domain/shared/money.ts";
import type { Moment } from "#app/ui/format.ts";
import type { AddressFormField } from "./fields.ts";
import type { FieldError, ImageView, OrderSummary } from "./page-parts.ts";

/** What can still be done about an order that has not left, or what was done. */
export interface ChangeCard {
  /** Each with the moment until which it may be done; null has none. */
  readonly cancel?: { readonly until: Moment | null };
  readonly address?: { readonly until: Moment | null };
  /** Of a cancellation that was asked for. */
  readonly state?: "cancelling" | "cancelled" | "with-staff";
}

export interface CancelOrderPage {
  readonly page: "cancel-order";
  readonly order: OrderSummary;
  readonly until: Moment | null;
  readonly lines: readonly {
    readonly title: string;
    readonly variantTitle?: string;
    readonly image?: ImageView;
    readonly quantity: number;
  }[];
  /** Goes back to the original payment; absent when nothing was paid. */
  readonly refund?: Money;
  readonly reasons: readonly string[];
  readonly errors: readonly FieldError[];
}

export interface ChangeAddressPage {
  readonly page: "change-address";
  readonly order: OrderSummary;
  readonly until: Moment | null;
  readonly typed: Readonly<Record<AddressFormField, string>>;
  readonly needsZip: boolean;
  /** "New York, United States": what stays. */
  readonly region: string;
  readonly errors: readonly FieldError[];
}

export type ChangeOutcome =
  "cancelled" | "cancelling" | "with-staff" | "address-changed" | "address-same" | "left-meanwhile" | "not-possible" | "under-way";

/** What came of it. */
export interface OrderChangedPage {
  readonly page: "order-changed";
  readonly order: OrderSummary;
  readonly outcome: ChangeOutcome;
  /** For "not-possible". */
  readonly because?: ChangeBlocker;
  /** What goes back. */
  readonly refund?: Money;
  /** Where the parcel goes, a line each. */
  readonly address?: readonly string[];
}
