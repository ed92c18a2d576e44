import type { ReturnableOrder } from "#app/domain/orders/returnable-order.ts";
import type { ExchangeLine } from "#app/domain/returns/resolution-quote.ts";
import type { FulfillmentLineItemGid, Gid, LineItemGid, OrderGid, ReturnGid, VariantGid } from "#app/domain/shared/gid.ts";
import type { MoneyPair } from "#app/domain/shared/money-pair.ts";
import type { Money } from "#app/domain/shared/money.ts";

/** Shopify said no for a reason of its own; the same request again gives the same answer. */
export interface RefusedByShopify {
  readonly code: "refused_by_shopify";
  readonly reason: string;
  readonly message: string;
}

/** An order that a shopper named, found by number and address. */
export interface FoundOrder {
  readonly gid: OrderGid;
  readonly name: string;
  readonly email: string;
  readonly customerName?: string;
}

/** One order in a signed-in customer's list. */
export interface OrderOfCustomer {
  readonly gid: OrderGid;
  readonly name: string;
  readonly processedAt: Date;
  readonly total: Money;
  readonly itemCount: number;
  readonly images: readonly { readonly url: string; readonly alt: string }[];
  /** Something of it was sent, and it was not cancelled. */
  readonly wasSent: boolean;
  readonly isCancelled: boolean;
}

/** A place that goods are sent back to. */
export interface ReturnAddress {
  readonly locationGid: Gid<"Location">;
  /** Name of the place, street, town and country, a line each. */
  readonly lines: readonly string[];
}

/** An order as Shopify has it now, with whom it belongs to and where its goods go back to. */
export interface OrderToReturn {
  readonly order: ReturnableOrder;
  readonly email?: string;
  readonly customerName?: string;
  readonly locale?: string;
  /** Where it was sent to, as a text that is the same however it is typed. Only a digest of it is ever kept. */
  readonly addressText?: string;
  /** The place it was sent from. */
  readonly returnAddress?: ReturnAddress;
}

/** A return that is to be opened in Shopify. Amounts are in the customer's currency. */
export interface ReturnToOpen {
  readonly orderGid: OrderGid;
  readonly requestedAt: Date;
  readonly lines: readonly {
    readonly fulfillmentLineGid: FulfillmentLineItemGid;
    readonly quantity: number;
    /** Shopify's handle of the reason. */
    readonly reason: string;
    readonly note: string;
    readonly restockingFeeBp: number;
  }[];
  readonly exchanges: readonly ExchangeLine[];
  readonly returnShippingFee: Money | null;
}

/** A return as Shopify has it now. */
export interface ShopifyReturn {
  readonly gid: ReturnGid;
  readonly name: string;
  readonly status: "requested" | "open" | "closed" | "declined" | "cancelled";
  readonly orderGid: OrderGid;
  readonly createdAt: Date;
  readonly decline?: { readonly reason: string; readonly note?: string };
  readonly lines: readonly ShopifyReturnLine[];
  readonly exchanges: readonly ShopifyExchangeLine[];
  readonly returnShippingFee: Money | null;
  /** Refunds that belong to it, oldest first. */
  readonly refunds: readonly { readonly gid: Gid<"Refund">; readonly createdAt: Date; readonly total: MoneyPair }[];
}

export interface ShopifyReturnLine {
  readonly gid: string;
  readonly lineGid: LineItemGid;
  readonly fulfillmentLineGid: FulfillmentLineItemGid;
  readonly title: string;
  readonly quantity: number;
  readonly processedQuantity: number;
  readonly unprocessedQuantity: number;
  readonly reason: string;
  readonly note: string;
  readonly customerNote: string;
  /** Where dispositions are noted; absent until the return is open. */
  readonly reverseLineGid?: string;
  /** Units that were sent somewhere: restocked, missing and so on. */
  readonly disposedQuantity: number;
}

export interface ShopifyExchangeLine {
  readonly gid: string;
  readonly variantGid?: VariantGid;
  readonly quantity: number;
  readonly unprocessedQuantity: number;
}

/** Which units of a return are to be settled, and how. */
export interface Settling {
  readonly returnGid: ReturnGid;
  readonly lines: readonly { readonly gid: string; readonly quantity: number }[];
  readonly exchanges: readonly { readonly gid: string; readonly quantity: number }[];
  /** Outbound shipping that goes back with it, in the customer's currency. */
  readonly shipping: Money | null;
  /** Import duties of which the share of these units goes back; absent: none. */
  readonly duties?: readonly Gid<"Duty">[];
  /** The tip's line, if it goes back; absent: it does not. */
  readonly tipLineGid?: LineItemGid;
  readonly isStoreCredit: boolean;
}

/** What Shopify would pay or charge for it. */
export interface SuggestedOutcome {
  /** To the customer; nothing when it is even or the customer owes. */
  readonly refund: MoneyPair;
  /** From the customer. */
  readonly owed: MoneyPair;
}

export const DISPOSITIONS = ["restocked", "not_restocked", "processing_required", "missing"] as const;
export type Disposition = (typeof DISPOSITIONS)[number];

/** One call that books the goods in, sends exchanged goods out and pays. */
export interface Processing extends Settling {
  readonly dispositions: readonly {
    readonly lineGid: string;
    readonly reverseLineGid: string;
    readonly quantity: number;
    readonly disposition: Disposition;
  }[];
  /** Needed for whatever is restocked. */
  readonly locationGid: Gid<"Location"> | null;
  readonly payments: readonly { readonly transactionGid: Gid<"OrderTransaction">; readonly amount: Money }[];
  readonly storeCredit: { readonly amount: Money; readonly expiresAt: Date | null } | null;
  readonly note: string;
}
