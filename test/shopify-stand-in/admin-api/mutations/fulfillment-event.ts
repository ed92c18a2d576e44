import { addEvent, type EventInput } from "../../state/fulfillment-events.ts";
import { fulfillmentEventPayload, fulfillmentPayload } from "../../webhooks/payloads/fulfillment.ts";
import { orderPayload } from "../../webhooks/payloads/order.ts";
import { input, type Fields } from "../context.ts";
import { userError } from "../errors.ts";
import { done, failed } from "./payload.ts";

export const fulfillmentMutations: Fields<unknown> = {
  fulfillmentEventCreate: (_root, args, ctx) => {
    const wanted = input<EventInput & { fulfillmentId: string }>(args, "fulfillmentEvent");
    const order = ctx.shop.orderOf(wanted.fulfillmentId);
    const fulfillment = order?.fulfillments.find((one) => one.id === wanted.fulfillmentId);
    if (!order || !fulfillment)
      return failed("fulfillmentEvent", userError(["fulfillmentEvent", "fulfillmentId"], "Fulfillment does not exist."));
    const event = addEvent(ctx, { order, fulfillment }, wanted);
    ctx.announce(
      { topic: "fulfillment_events/create", payload: fulfillmentEventPayload(ctx.shop.shop, order, { fulfillment, event }) },
      { topic: "fulfillments/update", payload: fulfillmentPayload(ctx.shop.shop, order, fulfillment) },
      { topic: "orders/updated", payload: orderPayload(ctx.shop, order) },
    );
    return done("fulfillmentEvent", event);
  },
};
