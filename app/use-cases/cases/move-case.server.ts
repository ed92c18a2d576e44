import type { Result } from "#app/domain/shared/result.ts";
import type { IllegalTransition } from "#app/domain/shared/status-machine.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import { changeCase, type CaseStep } from "./change-case.server.ts";
import type { CaseRecord } from "./ports.ts";
import { tellCaseClosed } from "./tell-case-closed.server.ts";
import { workOnCase, type CaseAtHand, type CaseUnavailable } from "./work-on-case.server.ts";

/** What staff do to a case without writing to the customer. */
export const STAFF_MOVES = ["wait", "take_back", "close", "reopen"] as const;
export type StaffMove = (typeof STAFF_MOVES)[number];

const KINDS: Readonly<Record<StaffMove, CaseStep["kind"]>> = {
  wait: "waiting",
  take_back: "taken_back",
  close: "closed",
  reopen: "reopened",
};

export interface CaseMove extends CaseAtHand {
  readonly move: StaffMove;
  readonly actor: string;
}

/**
 * Has a case wait for the customer (its clock stands still), takes it back, closes it (the customer is asked how it was), or reopens it
 * (what was left of its first reply's time runs again). Refuses `illegal_transition` and what a case at hand refuses.
 */
export async function moveCase(
  ctx: ShopContext,
  { move, actor, ...atHand }: CaseMove,
): Promise<Result<CaseRecord, CaseUnavailable | IllegalTransition>> {
  return workOnCase<CaseRecord, CaseUnavailable | IllegalTransition>(ctx, atHand, (tx, record) =>
    moveLocked(tx, ctx, { record, move, actor }),
  );
}

interface LockedMove extends Pick<CaseMove, "move" | "actor"> {
  readonly record: CaseRecord;
}

async function moveLocked(
  tx: Repositories,
  ctx: ShopContext,
  { record, move, actor }: LockedMove,
): Promise<Result<CaseRecord, IllegalTransition>> {
  const changed = await changeCase(tx, ctx, { record, step: { event: move, kind: KINDS[move], actor, body: null } });
  if (changed.ok && move === "close") await tellCaseClosed(tx, ctx, changed.value);
  return changed;
}

export interface ManyCases {
  readonly caseIds: readonly string[];
  readonly actor: string;
}

/** Closes many cases, each in a transaction of its own; answers how many were closed. Those that are closed or gone are left out. */
export async function closeCases(ctx: ShopContext, { caseIds, actor }: ManyCases): Promise<{ changed: number; skipped: number }> {
  let changed = 0;
  for (const caseId of caseIds) {
    const isClosed = await ctx.transaction(async (tx) => {
      const record = await tx.cases.lock(caseId);
      return record !== undefined && (await moveLocked(tx, ctx, { record, move: "close", actor })).ok;
    });
    if (isClosed) changed += 1;
  }
  return { changed, skipped: caseIds.length - changed };
}
