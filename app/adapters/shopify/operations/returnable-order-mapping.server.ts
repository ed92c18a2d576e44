import { addressText } from "#app/domain/returns/abuse-signals.ts";
import type {
  ExistingReturn,
  HeldUnits,
  LineParcel,
  OrderLine,
  OrderRefund,
  OrderTransaction,
  ReturnableOrder,
} from "#app/domain/orders/returnable-order.ts";
import type {
  CustomerGid,
  FulfillmentGid,
  FulfillmentLineItemGid,
  LineItemGid,
  OrderGid,
  ProductGid,
  ReturnGid,
  VariantGid,
} from "#app/domain/shared/gid.ts";
import type { MoneyPair } from "#app/domain/shared/money-pair.ts";
import { addPairs, minPair, pairAtLeastZero, subtractPairs } from "#app/domain/shared/money-pair.ts";
import type { OrderToReturn } from "#app/use-cases/returns/shopify-return.server.ts";
import { tipLines, toDuties, toRefundedDuties, toTip } from "./duties-and-tip.server.ts";
import { pair, sumOf } from "./money-bag.server.ts";
import type { OrderToReturnQuery } from "../generated/admin.generated.d.ts";

type OrderNode = NonNullable<OrderToReturnQuery["order"]>;
type LineNode = OrderNode["lineItems"]["nodes"][number];
type FulfillmentNode = OrderNode["fulfillments"][number];
type RefundNode = OrderNode["refunds"][number];

/** Shopify's answer in the domain's words. */
export function toOrderToReturn({ order: node, returnableFulfillments }: OrderToReturnQuery): OrderToReturn {
  if (!node) throw new Error("There is no order to map");
  const total = pair(node.totalPriceSet);
  const returnable = new Map(
    returnableFulfillments.nodes
      .flatMap(({ returnableFulfillmentLineItems }) => returnableFulfillmentLineItems.nodes)
      .map(({ fulfillmentLineItem, quantity }) => [fulfillmentLineItem.id, quantity]),
  );
  const exchanged = new Set(
    node.returns.nodes.flatMap(({ exchangeLineItems }) =>
      exchangeLineItems.nodes.flatMap(({ lineItems }) => (lineItems ?? []).map(({ id }) => id)),
    ),
  );
  const tips = tipLines(node.lineItems.nodes, pair(node.totalTipReceivedSet));
  const sent = node.fulfillments.filter(({ status }) => status !== "CANCELLED");
  const order: ReturnableOrder = {
    gid: node.id as OrderGid,
    name: node.name,
    processedAt: new Date(node.processedAt),
    cancelledAt: node.cancelledAt ? new Date(node.cancelledAt) : null,
    shopCurrency: node.currencyCode,
    presentmentCurrency: node.presentmentCurrencyCode,
    countryCode: node.shippingAddress?.countryCodeV2 ?? null,
    customer: node.customer
      ? {
          gid: node.customer.id as CustomerGid,
          tags: node.customer.tags,
          ordersCount: Number(node.customer.numberOfOrders),
        }
      : null,
    taxesIncluded: node.taxesIncluded,
    lines: node.lineItems.nodes
      .filter(({ id }) => !tips.has(id))
      .map((line) => ({
        ...toLine(line, { sent, returnable, taxesIncluded: node.taxesIncluded }),
        ...(exchanged.has(line.id) ? { isSentInExchange: true } : {}),
      })),
    ...toTip(node.lineItems.nodes, tips, node.taxesIncluded),
    ...(node.dutiesIncluded ? { areDutiesIncluded: true } : {}),
    shipping: toShipping(node, total),
    total,
    transactions: toTransactions(node, total),
    refunds: node.refunds.map(toRefund),
    returns: node.returns.nodes.flatMap(toExistingReturn),
  };
  return { order, ...person(node), ...place(sent) };
}

function person({ email, customer, customerLocale, shippingAddress }: OrderNode): Partial<OrderToReturn> {
  const { address1: street, address2: detail, zip, city, countryCodeV2: country } = shippingAddress ?? {};
  const place = shippingAddress ? addressText({ street, detail, zip, city, country }) : undefined;
  const address = email ?? customer?.defaultEmailAddress?.emailAddress;
  return {
    ...(address ? { email: address } : {}),
    ...(shippingAddress?.name ? { customerName: shippingAddress.name } : {}),
    ...(customerLocale ? { locale: customerLocale } : {}),
    ...(place ? { addressText: place } : {}),
  };
}

/** Goods go back to the place that sent the first parcel. */
function place(sent: readonly FulfillmentNode[]): Partial<OrderToReturn> {
  const location = sent.find((fulfillment) => fulfillment.location)?.location;
  if (!location) return {};
  return {
    returnAddress: {
      locationGid: location.id as `gid://shopify/Location/${string}`,
      lines: [location.name, ...location.address.formatted],
    },
  };
}

/** What lines of one order are read with. */
interface OfOrder {
  readonly sent: readonly FulfillmentNode[];
  readonly returnable: ReadonlyMap<string, number>;
  readonly taxesIncluded: boolean;
}

