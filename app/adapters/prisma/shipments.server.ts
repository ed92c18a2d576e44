import type { Prisma } from "@prisma/client";
import type { FulfillmentGid, LineItemGid, OrderGid } from "#app/domain/shared/gid.ts";
import type { FulfillmentEventProjection, FulfillmentProjection, Shipment } from "#app/use-cases/orders/ports.ts";
import type { TenantTransaction } from "./tenant.server.ts";
import { present } from "./values.server.ts";

type FulfillmentRow = Prisma.FulfillmentGetPayload<object>;
type EventRow = Prisma.FulfillmentEventGetPayload<object>;

/** Stores a shipment unless something newer is stored, and folds in the events that came before it. */
export async function saveFulfillment(tx: TenantTransaction, shopId: string, fulfillment: FulfillmentProjection): Promise<boolean> {
  const where = { shopId_gid: { shopId, gid: fulfillment.gid } };
  const stored = await tx.fulfillment.findUnique({ where, select: { sourceUpdatedAt: true, firstEstimatedAt: true } });
  if (stored && stored.sourceUpdatedAt >= fulfillment.sourceUpdatedAt) return false;
  const { gid, lines, ...rest } = fulfillment;
  const firstEstimatedAt = stored?.firstEstimatedAt ?? fulfillment.estimatedAt ?? null;
  const data = { ...rest, firstEstimatedAt, lines: lines.map((line) => ({ ...line })) };
  await tx.fulfillment.upsert({ where, create: { shopId, gid, ...data }, update: data });
  await foldEvents(tx, shopId, gid);
  return true;
}

/** Adds the event once, then recomputes what the events together say, so their order of arrival does not matter. */
export async function addFulfillmentEvent(tx: TenantTransaction, shopId: string, event: FulfillmentEventProjection): Promise<boolean> {
  const { count } = await tx.fulfillmentEvent.createMany({ data: { shopId, ...event }, skipDuplicates: true });
  if (count === 0) return false;
  await foldEvents(tx, shopId, event.fulfillmentGid);
  return true;
}

/** Only what the events say is written; what Shopify said of the shipment itself stays where no event speaks of it. */
async function foldEvents(tx: TenantTransaction, shopId: string, fulfillmentGid: string): Promise<void> {
  const events = await tx.fulfillmentEvent.findMany({
    where: { shopId, fulfillmentGid },
    orderBy: [{ happenedAt: "asc" }, { gid: "asc" }],
  });
  if (events.length > 0) await tx.fulfillment.updateMany({ where: { shopId, gid: fulfillmentGid }, data: saidBy(events.map(toEvent)) });
}

/**
 * What a shipment's events, oldest first, say of it together. A reader that has them asks them, too: of an event and its shipment that two
 * workers store in the same moment neither sees the other, so that nobody folds it in.
 */
export function saidBy(events: readonly FulfillmentEventProjection[]): Partial<Shipment> {
  const last = events.at(-1);
  if (!last) return {};
  const estimates = events.flatMap((event) => event.estimatedAt ?? []);
  return present({
    inTransitAt: events.find((event) => MOVING.has(event.status))?.happenedAt,
    deliveredAt: events.find((event) => event.status === "delivered")?.happenedAt,
    firstEstimatedAt: estimates[0],
    estimatedAt: estimates.at(-1),
    lastEventAt: last.happenedAt,
    lastEventStatus: last.status,
  });
}

const MOVING: ReadonlySet<string> = new Set(["in_transit", "out_for_delivery", "attempted_delivery", "carrier_picked_up", "delivered"]);

export function toShipment(row: FulfillmentRow): Shipment {
  return {
    ...present(row),
    gid: row.gid as FulfillmentGid,
    orderGid: row.orderGid as OrderGid,
    lines: row.lines as { lineGid: LineItemGid; quantity: number }[],
  };
}

export function toEvent(row: EventRow): FulfillmentEventProjection {
  return { ...present(row), fulfillmentGid: row.fulfillmentGid as FulfillmentGid, orderGid: row.orderGid as OrderGid };
}
