import { awaitsChoice, canApplyRule } from "#app/domain/returns/regrade.ts";
import type { Refusal, Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { StaffAction } from "#app/use-cases/returns/approve-return.server.ts";
import type { ReturnUnknown } from "#app/use-cases/returns/cancel-return.server.ts";
import type { MoveRefused } from "#app/use-cases/returns/move-return.server.ts";
import type { StoredReturn } from "#app/use-cases/returns/ports.ts";
import { expectedPayout } from "./expected-payout.server.ts";
import { tellInspected } from "./tell-inspected.server.ts";

export interface RuleNotPossible extends Refusal {
  /** What the rule grants takes a return of its own: other goods, or a repair. */
  readonly code: "rule_not_possible";
}

/** The line of history with what staff chose and what it comes to. */
export const CONDITION_CHOICE = "condition_choice";

/**
 * Staff choose for a return whose goods came in a condition that makes its terms worse: "keep" what was agreed, or apply the "rule". The shopper is
 * told once, with the reason, the photos and what it comes to. Of two who choose at once one does. Refuses with `return_unknown`,
 * `not_allowed` (nothing waits for a choice), `rule_not_possible` or `changed_meanwhile`.
 */
export async function chooseTerms(
  ctx: ShopContext,
  { returnId, actor, choice }: StaffAction & { readonly choice: "keep" | "rule" },
): Promise<Result<StoredReturn, ReturnUnknown | RuleNotPossible | MoveRefused>> {
  const record = await ctx.transaction((tx) => tx.returns.find(returnId));
  if (!record) return refuse({ code: "return_unknown" });
  const { regrade } = record;
  if (!regrade || !awaitsChoice(record)) return refuse({ code: "not_allowed" });
  if (choice === "rule" && !canApplyRule(regrade)) return refuse({ code: "rule_not_possible" });
  const chosen: StoredReturn = {
    ...record,
    regrade: { ...regrade, state: choice === "keep" ? "kept" : "ruled" },
    // What else stopped the return meanwhile still does.
    errorCode: record.errorCode === CONDITION_CHOICE ? undefined : record.errorCode,
    updatedAt: ctx.clock.now(),
  };
  const payout = await expectedPayout(ctx, chosen);
  return ctx.transaction(async (tx) => {
    if (!(await tx.returns.save(chosen))) return refuse({ code: "changed_meanwhile" });
    const event = { id: ctx.ids.next(), returnId, event: CONDITION_CHOICE, actor, at: ctx.clock.now() };
    await tx.returns.addEvent({ ...event, detail: { choice, ...payout } });
    const saved = { ...chosen, version: record.version + 1 };
    await tellInspected(tx, ctx, { record: saved, payout });
    return ok(saved);
  });
}
