import { judgePromise } from "#app/domain/promises/promise.ts";
import { transitionPromise } from "#app/domain/promises/promise-status.ts";
import type { FulfillmentGid } from "#app/domain/shared/gid.ts";
import { after } from "#app/domain/shared/time.ts";
import { breachFirstReply } from "#app/use-cases/cases/breach-first-reply.server.ts";
import { LOOK_AGAIN } from "#app/use-cases/messages/plan-message.server.ts";
import { advanceDueRuns } from "#app/use-cases/playbooks/advance-runs.server.ts";
import { noteEvents } from "#app/use-cases/playbooks/note-event.server.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import { openMissingGoods } from "#app/use-cases/returns/goods-after-payment.server.ts";
import { assumeBack } from "#app/use-cases/returns/move-repair.server.ts";
import { cancelledAtOf } from "./delivery-facts.server.ts";
import type { StoredPromise } from "./ports.ts";
import { countDeliveries, type JudgedDelivery } from "./settle-promises.server.ts";

/** Rows of one transaction: enough to share its cost, few enough to be done in a moment. */
const BATCH = 500;

/**
 * Does everything of the shop that is due by now: promises, playbook runs, messages and payments that wait for their time. Each batch is a
 * transaction of its own that leaves out what another worker has in hand, so any number of sweeps may run at once, and one that is killed
 * loses nothing.
 */
export async function sweepDue(ctx: ShopContext): Promise<void> {
  let done: number;
  do {
    done = await ctx.transaction((tx) => sweepPromises(tx, ctx));
    done += await sweepFirstReplies(ctx);
    done += await ctx.transaction((tx) => advanceDueRuns(tx, ctx, BATCH));
    done += await ctx.transaction((tx) => wakeMessages(tx, ctx));
    done += await ctx.transaction((tx) => wakeCompensations(tx, ctx));
  } while (done > 0);
}

/** Judges due delivery promises, many with the same few statements; answers how many there were. */
async function sweepPromises(tx: Repositories, ctx: ShopContext): Promise<number> {
  const now = ctx.clock.now();
  const due = await tx.promises.claimDue("delivered_by", now, BATCH);
  if (due.length === 0) return 0;
  const deliveries = await tx.deliveries.read(due.map(({ subject }) => subject as FulfillmentGid));
  const judged = due.flatMap((promise): JudgedDelivery[] => {
    const delivery = deliveries.get(promise.subject);
    const facts = { metAt: delivery?.shipment.deliveredAt ?? null, cancelledAt: delivery ? cancelledAtOf(delivery) : null };
    const event = judgePromise(promise, facts, now);
    const moved = event && transitionPromise(promise.status, event);
    return moved?.ok ? [{ promise: { ...promise, status: moved.value, settledAt: now }, delivery }] : [];
  });
  for (const [status, promises] of Map.groupBy(judged, ({ promise }) => promise.status)) {
    await tx.promises.settle(idsOf(promises), status, now);
  }
  await countDeliveries(tx, judged);
  const broken = judged.filter(({ promise }) => promise.status === "breached" && !promise.detail.isHistory);
  await noteEvents(tx, ctx, {
    events: broken.map(({ promise }) => ({ name: "promise_breached", subject: promise.subject, facts: { promiseKind: promise.kind } })),
    deliveries: new Map(
      broken.flatMap(({ promise, delivery }) => (delivery ? [[promise.subject, { ...delivery, promise }] as const] : [])),
    ),
  });
  return due.length;
}

/** First replies and paid goods that did not come in time, and repairs that count as back, each in a transaction of its own, because it begins with the case. */
async function sweepFirstReplies(ctx: ShopContext): Promise<number> {
  const due = await ctx.transaction((tx) => tx.promises.dueBeside("delivered_by", ctx.clock.now(), BATCH));
  for (const promise of due) await ctx.transaction((tx) => breach(tx, ctx, promise));
  return due.length;
}

async function breach(tx: Repositories, ctx: ShopContext, promise: StoredPromise): Promise<void> {
  const caseId = /^[0-9a-f-]{36}/.exec(promise.subject)?.[0];
  if (promise.kind === "first_reply_by" && caseId) await breachFirstReply(tx, ctx, caseId);
  if (promise.kind === "goods_back_by") await openMissingGoods(tx, ctx, promise.subject);
  if (promise.kind === "repair_back_by") await assumeBack(tx, ctx, promise.subject);
  // What its case does not know any more is not promised any more; otherwise it would stay due for ever.
  await tx.promises.settle([promise.id], "void", ctx.clock.now());
}

async function wakeMessages(tx: Repositories, ctx: ShopContext): Promise<number> {
  const now = ctx.clock.now();
  const ids = await tx.messages.claimDue(now, after(now, LOOK_AGAIN), BATCH);
  await tx.outbox.sendAll(
    "send-message",
    ids.map((messageId) => ({ messageId })),
  );
  return ids.length;
}

async function wakeCompensations(tx: Repositories, ctx: ShopContext): Promise<number> {
  const now = ctx.clock.now();
  const ids = await tx.compensations.claimDue(now, after(now, LOOK_AGAIN), BATCH);
  await tx.outbox.sendAll(
    "pay-compensation",
    ids.map((compensationId) => ({ compensationId })),
  );
  return ids.length;
}

function idsOf(judged: readonly JudgedDelivery[]): string[] {
  return judged.map(({ promise }) => promise.id);
}
