import { amount } from "../money/amount.ts";
import { scaleBag } from "../money/bag.ts";
import type { ApiContext } from "../admin-api/context.ts";
import { userError, type UserError } from "../admin-api/errors.ts";
import type { OrderRecord } from "../state/records.ts";
import type { ExchangeLineRecord, ReturnLineRecord, ReturnRecord, ReturnStatus } from "../state/return-records.ts";
import { bearsDuties } from "./duties.ts";
import { priceExchange, type ExchangeInput } from "./exchange-price.ts";
import { reasonById, reasonByLegacy } from "./reasons.ts";
import { fromPresentment } from "./refundable.ts";
import { fulfillmentLine, returnableQuantity } from "./returnable.ts";
import { heldBy, valueLines } from "./settle-lines.ts";

export interface ReturnLineInput {
  fulfillmentLineItemId: string;
  quantity: number;
  returnReasonDefinitionId?: string | null;
  returnReason?: string | null;
  returnReasonNote?: string | null;
  customerNote?: string | null;
  restockingFee?: { percentage: number } | null;
}

export interface ReturnInput {
  orderId: string;
  returnLineItems: ReturnLineInput[];
  exchangeLineItems?: ExchangeInput[] | null;
  returnShippingFee?: { amount: { amount: string; currencyCode: string } } | null;
  requestedAt?: string | null;
}

/** `returnCreate` and `returnRequest` differ in the argument's name and in what they say about a missing reason. */
export interface Dialect {
  argument: "returnInput" | "input";
  missingReason: "NOT_FOUND" | "BLANK";
  noteMaximum: number;
}

interface Asking {
  order: OrderRecord;
  ctx: ApiContext;
  dialect: Dialect;
}

function lineProblems({ order, ctx, dialect }: Asking, line: ReturnLineInput, index: number): UserError[] {
  const field = (name: string): string[] => [dialect.argument, "returnLineItems", String(index), name];
  const part = fulfillmentLine(order, line.fulfillmentLineItemId);
  if (!part) return [userError(field("fulfillmentLineItemId"), "Fulfillment line item does not exist.", "NOT_FOUND")];
  const problems: UserError[] = [];
  if (line.quantity < 1) problems.push(userError(field("quantity"), "Quantity must be greater than 0", "GREATER_THAN"));
  else if (line.quantity > returnableQuantity(ctx.shop, order, part)) {
    problems.push(userError(field("quantity"), "Return line item has an invalid quantity.", "INVALID"));
  }
  const reason = line.returnReasonDefinitionId
    ? reasonById(line.returnReasonDefinitionId)
    : line.returnReason
      ? reasonByLegacy(line.returnReason)
      : undefined;
  if (!reason) {
    const name = line.returnReason ? "returnReason" : "returnReasonDefinitionId";
    const isUnknown = Boolean(line.returnReasonDefinitionId);
    problems.push(
      userError(
        field(name),
        isUnknown ? "Return reason definition does not exist." : "A return reason must be given.",
        isUnknown ? "NOT_FOUND" : dialect.missingReason,
      ),
    );
  }
  if (dialect.argument === "returnInput" && line.returnReason === "OTHER" && !line.returnReasonDefinitionId && !line.returnReasonNote) {
    problems.push(userError(field("returnReasonNote"), "Return reason note can't be blank", "BLANK"));
  }
  const note = dialect.argument === "input" ? line.customerNote : line.returnReasonNote;
  if ((note?.length ?? 0) > dialect.noteMaximum) {
    problems.push(
      userError(
        field(dialect.argument === "input" ? "customerNote" : "returnReasonNote"),
        `is too long (maximum is ${dialect.noteMaximum} characters)`,
        "TOO_LONG",
      ),
    );
  }
  const fee = line.restockingFee?.percentage;
  if (fee !== undefined && (fee < 0 || fee > 100))
    problems.push(userError(field("restockingFee"), "Restocking fee percentage must be between 0 and 100", "INVALID"));
  return problems;
}

/** The same fulfilled line asked for twice must fit together. */
function repeatProblems({ order, ctx, dialect }: Asking, lines: ReturnLineInput[]): UserError[] {
  const sums = new Map<string, number>();
  for (const line of lines) sums.set(line.fulfillmentLineItemId, (sums.get(line.fulfillmentLineItemId) ?? 0) + line.quantity);
  return [...sums].flatMap(([id, quantity]) => {
    const part = fulfillmentLine(order, id);
    const isOver =
      part !== undefined &&
      quantity > returnableQuantity(ctx.shop, order, part) &&
      lines.filter((line) => line.fulfillmentLineItemId === id).length > 1;
    return isOver ? [userError([dialect.argument, "returnLineItems"], "Return line item has an invalid quantity.", "INVALID")] : [];
  });
}

