import type { z } from "zod";
import type { App } from "#app/composition.server.ts";
import { handleWebhooks } from "#app/use-cases/inbox/handle-webhook.server.ts";
import { checkRollups } from "#app/use-cases/insights/check-rollups.server.ts";
import { payCompensation } from "#app/use-cases/compensation/pay-compensation.server.ts";
import { reconcileMoney } from "#app/use-cases/compensation/reconcile-money.server.ts";
import { JOB_PAYLOADS, type JobName, type JobPayload } from "#app/use-cases/job-payloads.ts";
import { attachLabel } from "#app/use-cases/labels/attach-label.server.ts";
import { bookPickupLater } from "#app/use-cases/labels/book-pickup.server.ts";
import { buyLabel } from "#app/use-cases/labels/buy-label.server.ts";
import { refundLabel } from "#app/use-cases/labels/refund-label.server.ts";
import { trackLabel } from "#app/use-cases/labels/track-label.server.ts";
import { deliverMessage } from "#app/use-cases/messages/deliver-message.server.ts";
import { continueOrderChange } from "#app/use-cases/order-changes/continue-order-change.server.ts";
import { reconcileOrders } from "#app/use-cases/orders/reconcile-orders.server.ts";
import { runDryRun } from "#app/use-cases/policies/run-dry-run.server.ts";
import { putPolicyPage } from "#app/use-cases/policies/shop-page.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { reviewShipment } from "#app/use-cases/promises/review-shipment.server.ts";
import { sweepDue } from "#app/use-cases/promises/sweep-due.server.ts";
import { bookGoodsIn } from "#app/use-cases/returns/book-goods-in.server.ts";
import { openReturn } from "#app/use-cases/returns/open-return.server.ts";
import { followOrder } from "#app/use-cases/returns/follow-order.server.ts";
import { reserveStock } from "#app/use-cases/returns/reserve-stock.server.ts";
import { releaseRepaired } from "#app/use-cases/returns/release-repaired.server.ts";
import { reviewReturn } from "#app/use-cases/returns/review-return.server.ts";
import { sendLoginCode } from "#app/use-cases/returns/send-login-code.server.ts";
import { settleReturn } from "#app/use-cases/returns/settle-return.server.ts";
import { tendReturns } from "#app/use-cases/returns/tend-returns.server.ts";
import { settleEach } from "#app/use-cases/settle-each.server.ts";
import { importHistory } from "#app/use-cases/shops/import-history.server.ts";
import { WEBHOOK_TOPICS } from "./webhook-topics.server.ts";

/** What runs for one job: it may run twice, late and out of order, and asks the stored state what is left to do. */
export type JobHandler<Name extends JobName> = (ctx: ShopContext, payload: JobPayload<Name>) => Promise<void>;

/** Runs jobs of one shop that were taken together, `atOnce` of them at the same time; answers in the same order how each ended. */
type BatchHandler<Name extends JobName> = (
  ctx: ShopContext,
  payloads: readonly JobPayload<Name>[],
  atOnce: number,
) => Promise<readonly PromiseSettledResult<void>[]>;

/** How many jobs of a queue one process runs at once on a database server (on the embedded one they take turns anyway). */
const PARALLEL = 8;

/** Queues that fill in bursts are taken by more at a time: what is read and marked for many costs little more than for one. */
const BATCH_SIZES: Partial<Record<JobName, number>> = { "handle-webhook": 40, "review-shipment": 40 };

