import type { DecisionChange } from "#app/domain/policies/compare-decisions.ts";
import type { Decision, DecisionFacts } from "#app/domain/policies/decision.ts";
import type { DryRunTally, TrialBasis } from "#app/domain/policies/dry-run.ts";
import type { Policy, ResolutionKind } from "#app/domain/policies/policy.ts";
import type { LineItemGid, OrderGid, ProductGid } from "#app/domain/shared/gid.ts";
import type { Money } from "#app/domain/shared/money.ts";
import type { ProductProjection, StoredOrder } from "#app/use-cases/orders/ports.ts";

/** "queued" and "running" go on by themselves; "cancelled" keeps what was found until then. */
export type DryRunStatus = "queued" | "running" | "finished" | "cancelled";

/** A place in the orders of a dry run: strictly after it is what was not tried yet. */
export interface OrderPlace {
  readonly at: Date;
  readonly gid: string;
}

/** A draft tried on past orders: what it was, how far it came and what it found so far. */
export interface DryRun {
  /** UUIDv7. */
  readonly id: string;
  readonly status: DryRunStatus;
  readonly days: number;
  /** Orders placed, and returns asked for, from `since` to before `until`. */
  readonly since: Date;
  readonly until: Date;
  readonly publishedVersion: number;
  readonly draftVersion: number;
  /** Of the draft as it was when the run was started; the draft may change meanwhile. */
  readonly draftRevision: number;
  readonly draft: Policy;
  readonly orders: number;
  readonly ordersDone: number;
  /** Decisions that the draft changes. */
  readonly changes: number;
  readonly place?: OrderPlace;
  readonly tally: DryRunTally;
  readonly startedBy: string;
  readonly startedAt: Date;
  readonly updatedAt: Date;
  readonly finishedAt?: Date;
}

/** A dry run for a list, without what it found in detail. */
export type DryRunHead = Omit<DryRun, "draft" | "tally" | "place">;

/** One decision that the draft changes; facts and versions replay both sides. */
export interface DryRunChange {
  /** 1, 2, 3 … within the run, in the order of the orders. */
  readonly number: number;
  readonly basis: TrialBasis;
  readonly orderGid: OrderGid;
  readonly orderName: string;
  /** Of a return that was asked for. */
  readonly returnName?: string;
  readonly lineGid: LineItemGid;
  readonly title: string;
  /** "" when the order went nowhere. */
  readonly country: string;
  /** "" while none was chosen. */
  readonly reason: string;
  /** Most weighty first; never empty. */
  readonly changes: readonly DecisionChange[];
  readonly publishedOutcome: Decision["outcome"];
  readonly draftOutcome: Decision["outcome"];
  /** What was paid for the units. */
  readonly value: Money;
  readonly difference: Money;
  readonly publishedFacts: DecisionFacts;
  readonly draftFacts: DecisionFacts;
}

/** What the list of changed decisions can be narrowed to. */
export interface DryRunChangeFilter {
  readonly basis?: TrialBasis;
  readonly change?: DecisionChange;
  readonly country?: string;
  readonly reason?: string;
}

export interface DryRunRepository {
  add(run: DryRun): Promise<void>;
  find(id: string): Promise<DryRun | undefined>;
  /** Newest first. */
  latest(limit: number): Promise<DryRunHead[]>;
  /** Saves progress over the orders done that were read; false when the run was stopped or somebody else went on meanwhile. */
  advance(run: DryRun, ordersDoneBefore: number): Promise<boolean>;
  /** Stops a run that goes on; false when it does not. */
  cancel(id: string, at: Date): Promise<boolean>;
  /** Removes all but the newest `keep` runs with their changes. */
  removeOld(keep: number): Promise<void>;
  addChanges(runId: string, changes: readonly DryRunChange[]): Promise<void>;
  changes(
    runId: string,
    filter: DryRunChangeFilter,
    page: { readonly limit: number; readonly offset: number },
  ): Promise<{ readonly changes: DryRunChange[]; readonly total: number }>;
  change(runId: string, number: number): Promise<DryRunChange | undefined>;
}

/** Units of a line that somebody asked to return. */
export interface AskedLine {
  readonly returnName: string;
  readonly requestedAt: Date;
  readonly resolution: ResolutionKind;
  readonly lineGid: LineItemGid;
  readonly quantity: number;
  readonly reason: string;
  /** As the portal decided it; undefined for a return that came from elsewhere. */
  readonly facts?: DecisionFacts;
}

/** An order with all that a decision about it looks at. */
export interface TriedOrder {
  readonly order: StoredOrder;
  readonly customerTags: readonly string[];
  readonly asked: readonly AskedLine[];
}

/** Past orders and what was asked of them. */
export interface PastOrderRepository {
  /** Orders placed from `since` to before `until`, and older ones with a return asked for in that time. */
  count(range: DryRunRange): Promise<number>;
  /** The next orders after a place, by the moment they were placed. */
  next(
    range: DryRunRange,
    after: OrderPlace | undefined,
    limit: number,
  ): Promise<{ orders: TriedOrder[]; products: ReadonlyMap<ProductGid, ProductProjection> }>;
}

export interface DryRunRange {
  readonly since: Date;
  readonly until: Date;
}
