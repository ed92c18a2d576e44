import type { FulfillmentEventRecord, FulfillmentRecord, OrderRecord } from "../state/records.ts";
import type { ShopState } from "../state/shop-state.ts";
import { fulfillmentEventPayload, fulfillmentPayload } from "../webhooks/payloads/fulfillment.ts";
import { orderPayload } from "../webhooks/payloads/order.ts";
import type { World } from "../world.ts";

/** Sends what Shopify sends about a new order, in its order: placed, paid, each parcel, and each thing the carrier said. */
export function announceOrder(world: World, shop: ShopState, order: OrderRecord): void {
  world.publish(shop, [
    { topic: "orders/create", payload: orderPayload(shop, order) },
    { topic: "orders/paid", payload: orderPayload(shop, order) },
  ]);
  for (const parcel of order.fulfillments) announceParcel(world, shop, { order, parcel });
}

function announceParcel(world: World, shop: ShopState, of: { order: OrderRecord; parcel: FulfillmentRecord }): void {
  const { order, parcel } = of;
  world.publish(shop, [
    { topic: "fulfillments/create", payload: fulfillmentPayload(shop.shop, order, parcel) },
    { topic: "orders/fulfilled", payload: orderPayload(shop, order) },
    { topic: "orders/updated", payload: orderPayload(shop, order) },
  ]);
  for (const event of parcel.events) announceEvent(world, shop, { order, parcel, event });
}

function announceEvent(
  world: World,
  shop: ShopState,
  of: { order: OrderRecord; parcel: FulfillmentRecord; event: FulfillmentEventRecord },
): void {
  world.publish(shop, [
    {
      topic: "fulfillment_events/create",
      payload: fulfillmentEventPayload(shop.shop, of.order, { fulfillment: of.parcel, event: of.event }),
    },
    { topic: "fulfillments/update", payload: fulfillmentPayload(shop.shop, of.order, of.parcel) },
  ]);
}
