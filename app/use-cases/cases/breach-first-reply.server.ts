import { judgePromise } from "#app/domain/promises/promise.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import { noteLate } from "./follow-first-reply.server.ts";

/**
 * What a first reply that did not come in time does to its case: the promise is broken, the history says so once, and the case moves up
 * one priority. Called by the sweep with the subject of a due promise (`{caseId}:{stretch}`); running it again, early or late changes
 * nothing more.
 */
export async function breachFirstReply(tx: Repositories, ctx: ShopContext, subject: string): Promise<void> {
  const caseId = subject.split(":")[0] ?? "";
  const record = await tx.cases.lock(caseId);
  const promise = record && (await tx.cases.latestPromise(caseId));
  if (!record || !promise) return;
  const now = ctx.clock.now();
  const isDue = promise.status === "pending" && judgePromise(promise, { metAt: null, cancelledAt: null }, now) === "breach";
  if (isDue) await tx.cases.settlePromise(promise.id, "breached", now);
  if (!isDue && promise.status !== "breached") return;
  const saved = await noteLate(tx, ctx, { record, promise });
  if (saved !== record) await tx.cases.save(saved);
}
