import { allowedEvents } from "#app/domain/returns/return-status.ts";
import type { Result } from "#app/domain/shared/result.ts";
import { refuse } from "#app/domain/shared/result.ts";
import { wantFirstLabel } from "#app/use-cases/labels/want-label.server.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import type { ReturnUnknown } from "./cancel-return.server.ts";
import { countReturnedUnits } from "./count-returned-units.server.ts";
import type { ExchangeSoldOut } from "./goods-in-stock.server.ts";
import { checkGoodsInStock } from "./goods-in-stock.server.ts";
import type { MoveRefused } from "./move-return.server.ts";
import { moveReturn, roleOf } from "./move-return.server.ts";
import type { StoredReturn } from "./ports.ts";
import { requestOf } from "./request-of.server.ts";
import type { RefusedByShopify } from "./shopify-return.server.ts";
import { tellShopper } from "./tell-shopper.server.ts";

/** Who does it, as the history names them ("staff:123"), and to which return. */
export interface StaffAction {
  readonly returnId: string;
  readonly actor: string;
}

/**
 * Says yes to a return that waits for staff; it is then opened in Shopify by a job, or approved there when Shopify had the request. The
 * shopper is told. What was asked for together is approved together, once all that it sends out is in stock. Refuses with `return_unknown`,
 * `not_allowed`, `exchange_sold_out`, `changed_meanwhile` or `refused_by_shopify`.
 */
export async function approveReturn(
  ctx: ShopContext,
  { returnId, actor }: StaffAction,
): Promise<Result<StoredReturn, ReturnUnknown | MoveRefused | RefusedByShopify | ExchangeSoldOut>> {
  const record = await ctx.transaction((tx) => tx.returns.find(returnId));
  if (!record) return refuse({ code: "return_unknown" });
  if (!allowedEvents(record.status, roleOf(actor)).includes("approve")) return refuse({ code: "not_allowed" });
  const inStock = await checkGoodsInStock(ctx, await ctx.transaction((tx) => toApprove(tx, record)));
  if (!inStock.ok) return inStock;
  if (record.shopifyGid) {
    const approved = await ctx.shopify.returns.approve(record.shopifyGid);
    if (!approved.ok) return approved;
  }
  return ctx.transaction(async (tx) => {
    const moved = await approveOne(tx, ctx, { record, actor });
    if (!moved.ok) return moved;
    for (const other of await toApprove(tx, moved.value)) await approveOne(tx, ctx, { record: other, actor });
    const [main] = await requestOf(tx, record);
    await tellShopper(tx, ctx, { record: main.id === returnId ? moved.value : main, news: "return_approved" });
    return moved;
  });
}

/** What of a request waits for staff. */
async function toApprove(tx: Repositories, record: StoredReturn): Promise<StoredReturn[]> {
  return (await requestOf(tx, record)).filter(({ status }) => status === "requested");
}

async function approveOne(
  tx: Repositories,
  ctx: ShopContext,
  { record, actor }: { readonly record: StoredReturn; readonly actor: string },
): Promise<Result<StoredReturn, MoveRefused>> {
  const moved = await moveReturn(tx, ctx, { record, event: "approve", actor, change: { needsReview: false } });
  if (!moved.ok) return moved;
  await countReturnedUnits(tx, moved.value);
  if (!record.shopifyGid) await tx.outbox.send("open-return", { returnId: record.id });
  else await wantFirstLabel(tx, ctx, moved.value);
  return moved;
}
