import { plain } from "../../money/amount.ts";
import { negateBag, restSet, sumBags, zeroLike } from "../../money/bag.ts";
import { restId } from "../../state/gids.ts";
import type { OrderRecord, RefundRecord, ShopRecord, TransactionRecord } from "../../state/records.ts";
import { localInstant } from "./instant.ts";
import { lineItemPayload } from "./line-item.ts";

function transactionPayload(shop: ShopRecord, order: OrderRecord, transaction: TransactionRecord): Record<string, unknown> {
  return {
    id: restId(transaction.id),
    admin_graphql_api_id: transaction.id,
    order_id: restId(order.id),
    kind: transaction.kind.toLowerCase(),
    gateway: transaction.gateway,
    status: transaction.status.toLowerCase(),
    message: null,
    created_at: localInstant(shop, transaction.createdAt),
    processed_at: localInstant(shop, transaction.createdAt),
    test: order.test,
    authorization: null,
    location_id: null,
    user_id: null,
    parent_id: transaction.parentId === null ? null : restId(transaction.parentId),
    device_id: null,
    error_code: null,
    source_name: "web",
    receipt: {},
    amount: plain(transaction.amount.presentment),
    currency: transaction.amount.presentment.currency,
    payment_id: transaction.paymentId,
    manual_payment_gateway: transaction.gateway === "manual",
  };
}

export function refundPayload(shop: ShopRecord, order: OrderRecord, refund: RefundRecord): Record<string, unknown> {
  return {
    id: restId(refund.id),
    admin_graphql_api_id: refund.id,
    order_id: restId(order.id),
    created_at: localInstant(shop, refund.createdAt),
    note: refund.note,
    user_id: null,
    processed_at: localInstant(shop, refund.createdAt),
    duties: (refund.duties ?? []).map(({ dutyId, amount }) => ({ duty_id: restId(dutyId), amount_set: restSet(amount) })),
    total_duties_set: restSet(
      sumBags(
        (refund.duties ?? []).map(({ amount }) => amount),
        zeroLike(refund.total),
      ),
    ),
    return: refund.returnId === null ? null : { id: restId(refund.returnId), admin_graphql_api_id: refund.returnId },
    restock: refund.lines.some((line) => line.restocked),
    refund_shipping_lines: shippingLines(order, refund),
    order_adjustments: adjustments(order, refund),
    refund_line_items: refund.lines.map((line) => {
      const source = order.lines.find((one) => one.id === line.lineItemId);
      return {
        id: restId(line.id),
        quantity: line.quantity,
        line_item_id: restId(line.lineItemId),
        location_id: line.locationId === null ? null : restId(line.locationId),
        restock_type: line.restockType.toLowerCase(),
        subtotal: Number(plain(line.subtotal.shop)),
        total_tax: Number(plain(line.tax.shop)),
        subtotal_set: restSet(line.subtotal),
        total_tax_set: restSet(line.tax),
        line_item: source ? lineItemPayload(order, source) : null,
      };
    }),
    transactions: order.transactions
      .filter((one) => refund.transactionIds.includes(one.id))
      .map((one) => transactionPayload(shop, order, one)),
  };
}

function shippingLines(order: OrderRecord, refund: RefundRecord): unknown[] {
  const line = order.shippingLines[0];
  if (!line || refund.shipping.presentment.minor === 0) return [];
  return [
    {
      id: restId(refund.id),
      shipping_line_id: restId(line.id),
      subtotal_amount_set: restSet(refund.shipping),
      tax_amount_set: restSet(zeroLike(refund.shipping)),
    },
  ];
}

function adjustments(order: OrderRecord, refund: RefundRecord): unknown[] {
  if (!refund.adjustment) return [];
  const signed = negateBag(refund.adjustment.amount);
  const none = zeroLike(signed);
  return [
    {
      id: restId(refund.id),
      order_id: restId(order.id),
      refund_id: restId(refund.id),
      amount: plain(signed.shop),
      tax_amount: plain(none.shop),
      kind: "refund_discrepancy",
      reason: "Refund discrepancy",
      amount_set: restSet(signed),
      tax_amount_set: restSet(none),
    },
  ];
}
