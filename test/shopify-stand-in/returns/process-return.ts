import { amount } from "../money/amount.ts";
import { addBags } from "../money/bag.ts";
import type { ApiContext } from "../admin-api/context.ts";
import { storeCredits } from "../admin-api/mutations/refund.ts";
import type { Message } from "../world.ts";
import { orderPayload } from "../webhooks/payloads/order.ts";
import { refundPayload } from "../webhooks/payloads/refund.ts";
import { disposePayload, returnProcessPayload } from "../webhooks/payloads/return.ts";
import type { OrderRecord } from "../state/records.ts";
import type { ReturnRecord } from "../state/return-records.ts";
import { userError } from "../admin-api/errors.ts";
import { releaseExchange } from "./release-exchange.ts";
import { heldBefore, settle, type Settlement } from "./financial-outcome.ts";
import { dispositionProblems, quantityProblems, type Disposition, type ProcessInput } from "./process-problems.ts";
import { moveStock, recordRefund, refundProblem, type RefundPlan, type Restock } from "./record-refund.ts";
import { invalidState, notFound, refuse } from "./return-errors.ts";

/** Stock moves piece by piece through the dispositions; the refund line only says where it went. */
function restockOf(dispositions: readonly Disposition[]): Restock {
  const back = dispositions.find((one) => one.dispositionType === "RESTOCKED");
  return { restockType: "RETURN", locationId: back?.locationId ?? null, movesStock: false };
}

/** A tip lies on no shelf. */
const NOWHERE: Restock = { restockType: "NO_RESTOCK", locationId: null, movesStock: false };

interface Step {
  record: ReturnRecord;
  order: OrderRecord;
  wanted: ProcessInput;
}

function planOf({ record, wanted }: Step, settlement: Settlement): RefundPlan {
  const issue = wanted.financialTransfer?.issueRefund;
  return {
    note: wanted.note ?? null,
    returnId: record.id,
    lines: [
      ...settlement.valued.map((valued, index) => ({ valued, restock: restockOf(wanted.returnLineItems?.[index]?.dispositions ?? []) })),
      ...settlement.tip.map((valued) => ({ valued, restock: NOWHERE })),
    ],
    shipping: settlement.shipping,
    duties: settlement.duties,
    payments: (issue?.orderTransactions ?? []).map(({ parentId, transactionAmount }) => ({
      parentId,
      amount: amount(transactionAmount.amount, transactionAmount.currencyCode),
    })),
    storeCredits: storeCredits(issue?.refundMethods),
    exchanged: settlement.exchanged,
    isPaid: issue !== undefined,
    fees: addBags(settlement.restockingFees, settlement.shippingFee),
    reason: null,
  };
}

/** Sends goods somewhere, stock included; answers the news of it. */
export function dispose({ record, order }: Pick<Step, "record" | "order">, wanted: readonly Disposition[], ctx: ApiContext): Message[] {
  const byReverse = record.reverseOrders.map((reverse) => ({ reverse, made: [] as Parameters<typeof disposePayload>[1] }));
  for (const one of wanted) {
    const entry = byReverse.find(({ reverse }) => reverse.lines.some((line) => line.id === one.reverseFulfillmentOrderLineItemId));
    const line = entry?.reverse.lines.find((candidate) => candidate.id === one.reverseFulfillmentOrderLineItemId);
    if (!entry || !line) continue;
    const disposition = {
      id: ctx.world.ids.gid("ReverseFulfillmentOrderDisposition"),
      type: one.dispositionType,
      quantity: one.quantity,
      locationId: one.locationId ?? null,
      createdAt: ctx.world.nowIso(),
    };
    line.dispositions.push(disposition);
    entry.made.push({ line, disposition });
    const lineItemId = record.lines.find((returned) => returned.id === line.returnLineId)?.lineItemId;
    if (one.dispositionType === "RESTOCKED" && one.locationId && lineItemId)
      moveStock(ctx.shop, order, { lineItemId, quantity: one.quantity, locationId: one.locationId });
  }
  return byReverse
    .filter(({ made }) => made.length > 0)
    .map(({ reverse, made }) => ({ topic: "reverse_fulfillment_orders/dispose", payload: disposePayload(reverse, made) }));
}

function countProcessed(record: ReturnRecord, wanted: ProcessInput, refundId: string): void {
  for (const { id, quantity } of wanted.returnLineItems ?? []) {
    const line = record.lines.find((one) => one.id === id);
    if (!line) continue;
    line.processedQuantity += quantity;
    line.refundedQuantity += quantity;
  }
  if (record.shippingFee && (wanted.returnLineItems?.length ?? 0) > 0) record.shippingFee.charged = true;
  record.refundIds.push(refundId);
}

/** `returnProcess`: receipt, stock, release of exchange pieces and money in one step. The return stays open. */
export function processReturn(wanted: ProcessInput, ctx: ApiContext): unknown {
  const record = ctx.shop.returns.get(wanted.returnId);
  if (!record) return notFound(["input", "returnId"]);
  const order = ctx.shop.orders.get(record.orderId);
  if (!order) throw new Error(`${record.id} belongs to no order`);
  if (record.status !== "OPEN") return invalidState("Return is not open.", ["input", "returnId"]);
  const returnLines = wanted.returnLineItems ?? [];
  const exchangeLines = wanted.exchangeLineItems ?? [];
  const problems = [
    ...quantityProblems("returnLineItems", record.lines, returnLines),
    ...quantityProblems("exchangeLineItems", record.exchangeLines, exchangeLines),
  ];
  if (problems.length === 0) problems.push(...dispositionProblems(record, wanted, ctx));
  if (problems.length > 0) return refuse(...problems);
  const settlement = settle(record, order, {
    returnLines,
    exchangeLines,
    shipping: wanted.refundShipping,
    duties: wanted.refundDuties,
    tipLineId: wanted.tipLineId,
    held: heldBefore(record, ctx.shop.returnsOf(order.id)),
  });
  const step = { record, order, wanted };
  const plan = planOf(step, settlement);
  if (returnLines.length + exchangeLines.length + plan.payments.length + plan.storeCredits.length === 0) {
    return refuse(userError(["input"], "At least one return line item, exchange line item or refund must be given.", "BLANK"));
  }
  const problem = refundProblem(order, plan, wanted.financialTransfer?.issueRefund?.allowOverRefunding === true);
  if (problem) return refuse(userError(["input", "financialTransfer", "issueRefund"], problem, "INVALID"));
  const refund = recordRefund(ctx, order, plan);
  const disposals = dispose(
    step,
    returnLines.flatMap((line) => line.dispositions ?? []),
    ctx,
  );
  countProcessed(record, wanted, refund.id);
  for (const { id, quantity } of exchangeLines) releaseExchange({ record, order }, { id, quantity }, ctx);
  ctx.shop.putReturn(record);
  ctx.shop.putOrder(order);
  ctx.announce(
    ...disposals,
    { topic: "returns/process", payload: returnProcessPayload(order, record) },
    { topic: "refunds/create", payload: refundPayload(ctx.shop.shop, order, refund) },
    { topic: "orders/updated", payload: orderPayload(ctx.shop, order) },
  );
  return { return: record, userErrors: [] };
}
