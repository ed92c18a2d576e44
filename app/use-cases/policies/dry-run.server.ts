import { compilePolicy } from "#app/domain/policies/compile-policy.ts";
import { emptyTally } from "#app/domain/policies/dry-run.ts";
import type { Refusal, Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import { after, DAY } from "#app/domain/shared/time.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { DryRun } from "./dry-run-records.server.ts";

/** How far back a draft can be tried, in days. */
export const DRY_RUN_DAYS = [30, 90, 365] as const;
export type DryRunDays = (typeof DRY_RUN_DAYS)[number];

/** Changed decisions that are kept to be looked at one by one; all of them are counted. */
export const LISTED_CHANGES = 10_000;

const KEPT_RUNS = 10;

/** There is no draft, or a run is still going on. */
export interface CannotTest extends Refusal {
  readonly code: "no_draft" | "no_policy" | "already_running";
}

/** Starts trying the draft, as it is now, on the last `days` of orders and returns; a job does it. Answers the run's id. */
export async function startDryRun(
  ctx: ShopContext,
  { days, actor }: { readonly days: DryRunDays; readonly actor: string },
): Promise<Result<string, CannotTest>> {
  return ctx.transaction(async (tx) => {
    const versions = await tx.policies.versions();
    const draft = versions.find(({ status }) => status === "draft");
    const published = versions.find(({ status }) => status === "published");
    if (!draft) return refuse({ code: "no_draft" });
    if (!published) return refuse({ code: "no_policy" });
    const [last] = await tx.dryRuns.latest(1);
    if (last && isGoingOn(last)) return refuse({ code: "already_running" });
    const now = ctx.clock.now();
    const range = { since: after(now, -days * DAY), until: now };
    const run: DryRun = {
      id: ctx.ids.next(),
      status: "queued",
      days,
      ...range,
      publishedVersion: published.version,
      draftVersion: draft.version,
      draftRevision: draft.revision,
      draft: draft.policy,
      orders: await tx.pastOrders.count(range),
      ordersDone: 0,
      changes: 0,
      tally: emptyTally({ draft: compilePolicy(draft.policy, draft.version) }),
      startedBy: actor,
      startedAt: now,
      updatedAt: now,
    };
    await tx.dryRuns.add(run);
    await tx.dryRuns.removeOld(KEPT_RUNS);
    await tx.outbox.send("dry-run-policy", { runId: run.id });
    return ok(run.id);
  });
}

/** Whether a run goes on by itself. */
export function isGoingOn({ status }: Pick<DryRun, "status">): boolean {
  return status === "queued" || status === "running";
}

/** Stops a run; what it found so far stays. Answers false when it did not go on anyway. */
export async function cancelDryRun(ctx: ShopContext, runId: string): Promise<boolean> {
  return ctx.transaction((tx) => tx.dryRuns.cancel(runId, ctx.clock.now()));
}

/** Sends the job of a run again that stands still, in case it was given up; a run that goes on takes no harm. */
export async function continueDryRun(ctx: ShopContext, runId: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const run = await tx.dryRuns.find(runId);
    if (run && isGoingOn(run)) await tx.outbox.send("dry-run-policy", { runId });
  });
}
