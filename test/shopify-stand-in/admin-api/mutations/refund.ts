import { amount } from "../../money/amount.ts";
import { zeroOf, currentQuantity } from "../../state/derive-order.ts";
import type { OrderRecord, RefundLineRecord } from "../../state/records.ts";
import { fromPresentment } from "../../returns/refundable.ts";
import { valueDuties, type DutyChoice } from "../../returns/duties.ts";
import { recordRefund, refundProblem, type RefundPlan, type Restock } from "../../returns/record-refund.ts";
import { lineById, refundableShipping, valueLines } from "../../returns/settle-lines.ts";
import { orderPayload } from "../../webhooks/payloads/order.ts";
import { refundPayload } from "../../webhooks/payloads/refund.ts";
import { input, type ApiContext, type Fields } from "../context.ts";
import { userError, type UserError } from "../errors.ts";
import { once } from "../idempotency.ts";
import { failed } from "./payload.ts";

export interface MoneyInput {
  amount: string;
  currencyCode: string;
}

export interface RefundMethod {
  storeCreditRefund?: { amount: MoneyInput; expiresAt?: string | null };
}

export interface RefundInput {
  orderId: string;
  note?: string | null;
  refundLineItems?:
    { lineItemId: string; quantity: number; restockType?: RefundLineRecord["restockType"] | null; locationId?: string | null }[] | null;
  shipping?: { amount?: string | null; fullRefund?: boolean | null } | null;
  refundDuties?: DutyChoice[] | null;
  transactions?: { amount: string; kind: string; parentId?: string | null; orderId: string }[] | null;
  refundMethods?: RefundMethod[] | null;
  currency?: string | null;
  discrepancyReason?: string | null;
  allowOverRefunding?: boolean | null;
}

export function storeCredits(methods: readonly RefundMethod[] | null | undefined): RefundPlan["storeCredits"] {
  return (methods ?? []).flatMap(({ storeCreditRefund }) =>
    storeCreditRefund
      ? [
          {
            amount: amount(storeCreditRefund.amount.amount, storeCreditRefund.amount.currencyCode),
            expiresAt: storeCreditRefund.expiresAt ?? null,
          },
        ]
      : [],
  );
}

function restockOf(wanted: NonNullable<RefundInput["refundLineItems"]>[number], ctx: ApiContext): Restock {
  const restockType = wanted.restockType ?? "NO_RESTOCK";
  const fallback = [...ctx.shop.locations.keys()][0] ?? null;
  const locationId = restockType === "NO_RESTOCK" ? null : (wanted.locationId ?? fallback);
  return { restockType, locationId, movesStock: true };
}

function lineErrors(order: OrderRecord, wanted: NonNullable<RefundInput["refundLineItems"]>): UserError[] {
  return wanted.flatMap(({ lineItemId, quantity }, index) => {
    const line = lineById(order, lineItemId);
    if (!line) return [userError(["refundLineItems", String(index), "lineItemId"], "Line item does not exist on this order")];
    if (quantity < 1) return [userError(["refundLineItems", String(index), "quantity"], "Quantity must be greater than 0")];
    if (quantity > currentQuantity(order, line))
      return [userError(["refundLineItems", String(index), "quantity"], "Quantity cannot refund more items than were purchased")];
    return [];
  });
}

function planOf(order: OrderRecord, wanted: RefundInput, ctx: ApiContext): RefundPlan {
  const lines = wanted.refundLineItems ?? [];
  const valued = valueLines(order, lines);
  const left = refundableShipping(order);
  const asked = wanted.shipping?.amount
    ? fromPresentment(order, amount(wanted.shipping.amount, order.presentmentCurrency).minor)
    : zeroOf(order);
  return {
    note: wanted.note ?? null,
    returnId: null,
    lines: valued.map((one, index) => {
      const source = lines[index];
      return { valued: one, restock: source ? restockOf(source, ctx) : { restockType: "NO_RESTOCK", locationId: null, movesStock: false } };
    }),
    duties: valueDuties(order, wanted.refundDuties, { valued }),
    shipping: wanted.shipping?.fullRefund ? left : asked.presentment.minor > left.presentment.minor ? left : asked,
    payments: (wanted.transactions ?? []).map((one) => ({
      parentId: one.parentId ?? "",
      amount: amount(one.amount, wanted.currency ?? order.presentmentCurrency),
    })),
    storeCredits: storeCredits(wanted.refundMethods),
    exchanged: zeroOf(order),
    isPaid: true,
    fees: zeroOf(order),
    reason: wanted.discrepancyReason ?? null,
  };
}

function refuse(order: OrderRecord | null, ...errors: UserError[]): { answer: unknown; refundId: null } {
  return { answer: { ...failed("refund", ...errors), order }, refundId: null };
}

/** The refund and the webhooks that follow it; shared with refunds made by hand through the control API. */
export function createRefund(wanted: RefundInput, ctx: ApiContext): { answer: unknown; refundId: string | null } {
  const order = ctx.shop.orders.get(wanted.orderId);
  if (!order) return refuse(null, userError(["orderId"], "Order does not exist"));
  const errors = lineErrors(order, wanted.refundLineItems ?? []);
  if (errors.length > 0) return refuse(order, ...errors);
  const currency = wanted.currency ?? order.presentmentCurrency;
  if (order.currency !== order.presentmentCurrency && !wanted.currency)
    return refuse(order, userError(["currency"], "Currency must be given for an order in two currencies"));
  if (currency !== order.presentmentCurrency)
    return refuse(order, userError(["currency"], "Currency must be the presentment currency of the order"));
  const plan = planOf(order, wanted, ctx);
  if (
    plan.lines.length + plan.payments.length + plan.storeCredits.length + plan.duties.length === 0 &&
    plan.shipping.presentment.minor === 0
  ) {
    return refuse(order, userError(null, "Refund must have at least one line item, shipping or transaction"));
  }
  const problem = refundProblem(order, plan, wanted.allowOverRefunding === true);
  if (problem) return refuse(order, userError(null, problem));
  const refund = recordRefund(ctx, order, plan);
  ctx.announce(
    { topic: "refunds/create", payload: refundPayload(ctx.shop.shop, order, refund) },
    { topic: "orders/updated", payload: orderPayload(ctx.shop, order) },
  );
  return { answer: { refund: { ...refund, order }, order, userErrors: [] }, refundId: refund.id };
}

export const refundMutations: Fields<unknown> = {
  refundCreate: (_root, args, ctx, info) =>
    once(info, args, ctx, {
      run: () => createRefund(input<RefundInput>(args, "input"), ctx),
      replay: (refundId) => {
        const order = ctx.shop.orderOf(refundId);
        const refund = order?.refunds.find((one) => one.id === refundId);
        return { refund: refund && order ? { ...refund, order } : null, order: order ?? null, userErrors: [] };
      },
    }),
};
