import { latestExpectation } from "#app/domain/promises/delivery-promise.ts";
import { dateIn, HOUR } from "#app/domain/shared/time.ts";
import type { DeliveryRowData } from "#app/ui/promises/delivery-row.tsx";
import { destinationOf, promiseSourcesOf } from "#app/use-cases/promises/delivery-facts.server.ts";
import type { Delivery } from "#app/use-cases/promises/ports.ts";

/** A delivery promise as a list gets it. */
export function deliveryRow(delivery: Delivery, { now, zone }: { readonly now: Date; readonly zone: string }): DeliveryRowData[] {
  const { promise, shipment, order, compensations, events } = delivery;
  if (!promise) return [];
  const { estimates } = promiseSourcesOf(delivery, shipment.estimatedAt ?? null);
  const expected = latestExpectation({ estimates, destination: destinationOf(delivery) }, zone);
  return [
    {
      id: promise.id,
      orderGid: shipment.orderGid,
      orderName: order?.name ?? null,
      customerName: order?.customerName ?? null,
      promisedOn: promise.promisedOn ?? null,
      source: promise.source === "estimate" || promise.source === "table" ? promise.source : "unknown",
      status: promise.status,
      hoursLate: promise.status === "breached" ? hoursBetween(promise.dueAt, shipment.deliveredAt ?? now) : 0,
      isHistory: promise.detail.isHistory ?? false,
      deliveredAt: shipment.deliveredAt?.toISOString() ?? null,
      expectedOn: expected !== null && !shipment.deliveredAt && expected >= dateIn(promise.zone, now) ? expected : null,
      shipmentStatus: events.at(-1)?.status ?? shipment.shipmentStatus ?? shipment.status,
      carrier: shipment.trackingCompany ?? null,
      trackingNumber: shipment.trackingNumber ?? null,
      trackingUrl: webAddress(shipment.trackingUrl),
      compensations: compensations.map(({ id, amount, status }) => ({ id, amount, status })),
    },
  ];
}

function hoursBetween(from: Date, until: Date): number {
  return Math.max(0, Math.floor((until.getTime() - from.getTime()) / HOUR));
}

/** A tracking link is anybody's text: only web addresses become links. */
function webAddress(url: string | undefined): string | null {
  return url && /^https?:\/\//i.test(url) ? url : null;
}
