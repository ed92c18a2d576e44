import { promisedBy } from "#app/domain/returns/payouts.ts";
import { addDays, dateIn } from "#app/domain/shared/time.ts";
import type { MoneyStatus } from "#app/ui/portal/status-views.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { balanceDue, balanceOf } from "#app/use-cases/returns/note-balance-paid.server.ts";
import type { StoredReturn } from "#app/use-cases/returns/ports.ts";
import type { ReturnFollowed } from "#app/use-cases/returns/read-status.server.ts";
import { inspectedPayout } from "./portal-inspection-view.server.ts";
import { momentIn } from "./portal-moments.server.ts";
import { KINDS, paidAs } from "./portal-per-item-view.server.ts";

/** How much one return comes to, in which ways, and when. */
export function moneyOf(ctx: ShopContext, { record, events }: Pick<ReturnFollowed, "record" | "events">): MoneyStatus[] {
  const found = inspectedPayout({ events });
  const { quote, status, resolution, paidAt } = record;
  if (status === "declined" || status === "cancelled") return [];
  if (quote.owed.presentment.minor > 0) return [balanceView(events, record)];
  if (quote.total.presentment.minor === 0) return [];
  const arrived = events.findLast(({ toStatus }) => toStatus === "received")?.at;
  const on = arrived && addDays(dateIn(ctx.shop.timezone, arrived), quote.expectedDays);
  const lapses = paidAt && quote.creditExpiresAfterDays;
  const when = paidAt ? { paidAt: momentIn(ctx, paidAt) } : on ? { expected: { from: on, to: on } } : {};
  const single = [{ kind: KINDS[resolution], amount: found?.amount ?? quote.total.presentment }];
  // What a rule about the condition made of it need not be paid as it was agreed.
  const isSplit = resolution === "mixed" || (found?.pays !== undefined && record.regrade?.state === "ruled");
  const ways = isSplit ? paidAs(found?.pays ?? promisedBy(quote)) : single;
  return ways.map((way) => ({
    ...way,
    ...scanView(record),
    ...when,
    ...(lapses && way.kind !== "refund" ? { expiresOn: addDays(dateIn(ctx.shop.timezone, paidAt), lapses) } : {}),
  }));
}

/** Of what is paid at the carrier's first scan: that it will be, or that it was and the parcel is still awaited. */
function scanView({ quote, status, errorCode }: StoredReturn): Pick<MoneyStatus, "scan"> {
  if (!quote.paysAtFirstScan || errorCode) return {};
  if (status === "refunded") return { scan: "awaited" };
  return status === "requested" || status === "approved" || status === "in_transit" ? { scan: "pays" } : {};
}

/** What the shopper pays on top: once it is settled, the amount that Shopify's invoice asks for. */
function balanceView(events: ReturnFollowed["events"], { quote, resolution }: StoredReturn): MoneyStatus {
  const state = balanceOf(events);
  const asked = balanceDue(events) ?? quote.owed.presentment;
  return { kind: KINDS[resolution], amount: asked, owed: state === "paid" ? "paid" : state === "invoiced" ? "invoiced" : "later" };
}
