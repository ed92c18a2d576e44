import { countSoldUnits } from "#app/use-cases/insights/count-sold-units.server.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import type { OrderSnapshot } from "./ports.ts";

/** What a record changed, so that the caller can tell the rest of the app only real news. */
export interface Recorded {
  readonly isNewer: boolean;
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
  for (const fulfillment of snapshot.fulfillments) await tx.orders.saveFulfillment(fulfillment);
  const newEvents: OrderSnapshot["events"][number][] = [];
  for (const event of snapshot.events ?? []) if (await tx.orders.addFulfillmentEvent(event)) newEvents.push(event);
  for (const refund of snapshot.refunds) await tx.orders.addRefund(refund);
  // Last, because every order of a day adds to the same rows of the rollups, and the others wait for them.
  if (isNewer) await countSoldUnits(tx, snapshot);
  return { isNewer, newEvents };
}

/** Reads from Shopify the products of these lines that are not known yet; their type and tags are not in any order payload. */
export async function learnProducts(ctx: ShopContext, lines: OrderSnapshot["lines"]): Promise<void> {
  const gids = [...new Set(lines.flatMap((line) => (line.productGid ? [line.productGid] : [])))];
  const known = await ctx.transaction((tx) => tx.orders.products(gids));
  const unknown = gids.filter((gid) => !known.has(gid));
  if (unknown.length === 0) return;
  const products = await ctx.shopify.orders.readProducts(unknown);
  await ctx.transaction(async (tx) => {
    for (const product of products) await tx.orders.saveProduct(product);
  });
}
