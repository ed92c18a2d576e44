import type { z } from "zod";
import type { App } from "#app/composition.server.ts";
import { handleWebhook } from "#app/use-cases/inbox/handle-webhook.server.ts";
import { checkRollups } from "#app/use-cases/insights/check-rollups.server.ts";
import { payCompensation } from "#app/use-cases/compensation/pay-compensation.server.ts";
import { JOB_PAYLOADS, type JobName, type JobPayload } from "#app/use-cases/job-payloads.ts";
import { deliverMessage } from "#app/use-cases/messages/deliver-message.server.ts";
import { reconcileOrders } from "#app/use-cases/orders/reconcile-orders.server.ts";
import { runDryRun } from "#app/use-cases/policies/dry-run.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { reviewShipment } from "#app/use-cases/promises/review-shipment.server.ts";
import { sweepDue } from "#app/use-cases/promises/sweep-due.server.ts";
import { openReturn } from "#app/use-cases/returns/open-return.server.ts";
import { reviewReturn } from "#app/use-cases/returns/review-return.server.ts";
import { sendLoginCode } from "#app/use-cases/returns/send-login-code.server.ts";
import { settleReturn } from "#app/use-cases/returns/settle-return.server.ts";
import { tendReturns } from "#app/use-cases/returns/tend-returns.server.ts";
import { importHistory } from "#app/use-cases/shops/import-history.server.ts";
import { WEBHOOK_TOPICS } from "./webhook-topics.server.ts";

/** What runs for one job: it may run twice, late and out of order, and asks the stored state what is left to do. */
export type JobHandler<Name extends JobName> = (ctx: ShopContext, payload: JobPayload<Name>) => Promise<void>;

/** How many jobs of a queue one process runs at once on a database server (on the embedded one they take turns anyway). */
const PARALLEL = 8;

/** Every job of the app with what handles it. */
const JOB_HANDLERS: { readonly [Name in JobName]: JobHandler<Name> } = {
  "handle-webhook": (ctx, { inboxId }) => handleWebhook(ctx, inboxId, WEBHOOK_TOPICS),
  "reconcile-orders": async (ctx) => void (await reconcileOrders(ctx)),
  "check-rollups": async (ctx) => void (await checkRollups(ctx)),
  "import-history": async (ctx, { importId }) => void (await importHistory(ctx, importId)),
  "sweep-due": sweepDue,
  "review-shipment": (ctx, { fulfillmentGid }) => reviewShipment(ctx, fulfillmentGid),
  "send-message": (ctx, { messageId }) => deliverMessage(ctx, messageId),
  "pay-compensation": (ctx, { compensationId }) => payCompensation(ctx, compensationId),
  "dry-run-policy": (ctx, { runId }) => runDryRun(ctx, runId),
  "review-return": (ctx, { returnGid }) => reviewReturn(ctx, returnGid),
  "send-login-code": (ctx, { loginId }) => sendLoginCode(ctx, loginId),
  "open-return": (ctx, { returnId }) => openReturn(ctx, returnId),
  "process-return": (ctx, { returnId }) => settleReturn(ctx, returnId),
  "tend-returns": tendReturns,
};

/** Works every queue in this process. */
export async function workQueues(app: App): Promise<void> {
  for (const name of Object.keys(JOB_PAYLOADS) as JobName[]) {
    await app.queue.work(name, PARALLEL, (job) => runJob(app, name, job.payload));
  }
}

/** Runs one job in the context of its shop; a shop that was erased meanwhile has nothing left to do. */
export async function runJob<Name extends JobName>(app: App, name: Name, payload: unknown): Promise<void> {
  const parsed = (JOB_PAYLOADS[name] as unknown as z.ZodType<JobPayload<Name>>).parse(payload);
  const ctx = await app.contextFor(parsed.shopId);
  // The shop was erased after the job was sent: nothing is left to do it for.
  if (!ctx) return;
  // Without a token there is nothing to do for a shop that left; its last webhooks still are.
  if (ctx.shop.uninstalledAt && name !== "handle-webhook") return;
  try {
    await JOB_HANDLERS[name](ctx, parsed);
  } catch (error) {
    app.log.warn({ error, job: name, shopId: parsed.shopId }, "A job failed and will be tried again");
    throw error;
  }
}
