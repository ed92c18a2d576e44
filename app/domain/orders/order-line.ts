import type { LineItemGid } from "#app/domain/shared/gid.ts";
import { isZeroPair } from "#app/domain/shared/money-pair.ts";
import type { LineParcel, OrderLine, ReturnableOrder } from "./returnable-order.ts";

/** The line with this id, or undefined when the order has none. */
export function lineOf(order: ReturnableOrder, lineGid: string): OrderLine | undefined {
  return order.lines.find(({ gid }) => gid === lineGid);
}

/** What the order was placed for: without the goods that went out for others that came back. */
export function linesBought({ lines }: Pick<ReturnableOrder, "lines">): OrderLine[] {
  return lines.filter(({ isSentInExchange }) => isSentInExchange !== true);
}

/** Whether import duties were charged with the order, on top of the prices or inside them. */
export function hasDuties({ lines }: Pick<ReturnableOrder, "lines">): boolean {
  return lines.some(({ duties }) => (duties ?? []).some(({ paid }) => !isZeroPair(paid)));
}

/**
 * How many units of a line can still come back: what Shopify calls returnable, less units that were requested here and that
 * Shopify does not know of yet. 3 returnable, 1 of them in a request that waits for approval: 2.
 */
export function unitsLeft(order: ReturnableOrder, line: OrderLine): number {
  const returnable = line.parcels.reduce((all, { returnableQuantity }) => all + returnableQuantity, 0);
  const waitingHere = order.returns
    .filter(({ gid }) => gid === null)
    .flatMap(({ lines }) => lines)
    .filter(({ lineGid }) => lineGid === line.gid)
    .reduce((all, { quantity }) => all + quantity, 0);
  return Math.max(0, returnable - waitingHere);
}

/** When a line's units arrived, as far as is known. */
export interface Arrival {
  readonly at: Date;
  /** "delivered" as the carrier reported; "fulfilled" is the sending time, for a parcel that no carrier reported as delivered. */
  readonly basis: "delivered" | "fulfilled";
}

/**
 * The arrival that a line's return window starts from: of all its parcels the last one, as the law counts an order that comes
 * in parts. `transitDays` is added to a parcel without a delivery report. Null while nothing was sent.
 */
export function arrivalOf(line: OrderLine, addTransit: (fulfilledAt: Date) => Date): Arrival | null {
  const arrivals = line.parcels.map((parcel) => parcelArrival(parcel, addTransit));
  return arrivals.reduce<Arrival | null>((last, arrival) => (last === null || arrival.at > last.at ? arrival : last), null);
}

/** Units of a line in other returns that were requested before `requestedAt` and are not paid: they keep their place in the split of the price. */
export function unitsHeldBefore(order: ReturnableOrder, lineGid: LineItemGid, requestedAt: Date): number {
  return order.returns
    .filter((other) => other.requestedAt < requestedAt)
    .flatMap(({ lines }) => lines)
    .filter((held) => held.lineGid === lineGid)
    .reduce((all, { unpaidQuantity }) => all + unpaidQuantity, 0);
}

function parcelArrival({ deliveredAt, fulfilledAt }: LineParcel, addTransit: (fulfilledAt: Date) => Date): Arrival {
  return deliveredAt === null ? { at: addTransit(fulfilledAt), basis: "fulfilled" } : { at: deliveredAt, basis: "delivered" };
}
