import { openCase } from "#app/use-cases/cases/open-case.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";

/**
 * Takes the units of a repair that is over out of its return in Shopify, which closes by that without a refund: the customer has them
 * again, and the policy decides whether they may come back another time. Nothing is disposed of, because nothing went into stock. Units
 * that are out already are left alone, so that running twice changes nothing more; what Shopify refuses becomes a case.
 */
export async function releaseRepaired(ctx: ShopContext, returnId: string): Promise<void> {
  const outcome = await ctx.locks.hold(`release-repaired:${returnId}`, () => release(ctx, returnId));
  if (outcome === "busy") throw new Error("Another worker releases these goods; look again later");
}

async function release(ctx: ShopContext, returnId: string): Promise<void> {
  const record = await ctx.transaction((tx) => tx.returns.find(returnId));
  if (record?.status !== "closed" || record.repair?.stage !== "delivered" || !record.shopifyGid) return;
  const inShopify = await ctx.shopify.returns.read(record.shopifyGid);
  if (inShopify?.status !== "open") return;
  const held = inShopify.lines.flatMap(({ gid, unprocessedQuantity: quantity }) => (quantity > 0 ? [{ gid, quantity }] : []));
  const released = held.length > 0 ? await ctx.shopify.returns.takeOut(record.shopifyGid, held) : undefined;
  if (released?.ok === false) {
    const { message } = released.error;
    const { name, orderGid, orderName, customerGid, customerName, email, locale } = record;
    await ctx.transaction((tx) =>
      openCase(tx, ctx, {
        ...{ key: `release-refused:${returnId}`, type: "other", subject: "", body: null },
        detail: { code: "release_refused", message, returnName: name },
        ...{ orderGid, orderName, returnId, customerGid, customerName, email, locale },
      }),
    );
  }
  // Its last unit closes it by itself; what was processed there by hand, or could not be taken out, is closed as it is.
  if ((await ctx.shopify.returns.read(inShopify.gid))?.status === "open") await ctx.shopify.returns.close(inShopify.gid);
}
