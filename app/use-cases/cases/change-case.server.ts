import { applyCaseEvent } from "#app/domain/cases/case.ts";
import type { CaseEvent } from "#app/domain/cases/case-status.ts";
import { firstReplyDueAt } from "#app/domain/cases/first-reply-clock.ts";
import { ok, type Result } from "#app/domain/shared/result.ts";
import type { IllegalTransition } from "#app/domain/shared/status-machine.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import { readFirstReplyRules } from "./first-reply-rules.server.ts";
import { followFirstReply } from "./follow-first-reply.server.ts";
import type { CaseEventKind, CaseRecord } from "./ports.ts";

/** Something that happens to a case, and how its history tells it. */
export interface CaseStep {
  readonly event: CaseEvent;
  readonly kind: CaseEventKind;
  readonly actor: string;
  readonly body: string | null;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/**
 * Takes a locked case one step on: its status by the table, its clock and the promise of its first reply, its history. Answers the case as
 * it is then, or refuses `illegal_transition` and changes nothing.
 */
export async function changeCase(
  tx: Repositories,
  ctx: ShopContext,
  { record, step }: { readonly record: CaseRecord; readonly step: CaseStep },
): Promise<Result<CaseRecord, IllegalTransition>> {
  const now = ctx.clock.now();
  const moved = applyCaseEvent(record, step.event, now);
  if (!moved.ok) return moved;
  const rules = await readFirstReplyRules(tx, ctx.shop);
  const isReopened = record.status === "closed" && moved.value.status === "open";
  const next: CaseRecord = {
    ...record,
    ...moved.value,
    firstReplyDueAt: moved.value.firstRepliedAt ? null : firstReplyDueAt({ openedAt: record.openedAt, pauses: moved.value.pauses }, rules),
    reopenedCount: record.reopenedCount + (isReopened ? 1 : 0),
    updatedAt: now,
  };
  const { kind, actor, body, detail = {} } = step;
  await tx.cases.addEvent({ id: ctx.ids.next(), caseId: record.id, kind, actor, at: now, body, detail });
  const saved = await followFirstReply(tx, ctx, { before: record, after: next, rules });
  await tx.cases.save(saved);
  return ok({ ...saved, version: saved.version + 1 });
}
