import { isObject, type Json } from "../json.ts";
import type { FulfillmentRecord, OrderRecord } from "../state/records.ts";
import type { Desk } from "../state/desk.ts";
import { customerPayload } from "../webhooks/payloads/customer.ts";
import { fulfillmentEventPayload, fulfillmentPayload } from "../webhooks/payloads/fulfillment.ts";
import { orderPayload } from "../webhooks/payloads/order.ts";
import type { Message } from "../world.ts";
import { readEvent, readFulfillment } from "./read-fulfillment.ts";
import { bookRefund } from "./refunds.ts";
import { readOrder } from "./read-order.ts";
import { BadInput, Reading } from "./reading.ts";

export interface SeededOrder {
  id: string;
  name: string;
  customerId: string | null;
  lineItems: { id: string; title: string; quantity: number; variantId: string | null }[];
  fulfillments: { id: string; name: string; lineItems: { id: string; lineItemId: string; quantity: number }[]; events: string[] }[];
}

interface Bundle {
  order: Reading;
  fulfillments: Reading[];
  events: Reading[];
}

/** `{order, fulfillments, events}`, or the order payload itself with fulfillments inside. */
function bundle(value: Json, where: string): Bundle {
  const outer = new Reading(value, where);
  const isWrapped = outer.raw("order") !== undefined;
  const order = isWrapped ? new Reading(outer.raw("order"), `${where}.order`) : outer;
  const own = isWrapped && outer.has("fulfillments") ? outer.readings("fulfillments") : order.readings("fulfillments");
  const source = isWrapped ? outer : order;
  return { order, fulfillments: own, events: [...source.readings("events"), ...source.readings("fulfillment_events")] };
}

function fulfillmentFor(order: OrderRecord, event: Reading): FulfillmentRecord {
  const id = event.gid("Fulfillment", "fulfillment_id");
  if (order.fulfillments.length === 0) throw new BadInput(event.where, `has no parcel: nothing of ${order.name} is fulfilled`);
  const found = id === null ? order.fulfillments[0] : order.fulfillments.find((fulfillment) => fulfillment.id === id);
  if (!found) throw new BadInput(`${event.where}.fulfillment_id`, `is not a fulfillment of ${order.name}`);
  return found;
}

export function addFulfillment(desk: Desk, order: OrderRecord, given: Reading): { fulfillment: FulfillmentRecord; batches: Message[][] } {
  const { shop } = desk;
  const fulfillment = readFulfillment(desk, order, given);
  const created: Message[] = [
    { topic: "fulfillments/create", payload: fulfillmentPayload(shop.shop, order, fulfillment) },
    { topic: "orders/fulfilled", payload: orderPayload(shop, order) },
    { topic: "orders/updated", payload: orderPayload(shop, order) },
  ];
  const events = [...given.readings("events"), ...given.readings("fulfillment_events")];
  return { fulfillment, batches: [created, ...events.map((event) => addCarrierEvent(desk, order, { fulfillment, event }))] };
}

export function addCarrierEvent(desk: Desk, order: OrderRecord, given: { fulfillment?: FulfillmentRecord; event: Reading }): Message[] {
  const { shop } = desk;
  const fulfillment = given.fulfillment ?? fulfillmentFor(order, given.event);
  const event = readEvent(desk, { order, fulfillment }, given.event);
  return [
    { topic: "fulfillment_events/create", payload: fulfillmentEventPayload(shop.shop, order, { fulfillment, event }) },
    { topic: "fulfillments/update", payload: fulfillmentPayload(shop.shop, order, fulfillment) },
    { topic: "orders/updated", payload: orderPayload(shop, order) },
  ];
}

function describe(order: OrderRecord): SeededOrder {
  return {
    id: order.id,
    name: order.name,
    customerId: order.customerId,
    lineItems: order.lines.map(({ id, title, quantity, variantId }) => ({ id, title, quantity, variantId })),
    fulfillments: order.fulfillments.map(({ id, name, lines, events }) => ({
      id,
      name,
      lineItems: lines,
      events: events.map((event) => event.id),
    })),
  };
}

function seedOne(desk: Desk, given: Bundle, isNews: boolean): { order: OrderRecord; batches: Message[][] } {
  const { shop } = desk;
  const known = new Set(shop.customers.keys());
  const order = readOrder(desk, given.order);
  // What is told today changed today, however old the order is: a look for changes must find it.
  if (isNews && order.updatedAt < desk.world.nowIso()) order.updatedAt = desk.world.nowIso();
  try {
    const customer = shop.customers.get(order.customerId ?? "");
    const customerTopic = customer && (known.has(customer.id) ? "customers/update" : "customers/create");
    const created: Message[] = [
      ...(customer && customerTopic ? [{ topic: customerTopic, payload: customerPayload(shop.shop, customer) }] : []),
      { topic: "orders/create", payload: orderPayload(shop, order) },
    ];
    if (order.transactions.length > 0) created.push({ topic: "orders/paid", payload: orderPayload(shop, order) });
    if (order.cancelledAt !== null) created.push({ topic: "orders/cancelled", payload: orderPayload(shop, order) });
    const batches = [created];
    for (const one of given.fulfillments) batches.push(...addFulfillment(desk, order, one).batches);
    for (const event of given.events) batches.push(addCarrierEvent(desk, order, { event }));
    for (const refund of given.order.readings("refunds")) batches.push(bookRefund(desk, order, refund).messages);
    return { order, batches };
  } catch (error) {
    shop.dropOrder(order);
    throw error;
  }
}

/**
 * Adds orders in the shape of Shopify's `orders/create` payload: one, a list, or `{orders: […]}`. Either all of them are
 * added or, with an error that names the place, none. Webhooks go out unless `webhooks` is false.
 */
export function seedOrders(desk: Desk, body: Json, webhooks = true): SeededOrder[] {
  const { world, shop } = desk;
  const wrapped = isObject(body) && body["orders"] !== undefined ? new Reading(body, "body").list("orders") : undefined;
  const entries = wrapped ?? (Array.isArray(body) ? body : [body]);
  const where = (index: number): string => (wrapped ? `orders[${index}]` : Array.isArray(body) ? `[${index}]` : "order");
  const bundles = entries.map((entry, index) => bundle(entry, where(index)));
  if (bundles.length === 0) throw new BadInput("orders", "must have at least one entry");
  const seeded: { order: OrderRecord; batches: Message[][] }[] = [];
  try {
    for (const one of bundles) seeded.push(seedOne(desk, one, webhooks));
  } catch (error) {
    for (const { order } of seeded) shop.dropOrder(order);
    throw error;
  }
  for (const { batches } of seeded) for (const messages of batches) if (webhooks) world.publish(shop, messages);
  world.changed();
  return seeded.map(({ order }) => describe(order));
}
