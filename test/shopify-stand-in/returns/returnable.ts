import type { FulfillmentRecord, OrderRecord } from "../state/records.ts";
import type { ShopState } from "../state/shop-state.ts";
import { currentQuantity } from "../state/derive-order.ts";

type FulfillmentLine = FulfillmentRecord["lines"][number];

export function fulfillmentLine(order: OrderRecord, id: string): (FulfillmentLine & { order: OrderRecord }) | undefined {
  const found = order.fulfillments.flatMap((fulfillment) => fulfillment.lines).find((line) => line.id === id);
  return found && { ...found, order };
}

/** Pieces of a fulfilled line that other returns already claim: requested, open, and closed ones. */
function claimed(shop: ShopState, order: OrderRecord, fulfillmentLineItemId: string): number {
  const active = shop.returnsOf(order.id).filter((record) => ["REQUESTED", "OPEN", "CLOSED"].includes(record.status));
  const lines = active.flatMap((record) => record.lines).filter((line) => line.fulfillmentLineItemId === fulfillmentLineItemId);
  return lines.reduce((all, line) => all + line.quantity, 0);
}

/** Pieces in returns that were not refunded yet: they still count in the order's current quantity. */
function claimedUnrefunded(shop: ShopState, order: OrderRecord, lineItemId: string): number {
  const active = shop.returnsOf(order.id).filter((record) => ["REQUESTED", "OPEN", "CLOSED"].includes(record.status));
  const lines = active.flatMap((record) => record.lines).filter((line) => line.lineItemId === lineItemId);
  return lines.reduce((all, line) => all + line.quantity - line.refundedQuantity, 0);
}

/** How many pieces of this fulfilled line can go into a new return: sent, not in another return, and not refunded by hand. */
export function returnableQuantity(shop: ShopState, order: OrderRecord, part: FulfillmentLine): number {
  const line = order.lines.find((one) => one.id === part.lineItemId);
  if (!line) return 0;
  const free = part.quantity - claimed(shop, order, part.id);
  const left = currentQuantity(order, line) - claimedUnrefunded(shop, order, line.id);
  return Math.max(0, Math.min(free, left));
}

export interface ReturnableSource {
  id: string;
  fulfillment: FulfillmentRecord & { order: OrderRecord };
  lines: { quantity: number; fulfillmentLineItem: FulfillmentLine & { order: OrderRecord } }[];
}

export function returnableFulfillments(shop: ShopState, order: OrderRecord): ReturnableSource[] {
  const active = order.fulfillments.filter((fulfillment) => fulfillment.status !== "CANCELLED");
  return active
    .map((fulfillment) => ({
      id: fulfillment.id.replace("/Fulfillment/", "/ReturnableFulfillment/"),
      fulfillment: { ...fulfillment, order },
      lines: fulfillment.lines
        .map((line) => ({ quantity: returnableQuantity(shop, order, line), fulfillmentLineItem: { ...line, order } }))
        .filter((line) => line.quantity > 0),
    }))
    .filter((returnable) => returnable.lines.length > 0);
}
