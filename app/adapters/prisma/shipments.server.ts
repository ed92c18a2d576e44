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
  const stored = await tx.fulfillment.findUnique({ where, select: { sourceUpdatedAt: true } });
  if (stored && stored.sourceUpdatedAt >= fulfillment.sourceUpdatedAt) return false;
  const { gid, lines, ...rest } = fulfillment;
  const data = { ...rest, lines: lines.map((line) => ({ ...line })) };
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

async function foldEvents(tx: TenantTransaction, shopId: string, fulfillmentGid: string): Promise<void> {
  const events = await tx.fulfillmentEvent.findMany({ where: { shopId, fulfillmentGid }, orderBy: [{ happenedAt: "asc" }, { gid: "asc" }] });
  const last = events.at(-1);
  if (!last) return;
  const estimates = events.filter((event) => event.estimatedAt !== null);
  await tx.fulfillment.updateMany({
    where: { shopId, gid: fulfillmentGid },
    data: {
      inTransitAt: events.find((event) => MOVING.has(event.status))?.happenedAt ?? null,
      deliveredAt: events.find((event) => event.status === "delivered")?.happenedAt ?? null,
      firstEstimatedAt: estimates[0]?.estimatedAt ?? null,
      estimatedAt: estimates.at(-1)?.estimatedAt ?? null,
      lastEventAt: last.happenedAt,
      lastEventStatus: last.status,
    },
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
