import { toIso } from "../clock/stand-in-clock.ts";
import { addBags, emptyBag, scaleBag, subtractBags, sumBags, timesBag, zeroLike } from "../money/bag.ts";
import type { Bag } from "../money/amount.ts";
import type { LineRecord, OrderRecord, RefundLineRecord, RefundRecord } from "../state/records.ts";
import type { ReturnRecord } from "../state/return-records.ts";
import type { Numbering } from "./numbering.ts";
import type { Chance } from "./random.ts";

const DAY = 86_400_000;

/** When the last parcel of an order arrived, if it did. */
export function deliveredAt(order: OrderRecord): Date | undefined {
  const arrivals = order.fulfillments.map((parcel) => parcel.events.find(({ status }) => status === "DELIVERED")?.happenedAt);
  const last = arrivals.at(-1);
  return arrivals.includes(undefined) || last === undefined ? undefined : new Date(last);
}

/** A goodwill refund that somebody at the shop typed in by hand: money back, nothing sent back. */
export function refundByHand(order: OrderRecord, at: Date, ids: Numbering): void {
  const paid = order.totals.price;
  const amount = scaleBag(paid, 1, 10);
  addRefund(order, {
    lines: [],
    amount,
    adjustment: { amount, reason: "Refund discrepancy" },
    note: "Sorry about the packaging",
    returnId: null,
    at,
    ids,
  });
}

/** One line sent back without a return in Shopify: refunded from the order page and put back into stock. */
export function refundOfLine(order: OrderRecord, at: Date, ids: Numbering): void {
  const line = order.lines[0];
  if (!line) return;
  const parts = worthOf(order, line, 1);
  addRefund(order, {
    lines: [refundLine(line, parts, { ids })],
    amount: parts.total,
    adjustment: null,
    note: "Returned in store",
    returnId: null,
    at,
    ids,
  });
}

/** A return that ran its whole way through Shopify: requested, received, restocked, refunded, closed. */
export function finishedReturn(
  order: OrderRecord,
  at: Date,
  of: { ids: Numbering; chance: Chance; locationId: string },
): ReturnRecord | undefined {
  const { ids } = of;
  const parcel = order.fulfillments[0];
  const sent = parcel?.lines[0];
  const line = order.lines.find(({ id }) => id === sent?.lineItemId);
  if (!sent || !line) return undefined;
  const id = ids("Return");
  const parts = worthOf(order, line, 1);
  const refund = addRefund(order, {
    lines: [refundLine(line, parts, of)],
    amount: parts.total,
    adjustment: null,
    note: null,
    returnId: id,
    at,
    ids,
  });
  return closedReturn({ id, order, line, sentId: sent.id, refundId: refund.id, at }, of);
}

interface Closed {
  id: string;
  order: OrderRecord;
  line: LineRecord;
  sentId: string;
  refundId: string;
  at: Date;
}

function closedReturn(
  { id, order, line, sentId, refundId, at }: Closed,
  of: { ids: Numbering; chance: Chance; locationId: string },
): ReturnRecord {
  const { ids, chance, locationId } = of;
  const opened = toIso(new Date(at.getTime() - 6 * DAY));
  const returnLineId = ids("ReturnLineItem");
  const reasonId = `gid://shopify/ReturnReasonDefinition/${chance.pick([2, 3, 6, 7, 8, 9])}`;
  const disposition = { id: ids("ReverseFulfillmentOrderDisposition"), type: "RESTOCKED", quantity: 1, locationId, createdAt: toIso(at) };
  const reverseLine = {
    id: ids("ReverseFulfillmentOrderLineItem"),
    returnLineId,
    fulfillmentLineItemId: sentId,
    totalQuantity: 1,
    dispositions: [disposition],
  };
  const returned = { quantity: 1, processedQuantity: 1, refundedQuantity: 1 };
  return {
    id,
    name: `${order.name}-R1`,
    orderId: order.id,
    status: "CLOSED",
    lines: [
      {
        id: returnLineId,
        fulfillmentLineItemId: sentId,
        lineItemId: line.id,
        ...returned,
        reasonId,
        reasonNote: "",
        customerNote: null,
        restockingFee: null,
      },
    ],
    exchangeLines: [],
    shippingFee: null,
    reverseOrders: [{ id: ids("ReverseFulfillmentOrder"), status: "CLOSED", lines: [reverseLine] }],
    decline: null,
    refundIds: [refundId],
    createdAt: opened,
    requestApprovedAt: opened,
    closedAt: toIso(at),
  };
}

interface Worth {
  subtotal: Bag;
  tax: Bag;
  total: Bag;
}

function worthOf(order: OrderRecord, line: LineRecord, quantity: number): Worth {
  const none = zeroLike(line.price);
  const whole = subtractBags(
    timesBag(line.price, line.quantity),
    sumBags(
      line.allocations.map(({ amount }) => amount),
      none,
    ),
  );
  const subtotal = scaleBag(whole, quantity, line.quantity);
  const tax = scaleBag(
    sumBags(
      line.taxLines.map(({ price }) => price),
      none,
    ),
    quantity,
    line.quantity,
  );
  return { subtotal, tax, total: order.taxesIncluded ? subtotal : addBags(subtotal, tax) };
}

/** One piece of a line; with a location it goes back into stock there. */
function refundLine(line: LineRecord, worth: Worth, of: { ids: Numbering; locationId?: string }): RefundLineRecord {
  const locationId = of.locationId ?? null;
  return {
    id: of.ids("RefundLineItem"),
    lineItemId: line.id,
    quantity: 1,
    restockType: locationId ? "RETURN" : "NO_RESTOCK",
    restocked: locationId !== null,
    locationId,
    subtotal: worth.subtotal,
    tax: worth.tax,
  };
}

interface RefundDraft {
  lines: RefundLineRecord[];
  amount: Bag;
  adjustment: RefundRecord["adjustment"];
  note: string | null;
  returnId: string | null;
  at: Date;
  ids: Numbering;
}

function addRefund(order: OrderRecord, draft: RefundDraft): RefundRecord {
  const none = emptyBag(order.currency, order.presentmentCurrency);
  const sale = order.transactions[0];
  const id = draft.ids("Refund");
  const transactionId = draft.ids("OrderTransaction");
  const at = toIso(draft.at);
  const refund: RefundRecord = {
    id,
    note: draft.note,
    returnId: draft.returnId,
    lines: draft.lines,
    shipping: none,
    adjustment: draft.adjustment,
    transactionIds: [transactionId],
    storeCredit: none,
    total: draft.amount,
    createdAt: at,
  };
  order.transactions.push({
    id: transactionId,
    kind: "REFUND",
    status: "SUCCESS",
    gateway: sale?.gateway ?? "manual",
    amount: draft.amount,
    parentId: sale?.id ?? null,
    refundId: id,
    createdAt: at,
    paymentId: null,
  });
  order.refunds.push(refund);
  order.updatedAt = at;
  return refund;
}
