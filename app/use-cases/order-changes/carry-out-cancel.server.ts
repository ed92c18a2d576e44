import type { OrderNow } from "#app/domain/orders/order-change.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { failChange, finishCancel } from "./finish-change.server.ts";
import type { OrderChangeRecord } from "./ports.ts";

/** What staff read in the order's history in Shopify. */
const STAFF_NOTE = "Cancelled by the customer in the returns portal (Amends)";

/**
 * Takes a cancellation as far as it goes; the caller holds the order. Whatever happened before, the order is read first: a cancelled one is
 * only written down, one that left or was held back meanwhile is left alone, and Shopify's job is waited for instead of asked for again.
 */
export async function carryOutCancel(ctx: ShopContext, record: OrderChangeRecord): Promise<OrderChangeRecord> {
  const order = await ctx.shopify.orderChanges.readOrder(record.orderGid);
  if (!order) return failChange(ctx, record, { problem: "gone" });
  if (order.isCancelled) return finishCancel(ctx, record, order);
  if (record.detail.jobGid) return lookAtJob(ctx, record, record.detail.jobGid);
  if (order.progress !== "waiting") return failChange(ctx, record, { problem: order.progress, order });
  const asked = await save(ctx, { ...record, attempts: record.attempts + 1 });
  const answer = await ctx.shopify.orderChanges.cancel(record.orderGid, STAFF_NOTE);
  const after = await ctx.shopify.orderChanges.readOrder(record.orderGid);
  if (!answer.ok) return afterRefusal(ctx, asked, { order: after ?? order, message: answer.error.message });
  const { jobGid } = answer.value;
  const waiting = jobGid ? await save(ctx, { ...asked, detail: { ...asked.detail, jobGid } }) : asked;
  return after?.isCancelled ? finishCancel(ctx, waiting, after) : waiting;
}

/** A refusal can mean that an earlier request, whose answer was lost, came through. */
function afterRefusal(
  ctx: ShopContext,
  record: OrderChangeRecord,
  { order, message }: { readonly order: OrderNow; readonly message: string },
): Promise<OrderChangeRecord> {
  if (order.isCancelled) return finishCancel(ctx, record, order);
  return failChange(ctx, record, { problem: order.progress === "waiting" ? "refused" : order.progress, message, order });
}

async function lookAtJob(ctx: ShopContext, record: OrderChangeRecord, jobGid: string): Promise<OrderChangeRecord> {
  if (!(await ctx.shopify.orderChanges.isJobDone(jobGid))) return record;
  const order = await ctx.shopify.orderChanges.readOrder(record.orderGid);
  if (order?.isCancelled) return finishCancel(ctx, record, order);
  const problem = order && order.progress !== "waiting" ? order.progress : "refused";
  return failChange(ctx, record, { problem, message: "Shopify’s job ended and the order is not cancelled", order });
}

async function save(ctx: ShopContext, record: OrderChangeRecord): Promise<OrderChangeRecord> {
  const saved = { ...record, updatedAt: ctx.clock.now() };
  await ctx.transaction((tx) => tx.orderChanges.save(saved));
  return saved;
}
