import { METRIC_SHAPES, type Metric } from "#app/domain/insights/metrics.ts";
import { fractionDigitsOf } from "#app/domain/shared/currency.ts";
import { money } from "#app/domain/shared/money.ts";
import { formatMoney } from "#app/ui/format.ts";
import type { Translate } from "#app/ui/translator.ts";
import type { FigureRow } from "./dashboard-json.ts";

const MINUTES_PER_HOUR = 60;

/** What figures are written with. */
export interface FigureFormat {
  readonly t: Translate;
  readonly locale: string;
}

/** Which figure: the metric, and for amounts their currency. */
export type FigureKind = Pick<FigureRow, "metric" | "currency">;

/** A figure as people read it: "4.3", "38 min", "12.5%", "$48.00", "17". */
export function figureText(kind: FigureKind, value: number, { t, locale }: FigureFormat): string {
  if (kind.metric === "first_reply_seconds") return durationText(Math.round(value), t);
  if (kind.currency !== null) return formatMoney(money(Math.round(value), kind.currency), locale);
  if (METRIC_SHAPES[kind.metric] === "share")
    return new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 }).format(value);
  const digits = METRIC_SHAPES[kind.metric] === "average" ? 1 : 0;
  return new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
}

/** How far two figures are apart, without a sign: shares in percentage points. */
export function differenceText(kind: FigureKind, change: number, format: FigureFormat): string {
  const size = Math.abs(change);
  if (METRIC_SHAPES[kind.metric] !== "share") return figureText(kind, size, format);
  const points = new Intl.NumberFormat(format.locale, { maximumFractionDigits: 1 }).format(size * 100);
  return format.t("dashboard.points", { points });
}

/** Amounts from here on are too long for a scale. */
const LONG_AMOUNT = 1_000;

/** Seconds up to which a scale is in seconds. */
const SHORT_SCALE = 300;

/** The same on the scale of a chart, where there is little room: "7.2 h", "$120K". */
export function axisText(kind: FigureKind, value: number, format: FigureFormat): string {
  const { currency } = kind;
  const units = currency === null ? 0 : value / 10 ** fractionDigitsOf(currency);
  if (currency !== null && units >= LONG_AMOUNT) {
    const options = { style: "currency", currency, notation: "compact", maximumFractionDigits: 1 } as const;
    return new Intl.NumberFormat(format.locale, options).format(units);
  }
  // Whole minutes would name two lines of such a short scale alike.
  if (kind.metric === "first_reply_seconds" && value < SHORT_SCALE) return format.t("dashboard.seconds", { count: Math.round(value) });
  const hours = value / (MINUTES_PER_HOUR * 60);
  if (kind.metric !== "first_reply_seconds" || hours < 1) return figureText(kind, value, format);
  const text = new Intl.NumberFormat(format.locale, { maximumFractionDigits: 1 }).format(hours);
  return format.t("dashboard.hoursOnly", { hours: text });
}

function durationText(seconds: number, t: Translate): string {
  if (seconds < MINUTES_PER_HOUR) return t("dashboard.seconds", { count: seconds });
  const minutes = Math.round(seconds / 60);
  if (minutes < MINUTES_PER_HOUR) return t("dashboard.minutes", { count: minutes });
  return t("dashboard.hours", { hours: Math.floor(minutes / MINUTES_PER_HOUR), minutes: minutes % MINUTES_PER_HOUR });
}

/** Whether a change of this figure is good news when it goes up (1), when it goes down (-1), or says nothing by itself (0). */
export const BETTER: Readonly<Record<Metric, 1 | 0 | -1>> = {
  csat: 1,
  first_reply_seconds: -1,
  first_reply_in_time: 1,
  return_rate: -1,
  late_rate: -1,
  compensation_paid: 0,
  cases_opened: 0,
  help_solved: 1,
};
