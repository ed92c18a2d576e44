import type {
  CustomerGid,
  FulfillmentGid,
  FulfillmentLineItemGid,
  Gid,
  LineItemGid,
  OrderGid,
  ProductGid,
  ReturnGid,
  VariantGid,
} from "#app/domain/shared/gid.ts";
import type { MoneyPair } from "#app/domain/shared/money-pair.ts";

/**
 * An order as Shopify tells it at the moment a return is decided or paid. Everything that becomes money is read from here, and
 * this is always read afresh: nothing in it ever comes from a browser.
 */
export interface ReturnableOrder {
  readonly gid: OrderGid;
  /** As customers see it: "#1001". */
  readonly name: string;
  readonly processedAt: Date;
  /** Set when the whole order was cancelled. */
  readonly cancelledAt: Date | null;
  /** ISO 4217 code that the shop keeps its books in. */
  readonly shopCurrency: string;
  /** ISO 4217 code that the customer was charged in. */
  readonly presentmentCurrency: string;
  /** ISO 3166-1 alpha-2 code of the place it was sent to; null for an order without shipping. */
  readonly countryCode: string | null;
  readonly customer: OrderCustomer | null;
  /** Whether the prices contain the tax (then `OrderLine.tax` is inside `OrderLine.paid`) or the tax was added on top. */
  readonly taxesIncluded: boolean;
  /** Goods and services; a tip is none of them. */
  readonly lines: readonly OrderLine[];
  /** What was given on top for the people who work there; absent: nothing. */
  readonly tip?: OrderTip;
  /** Whether the prices contain the duties, which then go back with the goods as part of their price. */
  readonly areDutiesIncluded?: boolean;
  readonly shipping: OrderShipping;
  /** What the order came to when it was placed, with shipping and tax; the two sides also give its exchange rate. */
  readonly total: MoneyPair;
  readonly transactions: readonly OrderTransaction[];
  /** Every refund that exists in Shopify, whoever made it. */
  readonly refunds: readonly OrderRefund[];
  /** Every return that holds units, in Shopify or only requested here; declined and cancelled returns hold none and are left out. */
  readonly returns: readonly ExistingReturn[];
}

export interface OrderCustomer {
  readonly gid: CustomerGid;
  readonly tags: readonly string[];
  readonly ordersCount: number;
}

export interface OrderLine {
  readonly gid: LineItemGid;
  readonly title: string;
  readonly variantTitle: string | null;
  readonly sku: string | null;
  readonly productGid: ProductGid | null;
  readonly variantGid: VariantGid | null;
  readonly productType: string;
  readonly productTags: readonly string[];
  readonly vendor: string;
  readonly imageUrl: string | null;
  /** Units ordered. */
  readonly quantity: number;
  /** Units still on the order: ordered, less refunded and removed. */
  readonly currentQuantity: number;
  /** One unit before any discount. */
  readonly listUnitPrice: MoneyPair;
  /** All ordered units after every discount, the line's share of order-level discounts included; contains tax when `taxesIncluded`. */
  readonly paid: MoneyPair;
  /** Tax of all ordered units. */
  readonly tax: MoneyPair;
  /** Import duties that were charged for all ordered units, on top of `paid`; absent: none. */
  readonly duties?: readonly LineDuty[];
  readonly isGiftCard: boolean;
  /** Whether the product's metafield `custom.final_sale` says that it is not sold to come back. */
  readonly isMarkedFinalSale?: boolean;
  readonly requiresShipping: boolean;
  /** True for goods that went out for others that came back, by exchange or replacement: they were not part of what was bought. */
  readonly isSentInExchange?: boolean;
  /** How the units were sent, a line may travel in several parcels. Empty while nothing was sent. */
  readonly parcels: readonly LineParcel[];
}

/** One duty on one line of the order. */
export interface LineDuty {
  readonly gid: Gid<"Duty">;
  /** For all ordered units, with the import taxes on it. */
  readonly paid: MoneyPair;
}

/** Shopify keeps a tip as a line of the order, which can be given back but never returned. */
export interface OrderTip {
  readonly lineGid: LineItemGid;
  readonly paid: MoneyPair;
}

/** The units of one line that travelled in one fulfillment. Shopify's returns name these, not the line. */
export interface LineParcel {
  readonly fulfillmentGid: FulfillmentGid;
  readonly fulfillmentLineItemGid: FulfillmentLineItemGid;
  readonly quantity: number;
  /** As `returnableFulfillments` says: without units in Shopify's other returns, refunded or removed. */
  readonly returnableQuantity: number;
  readonly fulfilledAt: Date;
  /** Null until the carrier reports delivery; for untracked parcels for ever. */
  readonly deliveredAt: Date | null;
}

export interface OrderShipping {
  /** After shipping discounts; contains tax when the order's `taxesIncluded`. */
  readonly paid: MoneyPair;
  readonly tax: MoneyPair;
  /** Shipping already refunded, tax included. */
  readonly refunded: MoneyPair;
}

/** A payment that money can go back to: a sale or a capture that succeeded. */
export interface OrderTransaction {
  readonly gid: Gid<"OrderTransaction">;
  readonly kind: "sale" | "capture";
  readonly gateway: string;
  readonly amount: MoneyPair;
  /** What is left after the refunds that were made against it. */
  readonly refundable: MoneyPair;
}

export interface OrderRefund {
  readonly gid: Gid<"Refund">;
  readonly createdAt: Date;
  /** What was really paid back, to every method. */
  readonly total: MoneyPair;
  /** The return it belongs to; null for one made by hand outside a return. */
  readonly returnGid: ReturnGid | null;
  /** Empty for a refund of an amount only. */
  readonly lines: readonly RefundedLine[];
  /** Duties that went back with it; absent: none. */
  readonly duties?: readonly RefundedDuty[];
}

export interface RefundedDuty {
  readonly dutyGid: Gid<"Duty">;
  /** With the import taxes on it, as `LineDuty.paid`. */
  readonly amount: MoneyPair;
}

export interface RefundedLine {
  readonly lineGid: LineItemGid;
  readonly quantity: number;
  /** Contains tax when the order's `taxesIncluded`, as `OrderLine.paid` does. */
  readonly goods: MoneyPair;
  readonly tax: MoneyPair;
}

/** Units that another return already speaks for. */
export interface ExistingReturn {
  /** Null while the request exists only in Amends: then Shopify's `returnableQuantity` still counts its units. */
  readonly gid: ReturnGid | null;
  readonly state: "requested" | "open" | "closed";
  readonly requestedAt: Date;
  readonly lines: readonly HeldUnits[];
}

export interface HeldUnits {
  readonly lineGid: LineItemGid;
  readonly quantity: number;
  /** Of these, how many have not been refunded, exchanged or credited yet. */
  readonly unpaidQuantity: number;
}
