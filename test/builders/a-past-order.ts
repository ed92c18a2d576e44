import type { LineItemGid, OrderGid, ProductGid } from "#app/domain/shared/gid.ts";
import { money } from "#app/domain/shared/money.ts";
import type { FulfillmentProjection, OrderLineProjection, OrderProjection, StoredOrder } from "#app/use-cases/orders/ports.ts";
import type { Repositories } from "#app/use-cases/ports.ts";

let lastNumber = 0;

/** What a test changes about an order of the past. */
export interface PastOrderParts {
  readonly order?: Partial<OrderProjection>;
  readonly line?: Partial<OrderLineProjection>;
  readonly shipment?: Partial<FulfillmentProjection>;
}

/** One shirt of 40.00 USD, sent on the day it was ordered and delivered three days later, to the United States. */
export function aPastOrder(placedAt: Date, parts: PastOrderParts = {}): StoredOrder {
  const number = ++lastNumber;
  const gid: OrderGid = `gid://shopify/Order/${7000 + number}`;
  const lineGid: LineItemGid = `gid://shopify/LineItem/${7000 + number}`;
  const delivered = new Date(placedAt.getTime() + 3 * 86_400_000);
  const line: OrderLineProjection = {
    gid: lineGid,
    title: "Linen shirt",
    productGid: "gid://shopify/Product/7001",
    quantity: 1,
    currentQuantity: 1,
    unitPrice: money(4_000, "USD"),
    discountedTotal: money(4_000, "USD"),
    requiresShipping: true,
    isGiftCard: false,
    ...parts.line,
  };
  return {
    gid,
    name: `#${7000 + number}`,
    subtotal: line.discountedTotal,
    total: line.discountedTotal,
    shipping: money(0, "USD"),
    totalPresentment: line.discountedTotal,
    countryCode: "US",
    tags: [],
    processedAt: placedAt,
    isTest: false,
    sourceUpdatedAt: placedAt,
    ...parts.order,
    lines: [line],
    shipments: [
      {
        gid: `gid://shopify/Fulfillment/${7000 + number}`,
        orderGid: gid,
        status: "success",
        lines: [{ lineGid, quantity: line.quantity }],
        shippedAt: placedAt,
        deliveredAt: delivered,
        sourceUpdatedAt: placedAt,
        ...parts.shipment,
      },
    ],
  };
}

/** Stores the order as Shopify's news would. */
export async function storePastOrder(tx: Repositories, { lines, shipments, ...order }: StoredOrder): Promise<void> {
  await tx.orders.saveOrder(order, lines);
  for (const shipment of shipments) await tx.orders.saveFulfillment(shipment);
}

/** The shirt of the past orders. */
export const PAST_PRODUCT = {
  gid: "gid://shopify/Product/7001" as ProductGid,
  title: "Linen shirt",
  productType: "Shirts",
  vendor: "Northwind",
  tags: ["summer"],
  sourceUpdatedAt: new Date("2026-01-01T00:00:00Z"),
};
