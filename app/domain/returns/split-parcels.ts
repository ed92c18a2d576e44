import type { OrderLine } from "#app/domain/orders/returnable-order.ts";
import type { FulfillmentLineItemGid } from "#app/domain/shared/gid.ts";
import type { Refusal, Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";

/** Units of one line that travelled together. */
export interface ParcelUnits {
  readonly fulfillmentLineGid: FulfillmentLineItemGid;
  readonly quantity: number;
}

export interface NotEnoughUnits extends Refusal {
  readonly code: "not_enough_units";
  readonly missing: number;
}

/**
 * Which parcels some units of a line come from, oldest parcel first, since Shopify's returns name parcels and not lines. `waiting` are
 * units that returns hold which Shopify does not know of yet. Refuses with `not_enough_units`.
 *
 * 2 units of a line sent 1 + 3: 1 of the first parcel, 1 of the second.
 */
export function splitParcels(
  line: Pick<OrderLine, "parcels">,
  quantity: number,
  waiting: readonly ParcelUnits[],
): Result<ParcelUnits[], NotEnoughUnits> {
  let missing = quantity;
  const parts: ParcelUnits[] = [];
  const oldestFirst = line.parcels.toSorted((a, b) => a.fulfilledAt.getTime() - b.fulfilledAt.getTime());
  for (const { fulfillmentLineItemGid, returnableQuantity } of oldestFirst) {
    const held = waiting
      .filter(({ fulfillmentLineGid }) => fulfillmentLineGid === fulfillmentLineItemGid)
      .reduce((all, one) => all + one.quantity, 0);
    const taken = Math.min(missing, Math.max(0, returnableQuantity - held));
    if (taken > 0) parts.push({ fulfillmentLineGid: fulfillmentLineItemGid, quantity: taken });
    missing -= taken;
  }
  return missing > 0 ? refuse({ code: "not_enough_units", missing }) : ok(parts);
}
