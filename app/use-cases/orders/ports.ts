import type { CustomerGid, FulfillmentGid, LineItemGid, OrderGid, ProductGid, VariantGid } from "#app/domain/shared/gid.ts";
import type { Money } from "#app/domain/shared/money.ts";

/** Projections of what Shopify told: each is keyed by gid and replaced only by something newer (`sourceUpdatedAt`). */
export interface OrderProjection {
  readonly gid: OrderGid;
  readonly name: string;
  readonly email?: string;
  readonly phone?: string;
  readonly customerGid?: CustomerGid;
  readonly customerName?: string;
  readonly subtotal: Money;
  readonly total: Money;
  readonly shipping: Money;
  readonly totalPresentment: Money;
  readonly countryCode?: string;
  /** Shopify's province or state code, which tells the time zone in large countries. */
  readonly provinceCode?: string;
  readonly locale?: string;
  readonly tags: readonly string[];
  readonly financialStatus?: string;
  readonly fulfillmentStatus?: string;
  readonly processedAt: Date;
  readonly cancelledAt?: Date;
  readonly isTest: boolean;
  readonly sourceUpdatedAt: Date;
}

export interface OrderLineProjection {
  readonly gid: LineItemGid;
  readonly title: string;
  readonly variantTitle?: string;
  readonly sku?: string;
  readonly vendor?: string;
  readonly productGid?: ProductGid;
  readonly variantGid?: VariantGid;
  readonly quantity: number;
  readonly currentQuantity: number;
  readonly unitPrice: Money;
  /** What the customer paid for the whole line after line and order discounts, in shop money. */
  readonly discountedTotal: Money;
  /** Import duties on the whole line with the taxes on them, in shop money; absent: none. */
  readonly duties?: Money;
  readonly requiresShipping: boolean;
  readonly isGiftCard: boolean;
}

export interface FulfillmentProjection {
  readonly gid: FulfillmentGid;
  readonly orderGid: OrderGid;
  readonly name?: string;
  readonly status: string;
  readonly shipmentStatus?: string;
  readonly trackingCompany?: string;
  readonly trackingNumber?: string;
  readonly trackingUrl?: string;
  readonly lines: readonly { readonly lineGid: LineItemGid; readonly quantity: number }[];
  readonly shippedAt: Date;
  readonly inTransitAt?: Date;
  readonly deliveredAt?: Date;
  readonly estimatedAt?: Date;
  readonly sourceUpdatedAt: Date;
}

export interface FulfillmentEventProjection {
  readonly gid: string;
  readonly fulfillmentGid: FulfillmentGid;
  readonly orderGid: OrderGid;
  /** Lower-case carrier status: in_transit, out_for_delivery, delivered, delayed, failure … */
  readonly status: string;
  readonly message?: string;
  readonly city?: string;
  readonly country?: string;
  readonly happenedAt: Date;
  readonly estimatedAt?: Date;
}

/** A shipment with what its events say, whatever order they came in. */
export interface Shipment extends FulfillmentProjection {
  /** The first date that anybody gave the customer; `estimatedAt` is the latest. */
  readonly firstEstimatedAt?: Date;
  readonly lastEventAt?: Date;
  readonly lastEventStatus?: string;
}

export interface CustomerProjection {
  readonly gid: CustomerGid;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly locale?: string;
  readonly country?: string;
  readonly tags?: readonly string[];
  readonly createdAt?: Date;
  readonly sourceUpdatedAt: Date;
}

export interface ProductProjection {
  readonly gid: ProductGid;
  readonly title: string;
  readonly productType: string;
  readonly vendor: string;
  readonly tags: readonly string[];
  readonly sourceUpdatedAt: Date;
}

export interface RefundProjection {
  readonly gid: string;
  readonly orderGid: OrderGid;
  readonly returnGid?: string;
  readonly amount: Money;
  readonly createdAt: Date;
  readonly note?: string;
}

export interface StoredOrder extends OrderProjection {
  readonly lines: readonly OrderLineProjection[];
  readonly shipments: readonly Shipment[];
}

/** What one page of the order list can be narrowed to. */
export interface OrderSearch {
  readonly text?: string;
  readonly limit: number;
}

export interface OrderRepository {
  /** Answers whether the order was new or newer than what is stored; older news changes nothing. */
  saveOrder(order: OrderProjection, lines: readonly OrderLineProjection[]): Promise<boolean>;
  saveFulfillment(fulfillment: FulfillmentProjection): Promise<boolean>;
  /** Adds the event once and folds it into its shipment (which may not be known yet); answers whether it was new. */
  addFulfillmentEvent(event: FulfillmentEventProjection): Promise<boolean>;
  saveCustomer(customer: CustomerProjection): Promise<boolean>;
  saveProduct(product: ProductProjection): Promise<void>;
  addRefund(refund: RefundProjection): Promise<boolean>;
  find(gid: OrderGid): Promise<StoredOrder | undefined>;
  findShipment(gid: FulfillmentGid): Promise<Shipment | undefined>;
  shipmentEvents(gid: FulfillmentGid): Promise<FulfillmentEventProjection[]>;
  refundsOf(gid: OrderGid): Promise<RefundProjection[]>;
  findCustomer(gid: CustomerGid): Promise<CustomerProjection | undefined>;
  products(gids: readonly ProductGid[]): Promise<Map<ProductGid, ProductProjection>>;
  search(search: OrderSearch): Promise<OrderProjection[]>;
  /** The newest `sourceUpdatedAt` that is stored, from which reconciling starts. */
  newestUpdate(): Promise<Date | undefined>;
  counts(): Promise<{ orders: number; shipments: number; customers: number }>;
}

/** Everything that Shopify says of one order, as projections. */
export interface OrderSnapshot {
  readonly order: OrderProjection;
  readonly lines: readonly OrderLineProjection[];
  readonly fulfillments: readonly FulfillmentProjection[];
  readonly events: readonly FulfillmentEventProjection[];
  readonly refunds: readonly RefundProjection[];
  readonly customer?: CustomerProjection;
  readonly products: readonly ProductProjection[];
}

export interface ShopifyOrders {
  /** Orders that changed since a moment, oldest change first, a page at a time. */
  changedSince(since: Date, cursor?: string): Promise<{ orders: OrderSnapshot[]; nextCursor?: string }>;
  /** Whether a customer agreed to marketing at this very address. */
  hasMarketingConsent(customer: CustomerGid, address: string): Promise<boolean>;
  readProducts(gids: readonly ProductGid[]): Promise<ProductProjection[]>;
}
