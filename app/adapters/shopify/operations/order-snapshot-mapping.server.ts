import type { CustomerGid, FulfillmentGid, LineItemGid, OrderGid, ProductGid, VariantGid } from "#app/domain/shared/gid.ts";
import { parseMoney, subtract, sum, type Money } from "#app/domain/shared/money.ts";
import type { FulfillmentEventProjection, OrderSnapshot, ProductProjection } from "#app/use-cases/orders/ports.ts";
import { tipLines, toDuties } from "./duties-and-tip.server.ts";
import { pair } from "./money-bag.server.ts";
import type { ChangedOrdersQuery } from "../generated/admin.generated.d.ts";

export type OrderNode = ChangedOrdersQuery["orders"]["nodes"][number];
type FulfillmentNode = OrderNode["fulfillments"][number];

/** One order as Shopify's Admin API gives it, as projections; history pages carry no carrier events. */
export function toSnapshot(node: OrderNode): OrderSnapshot {
  const orderGid = node.id as OrderGid;
  const customer = node.customer;
  return {
    order: {
      gid: orderGid,
      name: node.name,
      ...optional({ email: node.email, phone: node.phone, locale: node.customerLocale }),
      ...optional({ countryCode: node.shippingAddress?.countryCodeV2, provinceCode: node.shippingAddress?.provinceCode }),
      ...optional({ customerGid: customer?.id as CustomerGid | undefined, customerName: node.shippingAddress?.name }),
      ...optional({
        financialStatus: node.displayFinancialStatus?.toLowerCase(),
        fulfillmentStatus: node.displayFulfillmentStatus.toLowerCase(),
      }),
      ...(node.cancelledAt ? { cancelledAt: new Date(node.cancelledAt) } : {}),
      subtotal: shopMoney(node.subtotalPriceSet ?? node.totalPriceSet),
      total: shopMoney(node.totalPriceSet),
      shipping: shopMoney(node.totalShippingPriceSet),
      totalPresentment: presentmentMoney(node.totalPriceSet),
      tags: node.tags,
      processedAt: new Date(node.processedAt),
      isTest: node.test,
      sourceUpdatedAt: new Date(node.updatedAt),
    },
    lines: goodsOf(node).map((line) => toLine(line, node)),
    fulfillments: node.fulfillments.map((fulfillment) => toFulfillment(fulfillment, orderGid)),
    events: node.fulfillments.flatMap((fulfillment) => toEvents(fulfillment, orderGid)),
    refunds: node.refunds.map((refund) => ({
      gid: refund.id,
      orderGid,
      amount: shopMoney(refund.totalRefundedSet),
      createdAt: new Date(refund.createdAt ?? node.updatedAt),
      ...optional({ note: refund.note, returnGid: refund.return?.id }),
    })),
    ...(customer ? { customer: toCustomer(customer, node) } : {}),
    products: node.lineItems.nodes.flatMap((line) => (line.product ? [toProduct(line.product)] : [])),
  };
}

/** Everything that was bought; a tip is none of it. */
function goodsOf({ lineItems, totalTipReceivedSet }: OrderNode): OrderNode["lineItems"]["nodes"] {
  const tips = tipLines(lineItems.nodes, pair(totalTipReceivedSet));
  return lineItems.nodes.filter(({ id }) => !tips.has(id));
}

function toLine(line: OrderNode["lineItems"]["nodes"][number], { taxesIncluded }: OrderNode): OrderSnapshot["lines"][number] {
  const { duties = [] } = toDuties(line.duties, taxesIncluded);
  return {
    gid: line.id as LineItemGid,
    title: line.title,
    ...optional({ variantTitle: line.variantTitle, sku: line.sku, vendor: line.vendor }),
    ...optional({ productGid: line.product?.id as ProductGid | undefined, variantGid: line.variant?.id as VariantGid | undefined }),
    quantity: line.quantity,
    currentQuantity: line.currentQuantity,
    unitPrice: shopMoney(line.originalUnitPriceSet),
    discountedTotal: paidFor(line),
    ...(duties.length > 0
      ? {
          duties: sum(
            duties.map(({ paid }) => paid.shop),
            shopMoney(line.originalUnitPriceSet).currency,
          ),
        }
      : {}),
    requiresShipping: line.requiresShipping,
    isGiftCard: line.isGiftCard,
  };
}

