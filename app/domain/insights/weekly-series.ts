import { DateTime } from "luxon";
import { addDays } from "#app/domain/shared/time.ts";
import type { Metric } from "./metrics.ts";
import { METRIC_SHAPES } from "./metrics.ts";

/** One row of `metric_daily` of one metric, dimension and value. */
export interface DailyRow {
  readonly day: string;
  readonly sum: number;
  readonly count: number;
}

/** One ISO week: Monday's date, the ISO name ("2026-W47"), and the figure. */
export interface WeekPoint {
  readonly startsOn: string;
  readonly week: string;
  readonly sum: number;
  readonly count: number;
  /** Average or share of the week, null in a week without anything to average; a total is 0 then. */
  readonly value: number | null;
}

/** The Monday of the ISO week that a date is in. */
export function mondayOf(date: string): string {
  return DateTime.fromISO(date, { zone: "utc" }).startOf("week").toFormat("yyyy-MM-dd");
}

/** Sum and count as the metric's figure: 9 points from 2 answers is a CSAT of 4.5. */
export function figureOf(metric: Metric, { sum, count }: Pick<DailyRow, "sum" | "count">): number | null {
  if (METRIC_SHAPES[metric] === "total") return sum;
  return count === 0 ? null : sum / count;
}

/**
 * Daily rows as whole ISO weeks for a chart, from the week of `from` to the week of `until` (calendar dates in the shop's zone, both
 * included). Weeks without rows are there too. Rows outside are left out; averages weigh every single answer the same, not every day.
 */
export function weeklySeries(
  metric: Metric,
  rows: readonly DailyRow[],
  range: { readonly from: string; readonly until: string },
): WeekPoint[] {
  const byWeek = Map.groupBy(rows, ({ day }) => mondayOf(day));
  const weeks: WeekPoint[] = [];
  for (let monday = mondayOf(range.from); monday <= range.until; monday = addDays(monday, 7)) {
    const total = totalOf(byWeek.get(monday) ?? []);
    weeks.push({
      startsOn: monday,
      week: DateTime.fromISO(monday, { zone: "utc" }).toFormat("kkkk-'W'WW"),
      ...total,
      value: figureOf(metric, total),
    });
  }
  return weeks;
}

/** Sum and count over all rows. */
export function totalOf(rows: readonly Pick<DailyRow, "sum" | "count">[]): { sum: number; count: number } {
  return rows.reduce((all, { sum, count }) => ({ sum: all.sum + sum, count: all.count + count }), { sum: 0, count: 0 });
}

/** A figure beside the one of the period before. */
export interface Comparison {
  readonly value: number | null;
  readonly previous: number | null;
  /** Value less previous; null when either is unknown. */
  readonly change: number | null;
}

/** The figure over `until`'s last `days` days and over as many days before them, from daily rows. */
export function compareToPrevious(
  metric: Metric,
  rows: readonly DailyRow[],
  range: { readonly until: string; readonly days: number },
): Comparison {
  const from = addDays(range.until, 1 - range.days);
  const before = addDays(from, -range.days);
  const value = figureOf(metric, totalOf(rows.filter(({ day }) => day >= from && day <= range.until)));
  const previous = figureOf(metric, totalOf(rows.filter(({ day }) => day >= before && day < from)));
  return { value, previous, change: value === null || previous === null ? null : value - previous };
}
