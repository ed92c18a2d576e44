import { compilePolicy } from "#app/domain/policies/compile-policy.ts";
import { decide } from "#app/domain/policies/decide.ts";
import type { Decision } from "#app/domain/policies/decision.ts";
import type { Refusal, Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { DryRun, DryRunChange, DryRunChangeFilter, DryRunHead } from "./dry-run-records.server.ts";

/** No such run, or no such change of it, in this shop. */
export interface UnknownDryRun extends Refusal {
  readonly code: "unknown_dry_run";
}

const LISTED = 10;

/** What can be tested now, and what was. */
export interface DryRunOverview {
  /** Undefined while there is nothing to test. */
  readonly draft: { readonly version: number; readonly revision: number } | undefined;
  /** Newest first. */
  readonly runs: readonly DryRunHead[];
}

/** The draft that could be tested and the runs there were, newest first. */
export async function listDryRuns(ctx: ShopContext): Promise<DryRunOverview> {
  return ctx.transaction(async (tx) => {
    const heads = await tx.policies.heads();
    const draft = heads.find(({ status }) => status === "draft");
    return { draft: draft && { version: draft.version, revision: draft.revision }, runs: await tx.dryRuns.latest(LISTED) };
  });
}

/** A run with one page of the decisions that it would change. */
export interface DryRunPage {
  readonly run: DryRun;
  readonly changes: readonly DryRunChange[];
  /** Of all that meet the filter. */
  readonly total: number;
}

/** Reads a run with a page of its changed decisions. Refuses with `unknown_dry_run`. */
export async function readDryRun(
  ctx: ShopContext,
  {
    runId,
    filter,
    ...page
  }: { readonly runId: string; readonly filter: DryRunChangeFilter; readonly limit: number; readonly offset: number },
): Promise<Result<DryRunPage, UnknownDryRun>> {
  return ctx.transaction(async (tx) => {
    const run = await tx.dryRuns.find(runId);
    return run ? ok({ run, ...(await tx.dryRuns.changes(runId, filter, page)) }) : refuse({ code: "unknown_dry_run" });
  });
}

/** One changed decision as each policy explains it. */
export interface ExplainedChange {
  readonly run: DryRun;
  readonly change: DryRunChange;
  readonly published: Decision;
  readonly draft: Decision;
}

/** Decides a changed line once more under both policies, from the facts that were stored. Refuses with `unknown_dry_run`. */
export async function explainDryRunChange(
  ctx: ShopContext,
  { runId, number }: { readonly runId: string; readonly number: number },
): Promise<Result<ExplainedChange, UnknownDryRun>> {
  return ctx.transaction(async (tx) => {
    const run = await tx.dryRuns.find(runId);
    const change = run && (await tx.dryRuns.change(runId, number));
    const published = change && (await tx.policies.find(run.publishedVersion));
    if (!published) return refuse({ code: "unknown_dry_run" });
    return ok({
      run,
      change,
      published: decide(compilePolicy(published.policy, run.publishedVersion), change.publishedFacts),
      draft: decide(compilePolicy(run.draft, run.draftVersion), change.draftFacts),
    });
  });
}
