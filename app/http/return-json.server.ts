import { z } from "zod";
import { hasSlip } from "#app/domain/labels/slip-status.ts";
import { kindOfLine } from "#app/domain/returns/resolution-quote.ts";
import { awaitsChoice } from "#app/domain/returns/regrade.ts";
import { allowedRepairEvents } from "#app/domain/returns/repair-stage.ts";
import { eventsFor, isRepair } from "#app/domain/returns/return.ts";
import type { Staff } from "#app/http/admin.server.ts";
import type { HistoryEntry, ReturnView } from "#app/ui/returns/return-view.ts";
import { balanceOf } from "#app/use-cases/returns/note-balance-paid.server.ts";
import type { EvidenceHead } from "#app/use-cases/returns/portal-records.server.ts";
import type { ReturnEventRecord, StoredReturn, StoredReturnLine } from "#app/use-cases/returns/ports.ts";
import type { ReturnListItem } from "#app/use-cases/returns/return-list.server.ts";
import type { ReturnDossier } from "#app/use-cases/returns/read-return-dossier.server.ts";
import { inspectedPayout } from "./portal-inspection-view.server.ts";
import { termsView } from "./return-terms.server.ts";
import { labelView, pickupView, purchaseView } from "./label-json.server.ts";

const money = z.object({ minor: z.int(), currency: z.string() });
const moneyPair = z.object({ shop: money, presentment: money });

/** A row of the list as plain JSON. */
export function returnRow(item: ReturnListItem) {
  const { id, name, status, resolution, unitCount, total, requestedAt } = item;
  return {
    ...{ id, name, status, resolution, unitCount, total },
    errorCode: item.errorCode ?? null,
    isPaid: item.paidAt !== undefined,
    isJoint: item.isJoint,
    customerName: item.customerName ?? null,
    email: item.email ?? null,
    requestedAt: requestedAt.toISOString(),
  };
}

/** A return as its page shows it: plain JSON, no text, and exactly the events that this person may cause. */
export function returnView(dossier: ReturnDossier, staff: Staff): ReturnView {
  const { record, evidence, events, movements, openCases } = dossier;
  const { id, name, number, status, version, resolution, source, quote } = record;
  return {
    ...{ id, name, number, status, version, resolution, source, quote },
    isGift: record.giftId !== undefined,
    requestedAt: record.requestedAt.toISOString(),
    paidAt: record.paidAt?.toISOString() ?? null,
    errorCode: record.errorCode ?? null,
    agreement: agreementOf(events),
    balance: balanceOf(events) ?? null,
    early: earlyPaymentOf(dossier),
    signals: signalsIn(events),
    trust: dossier.trust ? { at: dossier.trust.at.toISOString(), by: whoOf(dossier.trust.by, staff, dossier) } : null,
    declineReason: record.declineReason ?? null,
    declineNote: record.declineNote ?? null,
    events: eventsFor(record, "staff").filter((event) => event !== "start_processing" || !awaitsChoice(record)),
    repair: repairOf(dossier),
    afterInspection: afterInspection(dossier),
    terms: termsView(dossier),
    slipUrl: hasSlip(record) ? `/app/returns/${id}/slip.pdf` : null,
    labels: dossier.labels.map((label) => labelView(label)),
    purchases: dossier.purchases.flatMap((purchase) => purchaseView(purchase)),
    pickups: dossier.pickups.map((pickup) => pickupView(pickup)),
    canBuyLabel: dossier.canBuyLabel,
    stock: stockView(dossier),
    lines: record.lines.map((line) => lineView(line, dossier)),
    photos: evidence.filter(({ lineGid }) => lineGid === undefined).map((photo) => photoView(photo, id)),
    history: events.map((event) => historyEntry(event, staff, dossier)),
    movements: movements.map(({ key, kind, state, amount, intendedAt }) => ({ key, kind, state, amount, at: intendedAt.toISOString() })),
    order: orderView(dossier),
    cases: openCases.map(({ id: caseId, number: caseNumber, subject }) => ({ id: caseId, number: caseNumber, subject })),
  };
}

function repairOf({ record, instead }: ReturnDossier): ReturnView["repair"] {
  const { repair } = record;
  if (!repair) return null;
  const isUnderWay = isRepair(record) && record.status === "received";
  return {
    ...{ stage: repair.stage, isMended: repair.isMended },
    carrier: repair.carrier ?? null,
    trackingNumber: repair.trackingNumber ?? null,
    note: repair.note ?? null,
    events: isUnderWay ? allowedRepairEvents(repair.stage, "staff") : [],
    instead: instead.map(({ resolution, total }) => ({ kind: resolution, amount: total.presentment })),
  };
}

function afterInspection({ record: { quote }, events }: ReturnDossier): ReturnView["afterInspection"] {
  const amount = inspectedPayout({ events })?.amount;
  return amount && amount.minor !== quote.total.presentment.minor ? amount : null;
}

const disagreement = z.object({ code: z.literal("disagreement"), ours: moneyPair, shopifys: moneyPair });

