import { digitsOfGid } from "../../state/gids.ts";
import { displayStatus, estimatedDelivery, latestEvent } from "../../state/derive-order.ts";
import { discountedTotal, originalTotal, portion } from "../../state/line-value.ts";
import type { Bag } from "../../money/amount.ts";
import type { FulfillmentEventRecord, FulfillmentRecord, LineRecord, OrderRecord } from "../../state/records.ts";
import { connection } from "../connection.ts";
import type { Fields } from "../context.ts";
import { moneyBag } from "./money.ts";

export type FulfillmentSource = FulfillmentRecord & { order: OrderRecord };
export type FulfillmentLineSource = FulfillmentRecord["lines"][number] & { order: OrderRecord };

export const Fulfillment: Fields<FulfillmentSource> = {
  id: (fulfillment) => fulfillment.id,
  legacyResourceId: (fulfillment) => digitsOfGid(fulfillment.id),
  name: (fulfillment) => fulfillment.name,
  status: (fulfillment) => fulfillment.status,
  displayStatus: (fulfillment) => displayStatus(fulfillment),
  createdAt: (fulfillment) => fulfillment.createdAt,
  updatedAt: (fulfillment) => fulfillment.updatedAt,
  inTransitAt: (fulfillment) => latestEvent(fulfillment, "IN_TRANSIT"),
  deliveredAt: (fulfillment) => latestEvent(fulfillment, "DELIVERED"),
  estimatedDeliveryAt: (fulfillment) => estimatedDelivery(fulfillment),
  requiresShipping: (fulfillment) =>
    fulfillment.order.lines.some((line) => line.requiresShipping && fulfillment.lines.some((part) => part.lineItemId === line.id)),
  totalQuantity: (fulfillment) => fulfillment.lines.reduce((all, line) => all + line.quantity, 0),
  order: (fulfillment) => fulfillment.order,
  location: (fulfillment, _args, ctx) => ctx.shop.locations.get(fulfillment.locationId ?? "") ?? null,
  trackingInfo: (fulfillment, args) => {
    const count = typeof args["first"] === "number" ? args["first"] : fulfillment.trackingNumbers.length;
    return fulfillment.trackingNumbers
      .slice(0, count)
      .map((number, index) => ({ company: fulfillment.trackingCompany, number, url: fulfillment.trackingUrls[index] ?? null }));
  },
  events: (fulfillment, args, ctx) => {
    const key = args["sortKey"];
    const by = (event: FulfillmentEventRecord): string =>
      key === "HAPPENED_AT" ? event.happenedAt : key === "CREATED_AT" ? event.createdAt : "";
    const sorted = [...fulfillment.events].sort((a, b) => (by(a) < by(b) ? -1 : by(a) > by(b) ? 1 : 0));
    return connection(sorted, args, ctx);
  },
  fulfillmentLineItems: (fulfillment, args, ctx) =>
    connection(
      fulfillment.lines.map((line) => ({ ...line, order: fulfillment.order })),
      args,
      ctx,
    ),
};

function lineOf(source: FulfillmentLineSource): LineRecord {
  const line = source.order.lines.find((candidate) => candidate.id === source.lineItemId);
  if (!line) throw new Error(`${source.id} points at ${source.lineItemId}, which its order does not have`);
  return line;
}

/** The fulfillment's part of the line, by its place among the order's fulfillments, so that all parts sum to the line. */
function partOf(source: FulfillmentLineSource, figure: (line: LineRecord) => Bag): Bag {
  const line = lineOf(source);
  const parts = source.order.fulfillments.flatMap((fulfillment) => fulfillment.lines).filter((part) => part.lineItemId === line.id);
  const before = parts
    .slice(
      0,
      parts.findIndex((part) => part.id === source.id),
    )
    .reduce((all, part) => all + part.quantity, 0);
  return portion(figure(line), line.quantity, { before: before, count: source.quantity });
}

export const FulfillmentLineItem: Fields<FulfillmentLineSource> = {
  id: (part) => part.id,
  quantity: (part) => part.quantity,
  lineItem: (part) => ({ ...lineOf(part), order: part.order }),
  originalTotalSet: (part) => moneyBag(partOf(part, originalTotal)),
  discountedTotalSet: (part) => moneyBag(partOf(part, discountedTotal)),
};

export const FulfillmentEvent: Fields<FulfillmentEventRecord> = {
  id: (event) => event.id,
  status: (event) => event.status,
  message: (event) => event.message,
  happenedAt: (event) => event.happenedAt,
  createdAt: (event) => event.createdAt,
  estimatedDeliveryAt: (event) => event.estimatedDeliveryAt,
  address1: (event) => event.address1,
  city: (event) => event.city,
  province: (event) => event.province,
  country: (event) => event.country,
  zip: (event) => event.zip,
  latitude: (event) => event.latitude,
  longitude: (event) => event.longitude,
};
