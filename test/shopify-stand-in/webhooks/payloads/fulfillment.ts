import { restId } from "../../state/gids.ts";
import { writeAddress } from "../../state/address.ts";
import type { FulfillmentEventRecord, FulfillmentRecord, OrderRecord, ShopRecord } from "../../state/records.ts";
import { localInstant } from "./instant.ts";
import { lineItemPayload } from "./line-item.ts";

const SHIPMENT_STATUSES = new Set([
  ...["ATTEMPTED_DELIVERY", "CONFIRMED", "DELIVERED", "FAILURE", "IN_TRANSIT", "LABEL_PRINTED", "LABEL_PURCHASED", "OUT_FOR_DELIVERY"],
  ...["READY_FOR_PICKUP", "CARRIER_PICKED_UP", "DELAYED"],
]);

function shipmentStatus(fulfillment: FulfillmentRecord): string | null {
  const newest = [...fulfillment.events].sort((a, b) => (a.happenedAt < b.happenedAt ? -1 : 1)).at(-1);
  return newest && SHIPMENT_STATUSES.has(newest.status) ? newest.status.toLowerCase() : null;
}

export function fulfillmentPayload(shop: ShopRecord, order: OrderRecord, fulfillment: FulfillmentRecord): Record<string, unknown> {
  return {
    id: restId(fulfillment.id),
    admin_graphql_api_id: fulfillment.id,
    order_id: restId(order.id),
    status: fulfillment.status.toLowerCase(),
    created_at: localInstant(shop, fulfillment.createdAt),
    service: fulfillment.service,
    updated_at: localInstant(shop, fulfillment.updatedAt),
    tracking_company: fulfillment.trackingCompany,
    shipment_status: shipmentStatus(fulfillment),
    location_id: fulfillment.locationId === null ? null : restId(fulfillment.locationId),
    origin_address: null,
    email: order.email,
    destination: writeAddress(order.shippingAddress),
    line_items: fulfillment.lines.flatMap((part) => {
      const line = order.lines.find((one) => one.id === part.lineItemId);
      return line ? [{ ...lineItemPayload(order, line), quantity: part.quantity }] : [];
    }),
    tracking_number: fulfillment.trackingNumbers[0] ?? null,
    tracking_numbers: fulfillment.trackingNumbers,
    tracking_url: fulfillment.trackingUrls[0] ?? null,
    tracking_urls: fulfillment.trackingUrls,
    receipt: {},
    name: fulfillment.name,
  };
}

export function fulfillmentEventPayload(
  shop: ShopRecord,
  order: OrderRecord,
  of: { fulfillment: FulfillmentRecord; event: FulfillmentEventRecord },
): Record<string, unknown> {
  const { fulfillment, event } = of;
  return {
    id: restId(event.id),
    fulfillment_id: restId(fulfillment.id),
    status: event.status.toLowerCase(),
    message: event.message,
    happened_at: localInstant(shop, event.happenedAt),
    city: event.city,
    province: event.province,
    country: event.country,
    zip: event.zip,
    address1: event.address1,
    latitude: event.latitude,
    longitude: event.longitude,
    shop_id: restId(shop.id),
    created_at: localInstant(shop, event.createdAt),
    updated_at: localInstant(shop, event.createdAt),
    estimated_delivery_at: localInstant(shop, event.estimatedDeliveryAt),
    order_id: restId(order.id),
    admin_graphql_api_id: event.id,
  };
}
