import { canApplyRule } from "#app/domain/returns/regrade.ts";
import { isRepair } from "#app/domain/returns/return.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { StoredReturn } from "#app/use-cases/returns/ports.ts";
import type { ExpectedPayout } from "./expected-payout.server.ts";
import { expectedPayout } from "./expected-payout.server.ts";

/** What a judged return comes to. */
export interface InspectedFigures {
  /** Undefined while staff have to choose, when nothing came, and for what was paid or is mended. */
  readonly payout?: ExpectedPayout | undefined;
  /** What staff choose from: what was agreed, and the rule; without the rule's where that takes a return of its own. */
  readonly kept?: ExpectedPayout | undefined;
  readonly ruled?: ExpectedPayout | undefined;
}

/** The same for a return that was regraded: one figure, or the two that staff choose from. */
export async function figuresOf(ctx: ShopContext, record: StoredReturn): Promise<InspectedFigures> {
  if (record.status === "refunded" || isRepair(record)) return {};
  const { regrade } = record;
  if (regrade?.state !== "waiting") return { payout: await expectedPayout(ctx, record) };
  const kept = await expectedPayout(ctx, { ...record, regrade: { ...regrade, state: "kept" } });
  const ruled = canApplyRule(regrade) ? await expectedPayout(ctx, { ...record, regrade: { ...regrade, state: "ruled" } }) : undefined;
  return { kept, ruled };
}
