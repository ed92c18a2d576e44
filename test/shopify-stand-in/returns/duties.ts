import type { Bag } from "../money/amount.ts";
import { addBags, clampBag, emptyBag, subtractBags, sumBags } from "../money/bag.ts";
import { badRequest } from "../admin-api/errors.ts";
import { refundedQuantity, zeroOf } from "../state/derive-order.ts";
import { portion } from "../state/line-value.ts";
import type { DutyRecord, LineRecord, OrderRecord } from "../state/records.ts";
import type { Held, Valued } from "./settle-lines.ts";

/** `RefundDutyInput` */
export interface DutyChoice {
  dutyId: string;
  refundType?: "FULL" | "PROPORTIONAL" | null;
}

export interface DutyRefund {
  dutyId: string;
  amount: Bag;
}

/** What was charged for a duty: with its taxes where prices exclude them. */
function chargedDuty(order: Pick<OrderRecord, "taxesIncluded">, { price, taxLines }: DutyRecord): Bag {
  const taxes = order.taxesIncluded ? [] : taxLines.map((tax) => tax.price);
  return sumBags(taxes, price);
}

/** What all duties of the order came to; nothing is charged on top where the prices contain them. */
export function totalDuties(order: Omit<OrderRecord, "totals">): Bag {
  const charged = order.dutiesIncluded ? [] : order.lines.flatMap((line) => (line.duties ?? []).map((duty) => chargedDuty(order, duty)));
  return sumBags(charged, emptyBag(order.currency, order.presentmentCurrency));
}

export function refundedDuties(order: OrderRecord): Bag {
  const back = order.refunds.flatMap((refund) => refund.duties ?? []).map((duty) => duty.amount);
  return sumBags(back, zeroOf(order));
}

/** Whether goods can be added to the order by an exchange. */
export function bearsDuties(order: OrderRecord): boolean {
  return order.lines.some((line) => (line.duties ?? []).length > 0);
}

/**
 * What the chosen duties pay back for the pieces that come back: each piece its part of the whole by its place among all pieces of the line;
 * whoever brings the last pieces gets what is left, unless pieces were refunded without it before.
 */
export function valueDuties(
  order: OrderRecord,
  chosen: readonly DutyChoice[] | null | undefined,
  of: { valued: readonly Pick<Valued, "line" | "quantity">[]; held?: Held },
): DutyRefund[] {
  return (chosen ?? []).flatMap(({ dutyId, refundType }) => {
    const line = order.lines.find((one) => one.duties?.some((duty) => duty.id === dutyId));
    const duty = line?.duties?.find((one) => one.id === dutyId);
    if (!line || !duty) throw badRequest(`${dutyId} is no duty of ${order.name}`);
    if (order.dutiesIncluded) return [];
    const left = leftOf(order, duty);
    const pieces = of.valued.filter((one) => one.line.id === line.id).reduce((all, one) => all + one.quantity, 0);
    const amount = refundType === "FULL" ? left : proportional({ order, line, duty, left }, { pieces, held: of.held?.(line.id) ?? 0 });
    return amount.presentment.minor === 0 && amount.shop.minor === 0 ? [] : [{ dutyId, amount }];
  });
}

function proportional(
  { order, line, duty, left }: { order: OrderRecord; line: LineRecord; duty: DutyRecord; left: Bag },
  { pieces, held }: { pieces: number; held: number },
): Bag {
  const gone = refundedQuantity(order, line.id);
  if (pieces === line.quantity - gone && !wasForgone(order, line, duty)) return left;
  const before = Math.max(0, Math.min(gone + held, line.quantity - pieces));
  return clampBag(portion(chargedDuty(order, duty), line.quantity, { before, count: pieces }), left);
}

function leftOf(order: OrderRecord, duty: DutyRecord): Bag {
  const back = order.refunds.flatMap((refund) => refund.duties ?? []).filter((one) => one.dutyId === duty.id);
  return back.reduce((left, one) => subtractBags(left, one.amount), chargedDuty(order, duty));
}

/** Pieces were refunded and their duty was not. */
function wasForgone(order: OrderRecord, line: LineRecord, duty: DutyRecord): boolean {
  return order.refunds.some(
    (refund) => refund.lines.some((one) => one.lineItemId === line.id) && !(refund.duties ?? []).some((one) => one.dutyId === duty.id),
  );
}

/** All that is left of every duty. */
export function fullDuties(order: OrderRecord): DutyChoice[] {
  return order.lines.flatMap((line) => line.duties ?? []).map(({ id }) => ({ dutyId: id, refundType: "FULL" }));
}

export function sumOfDuties(order: OrderRecord, refunds: readonly DutyRefund[]): Bag {
  return refunds.reduce((all, { amount }) => addBags(all, amount), zeroOf(order));
}
