import { currentQuantity, netPayment, zeroOf } from "../../state/derive-order.ts";
import type { OrderRecord } from "../../state/records.ts";
import { fullDuties, valueDuties } from "../../returns/duties.ts";
import { recordRefund, type RefundPlan } from "../../returns/record-refund.ts";
import { spreadOverPayments } from "../../returns/refundable.ts";
import { refundableShipping, valueLines } from "../../returns/settle-lines.ts";
import { orderPayload } from "../../webhooks/payloads/order.ts";
import { refundPayload } from "../../webhooks/payloads/refund.ts";
import type { ApiContext } from "../context.ts";
import { userError, type UserError } from "../errors.ts";

/**
 * `orderCancel`: pays back everything that was received, takes the lines off the order and restocks them. Shopify does it in a job whose end
 * the caller has to look for; here it is done by the time anybody looks.
 */
export function cancelOrder(args: Record<string, unknown>, ctx: ApiContext): Record<string, unknown> {
  const order = ctx.shop.orders.get(String(args["orderId"]));
  const problem = order ? problemOf(order, ctx) : userError(["orderId"], "Order does not exist", "NOT_FOUND");
  if (!order || problem) return { job: null, orderCancelUserErrors: [problem], userErrors: [] };
  const method = args["refundMethod"] as { originalPaymentMethodsRefund?: boolean | null } | null | undefined;
  const isPaid = method?.originalPaymentMethodsRefund === true || args["refund"] === true;
  const refund = recordRefund(ctx, order, planOf(order, { isPaid, restock: args["restock"] === true, ctx }));
  order.cancelledAt = ctx.world.nowIso();
  order.cancelReason = String(args["reason"]).toLowerCase();
  order.updatedAt = order.cancelledAt;
  ctx.shop.putOrder(order);
  const payload = orderPayload(ctx.shop, order);
  ctx.announce(
    { topic: "refunds/create", payload: refundPayload(ctx.shop.shop, order, refund) },
    { topic: "orders/cancelled", payload },
    { topic: "orders/updated", payload },
  );
  const id = ctx.world.ids.gid("Job");
  return { job: { id, done: false }, orderCancelUserErrors: [], userErrors: [] };
}

function problemOf(order: OrderRecord, ctx: ApiContext): UserError | undefined {
  const invalid = (message: string) => userError(["orderId"], message, "INVALID");
  if (order.cancelledAt !== null) return invalid("Order has already been cancelled");
  if (order.fulfillments.some(({ status }) => status !== "CANCELLED")) return invalid("Cannot cancel an order that has fulfillments");
  const isActive = (status: string) => status === "OPEN" || status === "REQUESTED";
  return ctx.shop.returnsOf(order.id).some(({ status }) => isActive(status)) ? invalid("Cannot cancel an order with returns") : undefined;
}

function planOf(
  order: OrderRecord,
  { isPaid, restock, ctx }: { readonly isPaid: boolean; readonly restock: boolean; readonly ctx: ApiContext },
): RefundPlan {
  const left = order.lines
    .map((line) => ({ lineItemId: line.id, quantity: currentQuantity(order, line) }))
    .filter((one) => one.quantity > 0);
  const [locationId = null] = ctx.shop.locations.keys();
  const payments = isPaid ? spreadOverPayments(order, netPayment(order)) : [];
  return {
    note: null,
    returnId: null,
    lines: valueLines(order, left).map((valued) => ({ valued, restock: { restockType: "CANCEL", locationId, movesStock: restock } })),
    shipping: refundableShipping(order),
    duties: valueDuties(order, fullDuties(order), { valued: [] }),
    payments: payments.map(({ payment, amount }) => ({ parentId: payment.id, amount: amount.presentment })),
    storeCredits: [],
    exchanged: zeroOf(order),
    isPaid: payments.length > 0,
    fees: zeroOf(order),
    reason: null,
  };
}
