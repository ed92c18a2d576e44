import type { Metric } from "#app/domain/insights/metrics.ts";
import type { Comparison, WeekPoint } from "#app/domain/insights/weekly-series.ts";

/** One card of the dashboard. `currency` is there for amounts of money, which are in its minor units. */
export interface FigureRow {
  readonly metric: Metric;
  readonly currency: string | null;
  readonly points: readonly WeekPoint[];
  readonly comparison: Comparison;
}
