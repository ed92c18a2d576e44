import { plain } from "../../money/amount.ts";
import type { Bag } from "../../money/amount.ts";
import { restId } from "../../state/gids.ts";
import type { OrderRecord } from "../../state/records.ts";
import type { DispositionRecord, ReturnRecord, ReverseFulfillmentOrderRecord, ReverseLineRecord } from "../../state/return-records.ts";
import { reasonById } from "../../returns/reasons.ts";

const ref = (gid: string): Record<string, unknown> => ({ id: restId(gid), admin_graphql_api_id: gid });

/** Return payloads name a fee's amount `price`. */
const price = (value: Bag): unknown => ({
  shop_money: { amount: plain(value.shop), currency_code: value.shop.currency },
  presentment_money: { amount: plain(value.presentment), currency_code: value.presentment.currency },
});

/** `returns/request` and `returns/approve` */
export function returnPayload(order: OrderRecord, record: ReturnRecord): Record<string, unknown> {
  return {
    ...ref(record.id),
    status: record.status.toLowerCase(),
    order: ref(order.id),
    total_return_line_items: record.lines.length,
    name: record.name,
    return_line_items: record.lines.map((line) => ({
      ...ref(line.id),
      fulfillment_line_item: { ...ref(line.fulfillmentLineItemId), line_item: ref(line.lineItemId) },
      quantity: line.quantity,
      return_reason: (reasonById(line.reasonId)?.legacy ?? "UNKNOWN").toLowerCase(),
      return_reason_note: line.reasonNote,
      customer_note: line.customerNote,
      restocking_fee: line.restockingFee ? { ...ref(line.restockingFee.id), percentage: line.restockingFee.percentage } : null,
    })),
    return_shipping_fees: record.shippingFee ? [{ ...ref(record.shippingFee.id), price: price(record.shippingFee.amount) }] : [],
    exchange_line_items: record.exchangeLines.map((line) => ({
      ...ref(line.id),
      line_item: line.lineItemIds[0] ? ref(line.lineItemIds[0]) : null,
    })),
    total_exchange_line_items: record.exchangeLines.length,
  };
}

/** `returns/cancel`, `returns/close` and `returns/reopen` */
export function returnStatusPayload(order: OrderRecord, record: ReturnRecord): Record<string, unknown> {
  return { ...ref(record.id), order_id: restId(order.id), status: record.status.toLowerCase() };
}

export function returnDeclinePayload(order: OrderRecord, record: ReturnRecord): Record<string, unknown> {
  return {
    ...ref(record.id),
    status: record.status.toLowerCase(),
    order: ref(order.id),
    decline: { reason: record.decline?.reason.toLowerCase() ?? null, note: record.decline?.note ?? null },
  };
}

/** `returns/process` has no published sample: this is the shape of its neighbours. */
export function returnProcessPayload(order: OrderRecord, record: ReturnRecord): Record<string, unknown> {
  return { ...ref(record.id), status: record.status.toLowerCase(), order: ref(order.id) };
}

export function returnUpdatePayload(record: ReturnRecord, removals: { id: string; delta: number }[]): Record<string, unknown> {
  return {
    admin_graphql_api_id: record.id,
    return_line_items: { removals: removals.map(({ id, delta }) => ({ admin_graphql_api_id: id, delta })) },
    restocking_fees: { updates: [], removals: [] },
    return_shipping_fees: { updates: [], removals: [] },
  };
}

export function disposePayload(
  reverse: ReverseFulfillmentOrderRecord,
  made: { line: ReverseLineRecord; disposition: DispositionRecord }[],
): Record<string, unknown> {
  return {
    ...ref(reverse.id),
    dispositions: made.map(({ line, disposition }) => ({
      reverse_fulfillment_order_line_item: ref(line.id),
      reverse_delivery_line_item: null,
      type: disposition.type.toLowerCase(),
      location: disposition.locationId === null ? null : ref(disposition.locationId),
      quantity: disposition.quantity,
    })),
    total_dispositions: made.length,
  };
}
