import { plain } from "../../money/amount.ts";
import { restSet, sumBags, zeroLike } from "../../money/bag.ts";
import { restId } from "../../state/gids.ts";
import { currentQuantity, fulfilledQuantity, unfulfilledQuantity } from "../../state/derive-order.ts";
import { discountsWhere } from "../../state/line-value.ts";
import type { LineRecord, OrderRecord, ShippingLineRecord, TaxLineRecord } from "../../state/records.ts";

function taxLinePayload(tax: TaxLineRecord): Record<string, unknown> {
  return { channel_liable: false, price: plain(tax.price.shop), price_set: restSet(tax.price), rate: tax.rate, title: tax.title };
}

function fulfillmentStatusOf(order: OrderRecord, line: LineRecord): string | null {
  if (fulfilledQuantity(order, line.id) === 0) return null;
  return unfulfilledQuantity(order, line) > 0 ? "partial" : "fulfilled";
}

export function lineItemPayload(order: OrderRecord, line: LineRecord): Record<string, unknown> {
  const discount = discountsWhere(order, line, ({ allocation }) => allocation !== "across");
  return {
    id: restId(line.id),
    admin_graphql_api_id: line.id,
    attributed_staffs: [],
    current_quantity: currentQuantity(order, line),
    fulfillable_quantity: unfulfilledQuantity(order, line),
    fulfillment_service: "manual",
    fulfillment_status: fulfillmentStatusOf(order, line),
    gift_card: line.giftCard,
    grams: line.grams,
    name: line.name,
    price: plain(line.price.shop),
    price_set: restSet(line.price),
    product_exists: line.productId !== null,
    product_id: line.productId === null ? null : restId(line.productId),
    properties: line.properties,
    quantity: line.quantity,
    requires_shipping: line.requiresShipping,
    sales_line_item_group_id: null,
    sku: line.sku,
    taxable: line.taxable,
    title: line.title,
    total_discount: plain(discount.shop),
    total_discount_set: restSet(discount),
    variant_id: line.variantId === null ? null : restId(line.variantId),
    variant_inventory_management: line.variantId === null ? null : "shopify",
    variant_title: line.variantTitle,
    vendor: line.vendor,
    tax_lines: line.taxLines.map(taxLinePayload),
    duties: (line.duties ?? []).map((duty) => ({
      id: String(restId(duty.id)),
      admin_graphql_api_id: duty.id,
      harmonized_system_code: duty.harmonizedSystemCode,
      country_code_of_origin: duty.countryCodeOfOrigin,
      ...restSet(duty.price),
      tax_lines: duty.taxLines.map(taxLinePayload),
    })),
    ...(line.isTip ? { tip_payment_gateway: order.paymentGatewayNames[0] ?? null, tip_payment_method: null } : {}),
    discount_allocations: line.allocations.map((allocation) => ({
      amount: plain(allocation.amount.shop),
      amount_set: restSet(allocation.amount),
      discount_application_index: allocation.applicationIndex,
    })),
  };
}

export function shippingLinePayload(line: ShippingLineRecord): Record<string, unknown> {
  const tax = sumBags(
    line.taxLines.map((one) => one.price),
    zeroLike(line.price),
  );
  return {
    id: restId(line.id),
    carrier_identifier: null,
    code: line.code,
    current_discounted_price_set: restSet(line.discountedPrice),
    discounted_price: plain(line.discountedPrice.shop),
    discounted_price_set: restSet(line.discountedPrice),
    is_removed: false,
    phone: null,
    price: plain(line.price.shop),
    price_set: restSet(line.price),
    requested_fulfillment_service_id: null,
    source: line.source,
    title: line.title,
    tax_lines: tax.shop.minor === 0 ? [] : line.taxLines.map(taxLinePayload),
    discount_allocations: [],
  };
}
