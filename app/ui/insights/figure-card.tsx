import { BlockStack, Card, Link, Text } from "@shopify/polaris";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { METRIC_SHAPES, type Metric } from "#app/domain/insights/metrics.ts";
import type { WeekPoint } from "#app/domain/insights/weekly-series.ts";
import { useShopFormat } from "#app/ui/shop-format.tsx";
import type { FigureRow } from "./dashboard-json.ts";
import { axisText, BETTER, differenceText, figureText, type FigureFormat } from "./figure-words.ts";
import { useHydrated } from "./use-hydrated.ts";

/** The chart library draws in a browser only and is large: it comes after the figures. */
const WeekChart = lazy(async () => ({ default: (await import("./week-chart.tsx")).WeekChart }));

const CHART_HEIGHT = 180;

/** Where an empty figure sends people. */
const ACTIONS: Readonly<Partial<Record<Metric, string>>> = { csat: "/app/settings/messages", late_rate: "/app/settings/delivery" };

/** Whether there is nothing to draw yet. */
export function isEmptyFigure({ metric, points }: FigureRow): boolean {
  return points.every(({ value, count }) => value === null || (METRIC_SHAPES[metric] === "total" && count === 0));
}

/** One figure: its value, how it changed, its weeks as a picture, in words and as a table. */
export function FigureCard({ figure, weeks }: { figure: FigureRow; weeks: number }) {
  const { t } = useTranslation("admin");
  const { locale } = useShopFormat();
  const format: FigureFormat = { t: (key, values) => t(key, { ...values }), locale };
  const { metric, currency, comparison } = figure;
  const title = currency ? t("dashboard.metrics.compensation_paid_in", { currency }) : t(`dashboard.metrics.${metric}`);
  const isEmpty = isEmptyFigure(figure);
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingSm">
          {title}
        </Text>
        {comparison.value !== null && !isEmpty ? (
          <Text as="p" variant="headingXl">
            {figureText(figure, comparison.value, format)}
          </Text>
        ) : null}
        {isEmpty ? <EmptyFigure metric={metric} /> : <Weeks figure={figure} title={title} weeks={weeks} format={format} />}
        <Text as="p" tone="subdued" variant="bodySm">
          {t(`dashboard.about.${metric}`)}
        </Text>
      </BlockStack>
    </Card>
  );
}

function EmptyFigure({ metric }: { metric: Metric }) {
  const { t } = useTranslation("admin");
  const url = ACTIONS[metric];
  return (
    <BlockStack gap="200">
      <Text as="p">{t(`dashboard.empty.${metric}`)}</Text>
      {url ? <Link url={url}>{t(`dashboard.emptyAction.${metric}`)}</Link> : null}
    </BlockStack>
  );
}

interface WeeksProps {
  readonly figure: FigureRow;
  readonly title: string;
  readonly weeks: number;
  readonly format: FigureFormat;
}

function Weeks({ figure, title, weeks, format }: WeeksProps) {
  const { locale } = useShopFormat();
  const isHydrated = useHydrated();
  const label = new Intl.DateTimeFormat(locale, { month: "short", day: "numeric", timeZone: "UTC" });
  const points = figure.points.map(({ startsOn, value }) => ({ label: label.format(new Date(startsOn)), value }));
  return (
    <>
      <Change figure={figure} weeks={weeks} format={format} />
      <div aria-hidden="true" style={{ height: CHART_HEIGHT }}>
        {isHydrated ? (
          <Suspense fallback={null}>
            <WeekChart
              points={points}
              shape={METRIC_SHAPES[figure.metric] === "total" ? "bar" : "line"}
              height={CHART_HEIGHT}
              {...domainOf(figure)}
              format={(value) => figureText(figure, value, format)}
              formatAxis={(value) => axisText(figure, value, format)}
              name={title}
            />
          </Suspense>
        ) : null}
      </div>
      <Summary figure={figure} title={title} format={format} />
      <WeekTable figure={figure} title={title} format={format} />
    </>
  );
}

