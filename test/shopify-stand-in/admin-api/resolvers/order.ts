import { digitsOfGid } from "../../state/gids.ts";
import { plain, type Bag } from "../../money/amount.ts";
import { addBags, subtractBags, sumBags } from "../../money/bag.ts";
import {
  currentQuantity,
  currentTotal,
  financialStatus,
  fulfillmentStatus,
  netPayment,
  outstanding,
  refundedShipping,
  returnStatus,
  totalReceived,
  totalRefunded,
  unfulfilledQuantity,
  zeroOf,
} from "../../state/derive-order.ts";
import { allocatedDiscounts, discountedTotal, portion, taxTotal, totalTips } from "../../state/line-value.ts";
import type { OrderRecord, TaxLineRecord } from "../../state/records.ts";
import { connection, firstOf } from "../connection.ts";
import type { Fields } from "../context.ts";
import { search, sameId, sameText } from "../search.ts";
import { bearsDuties, refundedDuties, totalDuties } from "../../returns/duties.ts";
import { suggestedRefund } from "../../returns/suggested-refund.ts";
import { discountApplication } from "./discount-application.ts";
import { metafieldFields } from "./metafield.ts";
import { moneyBag, moneyV2 } from "./money.ts";
import { taxLine } from "./line-item.ts";
import { orderUrl } from "../../state/urls.ts";

/** Sums one figure over the pieces that are still part of the order. */
function current(order: OrderRecord, figure: (line: OrderRecord["lines"][number]) => Bag): Bag {
  const parts = order.lines.map((line) => portion(figure(line), line.quantity, { before: 0, count: currentQuantity(order, line) }));
  return sumBags(parts, zeroOf(order));
}

function currentTax(order: OrderRecord): Bag {
  const gone = order.refunds.flatMap((refund) => refund.lines).map((line) => line.tax);
  const added = order.lines.filter((line) => line.exchangeOf !== null).map(taxTotal);
  return subtractBags(sumBags(added, order.totals.tax), sumBags(gone, zeroOf(order)));
}

/** The order's taxes, one entry per title and rate. */
function taxesOf(order: OrderRecord): TaxLineRecord[] {
  const all = new Map<string, TaxLineRecord>();
  for (const tax of [...order.lines, ...order.shippingLines].flatMap((line) => line.taxLines)) {
    const key = `${tax.title} ${tax.rate}`;
    const known = all.get(key);
    all.set(key, known ? { ...known, price: addBags(known.price, tax.price) } : tax);
  }
  return [...all.values()];
}

