import type { FirstReplyState } from "#app/domain/cases/first-reply-clock.ts";
import { sum } from "#app/domain/shared/money.ts";
import { MINUTE } from "#app/domain/shared/time.ts";
import type { CasePageRow, CaseRow, FirstReplyRow, OrderCardRow, ParcelRow, TurnRow } from "#app/ui/cases/case-json.ts";
import { findingOf } from "./case-finding.server.ts";
import type { CaseEventRecord, CaseRecord } from "#app/use-cases/cases/ports.ts";
import type { CaseDossier, CaseOrder } from "#app/use-cases/cases/read-case.server.ts";
import type { Shipment } from "#app/use-cases/orders/ports.ts";

/** A case as a page gets it. */
export function caseRow(record: CaseRecord, firstReply: FirstReplyState): CaseRow {
  const { id, number, type, status, priority, subject, orderName, customerName, email, ownerId } = record;
  const plain = { id, number, type, status, priority, subject, orderName, customerName, email, ownerId };
  return {
    ...plain,
    firstReply: firstReplyRow(firstReply),
    openedAt: record.openedAt.toISOString(),
    updatedAt: record.updatedAt.toISOString(),
  };
}

function firstReplyRow({ kind, dueAt, elapsedMs }: FirstReplyState): FirstReplyRow {
  return { kind, dueAt: dueAt?.toISOString() ?? null, elapsedMinutes: Math.floor(elapsedMs / MINUTE) };
}

/** Everything of one case as its page gets it. */
export function casePageRow(dossier: CaseDossier): CasePageRow {
  const { record, firstReply, events, timeline, order, otherCases } = dossier;
  return {
    ...caseRow(record, firstReply),
    version: record.version,
    locale: record.locale,
    reopenedCount: record.reopenedCount,
    score: scoreOf(events),
    finding: findingOf(events),
    turns: events.flatMap((event) => turnRow(event) ?? []),
    timeline: timeline.map(({ id, at, fact }) => ({ id, at: at.toISOString(), fact })),
    order: order ? orderCard(order) : null,
    otherCases: otherCases.map((other) => caseRow(other, firstReply)),
  };
}

function scoreOf(events: readonly CaseEventRecord[]): number | null {
  const scores = events.flatMap(({ kind, detail }) =>
    kind === "opened" ? [detail["score"]] : kind === "score_changed" ? [detail["to"]] : [],
  );
  return scores.findLast((score) => typeof score === "number") ?? null;
}

function turnRow({ id, kind, actor, at, body, detail }: CaseEventRecord): TurnRow | undefined {
  if (body === null) return undefined;
  const who = kind === "note" ? "note" : kind === "replied" ? "staff" : "customer";
  const name = typeof detail["staffName"] === "string" ? detail["staffName"] : null;
  return { id, kind: who, actor, name, at: at.toISOString(), body };
}

function orderCard({ order, refunds, returns, latestEvents }: CaseOrder): OrderCardRow {
  const [first] = refunds;
  const statusOf = new Map(latestEvents.map(({ fulfillmentGid, status }) => [fulfillmentGid, status]));
  return {
    gid: order.gid,
    name: order.name,
    placedAt: order.processedAt.toISOString(),
    total: order.totalPresentment,
    refunded: first
      ? sum(
          refunds.filter(({ amount }) => amount.currency === first.amount.currency).map(({ amount }) => amount),
          first.amount.currency,
        )
      : null,
    items: order.lines.map(({ title, variantTitle, quantity }) => ({
      title: variantTitle ? `${title}, ${variantTitle}` : title,
      quantity,
    })),
    parcels: order.shipments.map((shipment) => parcelRow(shipment, statusOf.get(shipment.gid))),
    returns,
  };
}

function parcelRow(shipment: Shipment, status: string | undefined): ParcelRow {
  return {
    gid: shipment.gid,
    carrier: shipment.trackingCompany ?? null,
    trackingNumber: shipment.trackingNumber ?? null,
    trackingUrl: safeAddress(shipment.trackingUrl),
    status: status ?? null,
    shippedAt: shipment.shippedAt.toISOString(),
    expectedAt: shipment.estimatedAt?.toISOString() ?? null,
    deliveredAt: shipment.deliveredAt?.toISOString() ?? null,
  };
}

/** A tracking link is anybody's text: only web addresses become links. */
function safeAddress(url: string | undefined): string | null {
  return url && /^https?:\/\//i.test(url) ? url : null;
}
