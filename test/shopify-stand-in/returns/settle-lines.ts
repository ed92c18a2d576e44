import type { Bag } from "../money/amount.ts";
import { addBags, subtractBags, sumBags } from "../money/bag.ts";
import { refundedShipping, zeroOf } from "../state/derive-order.ts";
import { discountedTotal, discountsWhere, originalTotal, portion, taxTotal } from "../state/line-value.ts";
import type { LineRecord, OrderRecord } from "../state/records.ts";
import type { ReturnRecord } from "../state/return-records.ts";

export interface Wanted {
  lineItemId: string;
  quantity: number;
}

export interface Valued {
  line: LineRecord;
  quantity: number;
  /** After all discounts, in the order's own tax style. */
  subtotal: Bag;
  /** Before the discounts that spread over the whole order. */
  beforeOrderDiscounts: Bag;
  tax: Bag;
}

export function lineById(order: OrderRecord, lineItemId: string): LineRecord | undefined {
  return order.lines.find((line) => line.id === lineItemId);
}

/** The tip that is to go back: all that is left of its line. */
export function valueTip(order: OrderRecord, tipLineId: string | null | undefined): Valued[] {
  const line = tipLineId ? lineById(order, tipLineId) : undefined;
  const pieces = line?.isTip ? leftOf(order, line).pieces : 0;
  return line && pieces > 0 ? valueLines(order, [{ lineItemId: line.id, quantity: pieces }]) : [];
}

/** Pieces of a line that other returns hold and that are not refunded yet; they keep their place in the split. */
export type Held = (lineItemId: string) => number;

export function heldBy(returns: readonly ReturnRecord[]): Held {
  const active = returns.filter((record) => ["REQUESTED", "OPEN", "CLOSED"].includes(record.status)).flatMap((record) => record.lines);
  return (lineItemId) => {
    const held = active.filter((line) => line.lineItemId === lineItemId);
    return held.reduce((all, line) => all + line.quantity - line.refundedQuantity, 0);
  };
}

/** What is left of a line: its worth less what went back for it, over the pieces that are left. */
function leftOf(order: OrderRecord, line: LineRecord): { pieces: number; goods: Bag; tax: Bag } {
  const refunded = order.refunds.flatMap((refund) => refund.lines).filter((one) => one.lineItemId === line.id);
  return {
    pieces: line.quantity - refunded.reduce((all, one) => all + one.quantity, 0),
    goods: refunded.reduce((left, one) => subtractBags(left, one.subtotal), discountedTotal(line)),
    tax: refunded.reduce((left, one) => subtractBags(left, one.tax), taxTotal(line)),
  };
}

/** Values pieces in the order given; pieces held by others, and earlier entries for the same line, come first. */
export function valueLines(order: OrderRecord, wanted: readonly Wanted[], held: Held = () => 0): Valued[] {
  const taken = new Map<string, number>();
  return wanted.flatMap(({ lineItemId, quantity }) => {
    const line = lineById(order, lineItemId);
    if (!line) return [];
    const left = leftOf(order, line);
    const already = taken.get(line.id) ?? 0;
    const before = Math.max(0, Math.min(already + held(line.id), left.pieces - quantity));
    taken.set(line.id, already + quantity);
    const subtotal = portion(left.goods, left.pieces, { before, count: quantity });
    const ownPrice = subtractBags(
      originalTotal(line),
      discountsWhere(order, line, ({ allocation }) => allocation !== "across"),
    );
    const beforeOrderDiscounts = portion(ownPrice, line.quantity, { before: line.quantity - left.pieces + before, count: quantity });
    const tax = portion(left.tax, left.pieces, { before, count: quantity });
    return [{ line, quantity, subtotal, beforeOrderDiscounts, tax }];
  });
}

/** What the buyer paid for the pieces: with tax on top where prices exclude it. */
export function paidFor(order: OrderRecord, valued: Pick<Valued, "subtotal" | "tax">): Bag {
  return order.taxesIncluded ? valued.subtotal : addBags(valued.subtotal, valued.tax);
}

export function totalPaidFor(order: OrderRecord, valued: readonly Valued[]): Bag {
  return sumBags(
    valued.map((one) => paidFor(order, one)),
    zeroOf(order),
  );
}

/** Shipping as charged, with its tax, less what was paid back. */
export function refundableShipping(order: OrderRecord): Bag {
  const charged = order.shippingLines.map((line) => {
    const tax = line.taxLines.map((one) => one.price);
    return order.taxesIncluded ? line.discountedPrice : sumBags(tax, line.discountedPrice);
  });
  return subtractBags(sumBags(charged, zeroOf(order)), refundedShipping(order));
}
