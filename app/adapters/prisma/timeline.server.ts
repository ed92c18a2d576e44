import type { TimelineEntry, TimelineFact } from "#app/domain/cases/timeline.ts";
import { foldLedger, type LedgerEntry } from "#app/domain/compensation/ledger.ts";
import type { OrderGid } from "#app/domain/shared/gid.ts";
import type { Touchpoint } from "#app/domain/surveys/touchpoint.ts";
import type { TimelineRepository, TimelineScope } from "#app/use-cases/cases/ports.ts";
import { detail } from "./documents.server.ts";
import { orderChangeRepository } from "./order-changes.server.ts";
import { toEntry } from "./ledger.server.ts";
import type { TenantTransaction } from "./tenant.server.ts";
import { toMoney } from "./values.server.ts";

/** What is read for one timeline: where in the shop, and the part of the scope that the rows hang on. */
interface Place {
  readonly tx: TenantTransaction;
  readonly shopId: string;
  readonly orderGid: string;
}

/** Reads everything that happened to one order, or to one case without an order, from every feature's own rows. */
export function timelineRepository(tx: TenantTransaction, shopId: string): TimelineRepository {
  return {
    of: async (scope) => {
      const talk = await caseEntries(tx, shopId, scope);
      if (scope.orderGid === null) return talk;
      const place = { tx, shopId, orderGid: scope.orderGid };
      const parts = [orderEntries, changeEntries, parcelEntries, messageEntries, returnEntries, moneyEntries, surveyEntries];
      const lists: TimelineEntry[][] = [talk];
      // One after the other: a transaction has one connection.
      for (const part of parts) lists.push(await part(place));
      return lists.flat();
    },
    returnsOf: async (orderGid) => {
      const rows = await tx.return.findMany({ where: { shopId, orderGid }, orderBy: { number: "desc" } });
      return rows.map(({ id, number, status, totalMinor, currency }) => ({ id, number, status, total: toMoney(totalMinor, currency) }));
    },
  };
}

const entry = (id: string, at: Date, fact: TimelineFact): TimelineEntry => ({ id, at, fact });

async function orderEntries({ tx, shopId, orderGid }: Place): Promise<TimelineEntry[]> {
  const order = await tx.order.findUnique({ where: { shopId_gid: { shopId, gid: orderGid } } });
  if (!order) return [];
  const total = toMoney(order.totalPresentmentMinor, order.presentmentCurrency);
  const placed = entry(orderGid, order.processedAt, { kind: "order_placed", orderName: order.name, total });
  if (!order.cancelledAt) return [placed];
  return [placed, entry(`${orderGid}:cancelled`, order.cancelledAt, { kind: "order_cancelled", orderName: order.name })];
}

async function changeEntries({ tx, shopId, orderGid }: Place): Promise<TimelineEntry[]> {
  const changes = await orderChangeRepository(tx, shopId).ofOrder(orderGid as OrderGid);
  return changes.map(({ id, updatedAt, kind: change, status, problem }) =>
    entry(id, updatedAt, { kind: "order_change", change, status, problem: problem ?? null }),
  );
}

async function parcelEntries({ tx, shopId, orderGid }: Place): Promise<TimelineEntry[]> {
  const parcels = await tx.fulfillment.findMany({ where: { shopId, orderGid } });
  const events = await tx.fulfillmentEvent.findMany({ where: { shopId, orderGid } });
  const promises = await tx.promise.findMany({ where: { shopId, orderGid, kind: { not: "first_reply_by" }, status: { not: "void" } } });
  return [
    ...parcels.map(({ gid, shippedAt, trackingCompany: carrier, trackingNumber, lines }) => {
      const units = (lines as { quantity: number }[]).reduce((all, { quantity }) => all + quantity, 0);
      return entry(gid, shippedAt, { kind: "shipped", carrier, trackingNumber, units });
    }),
    ...events.map(({ gid, happenedAt, status, city, country, estimatedAt }) => {
      const place = [city, country].filter(Boolean).join(", ") || null;
      return entry(gid, happenedAt, { kind: "carrier", status, place, expectedAt: estimatedAt?.toISOString() ?? null });
    }),
    ...promises.map(({ id, kind, status, promisedOn, createdAt, settledAt }) =>
      entry(id, status === "pending" ? createdAt : (settledAt ?? createdAt), { kind: "promise", promise: kind, status, promisedOn }),
    ),
  ];
}

