import { DAY } from "#app/domain/shared/time.ts";
import type { StandIn } from "#test/shopify-stand-in/create-stand-in.ts";

/** A piece of the demo's catalogue, at its catalogue price. */
export interface BoughtItem {
  readonly title: string;
  /** Such as "Moss / S". */
  readonly variant: string;
  readonly quantity?: number;
}

export interface Bought {
  readonly email: string;
  readonly items: readonly BoughtItem[];
  readonly locale?: string;
  readonly percentOff?: number;
  /** Percent of tax on top. */
  readonly taxRate?: number;
  /** False for an order of this hour that has not left. */
  readonly isSent?: boolean;
}

/** What `POST /control/orders` takes: paid by card a week ago, sent, and delivered the day before yesterday, unless it was not sent. */
export function aBoughtOrder(
  standIn: StandIn,
  { email, items, locale = "en", percentOff = 0, taxRate = 0, isSent = true }: Bought,
): object {
  const now = standIn.now().getTime();
  const ago = (days: number) => new Date(now - days * DAY).toISOString();
  const [first_name = "", last_name = ""] = email.split(/[.@]/).map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return {
    email,
    customer: { email, first_name, last_name },
    customer_locale: locale,
    currency: "USD",
    taxes_included: false,
    created_at: ago(isSent ? 7 : 0),
    processed_at: ago(isSent ? 7 : 0),
    financial_status: "paid",
    payment_gateway_names: ["shopify_payments"],
    shipping_address: {
      first_name,
      last_name,
      address1: "12 Willow Street",
      city: "Brooklyn",
      zip: "11201",
      province_code: "NY",
      country_code: "US",
    },
    ...(percentOff > 0
      ? {
          discount_applications: [
            {
              type: "discount_code",
              code: `WELCOME${percentOff}`,
              allocation_method: "across",
              value: `${percentOff}.0`,
              value_type: "percentage",
            },
          ],
        }
      : {}),
    line_items: items.map((item) => lineOf(standIn, item, { percentOff, taxRate })),
    shipping_lines: [{ title: "Standard", price: "6.00" }],
    fulfillments: isSent ? [deliveredParcel(ago)] : [],
  };
}

function deliveredParcel(ago: (days: number) => string): object {
  return {
    created_at: ago(6),
    tracking_company: "UPS",
    tracking_number: "1Z999AA10123456784",
    events: [
      { status: "in_transit", happened_at: ago(5) },
      { status: "delivered", happened_at: ago(2) },
    ],
  };
}

function lineOf(standIn: StandIn, { title, variant, quantity = 1 }: BoughtItem, rates: { percentOff: number; taxRate: number }): object {
  const product = [...standIn.world.firstShop.products.values()].find((each) => each.title === title);
  const chosen = product?.variants.find((each) => each.title === variant);
  if (!product || !chosen) throw new Error(`The shop does not sell ${title} in ${variant}`);
  const goods = chosen.price.minor * quantity;
  const discount = Math.round((goods * rates.percentOff) / 100);
  const tax = Math.round(((goods - discount) * rates.taxRate) / 100);
  return {
    title,
    variant_title: variant,
    sku: chosen.sku,
    vendor: product.vendor,
    price: decimal(chosen.price.minor),
    quantity,
    product_id: Number(product.id.split("/").at(-1)),
    variant_id: Number(chosen.id.split("/").at(-1)),
    ...(rates.taxRate > 0 ? { tax_lines: [{ title: "Sales tax", rate: rates.taxRate / 100, price: decimal(tax) }] } : {}),
    ...(discount > 0 ? { discount_allocations: [{ amount: decimal(discount), discount_application_index: 0 }] } : {}),
  };
}

/** Cents as Shopify writes them. */
function decimal(cents: number): string {
  return (cents / 100).toFixed(2);
}
