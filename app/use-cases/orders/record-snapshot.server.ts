import { countSoldUnits } from "#app/use-cases/insights/count-sold-units.server.ts";
import type { ProductGid } from "#app/domain/shared/gid.ts";
import type { Repositories } from "#app/use-cases/ports.ts";
import type { OrderSnapshot } from "./ports.ts";

/** What a record changed, so that the caller can tell the rest of the app only real news. */
export interface Recorded {
  readonly isNewer: boolean;
  /** The shipments that were new or newer. */
  readonly newShipments: readonly OrderSnapshot["fulfillments"][number][];
  readonly newEvents: readonly OrderSnapshot["events"][number][];
}

/**
 * Stores everything one order says, each part only when it is newer than what is stored; recording the same thing twice changes
 * nothing the second time. Answers what was news.
 */
export async function recordSnapshot(
  tx: Repositories,
  snapshot: Omit<OrderSnapshot, "products" | "events"> & Partial<Pick<OrderSnapshot, "products" | "events">>,
): Promise<Recorded> {
  for (const product of snapshot.products ?? []) await tx.orders.saveProduct(product);
  if (snapshot.customer) await tx.orders.saveCustomer(snapshot.customer);
  const isNewer = await tx.orders.saveOrder(snapshot.order, snapshot.lines);
  const newShipments: OrderSnapshot["fulfillments"][number][] = [];
  for (const fulfillment of snapshot.fulfillments) if (await tx.orders.saveFulfillment(fulfillment)) newShipments.push(fulfillment);
  const newEvents: OrderSnapshot["events"][number][] = [];
  for (const event of snapshot.events ?? []) if (await tx.orders.addFulfillmentEvent(event)) newEvents.push(event);
  for (const refund of snapshot.refunds) await tx.orders.addRefund(refund);
  // Last, because every order of a day adds to the same rows of the rollups, and the others wait for them.
  if (isNewer) await countSoldUnits(tx, snapshot);
  return { isNewer, newShipments, newEvents };
}

/** The products of these lines that are not known yet. */
export async function unknownProducts(tx: Repositories, lines: OrderSnapshot["lines"]): Promise<ProductGid[]> {
  const gids = [...new Set(lines.flatMap((line) => (line.productGid ? [line.productGid] : [])))];
  const known = await tx.orders.products(gids);
  return gids.filter((gid) => !known.has(gid));
}