async function messageEntries({ tx, shopId, orderGid }: Place): Promise<TimelineEntry[]> {
  const messages = await tx.message.findMany({ where: { shopId, orderGid } });
  const replies = await tx.messageReply.findMany({ where: { shopId, messageId: { in: messages.map(({ id }) => id) } } });
  return [
    ...messages.map(({ id, createdAt, sentAt, direction, template, subject, status, reason }) =>
      entry(id, sentAt ?? createdAt, { kind: "message", direction, template, subject, status, reason }),
    ),
    ...replies.map(({ messageId, choice, at }) => entry(`${messageId}:reply`, at, { kind: "button", choice })),
  ];
}

async function returnEntries({ tx, shopId, orderGid }: Place): Promise<TimelineEntry[]> {
  const returns = await tx.return.findMany({ where: { shopId, orderGid }, select: { id: true, number: true } });
  const numbers = new Map(returns.map(({ id, number }) => [id, number]));
  const events = await tx.returnEvent.findMany({ where: { shopId, returnId: { in: [...numbers.keys()] } } });
  return events.map(({ id, returnId, at, event, actor }) =>
    entry(id, at, { kind: "return", returnId, number: numbers.get(returnId) ?? 0, event, actor }),
  );
}

/** A refund of Shopify's that the ledger knows stands there; the others were made by hand in Shopify. */
async function moneyEntries({ tx, shopId, orderGid }: Place): Promise<TimelineEntry[]> {
  const rows = await tx.ledgerEntry.findMany({ where: { shopId, orderGid } });
  const lines = rows.map(toEntry);
  const movements = [...foldLedger(lines).values()];
  const known = new Set(movements.map(({ shopifyGid }) => shopifyGid));
  const refunds = await tx.refund.findMany({ where: { shopId, orderGid } });
  const given = await tx.compensation.findMany({ where: { shopId, orderGid } });
  return [
    ...movements.map(({ key, kind: movement, state, amount, intendedAt }) => {
      const last = lines.filter((line) => line.key === key).reduce((at, line) => (line.at > at ? line.at : at), intendedAt);
      return entry(`ledger:${key}`, last, { kind: "money", movement, state, amount });
    }),
    ...refunds
      .filter(({ gid }) => !known.has(gid as LedgerEntry["shopifyGid"]))
      .map((row) => entry(row.gid, row.createdAt, { kind: "refund_in_shopify", amount: toMoney(row.amountMinor, row.currency) })),
    ...given.map((row) =>
      entry(row.id, row.createdAt, {
        kind: "compensation",
        method: row.method,
        status: row.status,
        amount: toMoney(row.amountMinor, row.currency),
      }),
    ),
  ];
}

async function surveyEntries({ tx, shopId, orderGid }: Place): Promise<TimelineEntry[]> {
  const surveys = await tx.survey.findMany({ where: { shopId, orderGid } });
  const touchpoints = new Map(surveys.map(({ id, touchpoint }) => [id, touchpoint as Touchpoint]));
  const answers = await tx.surveyResponse.findMany({ where: { shopId, surveyId: { in: [...touchpoints.keys()] } } });
  return [
    ...surveys.map(({ id, createdAt, touchpoint }) => entry(id, createdAt, { kind: "survey_asked", touchpoint: touchpoint as Touchpoint })),
    ...answers.map(({ surveyId, answeredAt, score, comment }) => {
      const touchpoint = touchpoints.get(surveyId) ?? "refund";
      return entry(`${surveyId}:answer`, answeredAt, { kind: "survey_answered", touchpoint, score, comment });
    }),
  ];
}

/** The case's own history, and that of every other case about the order. */
async function caseEntries(tx: TenantTransaction, shopId: string, { orderGid, caseId }: TimelineScope): Promise<TimelineEntry[]> {
  const where = orderGid === null ? { id: caseId } : { OR: [{ id: caseId }, { orderGid }] };
  const cases = await tx.case.findMany({ where: { shopId, ...where }, select: { id: true, number: true } });
  const numbers = new Map(cases.map(({ id, number }) => [id, number]));
  const events = await tx.caseEvent.findMany({ where: { shopId, caseId: { in: [...numbers.keys()] } } });
  return events.map((row) => {
    const number = numbers.get(row.caseId) ?? 0;
    const { caseId: id, kind: event, actor, body } = row;
    return entry(row.id, row.at, { kind: "case", caseId: id, number, event, actor, body, detail: detail.parse(row.detail) });
  });
}
