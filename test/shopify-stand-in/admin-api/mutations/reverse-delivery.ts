import type { ReverseDeliveryRecord } from "../../state/return-records.ts";
import type { ApiContext, Args, Fields } from "../context.ts";
import { userError } from "../errors.ts";
import { failed } from "./payload.ts";

interface Wanted {
  reverseFulfillmentOrderId: string;
  reverseDeliveryLineItems: { reverseFulfillmentOrderLineItemId: string; quantity: number }[];
  labelInput?: { fileUrl: string } | null;
  trackingInput?: { number?: string | null; url?: string | null } | null;
}

/** No lines are all lines. The same call again makes another delivery: Shopify has no key for it. */
function create(args: Args, ctx: ApiContext): unknown {
  const wanted = args as unknown as Wanted;
  const record = [...ctx.shop.returns.values()].find(({ reverseOrders }) =>
    reverseOrders.some(({ id }) => id === wanted.reverseFulfillmentOrderId),
  );
  const reverse = record?.reverseOrders.find(({ id }) => id === wanted.reverseFulfillmentOrderId);
  const refuse = (message: string, code: string) => failed("reverseDelivery", userError(["reverseFulfillmentOrderId"], message, code));
  if (!record || !reverse) return refuse("Reverse fulfillment order not found.", "NOT_FOUND");
  if (reverse.status !== "OPEN") return refuse("Reverse fulfillment order is not open.", "INVALID_STATE");
  const lines = wanted.reverseDeliveryLineItems.length > 0 ? wanted.reverseDeliveryLineItems : allLines(reverse.lines);
  const delivery: ReverseDeliveryRecord = {
    id: ctx.world.ids.gid("ReverseDelivery"),
    labelUrl: wanted.labelInput?.fileUrl ?? null,
    tracking: wanted.trackingInput ? { number: wanted.trackingInput.number ?? null, url: wanted.trackingInput.url ?? null } : null,
    createdAt: ctx.world.nowIso(),
    lines: lines.map(({ reverseFulfillmentOrderLineItemId, quantity }) => ({
      id: ctx.world.ids.gid("ReverseDeliveryLineItem"),
      reverseLineId: reverseFulfillmentOrderLineItemId,
      quantity,
    })),
  };
  reverse.deliveries = [...(reverse.deliveries ?? []), delivery];
  ctx.shop.putReturn(record);
  return { reverseDelivery: delivery, userErrors: [] };
}

function allLines(lines: readonly { id: string; totalQuantity: number }[]): Wanted["reverseDeliveryLineItems"] {
  return lines.map(({ id, totalQuantity }) => ({ reverseFulfillmentOrderLineItemId: id, quantity: totalQuantity }));
}

export const reverseDeliveryMutations: Fields<unknown> = {
  reverseDeliveryCreateWithShipping: (_root, args, ctx) => create(args, ctx),
};
