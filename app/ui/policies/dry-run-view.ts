import type { DecisionChange } from "#app/domain/policies/compare-decisions.ts";
import type { Decision } from "#app/domain/policies/decision.ts";
import type { ClashReport, GroupReport, RuleReport } from "#app/domain/policies/dry-run-report.ts";
import type { TrialBasis, TrialTally } from "#app/domain/policies/dry-run.ts";
import type { Money } from "#app/domain/shared/money.ts";

export const DRY_RUN_VIEWS = ["all", "sold", "asked"] as const;

/** A test of a draft in the list of tests. */
export interface DryRunRowView {
  readonly id: string;
  readonly status: "queued" | "running" | "finished" | "cancelled";
  readonly days: number;
  readonly draftVersion: number;
  readonly orders: number;
  readonly ordersDone: number;
  readonly changes: number;
  readonly startedAt: string;
}

/** One decision that the draft would change. */
export interface ChangedDecisionRow {
  readonly number: number;
  readonly basis: TrialBasis;
  readonly orderName: string;
  readonly returnName: string | null;
  readonly title: string;
  /** "" when the order went nowhere. */
  readonly country: string;
  /** "" while none was chosen. */
  readonly reason: string;
  readonly changes: readonly DecisionChange[];
  readonly value: Money;
  readonly difference: Money;
}

/** A test with its figures and one page of changed decisions. */
export interface DryRunView extends DryRunRowView {
  readonly publishedVersion: number;
  /** Calendar dates in the shop's zone. */
  readonly from: string;
  readonly until: string;
  readonly currency: string;
  readonly isUnderWay: boolean;
  /** Under way, but nothing was heard of it for a while. */
  readonly isStandingStill: boolean;
  /** The draft was changed after the test was started. */
  readonly isDraftOlder: boolean;
  readonly sold: TrialTally;
  readonly asked: TrialTally;
  readonly foreign: number;
  readonly byChange: readonly { readonly change: DecisionChange; readonly count: number }[];
  readonly countries: readonly GroupReport[];
  readonly reasons: readonly GroupReport[];
  readonly rules: readonly RuleReport[];
  readonly clashes: readonly ClashReport[];
  readonly listed: readonly ChangedDecisionRow[];
  readonly total: number;
  /** How many are listed at most, when not all are. */
  readonly listedAtMost: number | null;
}

/** One changed decision with both explanations. */
export interface ChangedDecisionView extends ChangedDecisionRow {
  readonly runId: string;
  readonly orderGid: string;
  readonly publishedVersion: number;
  readonly draftVersion: number;
  readonly published: Decision;
  readonly draft: Decision;
}

export type DryRunCommand = { readonly intent: "cancel" | "resume" };