/** A score has its own ends; a rate that was 0 all the time would otherwise get a scale in hundreds of percent. */
function domainOf({ metric, points }: FigureRow): { domain?: readonly [number, number] } {
  if (metric === "csat") return { domain: [1, 5] };
  if (metric === "first_reply_in_time") return { domain: [0, 1] };
  return METRIC_SHAPES[metric] === "share" && points.every(({ value }) => !value) ? { domain: [0, 0.1] } : {};
}

function Change({ figure, weeks: count, format }: Omit<WeeksProps, "title">) {
  const { t } = useTranslation("admin");
  const { change } = figure.comparison;
  const better = BETTER[figure.metric];
  const tone = change !== null && change * better > 0 ? "success" : "subdued";
  const text =
    change === null
      ? t("dashboard.change.unknown", { count })
      : differenceText(figure, change, format) === differenceText(figure, 0, format)
        ? t("dashboard.change.same", { count })
        : t(change > 0 ? "dashboard.change.more" : "dashboard.change.less", { count, change: differenceText(figure, change, format) });
  return (
    <Text as="p" tone={tone}>
      {text}
    </Text>
  );
}

type Known = WeekPoint & { readonly value: number };

/** The picture in one sentence. */
function Summary({ figure, title: metric, format }: Omit<WeeksProps, "weeks">) {
  const { t } = useTranslation("admin");
  const { calendarDate } = useShopFormat();
  const known = figure.points.filter((point): point is Known => point.value !== null);
  const [first, ...rest] = known;
  if (!first) return null;
  const highest = rest.reduce((best, point) => (point.value > best.value ? point : best), first);
  const lowest = rest.reduce((best, point) => (point.value < best.value ? point : best), first);
  const text = (point: Known) => figureText(figure, point.value, format);
  const sentence =
    rest.length === 0
      ? t("dashboard.summaryOne", { metric, value: text(first), week: calendarDate(first.startsOn) })
      : t("dashboard.summary", {
          metric,
          highest: text(highest),
          highestWeek: calendarDate(highest.startsOn),
          lowest: text(lowest),
          lowestWeek: calendarDate(lowest.startsOn),
        });
  return (
    <Text as="p" tone="subdued" variant="bodySm">
      {sentence}
    </Text>
  );
}

/** The same figures for those who do not see the picture, and for everyone who wants the exact ones. */
function WeekTable({ figure, title, format }: Omit<WeeksProps, "weeks">) {
  const { t } = useTranslation("admin");
  const { calendarDate } = useShopFormat();
  const isShare = METRIC_SHAPES[figure.metric] !== "total";
  return (
    <details>
      <summary style={{ cursor: "pointer", color: "var(--p-color-text-link)", minHeight: 24 }}>{t("dashboard.table")}</summary>
      <div style={{ overflowX: "auto" }} tabIndex={0} role="region" aria-label={title}>
        <table style={{ width: "100%", borderSpacing: "0 4px", textAlign: "start" }}>
          <thead>
            <tr>
              <th scope="col" style={{ textAlign: "start" }}>
                {t("dashboard.week")}
              </th>
              <th scope="col" style={{ textAlign: "end" }}>
                {t("dashboard.value")}
              </th>
              {isShare ? (
                <th scope="col" style={{ textAlign: "end" }}>
                  {t("dashboard.counted")}
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {figure.points.map(({ week, startsOn, value, count }) => (
              <tr key={week}>
                <th scope="row" style={{ textAlign: "start", fontWeight: "normal" }}>
                  {t("dashboard.weekOf", { name: week, date: calendarDate(startsOn) })}
                </th>
                <td style={{ textAlign: "end" }}>{value === null ? t("dashboard.nothing") : figureText(figure, value, format)}</td>
                {isShare ? <td style={{ textAlign: "end" }}>{count}</td> : null}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