/** Every job of the app with what handles it. */
const JOB_HANDLERS: { readonly [Name in JobName]: BatchHandler<Name> } = {
  "handle-webhook": (ctx, payloads, atOnce) => {
    const inboxIds = payloads.map(({ inboxId }) => inboxId);
    return handleWebhooks(ctx, inboxIds, { handlers: WEBHOOK_TOPICS, atOnce });
  },
  "reconcile-orders": each(async (ctx) => void (await reconcileOrders(ctx))),
  "check-rollups": each(async (ctx) => void (await checkRollups(ctx))),
  "reconcile-money": each(async (ctx) => void (await reconcileMoney(ctx))),
  "import-history": each(async (ctx, { importId }) => void (await importHistory(ctx, importId))),
  "sweep-due": each(sweepDue),
  "review-shipment": each((ctx, { fulfillmentGid }) => reviewShipment(ctx, fulfillmentGid)),
  "send-message": each((ctx, { messageId }) => deliverMessage(ctx, messageId)),
  "pay-compensation": each((ctx, { compensationId }) => payCompensation(ctx, compensationId)),
  "dry-run-policy": each((ctx, { runId }) => runDryRun(ctx, runId)),
  "follow-order": each((ctx, { orderGid }) => followOrder(ctx, orderGid)),
  "review-return": each((ctx, { returnGid, isReopened }) => reviewReturn(ctx, returnGid, { isReopened: isReopened ?? false })),
  "send-login-code": each((ctx, { loginId }) => sendLoginCode(ctx, loginId)),
  "change-order": each((ctx, { changeId }) => continueOrderChange(ctx, changeId)),
  "open-return": each((ctx, { returnId }) => openReturn(ctx, returnId)),
  "reserve-stock": each((ctx, { returnId }) => reserveStock(ctx, returnId)),
  "attach-label": each((ctx, { labelId }) => attachLabel(ctx, labelId)),
  "buy-label": each((ctx, { purchaseId }) => buyLabel(ctx, purchaseId)),
  "refund-label": each((ctx, { purchaseId }) => refundLabel(ctx, purchaseId)),
  "track-label": each((ctx, { labelId }) => trackLabel(ctx, labelId)),
  "book-pickup": each((ctx, { pickupId }) => bookPickupLater(ctx, pickupId)),
  "process-return": each((ctx, { returnId }) => settleReturn(ctx, returnId)),
  "book-goods-in": each((ctx, { returnId }) => bookGoodsIn(ctx, returnId)),
  "release-repaired": each((ctx, { returnId }) => releaseRepaired(ctx, returnId)),
  "put-policy-page": each(putPolicyPage),
  "tend-returns": each(tendReturns),
};

function each<Name extends JobName>(handle: JobHandler<Name>): BatchHandler<Name> {
  return (ctx, payloads, atOnce) => settleEach(payloads, atOnce, (payload) => handle(ctx, payload));
}

/** Works every queue in this process. */
export async function workQueues(app: App): Promise<void> {
  for (const name of Object.keys(JOB_PAYLOADS) as JobName[]) {
    await app.queue.work(name, BATCH_SIZES[name] ?? PARALLEL, (payloads) => runJobs(app, name, payloads));
  }
}

/** The compiler relates each schema to its own job's name here, which it does not in an index of the whole. */
const SCHEMAS: { readonly [Name in JobName]: z.ZodType<JobPayload<Name>> } = JOB_PAYLOADS;

/** Runs jobs that were taken together, shop by shop. */
async function runJobs<Name extends JobName>(app: App, name: Name, payloads: readonly unknown[]): Promise<PromiseSettledResult<void>[]> {
  const parsed = payloads.map((payload) => SCHEMAS[name].parse(payload));
  const shops = [...Map.groupBy(parsed, ({ shopId }) => shopId)];
  const atOnce = Math.max(1, Math.floor(PARALLEL / shops.length));
  const ends = new Map<JobPayload<Name>, PromiseSettledResult<void> | undefined>();
  await settleEach(shops, PARALLEL, async ([shopId, own]) => {
    const [batch] = await Promise.allSettled([runForShop(app, name, { shopId, payloads: own, atOnce })]);
    own.forEach((payload, index) => ends.set(payload, batch.status === "fulfilled" ? batch.value[index] : batch));
  });
  for (const end of ends.values())
    if (end?.status === "rejected") app.log.warn({ error: end.reason as unknown, job: name }, "A job failed and will be tried again");
  return parsed.map((payload) => ends.get(payload) ?? DONE);
}

const DONE: PromiseSettledResult<void> = { status: "fulfilled", value: undefined };

interface ShopBatch<Name extends JobName> {
  readonly shopId: string;
  readonly payloads: readonly JobPayload<Name>[];
  readonly atOnce: number;
}

/** Runs jobs in the context of their shop; a shop that was erased meanwhile has nothing left to do. */
async function runForShop<Name extends JobName>(
  app: Pick<App, "contextFor">,
  name: Name,
  { shopId, payloads, atOnce }: ShopBatch<Name>,
): Promise<readonly PromiseSettledResult<void>[]> {
  const ctx = await app.contextFor(shopId);
  // The shop was erased after the jobs were sent: nothing is left to do it for.
  if (!ctx) return [];
  // Without a token there is nothing to do for a shop that left; its last webhooks still are.
  if (ctx.shop.uninstalledAt && name !== "handle-webhook") return [];
  return JOB_HANDLERS[name](ctx, payloads, atOnce);
}

/** Runs one job as the worker does; throws what it fails with. */
export async function runJob(app: App, name: JobName, payload: unknown): Promise<void> {
  const [end] = await runJobs(app, name, [payload]);
  if (end?.status === "rejected") throw end.reason;
}
