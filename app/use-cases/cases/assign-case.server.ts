import { CASE_PRIORITIES, type CasePriority } from "#app/domain/cases/case-priority.ts";
import { ok, refuse, type Result } from "#app/domain/shared/result.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import type { CaseRecord } from "./ports.ts";

export interface Assignment {
  readonly caseId: string;
  /** Null takes the owner away. */
  readonly ownerId: string | null;
  readonly actor: string;
}

/** Gives a case to somebody, or to nobody; the same owner again changes nothing. Refuses `not_found`. */
export async function assignCase(ctx: ShopContext, { caseId, ownerId, actor }: Assignment): Promise<Result<null, { code: "not_found" }>> {
  return ctx.transaction(async (tx) => {
    const record = await tx.cases.lock(caseId);
    if (!record) return refuse({ code: "not_found" });
    const assigned = await assign(tx, ctx, { record, ownerId, actor });
    if (assigned !== record) await tx.cases.save(assigned);
    return ok(null);
  });
}

/** Gives many cases to somebody, each in a transaction of its own; answers how many are theirs now. Those that are gone are left out. */
export async function assignCases(
  ctx: ShopContext,
  { caseIds, ...assignment }: Omit<Assignment, "caseId"> & { readonly caseIds: readonly string[] },
): Promise<{ changed: number; skipped: number }> {
  let changed = 0;
  for (const caseId of caseIds) if ((await assignCase(ctx, { caseId, ...assignment })).ok) changed += 1;
  return { changed, skipped: caseIds.length - changed };
}

/** The locked case with its new owner, and a line in its history; the caller saves it. */
export async function assign(
  tx: Repositories,
  ctx: ShopContext,
  { record, ownerId, actor }: { record: CaseRecord; ownerId: string | null; actor: string },
): Promise<CaseRecord> {
  if (record.ownerId === ownerId) return record;
  const at = ctx.clock.now();
  const detail = { from: record.ownerId, to: ownerId };
  await tx.cases.addEvent({ id: ctx.ids.next(), caseId: record.id, kind: "assigned", actor, at, body: null, detail });
  return { ...record, ownerId, updatedAt: at };
}

/** Gives a case another priority. Refuses `not_found`, and `unknown_priority` for anything but urgent, high and normal. */
export async function prioritize(
  ctx: ShopContext,
  { caseId, priority, actor }: { caseId: string; priority: string; actor: string },
): Promise<Result<null, { code: "not_found" } | { code: "unknown_priority" }>> {
  const wanted: CasePriority | undefined = CASE_PRIORITIES.find((one) => one === priority);
  if (!wanted) return refuse({ code: "unknown_priority" });
  return ctx.transaction(async (tx) => {
    const record = await tx.cases.lock(caseId);
    if (!record) return refuse({ code: "not_found" });
    if (record.priority === wanted) return ok(null);
    const at = ctx.clock.now();
    const detail = { from: record.priority, to: wanted };
    await tx.cases.addEvent({ id: ctx.ids.next(), caseId, kind: "priority_changed", actor, at, body: null, detail });
    await tx.cases.save({ ...record, priority: wanted, updatedAt: at });
    return ok(null);
  });
}
