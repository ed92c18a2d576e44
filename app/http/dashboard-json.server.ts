import type { CountedMetric, Dashboard } from "#app/use-cases/insights/read-dashboard.server.ts";
import type { Onboarding } from "#app/use-cases/shops/onboarding.server.ts";
import type { FigureRow } from "#app/ui/insights/dashboard-json.ts";
import type { ImportRow, SetupRow } from "#app/ui/onboarding/onboarding-json.ts";

/** The cards of the dashboard in their order. */
const ORDER: readonly CountedMetric[] = ["csat", "first_reply_seconds", "first_reply_in_time", "return_rate", "late_rate"];

/** The figures as the page shows them; a shop that paid nothing yet has a card for its own currency. */
export function figureRows({ series, compensation }: Dashboard, currency: string): FigureRow[] {
  const money =
    compensation.length > 0
      ? compensation
      : [{ currency, series: { points: [], comparison: { value: null, previous: null, change: null } } }];
  return [
    ...ORDER.map((metric) => ({ metric, currency: null, ...series[metric] })),
    ...money.map((paid) => ({ metric: "compensation_paid" as const, currency: paid.currency, ...paid.series })),
    { metric: "cases_opened", currency: null, ...series.cases_opened },
    { metric: "help_solved", currency: null, ...series.help_solved },
  ];
}

/** The list of steps as the page shows it, or null when it is over. */
export function setupRow(onboarding: Onboarding, links: Pick<SetupRow, "portalUrl" | "editorUrl">): SetupRow | null {
  if (onboarding.isOver) return null;
  return { steps: onboarding.steps, import: onboarding.import ? importRow(onboarding.import) : null, ...links };
}

/** The end of the bar belongs to the end of the import: rows may come on top of what Shopify counted. */
const LARGEST_PERCENT = 99;

function importRow({ status, importedOrders, importedLines, totalObjects, error }: NonNullable<Onboarding["import"]>): ImportRow {
  const percent = totalObjects ? Math.min(LARGEST_PERCENT, Math.floor((importedLines / totalObjects) * 100)) : null;
  return { status, orders: importedOrders, percent, error: error ?? null };
}
