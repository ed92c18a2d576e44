import { openCase } from "#app/use-cases/cases/open-case.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { dispositionsOf } from "./goods-dispositions.server.ts";
import type { StoredReturn } from "./ports.ts";
import type { OrderToReturn, Processing, RefusedByShopify, ShopifyReturn } from "./shopify-return.server.ts";

/**
 * Books goods in that were paid for before they came: each line's units go where the inspection sent them, what did not come is missing,
 * and the return is closed in Shopify. Lines that Shopify has dispositions for are left alone, so running twice moves no stock twice; what
 * Shopify refuses becomes a case.
 */
export async function bookGoodsIn(ctx: ShopContext, returnId: string): Promise<void> {
  const outcome = await ctx.locks.hold(`book-goods-in:${returnId}`, () => bookIn(ctx, returnId));
  if (outcome === "busy") throw new Error("Another worker books these goods in; look again later");
}

async function bookIn(ctx: ShopContext, returnId: string): Promise<void> {
  const record = await ctx.transaction((tx) => tx.returns.find(returnId));
  if (record?.status !== "closed" || !record.shopifyGid) return;
  const inShopify = await ctx.shopify.returns.read(record.shopifyGid);
  const found = await ctx.shopify.returns.readOrder(record.orderGid);
  if (inShopify?.status !== "open" || !found) return;
  for (const line of inShopify.lines) {
    if (line.disposedQuantity > 0) continue;
    const wanted = wantedFor(record, { found, inShopify, gid: line.gid });
    if (wanted.length === 0) continue;
    const disposed = await ctx.shopify.returns.dispose(wanted, found.returnAddress?.locationGid ?? null);
    if (!disposed.ok) await noteRefused(ctx, record, disposed.error);
  }
  await ctx.shopify.returns.close(record.shopifyGid);
}

function wantedFor(
  record: StoredReturn,
  { found, inShopify, gid }: { readonly found: OrderToReturn; readonly inShopify: ShopifyReturn; readonly gid: string },
): Processing["dispositions"] {
  const line = record.lines.find((one) => one.gid === gid);
  const reverseLineGid = inShopify.lines.find((one) => one.gid === gid)?.reverseLineGid;
  if (!line || !reverseLineGid) return [];
  const came = line.condition === "missing" ? 0 : line.receivedQuantity;
  const there = came > 0 ? dispositionsOf({ record, found, inShopify }, [{ gid, quantity: came }]) : [];
  const missing = { lineGid: gid, reverseLineGid, quantity: line.quantity - came, disposition: "missing" as const };
  return missing.quantity > 0 ? [...there, missing] : there;
}

async function noteRefused(ctx: ShopContext, record: StoredReturn, refused: RefusedByShopify): Promise<void> {
  const { id: returnId, name, orderGid, orderName, customerGid, customerName, email, locale } = record;
  await ctx.transaction((tx) =>
    openCase(tx, ctx, {
      key: `book-in-refused:${returnId}`,
      type: "other",
      subject: "",
      body: null,
      detail: { code: "book_in_refused", message: refused.message, returnName: name },
      ...{ orderGid, orderName, returnId, customerGid, customerName, email, locale },
    }),
  );
}
