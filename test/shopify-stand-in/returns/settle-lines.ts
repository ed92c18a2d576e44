import type { Bag } from "../money/amount.ts";
import { addBags, subtractBags, sumBags } from "../money/bag.ts";
import { refundedQuantity, refundedShipping, zeroOf } from "../state/derive-order.ts";
import { discountedTotal, discountsWhere, portion, taxTotal } from "../state/line-value.ts";
import type { LineRecord, OrderRecord } from "../state/records.ts";

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

/** Values pieces in the order given; pieces refunded earlier, and earlier entries for the same line, come first. */
export function valueLines(order: OrderRecord, wanted: readonly Wanted[]): Valued[] {
  const before = new Map<string, number>();
  return wanted.flatMap(({ lineItemId, quantity }) => {
    const line = lineById(order, lineItemId);
    if (!line) return [];
    const done = before.get(line.id) ?? refundedQuantity(order, line.id);
    before.set(line.id, done + quantity);
    const cut = (total: Bag): Bag => portion(total, line.quantity, { before: done, count: quantity });
    const subtotal = cut(discountedTotal(line));
    const spread = cut(discountsWhere(order, line, ({ allocation }) => allocation === "across"));
    return [{ line, quantity, subtotal, beforeOrderDiscounts: addBags(subtotal, spread), tax: cut(taxTotal(line)) }];
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
