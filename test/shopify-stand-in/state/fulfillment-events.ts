import { toIso } from "../clock/stand-in-clock.ts";
import type { Desk } from "./desk.ts";
import type { FulfillmentEventRecord, FulfillmentRecord, OrderRecord } from "./records.ts";

export interface EventInput {
  id?: string | null;
  status: string;
  message?: string | null;
  happenedAt?: string | Date | null;
  estimatedDeliveryAt?: string | Date | null;
  address1?: string | null;
  city?: string | null;
  province?: string | null;
  country?: string | null;
  zip?: string | null;
  latitude?: number | null;
  longitude?: number | null;
}

const iso = (value: string | Date | null | undefined): string | null => (value ? toIso(new Date(value)) : null);

/** Adds one carrier event; the fulfillment and the order count as updated. */
export function addEvent(
  { world, shop }: Desk,
  parcel: { order: OrderRecord; fulfillment: FulfillmentRecord },
  given: EventInput,
): FulfillmentEventRecord {
  const { order, fulfillment } = parcel;
  const now = world.nowIso();
  const event: FulfillmentEventRecord = {
    id: given.id ?? world.ids.gid("FulfillmentEvent"),
    status: given.status.toUpperCase(),
    message: given.message ?? null,
    happenedAt: iso(given.happenedAt) ?? now,
    estimatedDeliveryAt: iso(given.estimatedDeliveryAt),
    address1: given.address1 ?? null,
    city: given.city ?? null,
    province: given.province ?? null,
    country: given.country ?? null,
    zip: given.zip ?? null,
    latitude: given.latitude ?? null,
    longitude: given.longitude ?? null,
    createdAt: now,
  };
  fulfillment.events.push(event);
  fulfillment.updatedAt = now;
  order.updatedAt = now;
  shop.putOrder(order);
  return event;
}
