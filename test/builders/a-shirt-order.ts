import type { LineItemGid, OrderGid } from "#app/domain/shared/gid.ts";
import type { StandIn } from "#test/shopify-stand-in/create-stand-in.ts";

const SHIRT = { id: 7001, variants: { m: 7101, l: 7102, xl: 7103 } };

/** What a test changes about the shirts that were ordered; amounts are decimal texts in the order's currency. */
export interface SeededShirts {
  readonly email?: string | null;
  readonly name?: string;
  readonly shop?: string;
  readonly quantity?: number;
  readonly processedAt?: string;
  readonly tags?: string;
  /** False for an order that was not sent yet. */
  readonly isSent?: boolean;
  /** Fields of the `orders/create` payload that replace the usual ones. */
  readonly payload?: Record<string, never> | object;
}

export interface SeededOrderIds {
  readonly gid: OrderGid;
  readonly name: string;
  readonly lineGid: LineItemGid;
  readonly fulfillmentGid: string | undefined;
}

/**
 * Two linen shirts of 25.00 USD, 5.00 off each by a code, 10 % tax on top, 5.00 shipping: 49.00 paid by card on 2026-03-01, delivered on
 * 2026-03-05. The shirt also comes in L (100 in stock, same price) and XL (30.00, sold out).
 */
export function seedShirtOrder(standIn: StandIn, shirts: SeededShirts = {}): SeededOrderIds {
  const options = { webhooks: false, ...(shirts.shop ? { shop: shirts.shop } : {}) };
  if (!standIn.control.shop(shirts.shop).products.has(`gid://shopify/Product/${SHIRT.id}`)) seedShirtProduct(standIn, options);
  const [order] = standIn.control.orders(orderPayload(shirts) as never, options);
  const [line] = order?.lineItems ?? [];
  if (!order || !line) throw new Error("The stand-in seeded no order");
  return { gid: order.id as OrderGid, name: order.name, lineGid: line.id as LineItemGid, fulfillmentGid: order.fulfillments[0]?.id };
}

function seedShirtProduct(standIn: StandIn, options: { webhooks: boolean; shop?: string }): void {
  const { id, variants } = SHIRT;
  standIn.control.products(
    {
      id,
      title: "Linen shirt",
      vendor: "Northwind",
      product_type: "Shirts",
      tags: "summer",
      images: [{ src: "https://cdn.shopify.com/shirt.png", alt: "A linen shirt" }],
      options: [{ name: "Size" }],
      variants: [
        { id: variants.m, option1: "M", price: "25.00", sku: "SHIRT-M", inventory_quantity: 50 },
        { id: variants.l, option1: "L", price: "25.00", sku: "SHIRT-L", inventory_quantity: 100 },
        { id: variants.xl, option1: "XL", price: "30.00", sku: "SHIRT-XL", inventory_quantity: 0 },
      ],
    },
    options,
  );
}

function orderPayload({ email = "jane@example.com", name, quantity = 2, processedAt, isSent = true, payload }: SeededShirts): object {
  const goods = 20 * quantity;
  const address = { first_name: "Jane", last_name: "Doe", address1: "1 Main St", city: "Albany", zip: "12207", country_code: "US" };
  return {
    ...(name ? { name } : {}),
    email,
    currency: "USD",
    taxes_included: false,
    created_at: processedAt ?? "2026-03-01T12:00:00Z",
    processed_at: processedAt ?? "2026-03-01T12:00:00Z",
    financial_status: "paid",
    customer_locale: "en",
    shipping_address: address,
    discount_applications: [
      { type: "discount_code", code: "FIVE", allocation_method: "across", value: "10.00", value_type: "fixed_amount" },
    ],
    line_items: [
      {
        title: "Linen shirt",
        variant_title: "M",
        sku: "SHIRT-M",
        vendor: "Northwind",
        price: "25.00",
        quantity,
        product_id: SHIRT.id,
        variant_id: SHIRT.variants.m,
        tax_lines: [{ title: "Tax", rate: 0.1, price: decimal(goods / 10) }],
        discount_allocations: [{ amount: decimal(5 * quantity), discount_application_index: 0 }],
      },
    ],
    shipping_lines: [{ title: "Standard", price: "5.00" }],
    ...(isSent ? { fulfillments: [PARCEL] } : {}),
    ...payload,
  };
}

const PARCEL = {
  created_at: "2026-03-02T12:00:00Z",
  tracking_company: "UPS",
  tracking_number: "1Z999",
  events: [{ status: "delivered", happened_at: "2026-03-05T12:00:00Z" }],
};

/** Whole cents as Shopify writes them. */
function decimal(units: number): string {
  return `${units}.00`;
}
