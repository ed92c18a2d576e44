import type { Dimension, Increment, Metric, MetricFact } from "#app/domain/insights/metrics.ts";
import type { DailyRow } from "#app/domain/insights/weekly-series.ts";

/** A fact under the key of what it is about: the same key is the same fact, told again or corrected. */
export interface KeyedFact extends MetricFact {
  readonly key: string;
  readonly at: Date;
}

/** Which rows of the rollups a figure is made of. Days are calendar dates of the shop, both included. */
export interface RollupQuery {
  readonly metrics: readonly Metric[];
  readonly dimension: Dimension;
  readonly from: string;
  readonly until: string;
}

export interface RollupRow extends DailyRow {
  readonly metric: Metric;
  readonly value: string;
}

/** A row where the rollups do not say what the facts add up to. */
export interface RollupDifference {
  readonly metric: Metric;
  readonly dimension: Dimension;
  readonly value: string;
  readonly day: string;
  readonly expected: { readonly sum: number; readonly count: number };
  readonly stored: { readonly sum: number; readonly count: number };
}

export interface InsightRepository {
  /** Adds the facts whose keys are new; answers those keys. */
  addFacts(facts: readonly KeyedFact[]): Promise<ReadonlySet<string>>;
  /** Reads facts and holds them until the transaction ends, so that two corrections come one after the other. */
  lockFacts(keys: readonly string[]): Promise<KeyedFact[]>;
  replaceFact(fact: KeyedFact): Promise<void>;
  increment(increments: readonly Increment[]): Promise<void>;
  rollups(query: RollupQuery): Promise<RollupRow[]>;
  /** Recomputes every rollup from the facts and answers where the stored one differs. */
  differences(): Promise<RollupDifference[]>;
}
