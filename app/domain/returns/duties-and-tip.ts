import { lineOf, unitsHeldBefore } from "#app/domain/orders/order-line.ts";
import type { LineDuty, OrderLine, OrderRefund, RefundedDuty, ReturnableOrder } from "#app/domain/orders/returnable-order.ts";
import type { ResolutionKind } from "#app/domain/policies/policy.ts";
import type { LineItemGid } from "#app/domain/shared/gid.ts";
import type { MoneyPair } from "#app/domain/shared/money-pair.ts";
import { isZeroPair, pairAtLeastZero, pairOf, subtractPairs, sumPairs, zeroPair } from "#app/domain/shared/money-pair.ts";
import { shareOfUnits } from "./refund-quote.ts";
import type { UnitGroup } from "./refund-quote.ts";
import type { QuotedItem } from "./resolution-quote.ts";

/** Units of one line of the order. */
interface Units {
  readonly lineGid: LineItemGid;
  readonly quantity: number;
  readonly group?: UnitGroup;
}

/**
 * What goes back of each duty with some units: their share of what is left of it, split evenly over the units left by largest remainder, so
 * that parts sum to the whole and never to more. Units that were refunded without any of the duty took their share along unpaid, so that the
 * others bring no more than their own. As with the price, units of returns asked for before `requestedAt` keep the shares before these.
 * Nothing where the prices contain the duties: there they go back with the goods.
 *
 * Duty 1.00 on 3 units: 0.34, 0.33, 0.33. The first was refunded by hand without it: 0.33, 0.33.
 */
export function dutyShares(order: ReturnableOrder, { lineGid, quantity, group }: Units, requestedAt: Date): RefundedDuty[] {
  const line = lineOf(order, lineGid);
  if (!line || order.areDutiesIncluded) return [];
  return (line.duties ?? []).flatMap((duty) => {
    const { units, left } = leftOfDuty(order, line, duty);
    const { skip: first, of } = group ?? { skip: 0, of: quantity };
    const atOnce = Math.min(of, units);
    const count = Math.max(0, Math.min(quantity, atOnce - first));
    const skip = first + Math.min(unitsHeldBefore(order, lineGid, requestedAt), units - atOnce);
    const amount = pairOf((side) => shareOfUnits(left[side], units, { skip, count }));
    return isZeroPair(amount) ? [] : [{ dutyGid: duty.gid, amount }];
  });
}

/** The import duties that go back with an item, all together; nothing unless its terms say so. */
export function dutiesFor(order: ReturnableOrder, item: QuotedItem, requestedAt: Date): MoneyPair {
  const shares = item.terms.refundsDuties ? dutyShares(order, item, requestedAt) : [];
  return sumPairs(
    shares.map(({ amount }) => amount),
    order.total,
  );
}

/** What an item becomes, and the units of it that are paid for. */
interface Settled {
  readonly item: Pick<QuotedItem, "lineGid" | "terms">;
  readonly kind: ResolutionKind;
  readonly worth: { readonly quantity: number };
}

/**
 * The tip, where the terms of all items give it back and nothing is left of the order once they are: all that is left of it, once. Units that
 * are only asked back for in another return still count as left, so the tip goes with the last return that is paid. It goes where money or
 * store credit does, never onto a gift card alone.
 *
 * Tip 4.00, mug and shirt: the mug brings nothing of it, the shirt afterwards 4.00.
 */
export function tipFor(order: ReturnableOrder, items: readonly Settled[]): MoneyPair {
  const nothing = zeroPair(order.total);
  const isGranted = items.every(({ item }) => item.terms.refundsTip === true) && items.some(({ kind }) => kind !== "gift_card");
  if (!order.tip || !isGranted || !isAllOf(order, items)) return nothing;
  const { lineGid, paid } = order.tip;
  const before = order.refunds.flatMap(({ lines }) => lines).filter((line) => line.lineGid === lineGid);
  const back = before.map(({ goods, tax }) => (order.taxesIncluded ? goods : sumPairs([goods, tax], goods)));
  return pairAtLeastZero(subtractPairs(paid, sumPairs(back, paid)));
}

function isAllOf({ lines }: ReturnableOrder, items: readonly Settled[]): boolean {
  return lines.every(({ gid, currentQuantity }) => {
    const units = items.filter(({ item }) => item.lineGid === gid).reduce((all, { worth }) => all + worth.quantity, 0);
    return units >= currentQuantity;
  });
}

/** The duty as the refunds so far have left it, and the units that it is left for. */
function leftOfDuty(order: ReturnableOrder, line: OrderLine, duty: LineDuty): { readonly units: number; readonly left: MoneyPair } {
  let left = duty.paid;
  let units = line.quantity;
  for (const refund of order.refunds) {
    const count = Math.min(units, unitsIn(refund, line));
    const back = (refund.duties ?? []).filter(({ dutyGid }) => dutyGid === duty.gid).map(({ amount }) => amount);
    left = pairAtLeastZero(subtractPairs(left, back.length > 0 ? sumPairs(back, left) : forgone(left, units, count)));
    units -= count;
  }
  return { units, left };
}

/** What units took along that were refunded without the duty; nothing where a unit's share can be nothing, which tells of no such wish. */
function forgone(left: MoneyPair, units: number, count: number): MoneyPair {
  return pairOf((side) => {
    const canBeNothing = left[side].minor < units;
    return shareOfUnits(left[side], units, { skip: 0, count: canBeNothing ? 0 : count });
  });
}

function unitsIn({ lines }: OrderRefund, { gid }: OrderLine): number {
  return lines.filter(({ lineGid }) => lineGid === gid).reduce((all, { quantity }) => all + quantity, 0);
}
