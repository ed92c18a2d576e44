import type { CaseType } from "#app/domain/cases/case-type.ts";
import type { CompensationMethod } from "#app/domain/compensation/compensation-settings.ts";
import type { Money } from "#app/domain/shared/money.ts";
import { dateIn } from "#app/domain/shared/time.ts";
import type { Touchpoint } from "#app/domain/surveys/touchpoint.ts";

/**
 * The figures of the dashboard. Each is kept as a sum and a count, so that any days, weeks or values can be put together:
 * - `csat`: average score 1 to 5. `first_reply_seconds`: average working time in whole seconds. `first_reply_in_time`: share of first replies.
 * - `return_rate`: returned units to fulfilled units. `late_rate`: late parcels to parcels whose promise came to an end.
 * - `compensation_paid`: total in minor units, by currency only (`all` would add up currencies).
 */
export const METRICS = ["csat", "first_reply_seconds", "first_reply_in_time", "return_rate", "late_rate", "compensation_paid"] as const;
export type Metric = (typeof METRICS)[number];

/** How sum and count become the figure. */
export const METRIC_SHAPES: Readonly<Record<Metric, "average" | "share" | "total">> = {
  csat: "average",
  first_reply_seconds: "average",
  first_reply_in_time: "share",
  return_rate: "share",
  late_rate: "share",
  compensation_paid: "total",
};

export const DIMENSIONS = ["all", "touchpoint", "case_type", "product_type", "vendor", "country", "currency", "method"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** What is added to one row of `metric_daily`. `value` is "" for the dimension `all`. Sum and count are whole, and negative in corrections. */
export interface Increment {
  readonly metric: Metric;
  readonly dimension: Dimension;
  readonly value: string;
  /** Calendar date in the shop's zone. */
  readonly day: string;
  readonly sum: number;
  readonly count: number;
}

/** Something that happened and counts. Facts that can be corrected carry what they replace. */
export type MetricFact =
  /** `at` is when the survey was first answered, also for a change, so that the change corrects that day. */
  | {
      readonly kind: "survey_answered";
      readonly at: Date;
      readonly touchpoint: Touchpoint;
      readonly score: number;
      readonly previousScore: number | null;
    }
  | { readonly kind: "first_reply"; readonly at: Date; readonly caseType: CaseType; readonly elapsedMs: number; readonly isInTime: boolean }
  | { readonly kind: "units_fulfilled"; readonly at: Date; readonly units: number; readonly goods: GoodsFacts }
  /** Negative units take a return back. */
  | { readonly kind: "units_returned"; readonly at: Date; readonly units: number; readonly goods: GoodsFacts }
  /** `at` is when the promise was due. `wasLate` is what was counted before, null the first time; `isLate` null takes it back (void). */
  | {
      readonly kind: "delivery_judged";
      readonly at: Date;
      readonly country: string;
      readonly isLate: boolean | null;
      readonly wasLate: boolean | null;
    }
  /** A negative amount takes a payment back. */
  | { readonly kind: "compensation_paid"; readonly at: Date; readonly amount: Money; readonly method: CompensationMethod };

export interface GoodsFacts {
  readonly productType: string;
  readonly vendor: string;
}

/** What a fact adds to the rollups, on the shop's calendar day. Recomputing a day from its facts gives the same rows. */
export function incrementsOf(fact: MetricFact, zone: string): Increment[] {
  return rowsOf(fact)
    .map((row) => ({ ...row, day: dateIn(zone, fact.at) }))
    .filter(({ sum, count }) => sum !== 0 || count !== 0);
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

type Row = Omit<Increment, "day">;
type Values = readonly (readonly [Dimension, string])[];

function rowsOf(fact: MetricFact): Row[] {
  switch (fact.kind) {
    case "survey_answered":
      return spread("csat", [["touchpoint", fact.touchpoint]], {
        sum: fact.score - (fact.previousScore ?? 0),
        count: fact.previousScore === null ? 1 : 0,
      });
    case "first_reply": {
      const values: Values = [["case_type", fact.caseType]];
      const inTime = spread("first_reply_in_time", values, { sum: fact.isInTime ? 1 : 0, count: 1 });
      return [...spread("first_reply_seconds", values, { sum: Math.round(fact.elapsedMs / 1000), count: 1 }), ...inTime];
    }
    case "units_fulfilled":
      return spread("return_rate", goodsValues(fact.goods), { sum: 0, count: fact.units });
    case "units_returned":
      return spread("return_rate", goodsValues(fact.goods), { sum: fact.units, count: 0 });
    case "delivery_judged": {
      const counted = (isLate: boolean | null) => ({ sum: isLate === true ? 1 : 0, count: isLate === null ? 0 : 1 });
      const [now, before] = [counted(fact.isLate), counted(fact.wasLate)];
      return spread("late_rate", [["country", fact.country]], { sum: now.sum - before.sum, count: now.count - before.count });
    }
    case "compensation_paid": {
      const figures = { sum: fact.amount.minor, count: fact.amount.minor < 0 ? -1 : 1 };
      return [
        { metric: "compensation_paid", dimension: "currency", value: fact.amount.currency, ...figures },
        { metric: "compensation_paid", dimension: "method", value: `${fact.method}:${fact.amount.currency}`, ...figures },
      ];
    }
  }
}

function goodsValues({ productType, vendor }: GoodsFacts): Values {
  return [
    ["product_type", productType],
    ["vendor", vendor],
  ];
}

function spread(metric: Metric, values: Values, figures: { readonly sum: number; readonly count: number }): Row[] {
  return [["all", ""] as const, ...values].map(([dimension, value]) => ({ metric, dimension, value, ...figures }));
}
