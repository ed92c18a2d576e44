import type { FirstReplyRules } from "#app/domain/cases/first-reply-clock.ts";
import { raised } from "#app/domain/cases/case-priority.ts";
import { elapsedOn } from "#app/domain/promises/paused-clock.ts";
import { judgePromise } from "#app/domain/promises/promise.ts";
import { transitionPromise } from "#app/domain/promises/promise-status.ts";
import { recordMetrics } from "#app/use-cases/insights/record-metric.server.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import type { CaseRecord, FirstReplyPromise } from "./ports.ts";

/** A case before and after a step, under the rules of its first reply. */
interface Followed {
  readonly before: CaseRecord;
  readonly after: CaseRecord;
  readonly rules: FirstReplyRules;
}

/**
 * What a step of a case does to the promise of its first reply: an answer keeps or breaks it and is counted; while the customer has the
 * ball, or the case is closed unanswered, nothing is promised; when the clock goes on, the time that is left is promised anew, unless the
 * first reply was late already. Answers the case as it is to be saved.
 */
export async function followFirstReply(tx: Repositories, ctx: ShopContext, { before, after, rules }: Followed): Promise<CaseRecord> {
  if (before.firstRepliedAt) return after;
  const now = ctx.clock.now();
  const promise = await tx.cases.latestPromise(after.id);
  const isAnswered = after.firstRepliedAt !== null;
  const isStopped = after.status !== "open";
  const wasStopped = before.status !== "open";
  let saved = after;
  let isLate = promise?.status === "breached";
  if (promise?.status === "pending" && (isAnswered || isStopped)) {
    const event = judgePromise(promise, { metAt: isAnswered ? now : null, cancelledAt: isAnswered ? null : now }, now);
    const settled = event && transitionPromise(promise.status, event);
    if (settled?.ok) await tx.cases.settlePromise(promise.id, settled.value, now);
    isLate = event === "breach";
    if (isLate) saved = await noteLate(tx, ctx, { record: after, promise });
  }
  if (isAnswered) await countFirstReply(tx, { record: after, rules, isInTime: !isLate });
  else if (wasStopped && !isStopped && !isLate) await promiseAgain(tx, ctx, { record: after, rules });
  return saved;
}

/** The history tells of a late first reply once, and the case moves up one priority. */
export async function noteLate(
  tx: Repositories,
  ctx: ShopContext,
  { record, promise }: { readonly record: CaseRecord; readonly promise: FirstReplyPromise },
): Promise<CaseRecord> {
  const key = `first-reply-late:${promise.id}`;
  if (await tx.cases.hasEvent(record.id, key)) return record;
  const priority = raised(record.priority);
  const detail = { key, dueAt: promise.dueAt.toISOString(), from: record.priority, to: priority };
  const at = ctx.clock.now();
  await tx.cases.addEvent({ id: ctx.ids.next(), caseId: record.id, kind: "first_reply_late", actor: "system", at, body: null, detail });
  return { ...record, priority, updatedAt: at };
}

async function promiseAgain(
  tx: Repositories,
  ctx: ShopContext,
  { record, rules }: { readonly record: CaseRecord; readonly rules: FirstReplyRules },
): Promise<void> {
  if (!record.firstReplyDueAt) return;
  await tx.cases.addPromise({
    id: ctx.ids.next(),
    caseId: record.id,
    stretch: record.pauses.length,
    orderGid: record.orderGid,
    customerGid: record.customerGid,
    zone: rules.hours.zone,
    dueAt: record.firstReplyDueAt,
    at: ctx.clock.now(),
  });
}

/** Working time until the first reply in whole seconds, and whether it came in time. */
async function countFirstReply(
  tx: Repositories,
  { record, rules, isInTime }: { readonly record: CaseRecord; readonly rules: FirstReplyRules; readonly isInTime: boolean },
): Promise<void> {
  const at = record.firstRepliedAt;
  if (at === null) return;
  const elapsedMs = elapsedOn({ startedAt: record.openedAt, pauses: record.pauses, hours: rules.hours }, at);
  const dimensions = { case_type: record.type };
  await recordMetrics(tx, [
    { key: `first-reply:${record.id}`, metric: "first_reply_seconds", at, value: Math.round(elapsedMs / 1000), dimensions },
    { key: `first-reply-in-time:${record.id}`, metric: "first_reply_in_time", at, value: isInTime ? 1 : 0, dimensions },
  ]);
}
