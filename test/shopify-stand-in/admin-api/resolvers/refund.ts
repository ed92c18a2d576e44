import { digitsOfGid } from "../../state/gids.ts";
import { plain } from "../../money/amount.ts";
import { mapBag, negateBag, zeroLike } from "../../money/bag.ts";
import { share } from "../../money/amount.ts";
import type { OrderRecord, RefundLineRecord, RefundRecord, TransactionRecord } from "../../state/records.ts";
import type { DutyRefund } from "../../returns/duties.ts";
import { isPayment, refundableOn } from "../../returns/refundable.ts";
import { connection } from "../connection.ts";
import type { Fields } from "../context.ts";
import { moneyBag, moneyV2 } from "./money.ts";

export type RefundSource = RefundRecord & { order: OrderRecord };
export type TransactionSource = TransactionRecord & { order: OrderRecord };
export type RefundLineSource = RefundLineRecord & { order: OrderRecord };

export function transactionsOf(order: OrderRecord, keep: (transaction: TransactionRecord) => boolean): TransactionSource[] {
  return order.transactions.filter(keep).map((transaction) => ({ ...transaction, order }));
}

export const Refund: Fields<RefundSource> = {
  id: (refund) => refund.id,
  legacyResourceId: (refund) => digitsOfGid(refund.id),
  note: (refund) => refund.note,
  createdAt: (refund) => refund.createdAt,
  updatedAt: (refund) => refund.createdAt,
  processedAt: (refund) => refund.createdAt,
  order: (refund) => refund.order,
  return: (refund, _args, ctx) => ctx.shop.returnOf(refund.returnId) ?? null,
  totalRefundedSet: (refund) => moneyBag(refund.total),
  totalRefunded: (refund) => moneyV2(refund.total.shop),
  duties: (refund) => (refund.duties ?? []).map((duty) => ({ ...duty, order: refund.order })),
  staffMember: () => null,
  transactions: (refund, args, ctx) =>
    connection(
      transactionsOf(refund.order, (transaction) => refund.transactionIds.includes(transaction.id)),
      args,
      ctx,
    ),
  refundLineItems: (refund, args, ctx) =>
    connection(
      refund.lines.map((line) => ({ ...line, order: refund.order })),
      args,
      ctx,
    ),
  refundShippingLines: (refund, args, ctx) => {
    const shipping = refund.order.shippingLines[0];
    const isPaid = shipping && refund.shipping.presentment.minor > 0;
    const line = { id: refund.id.replace("/Refund/", "/RefundShippingLine/"), shippingLine: shipping, shipping: refund.shipping };
    return connection(isPaid ? [line] : [], args, ctx);
  },
  orderAdjustments: (refund, args, ctx) => {
    if (!refund.adjustment) return connection([], args, ctx);
    return connection([{ ...refund.adjustment, id: refund.id.replace("/Refund/", "/OrderAdjustment/") }], args, ctx);
  },
};

export const RefundDuty: Fields<DutyRefund & { order: OrderRecord }> = {
  amountSet: (refunded) => moneyBag(refunded.amount),
  originalDuty: ({ dutyId, order }) => order.lines.flatMap((line) => line.duties ?? []).find((duty) => duty.id === dutyId) ?? null,
};

export const RefundLineItem: Fields<RefundLineSource> = {
  id: (line) => line.id,
  quantity: (line) => line.quantity,
  restockType: (line) => line.restockType,
  restocked: (line) => line.restocked,
  location: (line, _args, ctx) => ctx.shop.locations.get(line.locationId ?? "") ?? null,
  lineItem: (line) => {
    const found = line.order.lines.find((one) => one.id === line.lineItemId);
    return found ? { ...found, order: line.order } : null;
  },
  priceSet: (line) => moneyBag(mapBag(line.subtotal, (minor) => share(minor, 1, line.quantity))),
  subtotal: (line) => plain(line.subtotal.shop),
  subtotalSet: (line) => moneyBag(line.subtotal),
  totalTax: (line) => plain(line.tax.shop),
  totalTaxSet: (line) => moneyBag(line.tax),
};

export const RefundShippingLine: Fields<{ id: string; shippingLine: unknown; shipping: RefundRecord["shipping"] }> = {
  id: (line) => line.id,
  shippingLine: (line) => line.shippingLine,
  subtotalAmountSet: (line) => moneyBag(line.shipping),
  taxAmountSet: (line) => moneyBag(zeroLike(line.shipping)),
};

export const OrderAdjustment: Fields<{ id: string; amount: RefundRecord["total"]; reason: string }> = {
  id: (adjustment) => adjustment.id,
  reason: (adjustment) => adjustment.reason,
  amountSet: (adjustment) => moneyBag(negateBag(adjustment.amount)),
  taxAmountSet: (adjustment) => moneyBag(zeroLike(adjustment.amount)),
};

export const OrderTransaction: Fields<TransactionSource> = {
  id: (transaction) => transaction.id,
  kind: (transaction) => transaction.kind,
  status: (transaction) => transaction.status,
  gateway: (transaction) => transaction.gateway,
  formattedGateway: (transaction) => transaction.gateway.replaceAll("_", " ").replace(/^./, (letter) => letter.toUpperCase()),
  amountSet: (transaction) => moneyBag(transaction.amount),
  amountV2: (transaction) => moneyV2(transaction.amount.shop),
  createdAt: (transaction) => transaction.createdAt,
  processedAt: (transaction) => transaction.createdAt,
  order: (transaction) => transaction.order,
  paymentId: (transaction) => transaction.paymentId,
  test: (transaction) => transaction.order.test,
  errorCode: () => null,
  fees: () => [],
  manualPaymentGateway: (transaction) => transaction.gateway === "manual",
  parentTransaction: (transaction) => transactionsOf(transaction.order, (one) => one.id === transaction.parentId)[0] ?? null,
  maximumRefundableV2: (transaction) => (isPayment(transaction) ? moneyV2(refundableOn(transaction.order, transaction).shop) : null),
};
