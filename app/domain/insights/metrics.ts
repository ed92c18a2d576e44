import type { Money } from "#app/domain/shared/money.ts";
import { dateIn } from "#app/domain/shared/time.ts";

/**
 * The figures of the dashboard. Each is kept as a sum and a count, so that any days, weeks or values can be put together:
 * - `csat`: average score 1 to 5. `first_reply_seconds`: average working time in whole seconds. `first_reply_in_time`: share of first replies.
 * - `return_rate`: units returned to units sold, each on its own day. `late_rate`: late parcels to parcels whose promise came to an end.
 * - `compensation_paid`: total in minor units, by currency only (`all` would add up currencies). `cases_opened`: how many.
 * - `help_solved`: share of problems that a card of the portal solved, of those that were solved or asked about after reading the cards.
 */
export const METRICS = [
  "csat",
  "first_reply_seconds",
  "first_reply_in_time",
  "return_rate",
  "late_rate",
  "compensation_paid",
  "cases_opened",
  "help_solved",
] as const;
export type Metric = (typeof METRICS)[number];

/** How sum and count become the figure. */
export const METRIC_SHAPES: Readonly<Record<Metric, "average" | "share" | "total">> = {
  csat: "average",
  first_reply_seconds: "average",
  first_reply_in_time: "share",
  return_rate: "share",
  late_rate: "share",
  compensation_paid: "total",
  cases_opened: "total",
  help_solved: "share",
};

export const DIMENSIONS = ["all", "touchpoint", "case_type", "product_type", "vendor", "country", "currency", "method", "topic"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** The values that one fact counts under, one for each dimension. */
export type FactDimensions = Readonly<Partial<Record<Dimension, string>>>;

/** Something that happened and counts, before it has a day. `value` goes into the sum and `weight` into the count; both are whole. */
export interface Happening {
  readonly metric: Metric;
  readonly at: Date;
  readonly value: number;
  /** 1 unless told otherwise; 0 takes the fact out of the count. */
  readonly weight?: number;
  readonly dimensions?: FactDimensions;
}

/** A fact as it is kept: on a calendar day of the shop, under every dimension that it adds to (`all` with the value ""). */
export interface MetricFact {
  readonly metric: Metric;
  readonly day: string;
  readonly value: number;
  readonly weight: number;
  readonly dimensions: FactDimensions;
}

/** What is added to one row of `metric_daily`. Sum and count are whole, and negative in corrections. */
export interface Increment {
  readonly metric: Metric;
  readonly dimension: Dimension;
  readonly value: string;
  /** Calendar date in the shop's zone. */
  readonly day: string;
  readonly sum: number;
  readonly count: number;
}

/**
 * The fact of something that happened: on the shop's calendar day, under its dimensions and, except for amounts of money, under `all`.
 * A payment of USD 4.80 at 03:00 UTC is 480 under the currency USD on the day before in New York.
 */
export function factOf(happening: Happening, zone: string): MetricFact {
  const { metric, at, value, weight = 1, dimensions = {} } = happening;
  const everything: FactDimensions = metric === "compensation_paid" ? {} : { all: "" };
  return { metric, day: dateIn(zone, at), value, weight, dimensions: { ...everything, ...dimensions } };
}

/** What a fact adds to the rollups. Recomputing a day from its facts gives the same rows. */
export function incrementsOf({ metric, day, value, weight, dimensions }: MetricFact): Increment[] {
  const named = DIMENSIONS.flatMap((dimension) => {
    const name = dimensions[dimension];
    return name === undefined ? [] : [{ metric, dimension, value: name, day, sum: value, count: weight }];
  });
  return named.filter(({ sum, count }) => sum !== 0 || count !== 0);
}

/** What has to be added when a fact replaces an earlier one (or none): a score changed from 4 to 1 adds -3 to the sum and 0 to the count. */
export function correctionOf(before: MetricFact | null, after: MetricFact): Increment[] {
  const taken = before === null ? [] : incrementsOf(before).map((one) => ({ ...one, sum: -one.sum, count: -one.count }));
  return rollUp([...taken, ...incrementsOf(after)]);
}

/** Puts increments of the same row together, in the order of their first appearance; rows that come to nothing are left out. */
export function rollUp(increments: readonly Increment[]): Increment[] {
  const rows = new Map<string, Increment>();
  for (const one of increments) {
    const key = [one.metric, one.dimension, one.value, one.day].join("\n");
    const row = rows.get(key);
    rows.set(key, row === undefined ? one : { ...row, sum: row.sum + one.sum, count: row.count + one.count });
  }
  return [...rows.values()].filter(({ sum, count }) => sum !== 0 || count !== 0);
}

/** The dimensions of a payment: its currency, and its method within the currency ("store_credit:USD"). */
export function paymentDimensions(amount: Money, method: string): FactDimensions {
  return { currency: amount.currency, method: `${method}:${amount.currency}` };
}
