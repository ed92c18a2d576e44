import type { Bag } from "../../money/amount.ts";
import { currentQuantity } from "../../state/derive-order.ts";
import { discountsWhere, originalTotal, portion } from "../../state/line-value.ts";
import { subtractBags } from "../../money/bag.ts";
import type { OrderRecord } from "../../state/records.ts";
import type {
  DispositionRecord,
  ExchangeLineRecord,
  RestockingFeeRecord,
  ReturnLineRecord,
  ReturnRecord,
  ReverseDeliveryRecord,
  ReverseFulfillmentOrderRecord,
  ReverseLineRecord,
} from "../../state/return-records.ts";
import { fulfillmentLine } from "../../returns/returnable.ts";
import { reasonById, RETURN_REASONS, type ReturnReason } from "../../returns/reasons.ts";
import { financialOutcome, heldBefore } from "../../returns/financial-outcome.ts";
import { connection } from "../connection.ts";
import type { ApiContext, Fields } from "../context.ts";
import { moneyBag } from "./money.ts";
import { transactionsOf } from "./refund.ts";

export function orderOfReturn(record: ReturnRecord, ctx: ApiContext): OrderRecord {
  const order = ctx.shop.orders.get(record.orderId);
  if (!order) throw new Error(`${record.id} belongs to no order`);
  return order;
}

type LineSource = ReturnLineRecord & { record: ReturnRecord };
type ExchangeSource = ExchangeLineRecord & { record: ReturnRecord };
type ReverseSource = ReverseFulfillmentOrderRecord & { record: ReturnRecord };
type ReverseLineSource = ReverseLineRecord & { record: ReturnRecord };

export const Return: Fields<ReturnRecord> = {
  id: (record) => record.id,
  name: (record) => record.name,
  status: (record) => record.status,
  createdAt: (record) => record.createdAt,
  requestApprovedAt: (record) => record.requestApprovedAt,
  closedAt: (record) => record.closedAt,
  totalQuantity: (record) => record.lines.reduce((all, line) => all + line.quantity, 0),
  decline: (record) => record.decline,
  order: (record, _args, ctx) => orderOfReturn(record, ctx),
  staffMember: () => null,
  returnShippingFees: (record) =>
    record.shippingFee ? [{ id: record.shippingFee.id, amountSet: moneyBag(record.shippingFee.amount) }] : [],
  returnLineItems: (record, args, ctx) =>
    connection(
      record.lines.map((line) => ({ ...line, record })),
      args,
      ctx,
    ),
  exchangeLineItems: (record, args, ctx) =>
    connection(
      record.exchangeLines.map((line) => ({ ...line, record })),
      args,
      ctx,
    ),
  reverseFulfillmentOrders: (record, args, ctx) =>
    connection(
      record.reverseOrders.map((reverse) => ({ ...reverse, record })),
      args,
      ctx,
    ),
  refunds: (record, args, ctx) => {
    const order = orderOfReturn(record, ctx);
    const refunds = order.refunds.filter((refund) => refund.returnId === record.id).map((refund) => ({ ...refund, order }));
    return connection(refunds, args, ctx);
  },
  transactions: (record, args, ctx) =>
    connection(
      transactionsOf(orderOfReturn(record, ctx), (transaction) => record.refundIds.includes(transaction.refundId ?? "")),
      args,
      ctx,
    ),
  suggestedFinancialOutcome: (record, args, ctx) =>
    financialOutcome(record, orderOfReturn(record, ctx), { args, held: heldBefore(record, ctx.shop.returnsOf(record.orderId)) }),
};

const isOpen = (line: { record: ReturnRecord }): boolean => line.record.status === "OPEN";

/** The returned pieces at the price after line-level discounts and codes, before discounts spread over the order. */
function lineWorth(line: LineSource, order: OrderRecord): Bag {
  const source = order.lines.find((one) => one.id === line.lineItemId);
  if (!source) throw new Error(`${line.id} points at a line that the order does not have`);
  const total = subtractBags(
    originalTotal(source),
    discountsWhere(order, source, ({ allocation }) => allocation !== "across"),
  );
  return portion(total, source.quantity, { before: 0, count: Math.min(line.quantity, source.quantity) });
}