export const Order: Fields<OrderRecord> = {
  ...metafieldFields,
  id: (order) => order.id,
  legacyResourceId: (order) => digitsOfGid(order.id),
  name: (order) => order.name,
  number: (order) => order.number,
  email: (order) => order.email,
  phone: (order) => order.phone,
  note: (order) => order.note,
  tags: (order) => order.tags,
  test: (order) => order.test,
  confirmed: () => true,
  confirmationNumber: (order) => order.confirmationNumber,
  poNumber: () => null,
  sourceName: (order) => order.sourceName,
  sourceIdentifier: () => null,
  createdAt: (order) => order.createdAt,
  processedAt: (order) => order.processedAt,
  updatedAt: (order) => order.updatedAt,
  cancelledAt: (order) => order.cancelledAt,
  cancelReason: (order) => order.cancelReason?.toUpperCase() ?? null,
  closedAt: (order) => order.closedAt,
  closed: (order) => order.closedAt !== null,
  currencyCode: (order) => order.currency,
  presentmentCurrencyCode: (order) => order.presentmentCurrency,
  taxesIncluded: (order) => order.taxesIncluded,
  taxExempt: () => false,
  estimatedTaxes: () => false,
  dutiesIncluded: (order) => order.dutiesIncluded === true,
  edited: (order) => order.lines.some((line) => line.exchangeOf !== null),
  customerLocale: (order) => order.customerLocale,
  customerAcceptsMarketing: () => false,
  customAttributes: (order) => order.noteAttributes.map(({ name, value }) => ({ key: name, value })),
  paymentGatewayNames: (order) => order.paymentGatewayNames,
  discountCode: (order) => order.discountCodes[0]?.["code"] ?? null,
  discountCodes: (order) => order.discountCodes.map((discount) => discount["code"]),
  displayFinancialStatus: (order) => financialStatus(order),
  displayFulfillmentStatus: (order) => {
    const status = fulfillmentStatus(order);
    return status === "UNFULFILLED" ? (order.warehouse ?? status) : status;
  },
  returnStatus: (order, _args, ctx) => returnStatus(ctx.shop.returnsOf(order.id)),
  fullyPaid: (order) => outstanding(order).presentment.minor <= 0,
  unpaid: (order) => totalReceived(order).presentment.minor === 0 && order.totals.price.presentment.minor > 0,
  refundable: (order) => netPayment(order).presentment.minor > 0,
  restockable: (order) => order.lines.some((line) => currentQuantity(order, line) > 0),
  fulfillable: (order) => order.lines.some((line) => unfulfilledQuantity(order, line) > 0),
  requiresShipping: (order) => order.lines.some((line) => line.requiresShipping),
  capturable: () => false,
  statusPageUrl: (order, _args, ctx) => orderUrl(ctx.shop.shop, order),
  customer: (order, _args, ctx) => ctx.shop.customers.get(order.customerId ?? "") ?? null,
  shippingAddress: (order) => order.shippingAddress,
  billingAddress: (order) => order.billingAddress,
  displayAddress: (order) => order.shippingAddress ?? order.billingAddress,
  lineItems: (order, args, ctx) =>
    connection(
      order.lines.map((line) => ({ ...line, order })),
      args,
      ctx,
    ),
  nonFulfillableLineItems: (order, args, ctx) =>
    connection(
      [].map(() => order),
      args,
      ctx,
    ),
  subtotalLineItemsQuantity: (order) => order.lines.reduce((all, line) => all + line.quantity, 0),
  currentSubtotalLineItemsQuantity: (order) => order.lines.reduce((all, line) => all + currentQuantity(order, line), 0),
  discountApplications: (order, args, ctx) =>
    connection(
      order.discountApplications.map((application, index) => discountApplication(application, index, order.currency)),
      args,
      ctx,
    ),
  shippingLine: (order) => order.shippingLines[0] ?? null,
  shippingLines: (order, args, ctx) => connection(order.shippingLines, args, ctx),
  taxLines: (order) => taxesOf(order).map(taxLine),
  fulfillments: (order, args) => firstOf(order.fulfillments, args).map((fulfillment) => ({ ...fulfillment, order })),
  fulfillmentsCount: (order) => ({ count: order.fulfillments.length, precision: "EXACT" }),
  transactions: (order, args) => firstOf(order.transactions, args).map((transaction) => ({ ...transaction, order })),
  transactionsCount: (order) => ({ count: order.transactions.length, precision: "EXACT" }),
  refunds: (order, args) => firstOf(order.refunds, args).map((refund) => ({ ...refund, order })),
  returns: (order, args, ctx) => {
    const matching = search(ctx.shop.returnsOf(order.id), args["query"], (record, term) => {
      if (term.field === "status") return sameText(record.status, term);
      return term.field === "id" && sameId(record.id, term);
    });
    return connection(matching, args, ctx);
  },
  suggestedRefund: (order, args) => suggestedRefund(order, args),
  originalTotalPriceSet: (order) => moneyBag(order.totals.price),
  totalPriceSet: (order) => moneyBag(order.totals.price),
  totalPrice: (order) => plain(order.totals.price.shop),
  subtotalPriceSet: (order) => moneyBag(order.totals.subtotal),
  totalTaxSet: (order) => moneyBag(order.totals.tax),
  totalDiscountsSet: (order) => moneyBag(order.totals.discounts),
  totalShippingPriceSet: (order) => moneyBag(order.totals.shipping),
  currentShippingPriceSet: (order) => moneyBag(subtractBags(order.totals.shipping, refundedShipping(order))),
  currentTotalPriceSet: (order) => moneyBag(currentTotal(order)),
  currentSubtotalPriceSet: (order) => moneyBag(current(order, discountedTotal)),
  currentTotalDiscountsSet: (order) => moneyBag(current(order, allocatedDiscounts)),
  currentTotalTaxSet: (order) => moneyBag(currentTax(order)),
  currentTotalDutiesSet: (order) => (bearsDuties(order) ? moneyBag(subtractBags(totalDuties(order), refundedDuties(order))) : null),
  originalTotalDutiesSet: (order) => (bearsDuties(order) ? moneyBag(totalDuties(order)) : null),
  totalReceivedSet: (order) => moneyBag(totalReceived(order)),
  totalRefundedSet: (order) => moneyBag(totalRefunded(order)),
  totalRefundedShippingSet: (order) => moneyBag(refundedShipping(order)),
  totalOutstandingSet: (order) => moneyBag(outstanding(order)),
  totalCapturableSet: (order) => moneyBag(zeroOf(order)),
  totalTipReceivedSet: (order) => moneyBag(totalTips(order)),
  totalTipReceived: (order) => moneyV2(totalTips(order).shop),
  netPaymentSet: (order) => moneyBag(netPayment(order)),
};
