import { z } from "zod";
import { parseShopifyJson } from "#app/use-cases/inbox/shopify-json.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";

const returnPayload = z.object({ admin_graphql_api_id: z.string() });

/** Something happened to a return in Shopify, here or by hand: have it read again, since the payload does not say enough. */
export async function reviewReturnOf(ctx: ShopContext, payload: string): Promise<void> {
  const { admin_graphql_api_id: returnGid } = returnPayload.parse(parseShopifyJson(payload));
  await ctx.transaction((tx) => tx.outbox.send("review-return", { returnGid }));
}

/** Staff opened a closed return again in Shopify: the same, and one that is closed here goes on. */
export async function reviewReopenedReturn(ctx: ShopContext, payload: string): Promise<void> {
  const { admin_graphql_api_id: returnGid } = returnPayload.parse(parseShopifyJson(payload));
  await ctx.transaction((tx) => tx.outbox.send("review-return", { returnGid, isReopened: true }));
}
