import { plain, type Bag } from "../../money/amount.ts";
import { restSet, subtractBags } from "../../money/bag.ts";
import { currentTotal, financialStatus, fulfillmentStatus, outstanding, refundedShipping, zeroOf } from "../../state/derive-order.ts";
import { totalTips } from "../../state/line-value.ts";
import { bearsDuties, refundedDuties, totalDuties } from "../../returns/duties.ts";
import { writeAddress } from "../../state/address.ts";
import { restId } from "../../state/gids.ts";
import type { OrderRecord } from "../../state/records.ts";
import type { ShopState } from "../../state/shop-state.ts";
import { orderUrl } from "../../state/urls.ts";
import { customerPayload } from "./customer.ts";
import { fulfillmentPayload } from "./fulfillment.ts";
import { localInstant } from "./instant.ts";
import { lineItemPayload, shippingLinePayload } from "./line-item.ts";
import { refundPayload } from "./refund.ts";

const REST_FULFILLMENT: Readonly<Record<string, string | null>> = {
  FULFILLED: "fulfilled",
  PARTIALLY_FULFILLED: "partial",
  UNFULFILLED: null,
};

/** An amount under its plain name and as `…_set`. */
function both(name: string, value: Bag): Record<string, unknown> {
  return { [name]: plain(value.shop), [`${name}_set`]: restSet(value) };
}

function totals(order: OrderRecord): Record<string, unknown> {
  const none = zeroOf(order);
  const now = currentTotal(order);
  const taxNow = subtractBags(order.totals.tax, sumOfRefundedTax(order));
  const shippingNow = subtractBags(order.totals.shipping, refundedShipping(order));
  return {
    current_shipping_price_set: restSet(shippingNow),
    ...both("current_subtotal_price", subtractBags(order.totals.subtotal, sumOfRefundedLines(order))),
    ...both("current_total_discounts", order.totals.discounts),
    ...both("current_total_price", now),
    ...both("current_total_tax", taxNow),
    current_total_duties_set: bearsDuties(order) ? restSet(subtractBags(totalDuties(order), refundedDuties(order))) : null,
    current_total_additional_fees_set: null,
    original_total_additional_fees_set: null,
    original_total_duties_set: bearsDuties(order) ? restSet(totalDuties(order)) : null,
    ...both("subtotal_price", order.totals.subtotal),
    ...both("total_discounts", order.totals.discounts),
    ...both("total_line_items_price", order.totals.lineItems),
    ...both("total_price", order.totals.price),
    ...both("total_tax", order.totals.tax),
    total_shipping_price_set: restSet(order.totals.shipping),
    total_outstanding: plain(outstanding(order).shop),
    total_tip_received: plain(totalTips(order).shop),
    total_weight: order.lines.reduce((all, line) => all + line.grams * line.quantity, 0),
    total_cash_rounding_payment_adjustment_set: restSet(none),
    total_cash_rounding_refund_adjustment_set: restSet(none),
  };
}

function sumOfRefundedTax(order: OrderRecord): Bag {
  return order.refunds
    .flatMap((refund) => refund.lines)
    .reduce((all, line) => subtractBags(all, subtractBags(zeroOf(order), line.tax)), zeroOf(order));
}

function sumOfRefundedLines(order: OrderRecord): Bag {
  return order.refunds
    .flatMap((refund) => refund.lines)
    .reduce((all, line) => subtractBags(all, subtractBags(zeroOf(order), line.subtotal)), zeroOf(order));
}

/** The whole order as `orders/create`, `orders/updated` and their like carry it. */
export function orderPayload(state: ShopState, order: OrderRecord): Record<string, unknown> {
  const { shop } = state;
  const customer = state.customers.get(order.customerId ?? "");
  const status = financialStatus(order).toLowerCase();
  return {
    ...order.extra,
    id: restId(order.id),
    admin_graphql_api_id: order.id,
    cancel_reason: order.cancelReason,
    cancelled_at: localInstant(shop, order.cancelledAt),
    closed_at: localInstant(shop, order.closedAt),
    confirmation_number: order.confirmationNumber,
    confirmed: true,
    contact_email: order.email,
    created_at: localInstant(shop, order.createdAt),
    currency: order.currency,
    customer_locale: order.customerLocale,
    discount_codes: order.discountCodes,
    email: order.email,
    estimated_taxes: false,
    financial_status: status,
    fulfillment_status: REST_FULFILLMENT[fulfillmentStatus(order)] ?? null,
    name: order.name,
    note: order.note,
    note_attributes: order.noteAttributes,
    number: order.number,
    order_number: order.number,
    order_status_url: orderUrl(shop, order),
    payment_gateway_names: order.paymentGatewayNames,
    phone: order.phone,
    presentment_currency: order.presentmentCurrency,
    processed_at: localInstant(shop, order.processedAt),
    source_name: order.sourceName,
    tags: order.tags.join(", "),
    tax_lines: [],
    taxes_included: order.taxesIncluded,
    test: order.test,
    token: order.token,
    updated_at: localInstant(shop, order.updatedAt),
    duties_included: order.dutiesIncluded === true,
    ...totals(order),
    billing_address: writeAddress(order.billingAddress),
    shipping_address: writeAddress(order.shippingAddress),
    customer: customer ? customerPayload(shop, customer) : null,
    discount_applications: order.discountApplications,
    fulfillments: order.fulfillments.map((fulfillment) => fulfillmentPayload(shop, order, fulfillment)),
    line_items: order.lines.map((line) => lineItemPayload(order, line)),
    refunds: order.refunds.map((refund) => refundPayload(shop, order, refund)),
    shipping_lines: order.shippingLines.map(shippingLinePayload),
    returns: state
      .returnsOf(order.id)
      .map((record) => ({ id: restId(record.id), admin_graphql_api_id: record.id, status: record.status.toLowerCase() })),
  };
}
