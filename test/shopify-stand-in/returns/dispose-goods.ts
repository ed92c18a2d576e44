import type { ApiContext } from "../admin-api/context.ts";
import { userError } from "../admin-api/errors.ts";
import { failed } from "../admin-api/mutations/payload.ts";
import { dispositionProblems, type Disposition } from "./process-problems.ts";
import { dispose } from "./process-return.ts";

/** `reverseFulfillmentOrderDispose`: says what becomes of goods that were settled before. Everything is of one reverse fulfillment order. */
export function disposeGoods(wanted: readonly Disposition[], ctx: ApiContext): unknown {
  const refuse = (message: string, code: string) =>
    failed("reverseFulfillmentOrderLineItems", userError(["dispositionInputs"], message, code));
  const first = wanted[0]?.reverseFulfillmentOrderLineItemId;
  const isOf = (reverse: { lines: readonly { id: string }[] }, id: string | undefined) => reverse.lines.some((line) => line.id === id);
  const record = [...ctx.shop.returns.values()].find(({ reverseOrders }) => reverseOrders.some((reverse) => isOf(reverse, first)));
  const reverse = record?.reverseOrders.find((one) => isOf(one, first));
  const order = record && ctx.shop.orders.get(record.orderId);
  if (!record || !reverse || !order) return refuse("Reverse fulfillment order line item not found.", "NOT_FOUND");
  if (!wanted.every((one) => isOf(reverse, one.reverseFulfillmentOrderLineItemId)))
    return refuse("Line items belong to different reverse fulfillment orders.", "INVALID");
  if (reverse.status !== "OPEN") return refuse("Reverse fulfillment order is not open.", "INVALID_STATE");
  const byLine = Map.groupBy(
    wanted,
    ({ reverseFulfillmentOrderLineItemId: id }) => reverse.lines.find((line) => line.id === id)?.returnLineId,
  );
  const returnLineItems = [...byLine].map(([id = "", dispositions]) => ({
    ...{ id, dispositions },
    quantity: dispositions.reduce((all, { quantity }) => all + quantity, 0),
  }));
  const [problem] = dispositionProblems(record, { returnId: record.id, returnLineItems }, ctx);
  if (problem) return failed("reverseFulfillmentOrderLineItems", problem);
  const news = dispose({ record, order }, wanted, ctx);
  ctx.shop.putReturn(record);
  ctx.announce(...news);
  return { reverseFulfillmentOrderLineItems: reverse.lines, userErrors: [] };
}