function toLine(line: LineNode, { sent, returnable, taxesIncluded }: OfOrder): OrderLine {
  const whole = pair(line.originalTotalSet);
  const discounts = sumOf(
    line.discountAllocations.map(({ allocatedAmountSet }) => allocatedAmountSet),
    whole,
  );
  return {
    gid: line.id as LineItemGid,
    title: line.title,
    variantTitle: line.variantTitle ?? null,
    sku: line.sku ?? null,
    productGid: (line.product?.id ?? null) as ProductGid | null,
    variantGid: (line.variant?.id ?? null) as VariantGid | null,
    productType: line.product?.productType ?? "",
    productTags: line.product?.tags ?? [],
    vendor: line.vendor ?? "",
    imageUrl: line.image ? String(line.image.url) : null,
    quantity: line.quantity,
    currentQuantity: line.currentQuantity,
    listUnitPrice: pair(line.originalUnitPriceSet),
    paid: subtractPairs(whole, discounts),
    tax: sumOf(
      line.taxLines.map(({ priceSet }) => priceSet),
      whole,
    ),
    ...toDuties(line.duties, taxesIncluded),
    isGiftCard: line.isGiftCard,
    isMarkedFinalSale: line.product?.finalSale?.value === "true",
    requiresShipping: line.requiresShipping,
    parcels: sent.flatMap((fulfillment) => toParcels(fulfillment, line.id, returnable)),
  };
}

function toParcels(fulfillment: FulfillmentNode, lineGid: string, returnable: ReadonlyMap<string, number>): LineParcel[] {
  return fulfillment.fulfillmentLineItems.nodes
    .filter(({ lineItem }) => lineItem.id === lineGid)
    .map(({ id, quantity }) => ({
      fulfillmentGid: fulfillment.id as FulfillmentGid,
      fulfillmentLineItemGid: id as FulfillmentLineItemGid,
      quantity: quantity ?? 0,
      returnableQuantity: returnable.get(id) ?? 0,
      fulfilledAt: new Date(fulfillment.createdAt),
      deliveredAt: fulfillment.deliveredAt ? new Date(fulfillment.deliveredAt) : null,
    }));
}

function toShipping(node: OrderNode, like: MoneyPair): ReturnableOrder["shipping"] {
  const charged = node.shippingLines.nodes.filter(({ isRemoved }) => !isRemoved);
  const refunded = node.refunds.flatMap(({ refundShippingLines }) => refundShippingLines.nodes);
  const subtotal = sumOf(
    refunded.map(({ subtotalAmountSet }) => subtotalAmountSet),
    like,
  );
  const tax = sumOf(
    refunded.map(({ taxAmountSet }) => taxAmountSet),
    like,
  );
  return {
    paid: sumOf(
      charged.map(({ discountedPriceSet }) => discountedPriceSet),
      like,
    ),
    tax: sumOf(
      charged.flatMap(({ taxLines }) => taxLines.map(({ priceSet }) => priceSet)),
      like,
    ),
    refunded: node.taxesIncluded ? subtotal : addPairs(subtotal, tax),
  };
}

/**
 * Payments with what is left of each. A refund that went to store credit has no payment of its own to be taken from, yet lowers
 * what Shopify lets go back: it is taken from the payments in turn.
 */
function toTransactions({ transactions }: OrderNode, like: MoneyPair): OrderTransaction[] {
  const settled = transactions.filter(({ status }) => status === "SUCCESS");
  const refunds = settled.filter(({ kind }) => kind === "REFUND");
  const refundedOf = (parent: string | null) =>
    sumOf(
      refunds.filter(({ parentTransaction }) => (parentTransaction?.id ?? null) === parent).map(({ amountSet }) => amountSet),
      like,
    );
  let elsewhere = refundedOf(null);
  return settled
    .filter(({ kind }) => kind === "SALE" || kind === "CAPTURE")
    .map(({ id, kind, gateway, amountSet }) => {
      const amount = pair(amountSet);
      const left = pairAtLeastZero(subtractPairs(amount, refundedOf(id)));
      const taken = minPair(left, elsewhere);
      elsewhere = subtractPairs(elsewhere, taken);
      return {
        gid: id as OrderTransaction["gid"],
        kind: kind === "SALE" ? "sale" : "capture",
        gateway: gateway ?? "",
        amount,
        refundable: subtractPairs(left, taken),
      };
    });
}

function toRefund(refund: RefundNode): OrderRefund {
  const total = pair(refund.totalRefundedSet);
  return {
    gid: refund.id as OrderRefund["gid"],
    createdAt: refund.createdAt ? new Date(refund.createdAt) : new Date(0),
    total,
    returnGid: (refund.return?.id ?? null) as ReturnGid | null,
    lines: refund.refundLineItems.nodes.map(({ lineItem, quantity, subtotalSet, totalTaxSet }) => ({
      lineGid: lineItem.id as LineItemGid,
      quantity,
      goods: pair(subtotalSet),
      tax: pair(totalTaxSet),
    })),
    duties: toRefundedDuties(refund.duties ?? []),
  };
}

const HOLDING = { REQUESTED: "requested", OPEN: "open", CLOSED: "closed" } as const;

/** A closed return pays nothing any more; the units of an open one are unpaid until they are processed or refunded. */
function toExistingReturn(node: OrderNode["returns"]["nodes"][number]): ExistingReturn[] {
  const state = HOLDING[node.status as keyof typeof HOLDING] as ExistingReturn["state"] | undefined;
  if (!state) return [];
  const lines = node.returnLineItems.nodes.flatMap((line): HeldUnits[] => {
    if (!("fulfillmentLineItem" in line)) return [];
    const settled = Math.max(line.processedQuantity, line.refundedQuantity);
    const unpaidQuantity = state === "closed" ? 0 : Math.max(0, line.quantity - settled);
    return [{ lineGid: line.fulfillmentLineItem.lineItem.id as LineItemGid, quantity: line.quantity, unpaidQuantity }];
  });
  return [{ gid: node.id as ReturnGid, state, requestedAt: new Date(node.createdAt), lines }];
}
