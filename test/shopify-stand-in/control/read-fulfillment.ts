import { fulfilledQuantity } from "../state/derive-order.ts";
import { addEvent } from "../state/fulfillment-events.ts";
import type { FulfillmentEventRecord, FulfillmentRecord, OrderRecord } from "../state/records.ts";
import type { Desk } from "../state/desk.ts";
import type { World } from "../world.ts";
import { BadInput, type Reading } from "./reading.ts";

const STATUSES: readonly string[] = ["success", "pending", "open", "cancelled", "error", "failure"];

const EVENT_STATUSES = new Set([
  ...["attempted_delivery", "carrier_picked_up", "confirmed", "delayed", "delivered", "failure", "in_transit", "label_printed"],
  ...["label_purchased", "out_for_delivery", "ready_for_pickup"],
]);

function readLines(world: World, order: OrderRecord, given: Reading): FulfillmentRecord["lines"] {
  const entries = given.readings("line_items");
  if (entries.length === 0) {
    const open = order.lines
      .map((line) => ({ line, quantity: line.quantity - fulfilledQuantity(order, line.id) }))
      .filter(({ quantity }) => quantity > 0);
    if (open.length === 0) throw new BadInput(given.where, `has nothing to send: everything of ${order.name} is fulfilled already`);
    const goods = open.filter(({ line }) => line.requiresShipping);
    // Where no goods are left, it is what needs no parcel, such as a gift card, that is sent.
    return (goods.length > 0 ? goods : open).map(({ line, quantity }) => ({
      id: world.ids.gid("FulfillmentLineItem"),
      lineItemId: line.id,
      quantity,
    }));
  }
  return entries.map((entry) => {
    const id = entry.gid("LineItem");
    const sku = entry.text("sku");
    const line = order.lines.find((one) => one.id === id) ?? order.lines.find((one) => id === null && sku !== null && one.sku === sku);
    if (!line)
      throw new BadInput(
        `${entry.where}.id`,
        `is not a line of ${order.name}; its lines are ${order.lines.map((one) => one.id).join(", ")}`,
      );
    const quantity = entry.whole("quantity", 1) ?? line.quantity;
    const free = line.quantity - fulfilledQuantity(order, line.id);
    if (quantity > free)
      throw new BadInput(`${entry.where}.quantity`, `is ${quantity}, but only ${free} of ${line.name} are not fulfilled yet`);
    return { id: world.ids.gid("FulfillmentLineItem"), lineItemId: line.id, quantity };
  });
}

function texts(given: Reading, plural: string, single: string): string[] {
  const list = given.texts(plural);
  const one = given.text(single);
  return list.length > 0 ? list : one === null ? [] : [one];
}

/** A `fulfillments/create` payload on an order that is there already. Without `line_items` it takes everything still open. */
export function readFulfillment({ world, shop }: Desk, order: OrderRecord, given: Reading): FulfillmentRecord {
  const id = given.gid("Fulfillment") ?? world.ids.gid("Fulfillment");
  if (shop.has(id)) throw new BadInput(`${given.where}.id`, "is already a fulfillment", 409);
  const now = world.nowIso();
  const createdAt = given.instant("created_at") ?? now;
  const status = given.word("status", STATUSES) ?? "success";
  const fulfillment: FulfillmentRecord = {
    id,
    name: given.text("name") ?? `${order.name}.${order.fulfillments.length + 1}`,
    status: status.toUpperCase(),
    lines: readLines(world, order, given),
    trackingCompany: given.text("tracking_company"),
    trackingNumbers: texts(given, "tracking_numbers", "tracking_number"),
    trackingUrls: texts(given, "tracking_urls", "tracking_url"),
    service: given.text("service") ?? "manual",
    locationId: given.gid("Location", "location_id") ?? [...shop.locations.keys()][0] ?? null,
    estimatedDeliveryAt: given.instant("estimated_delivery_at"),
    events: [],
    createdAt,
    updatedAt: given.instant("updated_at") ?? createdAt,
  };
  order.fulfillments.push(fulfillment);
  order.updatedAt = now;
  shop.putOrder(order);
  return fulfillment;
}

/** A `fulfillment_events/create` payload. */
export function readEvent(
  desk: Desk,
  parcel: { order: OrderRecord; fulfillment: FulfillmentRecord },
  given: Reading,
): FulfillmentEventRecord {
  const status = given.text("status")?.toLowerCase();
  if (!status || !EVENT_STATUSES.has(status))
    throw new BadInput(`${given.where}.status`, `must be one of ${[...EVENT_STATUSES].join(", ")}, it is ${String(status)}`);
  const id = given.gid("FulfillmentEvent");
  if (id !== null && desk.shop.has(id)) throw new BadInput(`${given.where}.id`, "is already a fulfillment event", 409);
  return addEvent(desk, parcel, {
    id,
    status,
    message: given.text("message"),
    happenedAt: given.instant("happened_at"),
    estimatedDeliveryAt: given.instant("estimated_delivery_at"),
    address1: given.text("address1"),
    city: given.text("city"),
    province: given.text("province"),
    country: given.text("country"),
    zip: given.text("zip"),
    latitude: given.number("latitude"),
    longitude: given.number("longitude"),
  });
}
