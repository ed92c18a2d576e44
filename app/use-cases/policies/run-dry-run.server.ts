import { compilePolicy } from "#app/domain/policies/compile-policy.ts";
import type { DryRunPlan, DryRunTally } from "#app/domain/policies/dry-run.ts";
import { planDryRun, tryCase } from "#app/domain/policies/dry-run.ts";
import type { OrderBackground } from "#app/domain/policies/order-background.ts";
import { needsOfBoth, NOTHING_FOUND_OUT } from "#app/domain/policies/order-background.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import { backgroundsOf, noBackgrounds } from "./dry-run-background.server.ts";
import type { DryRun, DryRunChange, TriedOrder } from "./dry-run-records.server.ts";
import { isGoingOn, LISTED_CHANGES } from "./dry-run.server.ts";
import type { TrialContext } from "./trial-cases.server.ts";
import { trialCases } from "./trial-cases.server.ts";

/** How much one transaction takes on, and after how many of them the job makes room for others and sends itself again. */
export interface DryRunPace {
  readonly ordersPerStep: number;
  readonly stepsPerJob: number;
}

const PACE: DryRunPace = { ordersPerStep: 200, stepsPerJob: 20 };

/**
 * Takes a run on, some orders at a time: what they add is stored with the place that was reached, in one transaction. A job that is
 * killed loses nothing, one that is delivered twice counts nothing twice.
 */
export async function runDryRun(ctx: ShopContext, runId: string, pace: DryRunPace = PACE): Promise<void> {
  const found = noBackgrounds();
  for (let step = 1; step <= pace.stepsPerJob; step += 1) {
    const isLast = step === pace.stepsPerJob;
    const next = await ctx.transaction((tx) => readNext(tx, runId, pace.ordersPerStep));
    if (!next) return;
    const needs = needsOfBoth(next.plan.published.needs, next.plan.draft.needs);
    const backgrounds = await backgroundsOf(ctx, needs, { orders: next.orders, found });
    const goesOn = await untilTakenOn(() =>
      ctx.transaction(async (tx) => {
        const isMore = await takeStep(ctx, tx, { ...next, backgrounds });
        if (isMore && isLast) await tx.outbox.send("dry-run-policy", { runId });
        return isMore;
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

/** What the next step is about. */
interface NextOrders {
  readonly run: DryRun;
  readonly plan: DryRunPlan;
  readonly orders: readonly TriedOrder[];
  readonly products: TrialContext["products"];
  readonly isLastOfAll: boolean;
}

/** The next orders of a run that goes on. */
async function readNext(tx: Repositories, runId: string, limit: number): Promise<NextOrders | undefined> {
  const run = await tx.dryRuns.find(runId);
  if (!run || !isGoingOn(run)) return undefined;
  const { orders, products } = await tx.pastOrders.next(run, run.place, limit);
  return { run, plan: await planOf(tx, run), orders, products, isLastOfAll: orders.length < limit };
}

type Step = NextOrders & { readonly backgrounds: readonly OrderBackground[] };

/** Tries the next orders; answers whether there are more. */
async function takeStep(ctx: ShopContext, tx: Repositories, step: Step): Promise<boolean> {
  const { run, plan, orders, products, backgrounds, isLastOfAll } = step;
  const context = { zone: ctx.shop.timezone, range: run, products, ...transitsOf(plan) };
  const tally = structuredClone(run.tally);
  const found = orders.flatMap((tried, index) =>
    changesOf(plan, tally, { tried, context: { ...context, background: backgrounds[index] ?? NOTHING_FOUND_OUT } }),
  );
  const numbered = found.map((change, index) => ({ ...change, number: run.changes + index + 1 }));
  await tx.dryRuns.addChanges(
    run.id,
    numbered.filter(({ number }) => number <= LISTED_CHANGES),
  );
  const last = orders.at(-1)?.order;
  const now = ctx.clock.now();
  const advanced: DryRun = {
    ...run,
    status: isLastOfAll ? "finished" : "running",
    ordersDone: run.ordersDone + orders.length,
    changes: run.changes + found.length,
    ...(last ? { place: { at: last.processedAt, gid: last.gid } } : {}),
    tally,
    updatedAt: now,
    ...(isLastOfAll ? { finishedAt: now } : {}),
  };
  if (!(await tx.dryRuns.advance(advanced, run.ordersDone))) throw new TakenOn();
  return !isLastOfAll;
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
