import { compilePolicy } from "#app/domain/policies/compile-policy.ts";
import type { DryRunPlan, DryRunTally } from "#app/domain/policies/dry-run.ts";
import { emptyTally, planDryRun, tryCase } from "#app/domain/policies/dry-run.ts";
import type { Refusal, Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import { after, DAY } from "#app/domain/shared/time.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import type { DryRun, DryRunChange, TriedOrder } from "./dry-run-records.server.ts";
import type { TrialContext } from "./trial-cases.server.ts";
import { trialCases } from "./trial-cases.server.ts";

/** How far back a draft can be tried, in days. */
export const DRY_RUN_DAYS = [30, 90, 365] as const;
export type DryRunDays = (typeof DRY_RUN_DAYS)[number];

/** Changed decisions that are kept to be looked at one by one; all of them are counted. */
export const LISTED_CHANGES = 10_000;

const KEPT_RUNS = 10;

/** How much one transaction takes on, and after how many of them the job makes room for others and sends itself again. */
export interface DryRunPace {
  readonly ordersPerStep: number;
  readonly stepsPerJob: number;
}

const PACE: DryRunPace = { ordersPerStep: 200, stepsPerJob: 20 };

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

/**
 * Takes a run on, some orders at a time: what they add is stored with the place that was reached, in one transaction. A job that is
 * killed loses nothing, one that is delivered twice counts nothing twice.
 */
export async function runDryRun(ctx: ShopContext, runId: string, pace: DryRunPace = PACE): Promise<void> {
  let plan: DryRunPlan | undefined;
  for (let step = 1; step <= pace.stepsPerJob; step += 1) {
    const isLast = step === pace.stepsPerJob;
    const goesOn = await untilTakenOn(() =>
      ctx.transaction(async (tx) => {
        const run = await tx.dryRuns.find(runId);
        if (!run || !isGoingOn(run)) return false;
        plan ??= await planOf(tx, run);
        const next = await takeStep(ctx, tx, { run, plan, limit: pace.ordersPerStep });
        if (next && isLast) await tx.outbox.send("dry-run-policy", { runId });
        return next;
      }),
    );
    if (!goesOn) return;
  }
}

/** Thrown so that the transaction takes back what it added to a run that was stopped, or that another worker took on meanwhile. */
class TakenOn extends Error {}

async function untilTakenOn(step: () => Promise<boolean>): Promise<boolean> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof TakenOn) return false;
    throw error;
  }
}

async function planOf(tx: Repositories, run: DryRun): Promise<DryRunPlan> {
  const published = await tx.policies.find(run.publishedVersion);
  if (!published) throw new Error(`Policy version ${run.publishedVersion} has no document`);
  return planDryRun(compilePolicy(published.policy, published.version), compilePolicy(run.draft, run.draftVersion));
}

interface Step {
  readonly run: DryRun;
  readonly plan: DryRunPlan;
  readonly limit: number;
}

/** Tries the next orders; answers whether there are more. */
async function takeStep(ctx: ShopContext, tx: Repositories, { run, plan, limit }: Step): Promise<boolean> {
  const { orders, products } = await tx.pastOrders.next(run, run.place, limit);
  const context: TrialContext = {
    zone: ctx.shop.timezone,
    range: run,
    products,
    ...transitsOf(plan),
  };
  const tally = structuredClone(run.tally);
  const found = orders.flatMap((tried) => changesOf(plan, tally, { tried, context }));
  const numbered = found.map((change, index) => ({ ...change, number: run.changes + index + 1 }));
  await tx.dryRuns.addChanges(
    run.id,
    numbered.filter(({ number }) => number <= LISTED_CHANGES),
  );
  const last = orders.at(-1)?.order;
  const isDone = orders.length < limit;
  const now = ctx.clock.now();
  const advanced: DryRun = {
    ...run,
    status: isDone ? "finished" : "running",
    ordersDone: run.ordersDone + orders.length,
    changes: run.changes + found.length,
    ...(last ? { place: { at: last.processedAt, gid: last.gid } } : {}),
    tally,
    updatedAt: now,
    ...(isDone ? { finishedAt: now } : {}),
  };
  if (!(await tx.dryRuns.advance(advanced, run.ordersDone))) throw new TakenOn();
  return !isDone;
}

/** One object for both when they say the same, so that nothing is counted twice. */
function transitsOf({ published, draft }: DryRunPlan): Pick<TrialContext, "publishedTransit" | "draftTransit"> {
  const [publishedTransit, draftTransit] = [published.policy.transit, draft.policy.transit];
  const isSame = JSON.stringify(publishedTransit) === JSON.stringify(draftTransit);
  return { publishedTransit, draftTransit: isSame ? publishedTransit : draftTransit };
}

interface Trying {
  readonly tried: TriedOrder;
  readonly context: TrialContext;
}

function changesOf(plan: DryRunPlan, tally: DryRunTally, { tried, context }: Trying): Omit<DryRunChange, "number">[] {
  return trialCases(tried, context).flatMap(({ line, asked, trial }) => {
    const change = tryCase(plan, tally, trial);
    if (!change) return [];
    const { basis, publishedFacts, draftFacts, value } = trial;
    return [
      {
        basis,
        orderGid: tried.order.gid,
        orderName: tried.order.name,
        ...(asked ? { returnName: asked.returnName } : {}),
        lineGid: line.gid,
        title: [line.title, line.variantTitle].filter(Boolean).join(" · "),
        country: draftFacts.country ?? "",
        reason: draftFacts.reason ?? "",
        changes: change.changes,
        publishedOutcome: change.published.outcome,
        draftOutcome: change.draft.outcome,
        value,
        difference: change.difference,
        publishedFacts,
        draftFacts,
      },
    ];
  });
}
