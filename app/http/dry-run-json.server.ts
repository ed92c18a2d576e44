import { DECISION_CHANGES } from "#app/domain/policies/compare-decisions.ts";
import { reportClashes, reportCountries, reportReasons, reportRules } from "#app/domain/policies/dry-run-report.ts";
import { dateIn } from "#app/domain/shared/time.ts";
import type { ChangedDecisionRow, ChangedDecisionView, DryRunRowView, DryRunView } from "#app/ui/policies/dry-run-view.ts";
import type { DryRunChange, DryRunChangeFilter, DryRunHead } from "#app/use-cases/policies/dry-run-records.server.ts";
import { isGoingOn, LISTED_CHANGES } from "#app/use-cases/policies/dry-run.server.ts";
import type { DryRunPage, ExplainedChange } from "#app/use-cases/policies/read-dry-run.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";

/** A step takes a second at most; a run that says nothing for this long has lost its worker. */
const SILENT_MILLISECONDS = 60_000;

/** Reads from the address what the list is narrowed to; what it cannot mean counts as not said. */
export function changeFilter(search: URLSearchParams): DryRunChangeFilter {
  const [view, country, reason] = [search.get("view"), search.get("country"), search.get("reason")];
  const change = DECISION_CHANGES.find((each) => each === search.get("change"));
  return {
    ...(view === "sold" || view === "asked" ? { basis: view } : {}),
    ...(change ? { change } : {}),
    ...(country !== null && /^([A-Z]{2})?$/.test(country) ? { country } : {}),
    ...(reason !== null && /^[a-z0-9-]{0,64}$/.test(reason) ? { reason } : {}),
  };
}

/** A run as the list of tests shows it. */
export function dryRunRow({ id, status, days, draftVersion, orders, ordersDone, changes, startedAt }: DryRunHead): DryRunRowView {
  return { id, status, days, draftVersion, orders, ordersDone, changes, startedAt: startedAt.toISOString() };
}

/** A run with its figures and one page of the decisions that it would change. */
export function dryRunView(ctx: ShopContext, { run, changes, total }: DryRunPage, draftRevision: number | undefined): DryRunView {
  const { draft, tally, updatedAt, since, until } = run;
  const isUnderWay = isGoingOn(run);
  return {
    ...dryRunRow(run),
    publishedVersion: run.publishedVersion,
    from: dateIn(ctx.shop.timezone, since),
    until: dateIn(ctx.shop.timezone, until),
    currency: draft.currency,
    isUnderWay,
    isStandingStill: isUnderWay && ctx.clock.now().getTime() - updatedAt.getTime() > SILENT_MILLISECONDS,
    isDraftOlder: draftRevision !== undefined && draftRevision !== run.draftRevision,
    sold: tally.sold,
    asked: tally.asked,
    foreign: tally.foreign,
    byChange: DECISION_CHANGES.flatMap((change) => (tally.byChange[change] ? [{ change, count: tally.byChange[change] }] : [])),
    countries: reportCountries(tally),
    reasons: reportReasons(tally),
    rules: reportRules(draft, tally),
    clashes: reportClashes(draft, tally).slice(0, 50),
    listed: changes.map(changeRow),
    total,
    listedAtMost: run.changes > LISTED_CHANGES ? LISTED_CHANGES : null,
  };
}

/** One changed decision as a row. */
function changeRow({
  number,
  basis,
  orderName,
  returnName,
  title,
  country,
  reason,
  changes,
  value,
  difference,
}: DryRunChange): ChangedDecisionRow {
  return { number, basis, orderName, returnName: returnName ?? null, title, country, reason, changes, value, difference };
}

/** One changed decision with both explanations. */
export function explainedChangeView({ run, change, published, draft }: ExplainedChange): ChangedDecisionView {
  return {
    runId: run.id,
    publishedVersion: run.publishedVersion,
    draftVersion: run.draftVersion,
    ...changeRow(change),
    orderGid: change.orderGid,
    published,
    draft,
  };
}
