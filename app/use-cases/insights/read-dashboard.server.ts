import type { CaseView } from "#app/domain/cases/case-view.ts";
import { STATUSES_OF_VIEW } from "#app/domain/compensation/compensation-views.ts";
import { METRICS, type Metric } from "#app/domain/insights/metrics.ts";
import { compareToPrevious, mondayOf, weeklySeries, type Comparison, type WeekPoint } from "#app/domain/insights/weekly-series.ts";
import { MOST_COUNTED, VIEW_RULES } from "#app/domain/returns/return-views.ts";
import { addDays, dateIn } from "#app/domain/shared/time.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import type { RollupRow } from "./ports.ts";

/** One figure by week, with the same figure over the whole range beside the range before it. */
export interface Series {
  readonly points: readonly WeekPoint[];
  readonly comparison: Comparison;
}

/** Every figure that is not an amount of money. */
export type CountedMetric = Exclude<Metric, "compensation_paid">;

/** What a person has to do at this moment, as numbers of rows in the lists of the same names. */
export interface WaitingForStaff {
  readonly cases: Readonly<Record<CaseView, number>>;
  /** Returns that wait for a decision or that stopped. */
  readonly returns: number;
  /** Compensations that wait for approval. */
  readonly compensations: number;
}

export interface Dashboard {
  /** Calendar dates in the shop's zone, both included; whole ISO weeks but for the present one. */
  readonly from: string;
  readonly until: string;
  readonly series: Readonly<Record<CountedMetric, Series>>;
  /** Minor units, one series for each currency that anything was paid in. */
  readonly compensation: readonly { readonly currency: string; readonly series: Series }[];
  readonly waiting: WaitingForStaff;
  /** Whether anything was counted in the range or the one before. */
  readonly isEmpty: boolean;
}

const DAYS_PER_WEEK = 7;

/**
 * The dashboard of the last `weeks` ISO weeks in the shop's zone, the present one included, from daily rollups alone. Averages weigh every
 * answer the same; a median cannot be put together from sums, so the first reply is an average. Each figure is compared with that of as many days before.
 */
export async function readDashboard(ctx: ShopContext, { weeks, staffId }: { weeks: number; staffId: string }): Promise<Dashboard> {
  const now = ctx.clock.now();
  const until = dateIn(ctx.shop.timezone, now);
  const from = addDays(mondayOf(until), -DAYS_PER_WEEK * (weeks - 1));
  const days = Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000) + 1;
  const range = { from: addDays(from, -days), until };
  const { all, money, waiting } = await ctx.transaction(async (tx) => ({
    all: await tx.insights.rollups({ metrics: METRICS, dimension: "all", ...range }),
    money: await tx.insights.rollups({ metrics: ["compensation_paid"], dimension: "currency", ...range }),
    waiting: await waitingForStaff(tx, { staffId, now }),
  }));
  const seriesOf = (metric: Metric, rows: readonly RollupRow[]): Series => ({
    points: weeklySeries(metric, rows, { from, until }),
    comparison: compareToPrevious(metric, rows, { until, days }),
  });
  const counted = METRICS.filter((metric): metric is CountedMetric => metric !== "compensation_paid");
  const entries = counted.map(
    (metric) =>
      [
        metric,
        seriesOf(
          metric,
          all.filter((row) => row.metric === metric),
        ),
      ] as const,
  );
  const byCurrency = Map.groupBy(money, ({ value }) => value);
  return {
    from,
    until,
    series: Object.fromEntries(entries) as Record<CountedMetric, Series>,
    compensation: [...byCurrency].map(([currency, rows]) => ({ currency, series: seriesOf("compensation_paid", rows) })),
    waiting,
    isEmpty: all.length === 0 && money.length === 0,
  };
}

async function waitingForStaff(tx: Repositories, at: { readonly staffId: string; readonly now: Date }): Promise<WaitingForStaff> {
  const { total } = await tx.compensations.search({ statuses: STATUSES_OF_VIEW.waiting, limit: 0, offset: 0 });
  return { cases: await tx.cases.counts(at), returns: await tx.returnList.count(VIEW_RULES.review, MOST_COUNTED), compensations: total };
}
