import type { ApiContext } from "../admin-api/context.ts";
import { userError, type UserError } from "../admin-api/errors.ts";
import { orderOfReturn } from "../admin-api/resolvers/return.ts";
import { scaleBag } from "../money/bag.ts";
import { orderPayload } from "../webhooks/payloads/order.ts";
import { returnStatusPayload, returnUpdatePayload } from "../webhooks/payloads/return.ts";
import type { ReturnRecord } from "../state/return-records.ts";
import { invalidState, notFound, refuse } from "./return-errors.ts";

export interface Removal {
  returnId: string;
  returnLineItems?: { returnLineItemId: string; quantity: number }[] | null;
  exchangeLineItems?: { exchangeLineItemId: string; quantity: number }[] | null;
}

interface Step {
  id: string;
  quantity: number;
}

function problems(
  name: string,
  lines: readonly { id: string; quantity: number; processedQuantity: number }[],
  steps: readonly Step[],
): UserError[] {
  return steps.flatMap(({ id, quantity }, index) => {
    const line = lines.find((one) => one.id === id);
    if (!line) return [userError([name, String(index)], "Return line item not found.", "NOT_FOUND")];
    const isTooMany = quantity < 1 || quantity > line.quantity - line.processedQuantity;
    return isTooMany ? [userError([name, String(index), "quantity"], "Quantity is invalid.", "INVALID")] : [];
  });
}

function takeOut(record: ReturnRecord, step: Step): void {
  const line = record.lines.find((one) => one.id === step.id);
  if (!line) return;
  if (line.restockingFee) line.restockingFee.amount = scaleBag(line.restockingFee.amount, line.quantity - step.quantity, line.quantity);
  line.quantity -= step.quantity;
  for (const reverse of record.reverseOrders) {
    for (const part of reverse.lines) if (part.returnLineId === line.id) part.totalQuantity -= step.quantity;
    reverse.lines = reverse.lines.filter((part) => part.totalQuantity > 0);
  }
}

/** `removeFromReturn`: without its last line the return closes by itself. */
export function removeLines(wanted: Removal, ctx: ApiContext): unknown {
  const record = ctx.shop.returns.get(wanted.returnId);
  if (!record) return notFound(["returnId"]);
  if (record.status !== "OPEN" && record.status !== "REQUESTED") return invalidState("Return is not editable.", ["returnId"]);
  const returned = (wanted.returnLineItems ?? []).map(({ returnLineItemId, quantity }) => ({ id: returnLineItemId, quantity }));
  const exchanged = (wanted.exchangeLineItems ?? []).map(({ exchangeLineItemId, quantity }) => ({ id: exchangeLineItemId, quantity }));
  if (returned.length + exchanged.length === 0) return refuse(userError(null, "At least one line item must be given.", "BLANK"));
  const errors = [
    ...problems("returnLineItems", record.lines, returned),
    ...problems("exchangeLineItems", record.exchangeLines, exchanged),
  ];
  if (errors.length > 0) return refuse(...errors);
  returned.forEach((step) => takeOut(record, step));
  record.lines = record.lines.filter((line) => line.quantity > 0);
  for (const { id, quantity } of exchanged) {
    const line = record.exchangeLines.find((one) => one.id === id);
    if (!line) continue;
    line.discount = scaleBag(line.discount, line.quantity - quantity, line.quantity);
    line.tax = scaleBag(line.tax, line.quantity - quantity, line.quantity);
    line.quantity -= quantity;
  }
  record.exchangeLines = record.exchangeLines.filter((line) => line.quantity > 0);
  const order = orderOfReturn(record, ctx);
  order.updatedAt = ctx.world.nowIso();
  ctx.announce({
    topic: "returns/update",
    payload: returnUpdatePayload(
      record,
      returned.map(({ id, quantity }) => ({ id, delta: quantity })),
    ),
  });
  if (record.lines.length === 0) {
    record.status = "CLOSED";
    record.closedAt = ctx.world.nowIso();
    ctx.announce({ topic: "returns/close", payload: returnStatusPayload(order, record) });
  }
  ctx.shop.putReturn(record);
  ctx.announce({ topic: "orders/updated", payload: orderPayload(ctx.shop, order) });
  return { return: record, userErrors: [] };
}
