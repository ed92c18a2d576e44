import { allowedEvents } from "#app/domain/returns/return-status.ts";
import { payoutsOf } from "#app/domain/returns/payouts.ts";
import { parseGid } from "#app/domain/shared/gid.ts";
import { planIncentive } from "#app/use-cases/compensation/plan-incentive.server.ts";
import { wantFirstLabel } from "#app/use-cases/labels/want-label.server.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import { countReturnedUnits } from "./count-returned-units.server.ts";
import { importReturn } from "./import-return.server.ts";
import type { Move } from "./move-return.server.ts";
import { moveReturn } from "./move-return.server.ts";
import { adoptReturn, isOurs } from "./open-return.server.ts";
import type { StoredReturn } from "./ports.ts";
import type { ShopifyReturn } from "./shopify-return.server.ts";
import { tellShopper } from "./tell-shopper.server.ts";

/**
 * Follows what happened to a return in Shopify, by whomever: a request made on Shopify's own pages becomes a return here, what staff
 * approved, declined, cancelled, paid, closed or opened again there is so here. The news itself is never trusted: the return is read again.
 * Running twice, late or out of order changes nothing more. `isReopened`: the news is that a closed one was opened again; without such news
 * one that is closed here stays so, since Shopify's may be about to be closed by us.
 */
export async function reviewReturn(ctx: ShopContext, returnGid: string, { isReopened = false } = {}): Promise<void> {
  const gid = parseGid("Return", returnGid);
  const inShopify = gid ? await ctx.shopify.returns.read(gid) : undefined;
  if (!inShopify) return;
  const known = await findOurs(ctx, inShopify);
  // A customer hears nothing about what was done with a return before the shop installed Amends.
  const isHistory = !known && inShopify.createdAt < ctx.shop.installedAt;
  const record = known ?? (await importReturn(ctx, inShopify, { isHistory }));
  if (!record) return;
  if (record.status !== "closed") return ctx.transaction((tx) => follow(tx, ctx, { record, inShopify, isHistory }));
  if (!isReopened) return;
  // Shopify's is always closed before ours: what is open now, after ours was read as closed, was opened again.
  const now = await ctx.shopify.returns.read(inShopify.gid);
  if (now?.status === "open") await ctx.transaction((tx) => follow(tx, ctx, { record, inShopify: now, isHistory }));
}

/** Ours by its id, or one that is being opened right now and carries our mark. */
async function findOurs(ctx: ShopContext, inShopify: ShopifyReturn): Promise<StoredReturn | undefined> {
  // One look: between two, a job that is opening the return may tie it to ours, and neither would find it.
  const own = await ctx.transaction((tx) => tx.returns.ofOrder(inShopify.orderGid));
  const byGid = own.find(({ shopifyGid }) => shopifyGid === inShopify.gid);
  if (byGid) return byGid;
  const marked = own.find((record) => record.shopifyGid === null && isOurs(inShopify, record));
  if (!marked) return undefined;
  await adoptReturn(ctx, { returnId: marked.id, inShopify, returnAddress: undefined });
  return ctx.transaction((tx) => tx.returns.findByGid(inShopify.gid));
}

async function follow(
  tx: Repositories,
  ctx: ShopContext,
  { record, inShopify, isHistory }: { record: StoredReturn; inShopify: ShopifyReturn; isHistory: boolean },
): Promise<void> {
  let now = record;
  for (const move of movesTo(record, inShopify, ctx.clock.now())) {
    if (!allowedEvents(now.status, "system").includes(move.event)) return;
    const moved = await moveReturn(tx, ctx, { record: now, actor: "system", ...move });
    // Somebody else is changing it: their change sends its own news.
    if (!moved.ok) return;
    now = moved.value;
    if (isHistory) continue;
    if (move.event === "approve") await wantFirstLabel(tx, ctx, now);
    if (move.event === "approve") await tellShopper(tx, ctx, { record: now, news: "return_approved" });
    if (move.event === "pay") await planIncentive(tx, ctx, { record: now, refunded: payoutsOf(now.quote).payment.presentment });
    if (move.event === "decline") await tellShopper(tx, ctx, { record: now, news: "return_declined" });
  }
  if (now.status !== record.status) await countReturnedUnits(tx, now);
}

type Following = Omit<Move, "actor">;

/** The steps by which our return gets to where Shopify's is. */
function movesTo(record: StoredReturn, inShopify: ShopifyReturn, at: Date): Following[] {
  const approve: Following[] =
    record.status === "requested" ? [{ event: "approve", change: { needsReview: false }, detail: { by: "shopify" } }] : [];
  switch (inShopify.status) {
    case "requested":
      return [];
    case "declined": {
      const { reason = "OTHER", note } = inShopify.decline ?? {};
      const change = { declineReason: reason, needsReview: false, ...(note ? { declineNote: note } : {}) };
      return [{ event: "decline", change, detail: { by: "shopify", reason } }];
    }
    case "cancelled":
      return [{ event: "cancel", detail: { by: "shopify" } }];
    case "open": {
      if (record.status === "closed") {
        const reopened: Following = { event: "reopen", change: { closedAt: undefined }, detail: { by: "shopify" } };
        return [reopened, ...movesTo({ ...record, status: "approved" }, inShopify, at)];
      }
      return isPaidByHand(record, inShopify) ? [...approve, ...paid(record, inShopify, at)] : approve;
    }
    case "closed":
      return [
        ...approve,
        ...(isPaidByHand(record, inShopify) ? paid(record, inShopify, at) : []),
        { event: "close", change: { closedAt: at } },
      ];
  }
}

/** Every unit is processed there and we are not at it ourselves. */
function isPaidByHand({ status }: StoredReturn, { lines }: ShopifyReturn): boolean {
  const isOurs = status === "processing" || status === "refunded" || status === "closed";
  return !isOurs && lines.length > 0 && lines.every(({ unprocessedQuantity }) => unprocessedQuantity === 0);
}

/** The table leads to "refunded" through "processing" only, from wherever the goods are. */
function paid({ status }: StoredReturn, { refunds }: ShopifyReturn, at: Date): Following[] {
  const detail = { by: "shopify", refunds: refunds.map(({ gid, total }) => ({ gid, total: total.presentment })) };
  return [
    ...(status === "received" ? [{ event: "inspect", detail: { by: "shopify" } } as const] : []),
    { event: "start_processing", detail },
    { event: "pay", detail, change: { paidAt: refunds.at(-1)?.createdAt ?? at } },
  ];
}
