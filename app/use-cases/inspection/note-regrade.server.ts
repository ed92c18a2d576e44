import type { StoredDecision } from "#app/use-cases/policies/ports.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import type { StoredReturn } from "#app/use-cases/returns/ports.ts";
import type { InspectedFigures } from "./inspected-figures.server.ts";

/** The line of history that says what the condition changed. */
export const TERMS_BY_CONDITION = "terms_by_condition";

interface Noted {
  readonly record: StoredReturn;
  readonly decisions: readonly StoredDecision[];
  readonly figures: InspectedFigures;
}

/** Keeps the decisions that were taken again, and says in the history what they changed, by which rules and to which amounts. */
export async function noteRegrade(tx: Repositories, ctx: ShopContext, { record, decisions, figures }: Noted): Promise<void> {
  if (decisions.length > 0) await tx.policies.addDecisions(decisions);
  const { regrade } = record;
  if (!regrade) return;
  const { kept, ruled } = figures;
  const about = regrade.units.flatMap(({ decisionId }) => decisions.find(({ id }) => id === decisionId)?.decision.ruleName ?? []);
  await tx.returns.addEvent({
    id: ctx.ids.next(),
    returnId: record.id,
    event: TERMS_BY_CONDITION,
    actor: "system",
    at: ctx.clock.now(),
    detail: {
      state: regrade.state,
      rules: [...new Set(about)],
      ...(kept ? { kept: kept.amount } : {}),
      ...(ruled ? { ruled: ruled.amount } : {}),
    },
  });
}