function toFulfillment(node: FulfillmentNode, orderGid: OrderGid): OrderSnapshot["fulfillments"][number] {
  const [tracking] = node.trackingInfo;
  return {
    gid: node.id as FulfillmentGid,
    orderGid,
    name: node.name,
    status: node.status.toLowerCase(),
    ...optional({ shipmentStatus: node.displayStatus?.toLowerCase() }),
    ...optional({ trackingCompany: tracking?.company, trackingNumber: tracking?.number, trackingUrl: tracking?.url }),
    lines: node.fulfillmentLineItems.nodes.map((line) => ({ lineGid: line.lineItem.id as LineItemGid, quantity: line.quantity ?? 0 })),
    shippedAt: new Date(node.createdAt),
    ...(node.inTransitAt ? { inTransitAt: new Date(node.inTransitAt) } : {}),
    ...(node.deliveredAt ? { deliveredAt: new Date(node.deliveredAt) } : {}),
    ...(node.estimatedDeliveryAt ? { estimatedAt: new Date(node.estimatedDeliveryAt) } : {}),
    sourceUpdatedAt: new Date(node.updatedAt),
  };
}

function toEvents(node: FulfillmentNode, orderGid: OrderGid): FulfillmentEventProjection[] {
  return (node.events?.nodes ?? []).map((event) => ({
    gid: event.id,
    fulfillmentGid: node.id as FulfillmentGid,
    orderGid,
    status: event.status.toLowerCase(),
    ...optional({ message: event.message, city: event.city, country: event.country }),
    happenedAt: new Date(event.happenedAt),
    ...(event.estimatedDeliveryAt ? { estimatedAt: new Date(event.estimatedDeliveryAt) } : {}),
  }));
}

function toCustomer(customer: NonNullable<OrderNode["customer"]>, order: OrderNode): NonNullable<OrderSnapshot["customer"]> {
  return {
    gid: customer.id as CustomerGid,
    ...optional({ firstName: customer.firstName, lastName: customer.lastName, locale: customer.locale }),
    ...optional({ email: customer.defaultEmailAddress?.emailAddress ?? order.email, country: order.shippingAddress?.countryCodeV2 }),
    tags: customer.tags,
    sourceUpdatedAt: new Date(customer.updatedAt),
  };
}

/** `discountedTotalSet` leaves out what was taken off the order as a whole; the allocations have every discount, as in webhooks. */
function paidFor({ originalTotalSet, discountAllocations }: OrderNode["lineItems"]["nodes"][number]): Money {
  const gross = shopMoney(originalTotalSet);
  const discounts = discountAllocations.map(({ allocatedAmountSet }) => shopMoney(allocatedAmountSet));
  return subtract(gross, sum(discounts, gross.currency));
}

type ProductNode = NonNullable<OrderNode["lineItems"]["nodes"][number]["product"]>;

/** What policies ask of a product. */
export function toProduct({ id, title, productType, vendor, tags, updatedAt }: ProductNode): ProductProjection {
  return { gid: id as ProductGid, title, productType, vendor, tags, sourceUpdatedAt: new Date(updatedAt) };
}

interface Bag {
  readonly shopMoney: { readonly amount: unknown; readonly currencyCode: string };
  readonly presentmentMoney: { readonly amount: unknown; readonly currencyCode: string };
}

function shopMoney(bag: Bag): Money {
  return parseMoney(String(bag.shopMoney.amount), bag.shopMoney.currencyCode);
}

function presentmentMoney(bag: Bag): Money {
  return parseMoney(String(bag.presentmentMoney.amount), bag.presentmentMoney.currencyCode);
}

/** Leaves out what Shopify does not say, including fields that are null without approval for protected customer data. */
function optional<T extends Record<string, unknown>>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined && value !== "")) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };
}
