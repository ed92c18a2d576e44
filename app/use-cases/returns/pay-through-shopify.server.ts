import type { Gid } from "#app/domain/shared/gid.ts";
import type { Result } from "#app/domain/shared/result.ts";
import { ok } from "#app/domain/shared/result.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { ExchangeSoldOut } from "./goods-in-stock.server.ts";
import { handOverStock } from "./reserve-stock.server.ts";
import type { SettlingState } from "./settling-state.server.ts";
import type { SettlementPlan } from "./settlement-plan.server.ts";
import { ledgerKeys, movementKind } from "./settling-history.server.ts";
import type { RefusedByShopify, ShopifyReturn } from "./shopify-return.server.ts";

export interface ToPay {
  readonly plan: SettlementPlan;
  /** As it was read just now. */
  readonly inShopify: ShopifyReturn;
}

/**
 * Has Shopify book the goods in, send the exchange out and pay, unless its own figures show that an earlier try got through. Answers the
 * refund, if there is one, which by then stands in the ledger. Refuses with `refused_by_shopify`, or `exchange_sold_out`
 * when the goods for the exchange were not kept and are gone.
 */
export async function payThroughShopify(
  ctx: ShopContext,
  state: SettlingState,
  { plan, inShopify }: ToPay,
): Promise<Result<Gid<"Refund"> | undefined, RefusedByShopify | ExchangeSoldOut>> {
  const isDone = isProcessed(plan, inShopify);
  if (!isDone) {
    const handedOver = plan.processing.exchanges.length > 0 ? await handOverStock(ctx, state.record) : ok(null);
    if (!handedOver.ok) return handedOver;
    const processed = await ctx.shopify.returns.process(plan.processing);
    if (!processed.ok) return processed;
  }
  const now = isDone ? inShopify : await ctx.shopify.returns.read(inShopify.gid);
  return ok(plan.refund.minor > 0 ? await confirmRefund(ctx, state, { plan, inShopify: now ?? inShopify }) : undefined);
}

/** Every unit of the plan is processed beyond what was processed before it. */
function isProcessed({ processing, processedBefore }: SettlementPlan, { lines }: ShopifyReturn): boolean {
  return processing.lines.every(({ gid, quantity }) => {
    const processed = lines.find((line) => line.gid === gid)?.processedQuantity ?? 0;
    return processed >= (processedBefore[gid] ?? 0) + quantity;
  });
}

/** The ledger learns which refund it was: the newest of this return that no other line of the ledger claims. */
async function confirmRefund(ctx: ShopContext, state: SettlingState, { plan, inShopify }: ToPay): Promise<Gid<"Refund"> | undefined> {
  const { record } = state;
  const key = ledgerKeys(state).refund;
  return ctx.transaction(async (tx) => {
    const lines = await tx.ledger.ofKey(key);
    const confirmed = lines.find(({ phase }) => phase === "confirmed");
    if (confirmed) return confirmed.shopifyGid as Gid<"Refund">;
    const claimed = await tx.ledger.known(inShopify.refunds.map(({ gid }) => gid));
    const refund = inShopify.refunds.findLast(({ gid }) => !claimed.has(gid));
    if (!refund) throw new Error(`Shopify processed ${record.name} and shows no refund for it`);
    const { presentment } = refund.total;
    if (presentment.minor !== plan.refund.minor) {
      ctx.log.error({ returnId: record.id, intended: plan.refund, paid: presentment }, "Shopify paid another amount than was asked for");
    }
    await tx.ledger.add({
      id: ctx.ids.next(),
      key,
      phase: "confirmed",
      kind: movementKind(plan),
      amount: presentment,
      orderGid: record.orderGid,
      returnId: record.id,
      shopifyGid: refund.gid,
      at: ctx.clock.now(),
    });
    return refund.gid;
  });
}
