import type {
  LineParcel,
  OrderLine,
  OrderRefund,
  OrderTransaction,
  RefundedLine,
  ReturnableOrder,
} from "#app/domain/orders/returnable-order.ts";
import { gid } from "#app/domain/shared/gid.ts";
import { samePair, zeroPair } from "#app/domain/shared/money-pair.ts";

let lastNumber = 0;
const next = () => ++lastNumber;

/** A delivered order of one line of two shirts at 20.00 USD, paid by card: valid and boring. */
export function anOrder(overrides: Partial<ReturnableOrder> = {}): ReturnableOrder {
  const number = next();
  const lines = overrides.lines ?? [anOrderLine()];
  const currency = overrides.shopCurrency ?? lines[0]?.paid.shop.currency ?? "USD";
  const total = overrides.total ?? totalOf(lines, overrides.taxesIncluded ?? false, currency);
  return {
    gid: gid("Order", number),
    name: `#${1000 + number}`,
    processedAt: new Date("2026-03-01T12:00:00Z"),
    cancelledAt: null,
    shopCurrency: currency,
    presentmentCurrency: total.presentment.currency,
    countryCode: "US",
    customer: { gid: gid("Customer", number), tags: [], ordersCount: 1 },
    taxesIncluded: false,
    lines,
    shipping: { paid: zeroPair(total), tax: zeroPair(total), refunded: zeroPair(total) },
    total,
    transactions: [aTransaction({ amount: total })],
    refunds: [],
    returns: [],
    ...overrides,
  };
}

/** Two shirts at 20.00 USD without discount or tax, delivered on 2026-03-05. */
export function anOrderLine(overrides: Partial<OrderLine> = {}): OrderLine {
  const number = next();
  const quantity = overrides.quantity ?? 2;
  const paid = overrides.paid ?? samePair(2000 * quantity, "USD");
  return {
    gid: gid("LineItem", number),
    title: "Linen shirt",
    variantTitle: "M",
    sku: `SHIRT-${number}`,
    productGid: gid("Product", number),
    variantGid: gid("ProductVariant", number),
    productType: "Shirts",
    productTags: ["summer"],
    vendor: "Northwind",
    imageUrl: null,
    quantity,
    currentQuantity: quantity,
    listUnitPrice: samePair(2000, paid.shop.currency),
    paid,
    tax: zeroPair(paid),
    isGiftCard: false,
    requiresShipping: true,
    parcels: [aParcel({ quantity, returnableQuantity: quantity })],
    ...overrides,
  };
}

/** One unit, sent on 2026-03-02 and delivered on 2026-03-05. */
export function aParcel(overrides: Partial<LineParcel> = {}): LineParcel {
  const number = next();
  return {
    fulfillmentGid: gid("Fulfillment", number),
    fulfillmentLineItemGid: gid("FulfillmentLineItem", number),
    quantity: 1,
    returnableQuantity: 1,
    fulfilledAt: new Date("2026-03-02T12:00:00Z"),
    deliveredAt: new Date("2026-03-05T12:00:00Z"),
    ...overrides,
  };
}

/** A card payment of 40.00 USD with all of it left. */
export function aTransaction(overrides: Partial<OrderTransaction> = {}): OrderTransaction {
  const amount = overrides.amount ?? samePair(4000, "USD");
  return { gid: gid("OrderTransaction", next()), kind: "sale", gateway: "shopify_payments", amount, refundable: amount, ...overrides };
}

/** A refund made by hand of these lines, paid exactly as the lines say. */
export function aRefund(lines: readonly RefundedLine[], overrides: Partial<OrderRefund> = {}): OrderRefund {
  const [first] = lines;
  return {
    gid: gid("Refund", next()),
    createdAt: new Date("2026-03-10T12:00:00Z"),
    total: first ? zeroPair(first.goods) : samePair(0, "USD"),
    returnGid: null,
    lines,
    ...overrides,
  };
}

function totalOf(lines: readonly OrderLine[], taxesIncluded: boolean, shopCurrency: string): ReturnableOrder["total"] {
  const presentmentCurrency = lines[0]?.paid.presentment.currency ?? shopCurrency;
  const sumOf = (side: "shop" | "presentment") =>
    lines.reduce((all, { paid, tax }) => all + paid[side].minor + (taxesIncluded ? 0 : tax[side].minor), 0);
  return {
    shop: { minor: sumOf("shop"), currency: shopCurrency },
    presentment: { minor: sumOf("presentment"), currency: presentmentCurrency },
  };
}
