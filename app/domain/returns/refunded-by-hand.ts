import type { OrderRefund } from "#app/domain/orders/returnable-order.ts";
import type { LineItemGid, ReturnGid } from "#app/domain/shared/gid.ts";

/** A return of the order as far as refunds by hand concern it. */
export interface RefundableReturn {
  readonly id: string;
  readonly shopifyGid: ReturnGid | null;
  readonly requestedAt: Date;
  readonly closedAt?: Date;
  readonly lines: readonly { readonly id: string; readonly lineGid: LineItemGid; readonly quantity: number }[];
}

/** Units by which a return was made smaller for a refund by hand: they are counted no second time. */
export interface ClaimedUnits {
  readonly refundGid: string;
  readonly lineGid: string;
  readonly quantity: number;
}

/** Units of one line of a return that staff refunded by hand in Shopify, outside the return. */
export interface UnitsByHand extends ClaimedUnits {
  readonly returnId: string;
  readonly lineId: string;
}

/**
 * Which units of the order's returns were refunded by hand, outside of any return. A refund that names a line counts for a return of that
 * line that had been asked for by then and was not over: the oldest first, each for no more units than its own refunds leave. Where the
 * customer keeps other units of the line it counts for the return all the same, so that nothing is ever paid twice. Declined and cancelled
 * returns are to be left out of `returns`, which stand oldest first.
 *
 * Return of 2 shirts, 1 shirt refunded by hand the day after: 1 unit of the return is paid, 1 is left.
 */
export function refundedByHand(
  refunds: readonly OrderRefund[],
  returns: readonly RefundableReturn[],
  claimed: readonly ClaimedUnits[] = [],
): UnitsByHand[] {
  const room = roomOf(refunds, returns);
  const found: UnitsByHand[] = [];
  for (const refund of refunds.filter(({ returnGid }) => returnGid === null)) {
    for (const { lineGid, quantity } of refund.lines) {
      let left = quantity - unitsIn(claimed.filter((one) => one.refundGid === refund.gid && one.lineGid === lineGid));
      for (const one of returns.filter((each) => isUnderWay(each, refund.createdAt))) {
        for (const { id: lineId } of one.lines.filter((line) => line.lineGid === lineGid)) {
          const taken = Math.max(0, Math.min(left, room.get(lineId) ?? 0));
          if (taken === 0) continue;
          left -= taken;
          room.set(lineId, (room.get(lineId) ?? 0) - taken);
          found.push({ refundGid: refund.gid, returnId: one.id, lineId, lineGid, quantity: taken });
        }
      }
    }
  }
  return found;
}

/** Units of each line that the return's own refunds have not paid. */
function roomOf(refunds: readonly OrderRefund[], returns: readonly RefundableReturn[]): Map<string, number> {
  const room = new Map<string, number>();
  for (const { shopifyGid, lines } of returns) {
    const own = shopifyGid === null ? [] : refunds.filter(({ returnGid }) => returnGid === shopifyGid);
    const paid = new Map<string, number>();
    for (const line of own.flatMap((refund) => refund.lines)) paid.set(line.lineGid, (paid.get(line.lineGid) ?? 0) + line.quantity);
    for (const { id, lineGid, quantity } of lines) {
      const taken = Math.min(quantity, paid.get(lineGid) ?? 0);
      paid.set(lineGid, (paid.get(lineGid) ?? 0) - taken);
      room.set(id, quantity - taken);
    }
  }
  return room;
}

/** Shopify tells instants to the second. */
function isUnderWay({ requestedAt, closedAt }: RefundableReturn, at: Date): boolean {
  const second = Math.floor(requestedAt.getTime() / 1_000) * 1_000;
  return second <= at.getTime() && (closedAt === undefined || at.getTime() <= closedAt.getTime());
}

function unitsIn(claims: readonly ClaimedUnits[]): number {
  return claims.reduce((all, { quantity }) => all + quantity, 0);
}
