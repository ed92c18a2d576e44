import type { Bag } from "../money/amount.ts";
import { addBags, emptyBag, subtractBags, sumBags } from "../money/bag.ts";
import { discountedTotal, taxTotal } from "./line-value.ts";
import type { FulfillmentRecord, LineRecord, OrderRecord, RefundLineRecord, TransactionRecord } from "./records.ts";
import type { ReturnRecord } from "./return-records.ts";

export function zeroOf(order: OrderRecord): Bag {
  return emptyBag(order.currency, order.presentmentCurrency);
}

function refundLinesOf(order: OrderRecord, lineItemId: string): RefundLineRecord[] {
  return order.refunds.flatMap((refund) => refund.lines).filter((line) => line.lineItemId === lineItemId);
}

const pieces = (lines: { quantity: number }[]): number => lines.reduce((all, line) => all + line.quantity, 0);

export function refundedQuantity(order: OrderRecord, lineItemId: string): number {
  return pieces(refundLinesOf(order, lineItemId));
}

export function currentQuantity(order: OrderRecord, line: LineRecord): number {
  return Math.max(0, line.quantity - (line.removedQuantity ?? 0) - refundedQuantity(order, line.id));
}

export function fulfilledQuantity(order: OrderRecord, lineItemId: string): number {
  const active = order.fulfillments.filter((fulfillment) => fulfillment.status !== "CANCELLED");
  return pieces(active.flatMap((fulfillment) => fulfillment.lines).filter((line) => line.lineItemId === lineItemId));
}

/** Pieces still to be sent: a refund that did not come through a return takes from these first. */
export function unfulfilledQuantity(order: OrderRecord, line: LineRecord): number {
  if (line.isTip) return 0;
  const cancelled = pieces(
    refundLinesOf(order, line.id).filter((refunded) => refunded.restockType === "CANCEL" || refunded.restockType === "NO_RESTOCK"),
  );
  const open = line.quantity - fulfilledQuantity(order, line.id);
  return Math.max(0, open - Math.min(open, cancelled));
}

function settled(order: OrderRecord, kinds: string[]): TransactionRecord[] {
  return order.transactions.filter((transaction) => transaction.status === "SUCCESS" && kinds.includes(transaction.kind));
}

export function totalReceived(order: OrderRecord): Bag {
  const paid = settled(order, ["SALE", "CAPTURE"]).map((transaction) => transaction.amount);
  return sumBags(paid, zeroOf(order));
}

export function totalRefunded(order: OrderRecord): Bag {
  const refunds = settled(order, ["REFUND"]).map((transaction) => transaction.amount);
  return sumBags(refunds, zeroOf(order));
}

export function netPayment(order: OrderRecord): Bag {
  return subtractBags(totalReceived(order), totalRefunded(order));
}

export function refundedShipping(order: OrderRecord): Bag {
  return sumBags(
    order.refunds.map((refund) => refund.shipping),
    zeroOf(order),
  );
}

/** What an added exchange line costs, tax included. */
function lineTotalWithTax(order: OrderRecord, line: LineRecord): Bag {
  return order.taxesIncluded ? discountedTotal(line) : addBags(discountedTotal(line), taxTotal(line));
}

export function currentTotal(order: OrderRecord): Bag {
  const added = order.lines.filter((line) => line.exchangeOf !== null).map((line) => lineTotalWithTax(order, line));
  const removed = order.refunds.flatMap((refund) => [
    ...refund.lines.flatMap((line) => (order.taxesIncluded ? [line.subtotal] : [line.subtotal, line.tax])),
    refund.shipping,
    ...(refund.duties ?? []).map((duty) => duty.amount),
    ...(refund.adjustment ? [refund.adjustment.amount] : []),
  ]);
  return subtractBags(sumBags(added, order.totals.price), sumBags(removed, zeroOf(order)));
}

export function outstanding(order: OrderRecord): Bag {
  if (order.financialStatus === "voided") return zeroOf(order);
  return subtractBags(currentTotal(order), netPayment(order));
}

export function financialStatus(order: OrderRecord): string {
  const received = totalReceived(order).presentment.minor;
  const refunded = totalRefunded(order).presentment.minor;
  if (received === 0) {
    if (order.totals.price.presentment.minor === 0 && order.financialStatus === "paid") return "PAID";
    return (order.financialStatus ?? "pending").toUpperCase();
  }
  if (refunded >= received) return "REFUNDED";
  if (refunded > 0) return "PARTIALLY_REFUNDED";
  return received >= order.totals.price.presentment.minor ? "PAID" : "PARTIALLY_PAID";
}

export function fulfillmentStatus(order: OrderRecord): "FULFILLED" | "PARTIALLY_FULFILLED" | "UNFULFILLED" {
  const sent = order.lines.some((line) => fulfilledQuantity(order, line.id) > 0);
  const waiting = order.lines.some((line) => line.requiresShipping && unfulfilledQuantity(order, line) > 0);
  if (!sent) return "UNFULFILLED";
  return waiting ? "PARTIALLY_FULFILLED" : "FULFILLED";
}

/** Requested wins over open, open over closed; declined and cancelled returns count for nothing. */
export function returnStatus(returns: readonly ReturnRecord[]): string {
  const has = (status: ReturnRecord["status"]): boolean => returns.some((record) => record.status === status);
  if (has("REQUESTED")) return "RETURN_REQUESTED";
  if (has("OPEN")) return "IN_PROGRESS";
  return has("CLOSED") ? "RETURNED" : "NO_RETURN";
}

export function latestEvent(fulfillment: FulfillmentRecord, status: string): string | null {
  const times = fulfillment.events.filter((event) => event.status === status).map((event) => event.happenedAt);
  return times.sort().at(-1) ?? null;
}

/** The newest event by the time it happened; without events the fulfillment itself. */
export function displayStatus(fulfillment: FulfillmentRecord): string {
  if (fulfillment.status === "CANCELLED") return "CANCELED";
  const newest = [...fulfillment.events].sort((a, b) => (a.happenedAt < b.happenedAt ? -1 : 1)).at(-1);
  if (!newest) return "FULFILLED";
  return newest.status === "FAILURE" ? "NOT_DELIVERED" : newest.status;
}

export function estimatedDelivery(fulfillment: FulfillmentRecord): string | null {
  const told = fulfillment.events
    .filter((event) => event.estimatedDeliveryAt !== null)
    .sort((a, b) => (a.happenedAt < b.happenedAt ? -1 : 1));
  return told.at(-1)?.estimatedDeliveryAt ?? fulfillment.estimatedDeliveryAt;
}