export const ReturnLineItem: Fields<LineSource> = {
  id: (line) => line.id,
  quantity: (line) => line.quantity,
  processedQuantity: (line) => line.processedQuantity,
  unprocessedQuantity: (line) => line.quantity - line.processedQuantity,
  processableQuantity: (line) => (isOpen(line) ? line.quantity - line.processedQuantity : 0),
  refundedQuantity: (line) => line.refundedQuantity,
  refundableQuantity: (line, _args, ctx) => {
    const order = orderOfReturn(line.record, ctx);
    const source = order.lines.find((one) => one.id === line.lineItemId);
    return Math.min(line.quantity - line.refundedQuantity, source ? currentQuantity(order, source) : 0);
  },
  customerNote: (line) => line.customerNote,
  returnReasonNote: (line) => line.reasonNote,
  returnReason: (line) => reasonById(line.reasonId)?.legacy ?? "UNKNOWN",
  returnReasonDefinition: (line) => reasonById(line.reasonId) ?? null,
  fulfillmentLineItem: (line, _args, ctx) => fulfillmentLine(orderOfReturn(line.record, ctx), line.fulfillmentLineItemId) ?? null,
  restockingFee: (line) => line.restockingFee,
  withCodeDiscountedTotalPriceSet: (line, _args, ctx) => moneyBag(lineWorth(line, orderOfReturn(line.record, ctx))),
};

export const RestockingFee: Fields<RestockingFeeRecord> = {
  id: (fee) => fee.id,
  percentage: (fee) => fee.percentage,
  amountSet: (fee) => moneyBag(fee.amount),
};

export const ExchangeLineItem: Fields<ExchangeSource> = {
  id: (line) => line.id,
  quantity: (line) => line.quantity,
  variantId: (line) => line.variantId,
  processedQuantity: (line) => line.processedQuantity,
  unprocessedQuantity: (line) => line.quantity - line.processedQuantity,
  processableQuantity: (line) => (isOpen(line) ? line.quantity - line.processedQuantity : 0),
  lineItems: (line, _args, ctx) => {
    if (line.lineItemIds.length === 0) return null;
    const order = orderOfReturn(line.record, ctx);
    return order.lines.filter((one) => line.lineItemIds.includes(one.id)).map((one) => ({ ...one, order }));
  },
};

export const ReverseFulfillmentOrder: Fields<ReverseSource> = {
  id: (reverse) => reverse.id,
  status: (reverse) => reverse.status,
  order: (reverse, _args, ctx) => orderOfReturn(reverse.record, ctx),
  lineItems: (reverse, args, ctx) =>
    connection(
      reverse.lines.map((line) => ({ ...line, record: reverse.record })),
      args,
      ctx,
    ),
  reverseDeliveries: (reverse, args, ctx) => connection(reverse.deliveries ?? [], args, ctx),
};

/** Shopify names a carrier only where it recognises one, which the stand-in never does. */
export const ReverseDelivery: Fields<ReverseDeliveryRecord> = {
  id: (delivery) => delivery.id,
  reverseDeliveryLineItems: (delivery, args, ctx) => connection(delivery.lines, args, ctx),
  deliverable: ({ labelUrl, tracking, createdAt }) => ({
    __typename: "ReverseDeliveryShippingDeliverable",
    label: labelUrl ? { publicFileUrl: labelUrl, createdAt, updatedAt: createdAt } : null,
    tracking: tracking ? { ...tracking, carrierName: null } : null,
  }),
};

export const ReverseFulfillmentOrderLineItem: Fields<ReverseLineSource> = {
  id: (line) => line.id,
  totalQuantity: (line) => line.totalQuantity,
  dispositions: (line) => line.dispositions,
  fulfillmentLineItem: (line, _args, ctx) => fulfillmentLine(orderOfReturn(line.record, ctx), line.fulfillmentLineItemId) ?? null,
};

export const ReverseFulfillmentOrderDisposition: Fields<DispositionRecord> = {
  id: (disposition) => disposition.id,
  type: (disposition) => disposition.type,
  quantity: (disposition) => disposition.quantity,
  createdAt: (disposition) => disposition.createdAt,
  location: (disposition, _args, ctx) => ctx.shop.locations.get(disposition.locationId ?? "") ?? null,
};

export const ReturnReasonDefinition: Fields<ReturnReason> = {
  id: (reason) => reason.id,
  handle: (reason) => reason.handle,
  name: (reason) => reason.name,
  deleted: (reason) => reason.deleted,
};

export function findReasons(handles: unknown, ids: unknown): ReturnReason[] {
  return RETURN_REASONS.filter(
    (reason) => (!Array.isArray(handles) || handles.includes(reason.handle)) && (!Array.isArray(ids) || ids.includes(reason.id)),
  );
}
