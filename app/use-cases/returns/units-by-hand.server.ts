import { z } from "zod";
import type { OrderRefund } from "#app/domain/orders/returnable-order.ts";
import type { ClaimedUnits, UnitsByHand } from "#app/domain/returns/refunded-by-hand.ts";
import { refundedByHand } from "#app/domain/returns/refunded-by-hand.ts";
import type { Repositories } from "#app/use-cases/ports.ts";
import type { StoredReturn } from "./ports.ts";

const claimsSchema = z.object({ claims: z.array(z.object({ refundGid: z.string(), lineGid: z.string(), quantity: z.int() })) });

/** What the returns of an order were made smaller by already, by their history. */
export async function readClaims(tx: Repositories, own: readonly StoredReturn[]): Promise<ClaimedUnits[]> {
  const claims: ClaimedUnits[] = [];
  for (const { id } of own) {
    for (const { event, detail } of await tx.returns.events(id)) {
      if (event === "adapted") claims.push(...(claimsSchema.safeParse(detail).data?.claims ?? []));
    }
  }
  return claims;
}

/** Which units of the order's returns staff refunded by hand in Shopify, outside of any return. */
export function unitsByHand(refunds: readonly OrderRefund[], own: readonly StoredReturn[], claims: readonly ClaimedUnits[]): UnitsByHand[] {
  const standing = own.filter(({ status }) => status !== "declined" && status !== "cancelled");
  return refundedByHand(refunds, standing, claims);
}

/** Of one return, how many units of each of its lines. */
export function byLine(units: readonly UnitsByHand[], returnId: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const one of units.filter((each) => each.returnId === returnId)) found.set(one.lineId, (found.get(one.lineId) ?? 0) + one.quantity);
  return found;
}
