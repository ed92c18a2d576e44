import { buildReturn, openReverseOrder, returnProblems, type Dialect, type ReturnInput } from "../../returns/build-return.ts";
import { disposeGoods } from "../../returns/dispose-goods.ts";
import type { Disposition, ProcessInput } from "../../returns/process-problems.ts";
import { processReturn } from "../../returns/process-return.ts";
import { invalidState, notFound, refuse, wasTouched } from "../../returns/return-errors.ts";
import { removeLines, type Removal } from "../../returns/remove-lines.ts";
import { returnableQuantity, fulfillmentLine } from "../../returns/returnable.ts";
import type { OrderRecord } from "../../state/records.ts";
import type { ReturnRecord } from "../../state/return-records.ts";
import { orderPayload } from "../../webhooks/payloads/order.ts";
import { returnDeclinePayload, returnPayload, returnStatusPayload } from "../../webhooks/payloads/return.ts";
import { input, type ApiContext, type Args, type Fields } from "../context.ts";
import { userError } from "../errors.ts";
import { orderOfReturn } from "../resolvers/return.ts";

const CREATE: Dialect = { argument: "returnInput", missingReason: "NOT_FOUND", noteMaximum: 255 };
const REQUEST: Dialect = { argument: "input", missingReason: "BLANK", noteMaximum: 300 };

/** The order changes with its return, so `orders/updated` goes with every topic. */
function announce(
  ctx: ApiContext,
  record: ReturnRecord,
  topic: string,
  payload: (order: OrderRecord, record: ReturnRecord) => unknown,
): unknown {
  const order = orderOfReturn(record, ctx);
  order.updatedAt = ctx.world.nowIso();
  ctx.shop.putReturn(record);
  ctx.announce({ topic, payload: payload(order, record) }, { topic: "orders/updated", payload: orderPayload(ctx.shop, order) });
  return { return: record, userErrors: [] };
}

function begin(wanted: ReturnInput, ctx: ApiContext, dialect: Dialect): unknown {
  const problems = returnProblems(wanted, ctx, dialect);
  const order = ctx.shop.orders.get(wanted.orderId);
  if (problems.length > 0 || !order) return refuse(...problems);
  const isRequest = dialect.argument === "input";
  const record = buildReturn(ctx, order, { wanted, status: isRequest ? "REQUESTED" : "OPEN" });
  return announce(ctx, record, isRequest ? "returns/request" : "returns/approve", returnPayload);
}

function approve(args: Args, ctx: ApiContext): unknown {
  const record = ctx.shop.returns.get(input<{ id: string }>(args, "input").id);
  if (!record) return notFound(["input", "id"]);
  if (record.status !== "REQUESTED")
    return invalidState("Return is not approvable. Only returns with status REQUESTED can be approved.", ["input", "id"]);
  const order = orderOfReturn(record, ctx);
  record.status = "DECLINED";
  const isShort = record.lines.some((line) => {
    const part = fulfillmentLine(order, line.fulfillmentLineItemId);
    return !part || line.quantity > returnableQuantity(ctx.shop, order, part);
  });
  record.status = "REQUESTED";
  if (isShort) return refuse(userError(["input", "id"], "Return line item has an invalid quantity.", "INVALID"));
  record.status = "OPEN";
  record.requestApprovedAt = ctx.world.nowIso();
  openReverseOrder(record, ctx);
  return announce(ctx, record, "returns/approve", returnPayload);
}

function decline(args: Args, ctx: ApiContext): unknown {
  const wanted = input<{ id: string; declineReason: string; declineNote?: string | null }>(args, "input");
  const record = ctx.shop.returns.get(wanted.id);
  if (!record) return notFound(["input", "id"]);
  if (record.status !== "REQUESTED")
    return invalidState("Return is not declinable. Only returns with status REQUESTED can be declined.", ["input", "id"]);
  if ((wanted.declineNote?.length ?? 0) > 500)
    return refuse(userError(["input", "declineNote"], "is too long (maximum is 500 characters)", "TOO_LONG"));
  record.status = "DECLINED";
  record.decline = { reason: wanted.declineReason, note: wanted.declineNote ?? null };
  return announce(ctx, record, "returns/decline", returnDeclinePayload);
}

function close(args: Args, ctx: ApiContext): unknown {
  const record = ctx.shop.returns.get(String(args["id"]));
  if (!record) return notFound();
  if (record.status === "CLOSED") return { return: record, userErrors: [] };
  if (record.status !== "OPEN") return invalidState("Return is not closable.");
  record.status = "CLOSED";
  record.closedAt = ctx.world.nowIso();
  for (const reverse of record.reverseOrders) reverse.status = "CLOSED";
  return announce(ctx, record, "returns/close", returnStatusPayload);
}

function reopen(args: Args, ctx: ApiContext): unknown {
  const record = ctx.shop.returns.get(String(args["id"]));
  if (!record) return notFound();
  if (record.status === "OPEN") return { return: record, userErrors: [] };
  if (record.status !== "CLOSED") return invalidState("Return is not reopenable.");
  record.status = "OPEN";
  record.closedAt = null;
  for (const reverse of record.reverseOrders) reverse.status = "OPEN";
  return announce(ctx, record, "returns/reopen", returnStatusPayload);
}

function cancel(args: Args, ctx: ApiContext): unknown {
  const record = ctx.shop.returns.get(String(args["id"]));
  if (!record) return notFound();
  if (record.status === "CANCELED") return { return: record, userErrors: [] };
  if (record.status !== "OPEN" || wasTouched(record)) return invalidState("Return is not cancelable.");
  record.status = "CANCELED";
  for (const reverse of record.reverseOrders) reverse.status = "CANCELED";
  return announce(ctx, record, "returns/cancel", returnStatusPayload);
}

export const returnMutations: Fields<unknown> = {
  returnCreate: (_root, args, ctx) => begin(input<ReturnInput>(args, "returnInput"), ctx, CREATE),
  returnRequest: (_root, args, ctx) => begin(input<ReturnInput>(args, "input"), ctx, REQUEST),
  returnApproveRequest: (_root, args, ctx) => approve(args, ctx),
  returnDeclineRequest: (_root, args, ctx) => decline(args, ctx),
  returnProcess: (_root, args, ctx) => processReturn(input<ProcessInput>(args, "input"), ctx),
  reverseFulfillmentOrderDispose: (_root, args, ctx) => disposeGoods(input<Disposition[]>(args, "dispositionInputs"), ctx),
  returnClose: (_root, args, ctx) => close(args, ctx),
  returnReopen: (_root, args, ctx) => reopen(args, ctx),
  returnCancel: (_root, args, ctx) => cancel(args, ctx),
  removeFromReturn: (_root, args, ctx) => removeLines(args as unknown as Removal, ctx),
};
