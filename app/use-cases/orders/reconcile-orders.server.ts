import { DAY, MINUTE, after } from "#app/domain/shared/time.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { wantFollowing } from "#app/use-cases/returns/follow-order.server.ts";
import { continueImport } from "#app/use-cases/shops/import-history.server.ts";
import { recordSnapshot } from "./record-snapshot.server.ts";

/** How far before the last reconciliation to look again: webhooks and Shopify's search index may lag a little. */
const OVERLAP = 10 * MINUTE;

/**
 * Reads from Shopify what changed since the last reconciliation and records what no webhook told. Answers how many orders were
 * looked at and how many of them were news.
 */
export async function reconcileOrders(ctx: ShopContext): Promise<{ seen: number; news: number }> {
  const startedAt = ctx.clock.now();
  const last = await ctx.transaction((tx) => tx.shop.reconciledAt());
  const since = after(last ?? after(startedAt, -DAY), -OVERLAP);
  let cursor: string | undefined;
  let seen = 0;
  let news = 0;
  do {
    const page = await ctx.shopify.orders.changedSince(since, cursor);
    for (const snapshot of page.orders) {
      seen += 1;
      news += await ctx.transaction(async (tx) => {
        const recorded = await recordSnapshot(tx, snapshot);
        await tx.outbox.sendAll(
          "review-shipment",
          snapshot.fulfillments.map(({ gid }) => ({ fulfillmentGid: gid })),
        );
        // An edit or a refund by hand whose news got lost.
        if (recorded.isNewer) await wantFollowing(tx, snapshot.order.gid);
        return recorded.isNewer || recorded.newEvents.length > 0 ? 1 : 0;
      });
    }
    cursor = page.nextCursor;
  } while (cursor);
  await ctx.transaction(async (tx) => {
    await tx.shop.markReconciled(startedAt);
    await continueImport(tx);
    await tx.outbox.send("tend-returns", {});
  });
  ctx.log.info({ seen, news }, "Orders reconciled with Shopify");
  return { seen, news };
}
