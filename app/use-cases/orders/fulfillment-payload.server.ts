import { z } from "zod";
import type { FulfillmentGid, LineItemGid, OrderGid } from "#app/domain/shared/gid.ts";
import { gidOf } from "#app/use-cases/inbox/shopify-json.server.ts";
import { id, instant, known, text } from "./payload-parts.server.ts";
import type { FulfillmentEventProjection, FulfillmentProjection } from "./ports.ts";

export const fulfillmentPayload = z.object({
  id,
  admin_graphql_api_id: text,
  order_id: id.nullish(),
  name: text,
  status: text,
  shipment_status: text,
  tracking_company: text,
  tracking_number: text,
  tracking_url: text,
  created_at: instant,
  updated_at: instant.nullish(),
  line_items: z.array(z.object({ id, admin_graphql_api_id: text, quantity: z.number().int() })).nullish(),
});

/** Reads a fulfillments/* payload, or a fulfillment inside an order (whose gid is then known exactly). */
export function toFulfillment(fulfillment: z.infer<typeof fulfillmentPayload>, orderGid?: OrderGid): FulfillmentProjection {
  const order = orderGid ?? gidOf("Order", fulfillment.order_id);
  if (!order) throw new Error("The fulfillment names no order");
  return {
    gid: gidOf("Fulfillment", fulfillment.id, fulfillment.admin_graphql_api_id) as FulfillmentGid,
    orderGid: order,
    status: fulfillment.status ?? "success",
    ...known({ name: fulfillment.name, shipmentStatus: fulfillment.shipment_status }),
    ...known({
      trackingCompany: fulfillment.tracking_company,
      trackingNumber: fulfillment.tracking_number,
      trackingUrl: fulfillment.tracking_url,
    }),
    lines: (fulfillment.line_items ?? []).map((line) => ({
      lineGid: gidOf("LineItem", line.id, line.admin_graphql_api_id) as LineItemGid,
      quantity: line.quantity,
    })),
    shippedAt: fulfillment.created_at,
    sourceUpdatedAt: fulfillment.updated_at ?? fulfillment.created_at,
  };
}

export const fulfillmentEventPayload = z.object({
  id,
  admin_graphql_api_id: text,
  fulfillment_id: id,
  order_id: id,
  status: z.string().min(1),
  message: text,
  city: text,
  country: text,
  happened_at: instant,
  estimated_delivery_at: instant.nullish(),
});

/** Reads a fulfillment_events/create payload. */
export function toFulfillmentEvent(event: z.infer<typeof fulfillmentEventPayload>): FulfillmentEventProjection {
  return {
    gid: gidOf("FulfillmentEvent", event.id, event.admin_graphql_api_id) as string,
    fulfillmentGid: gidOf("Fulfillment", event.fulfillment_id) as FulfillmentGid,
    orderGid: gidOf("Order", event.order_id) as OrderGid,
    status: event.status.toLowerCase(),
    ...known({ message: event.message, city: event.city, country: event.country, estimatedAt: event.estimated_delivery_at }),
    happenedAt: event.happened_at,
  };
}