/** What the history says of the last time our figure was held against Shopify's. */
function agreementOf(events: readonly ReturnEventRecord[]): ReturnView["agreement"] {
  const started = events.findLastIndex(({ event }) => event === "start_processing");
  const since = events.slice(Math.max(started, 0));
  const failed = since.map(({ detail }) => disagreement.safeParse(detail)).find(({ success }) => success);
  if (failed?.data) return { kind: "disagreed", ours: failed.data.ours, shopifys: failed.data.shopifys };
  if (!since.some(({ event }) => event === "settling")) return null;
  return { kind: since[0]?.detail.accepted === undefined ? "agreed" : "accepted" };
}

const signalsSchema = z.array(
  z.union([
    z.object({ code: z.literal("return_share"), bought: z.int(), returned: z.int(), lowerBp: z.int(), limitBp: z.int() }),
    z.object({ code: z.literal("value_at_risk"), amount: money, limit: money }),
    z.object({ code: z.enum(["shared_address", "shared_device", "missing_returns"]), found: z.int(), limit: z.int() }),
  ]),
);

/** Why staff look at it though the policy would have approved it. */
function signalsIn(events: readonly ReturnEventRecord[]): ReturnView["signals"] {
  return signalsSchema.safeParse(events.find(({ event }) => event === "request")?.detail["signals"]).data ?? [];
}

const paidWrongSchema = z.union([z.object({ tooMuch: money }), z.object({ tooLittle: money })]);

function earlyPaymentOf({ record: { status, quote }, events }: ReturnDossier): ReturnView["early"] {
  if (!quote.paysAtFirstScan) return null;
  const found = paidWrongSchema.safeParse(events.findLast(({ event }) => event === "inspect")?.detail).data;
  const amount = quote.total.presentment;
  if (found) return "tooMuch" in found ? { kind: "tooMuch", amount: found.tooMuch } : { kind: "tooLittle", amount: found.tooLittle };
  if (status === "refunded") return { kind: "awaitsGoods", amount };
  return status === "approved" || status === "in_transit" ? { kind: "agreed", amount } : null;
}

/** Once the return ended there is nothing to say. */
function stockView({ reservation }: ReturnDossier): ReturnView["stock"] {
  if (!reservation || reservation.state === "released") return null;
  const { state, until, message } = reservation;
  return { state, until: until?.toISOString() ?? null, message };
}

function lineView(line: StoredReturnLine, { record, decisions, evidence, otherReturns }: ReturnDossier) {
  const isMixed = record.resolution === "mixed" || otherReturns.some((other) => isSameRequest(record, other));
  const { id, title, quantity, reason, amount, receivedQuantity, lineGid } = line;
  const decision = decisions.find((stored) => stored.id === line.decisionId)?.decision ?? null;
  const photos = evidence.filter((photo) => photo.lineGid === lineGid);
  return {
    ...{ id, title, quantity, reason, amount, receivedQuantity },
    variantTitle: line.variantTitle ?? null,
    sku: line.sku ?? null,
    imageUrl: line.imageUrl ?? null,
    note: line.note ?? null,
    answers: line.answers ?? [],
    resolution: isMixed ? kindOfLine(record.quote, lineGid) : null,
    exchangeTitle: line.exchangeTitle ?? null,
    condition: line.condition ?? null,
    disposition: line.disposition ?? null,
    decision,
    photos: photos.map((photo) => photoView(photo, record.id)),
    arePhotosGone: decision?.factsUsed.hasEvidence === true && !photos.some(({ source }) => source === "shopper"),
  };
}

/** Whether the shopper asked for both at once. */
function isSameRequest(one: StoredReturn, other: StoredReturn): boolean {
  return (one.partOf ?? one.id) === (other.partOf ?? other.id);
}

function photoView({ id, createdAt, mimeType, source }: EvidenceHead, returnId: string) {
  const [isVideo, isOurs] = [mimeType.startsWith("video/"), source === "inspection"];
  return { id, isVideo, isOurs, url: `/app/returns/${returnId}/photos/${id}`, addedAt: createdAt.toISOString() };
}

function historyEntry({ id, event, at, actor, detail }: ReturnEventRecord, staff: Staff, dossier: ReturnDossier) {
  return { id, event, at: at.toISOString(), by: whoOf(actor, staff, dossier), detail };
}

function whoOf(actor: string, staff: Staff, { staff: people }: ReturnDossier): HistoryEntry["by"] {
  if (actor === staff.actor) return { kind: "you" as const };
  if (actor === "shopper" || actor === "system") return { kind: actor };
  const id = actor.slice("staff:".length);
  return { kind: "staff" as const, name: people.find((person) => person.id === id)?.name || id };
}

function orderView({ record, order, otherReturns, joined }: ReturnDossier) {
  return {
    gid: record.orderGid,
    name: record.orderName,
    customerGid: record.customerGid ?? null,
    customerName: record.customerName ?? null,
    email: record.email ?? null,
    placedAt: order?.processedAt.toISOString() ?? null,
    total: order?.totalPresentment ?? null,
    countryCode: order?.countryCode ?? null,
    returns: otherReturns.map((other) => ({
      id: other.id,
      name: other.name,
      status: other.status,
      isPaid: other.paidAt !== undefined,
      isSameRequest: isSameRequest(record, other),
    })),
    joined: joined.map((other) => ({
      id: other.id,
      name: other.name,
      status: other.status,
      isPaid: other.paidAt !== undefined,
      hasPapers: other.id === record.joinedTo,
    })),
  };
}