export function returnProblems(wanted: ReturnInput, ctx: ApiContext, dialect: Dialect): UserError[] {
  const order = ctx.shop.orders.get(wanted.orderId);
  if (!order) return [userError([dialect.argument, "orderId"], "Order does not exist.", "NOT_FOUND")];
  if (wanted.returnLineItems.length === 0)
    return [userError([dialect.argument, "returnLineItems"], "Return must have at least one return line item.", "BLANK")];
  const asking = { order, ctx, dialect };
  const problems = wanted.returnLineItems.flatMap((line, index) => lineProblems(asking, line, index));
  problems.push(...repeatProblems(asking, wanted.returnLineItems));
  wanted.exchangeLineItems?.forEach((line, index) => {
    const field = [dialect.argument, "exchangeLineItems", String(index)];
    if (!ctx.shop.productOf(line.variantId ?? null))
      problems.push(userError([...field, "variantId"], "Variant does not exist.", "NOT_FOUND"));
    if (line.quantity < 1) problems.push(userError([...field, "quantity"], "Quantity must be greater than 0", "GREATER_THAN"));
  });
  if ((wanted.exchangeLineItems ?? []).length > 0 && bearsDuties(order)) {
    problems.push(userError([dialect.argument, "exchangeLineItems"], "Exchange items can't be added to an order with duties.", "INVALID"));
  }
  const fee = wanted.returnShippingFee?.amount;
  if (fee && fee.currencyCode !== order.presentmentCurrency) {
    problems.push(
      userError([dialect.argument, "returnShippingFee", "amount"], "Currency must be the presentment currency of the order.", "INVALID"),
    );
  }
  return problems;
}

function returnLine(order: OrderRecord, line: ReturnLineInput, ctx: ApiContext): ReturnLineRecord {
  const part = fulfillmentLine(order, line.fulfillmentLineItemId);
  if (!part) throw new Error(`No fulfillment line ${line.fulfillmentLineItemId}`);
  const reason = line.returnReasonDefinitionId ? reasonById(line.returnReasonDefinitionId) : reasonByLegacy(line.returnReason ?? "UNKNOWN");
  const [valued] = valueLines(order, [{ lineItemId: part.lineItemId, quantity: line.quantity }], heldBy(ctx.shop.returnsOf(order.id)));
  const percentage = line.restockingFee?.percentage;
  return {
    id: ctx.world.ids.gid("ReturnLineItem"),
    fulfillmentLineItemId: part.id,
    lineItemId: part.lineItemId,
    quantity: line.quantity,
    processedQuantity: 0,
    refundedQuantity: 0,
    reasonId: reason?.id ?? "gid://shopify/ReturnReasonDefinition/1",
    reasonNote: line.returnReasonNote ?? "",
    customerNote: line.customerNote ?? null,
    restockingFee:
      percentage === undefined || !valued
        ? null
        : {
            id: ctx.world.ids.gid("RestockingFee"),
            percentage,
            amount: scaleBag(valued.subtotal, Math.round(percentage * 10_000), 1_000_000),
          },
  };
}

function exchangeLine(order: OrderRecord, line: ExchangeInput, ctx: ApiContext): ExchangeLineRecord {
  const variant = ctx.shop.productOf(line.variantId ?? null)?.variants.find((one) => one.id === line.variantId);
  if (!variant) throw new Error(`No variant ${String(line.variantId)}`);
  const { unitPrice, discount, tax } = priceExchange(order, variant, line);
  return {
    id: ctx.world.ids.gid("ExchangeLineItem"),
    variantId: variant.id,
    quantity: line.quantity,
    processedQuantity: 0,
    unitPrice,
    discount,
    tax,
    lineItemIds: [],
  };
}

/** The goods on their way back: one reverse fulfillment order over all lines, from the moment the return is open. */
export function openReverseOrder(record: ReturnRecord, ctx: ApiContext): void {
  record.reverseOrders.push({
    id: ctx.world.ids.gid("ReverseFulfillmentOrder"),
    status: "OPEN",
    lines: record.lines.map((line) => ({
      id: ctx.world.ids.gid("ReverseFulfillmentOrderLineItem"),
      returnLineId: line.id,
      fulfillmentLineItemId: line.fulfillmentLineItemId,
      totalQuantity: line.quantity,
      dispositions: [],
    })),
  });
}

export function buildReturn(ctx: ApiContext, order: OrderRecord, asked: { wanted: ReturnInput; status: ReturnStatus }): ReturnRecord {
  const { wanted, status } = asked;
  const now = ctx.world.nowIso();
  const fee = wanted.returnShippingFee?.amount;
  const count = ctx.shop.returnsOf(order.id).length + 1;
  const record: ReturnRecord = {
    id: ctx.world.ids.gid("Return"),
    name: `${order.name}-R${count}`,
    orderId: order.id,
    status,
    lines: wanted.returnLineItems.map((line) => returnLine(order, line, ctx)),
    exchangeLines: (wanted.exchangeLineItems ?? []).map((line) => exchangeLine(order, line, ctx)),
    shippingFee: fee
      ? {
          id: ctx.world.ids.gid("ReturnShippingFee"),
          amount: fromPresentment(order, amount(fee.amount, fee.currencyCode).minor),
          charged: false,
        }
      : null,
    reverseOrders: [],
    decline: null,
    refundIds: [],
    createdAt: now,
    requestApprovedAt: status === "OPEN" ? now : null,
    closedAt: null,
  };
  if (status === "OPEN") openReverseOrder(record, ctx);
  return ctx.shop.putReturn(record);
}
