import { z } from "zod";
import type { CustomerGid, LineItemGid, OrderGid, ProductGid, VariantGid } from "#app/domain/shared/gid.ts";
import type { Money } from "#app/domain/shared/money.ts";
import { parseMoney, subtract, sum } from "#app/domain/shared/money.ts";
import { gidOf } from "#app/use-cases/inbox/shopify-json.server.ts";
import { customerPayload, toCustomer } from "./customer-payload.server.ts";
import { fulfillmentPayload, toFulfillment } from "./fulfillment-payload.server.ts";
import { id, instant, known, moneySet, plainAmount, shopAmount, text } from "./payload-parts.server.ts";
import type { OrderLineProjection, OrderProjection, OrderSnapshot } from "./ports.ts";
import { refundPayload, toRefund } from "./refund-payload.server.ts";

const dutyPayload = moneySet.extend({ tax_lines: z.array(z.object({ price: plainAmount, price_set: moneySet.nullish() })).nullish() });

const linePayload = z.object({
  id,
  admin_graphql_api_id: text,
  title: z.string(),
  variant_title: text,
  sku: text,
  vendor: text,
  product_id: id.nullish(),
  variant_id: id.nullish(),
  quantity: z.number().int(),
  current_quantity: z.number().int().nullish(),
  price: plainAmount,
  price_set: moneySet.nullish(),
  total_discount: plainAmount.nullish(),
  discount_allocations: z.array(z.object({ amount: plainAmount, amount_set: moneySet.nullish() })).nullish(),
  requires_shipping: z.boolean().nullish(),
  gift_card: z.boolean().nullish(),
  duties: z.array(dutyPayload).nullish(),
  tip_payment_gateway: text,
});

const orderPayload = z.object({
  id,
  admin_graphql_api_id: text,
  name: z.string(),
  email: text,
  phone: text,
  currency: z.string().length(3),
  taxes_included: z.boolean().nullish(),
  presentment_currency: z.string().length(3).nullish(),
  subtotal_price: plainAmount.nullish(),
  subtotal_price_set: moneySet.nullish(),
  total_price: plainAmount.nullish(),
  total_price_set: moneySet.nullish(),
  total_shipping_price_set: moneySet.nullish(),
  total_outstanding: plainAmount.nullish(),
  shipping_address: z.object({ name: text, country_code: text, province_code: text }).nullish(),
  customer: customerPayload.nullish(),
  customer_locale: text,
  tags: text,
  financial_status: text,
  fulfillment_status: text,
  processed_at: instant.nullish(),
  created_at: instant,
  updated_at: instant,
  cancelled_at: instant.nullish(),
  test: z.boolean().nullish(),
  line_items: z.array(linePayload),
  fulfillments: z.array(fulfillmentPayload).nullish(),
  refunds: z.array(refundPayload).nullish(),
});

type OrderPayload = z.infer<typeof orderPayload>;

/** What one payload says of an order. */
interface OrderNews extends Omit<OrderSnapshot, "products" | "events"> {
  /** What is left to pay of it, in the shop's currency; negative when something is to be paid back. */
  readonly outstanding?: Money;
}

/**
 * Reads an orders/* payload as projections. Money stays in the order's own shop currency; a line's discounted total is its price
 * times quantity less everything allocated to it, order-level discounts included.
 */
export function readOrderPayload(payload: unknown): OrderNews {
  const order = orderPayload.parse(payload);
  const orderGid = gidOf("Order", order.id, order.admin_graphql_api_id) as OrderGid;
  return {
    order: toOrder(order, orderGid),
    ...(order.total_outstanding ? { outstanding: parseMoney(order.total_outstanding, order.currency) } : {}),
    lines: order.line_items.filter((line) => !isTip(line)).map((line) => toLine(line, order)),
    fulfillments: (order.fulfillments ?? []).map((fulfillment) => toFulfillment(fulfillment, orderGid)),
    refunds: (order.refunds ?? []).map((refund) => toRefund(refund, order.currency, orderGid)),
    ...(order.customer
      ? { customer: toCustomer(order.customer, { fallbackAt: order.updated_at, country: order.shipping_address?.country_code }) }
      : {}),
  };
}

function toOrder(order: OrderPayload, gid: OrderGid): OrderProjection {
  const total = shopAmount(order.total_price_set, order.total_price, order.currency);
  return {
    gid,
    name: order.name,
    ...known({ email: order.email, phone: order.phone, locale: order.customer_locale }),
    ...known({ countryCode: order.shipping_address?.country_code, provinceCode: order.shipping_address?.province_code }),
    ...known({
      customerGid: order.customer ? (gidOf("Customer", order.customer.id, order.customer.admin_graphql_api_id) as CustomerGid) : undefined,
      customerName: order.shipping_address?.name ?? [order.customer?.first_name, order.customer?.last_name].filter(Boolean).join(" "),
    }),
    ...known({ financialStatus: order.financial_status, fulfillmentStatus: order.fulfillment_status, cancelledAt: order.cancelled_at }),
    subtotal: shopAmount(order.subtotal_price_set, order.subtotal_price, order.currency),
    total,
    shipping: shopAmount(order.total_shipping_price_set, "0", order.currency),
    totalPresentment: order.total_price_set?.presentment_money ?? total,
    tags: (order.tags ?? "")
      .split(",")
      .map((tag) => tag.trim())
      .filter(Boolean),
    processedAt: order.processed_at ?? order.created_at,
    isTest: order.test ?? false,
    sourceUpdatedAt: order.updated_at,
  };
}

/** A tip alone says how it was paid, if only with null. */
function isTip({ tip_payment_gateway: paidBy }: z.infer<typeof linePayload>): boolean {
  return paidBy !== undefined;
}

/** The taxes on a duty are inside it where the order's prices contain taxes. */
function dutiesOf(
  line: z.infer<typeof linePayload>,
  { currency, taxes_included: included }: OrderPayload,
): Pick<OrderLineProjection, "duties"> {
  const charged = (line.duties ?? []).flatMap((duty) => [
    duty.shop_money,
    ...(included ? [] : (duty.tax_lines ?? []).map((tax) => shopAmount(tax.price_set, tax.price, currency))),
  ]);
  return charged.length > 0 ? { duties: sum(charged, currency) } : {};
}

function toLine(line: z.infer<typeof linePayload>, order: OrderPayload): OrderLineProjection {
  const { currency } = order;
  const unitPrice = shopAmount(line.price_set, line.price, currency);
  const gross = { ...unitPrice, minor: unitPrice.minor * line.quantity };
  const allocated = sum(
    (line.discount_allocations ?? []).map((allocation) => shopAmount(allocation.amount_set, allocation.amount, currency)),
    currency,
  );
  return {
    gid: gidOf("LineItem", line.id, line.admin_graphql_api_id) as LineItemGid,
    title: line.title,
    ...known({ variantTitle: line.variant_title, sku: line.sku, vendor: line.vendor }),
    ...known({
      productGid: gidOf("Product", line.product_id) as ProductGid,
      variantGid: gidOf("ProductVariant", line.variant_id) as VariantGid,
    }),
    quantity: line.quantity,
    currentQuantity: line.current_quantity ?? line.quantity,
    unitPrice,
    discountedTotal: subtract(gross, allocated),
    ...dutiesOf(line, order),
    requiresShipping: line.requires_shipping ?? true,
    isGiftCard: line.gift_card ?? false,
  };
}
