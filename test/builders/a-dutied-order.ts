import type { LineItemGid, OrderGid } from "#app/domain/shared/gid.ts";
import type { StandIn } from "#test/shopify-stand-in/create-stand-in.ts";
import { TEST_NOW } from "#test/support/test-app.ts";
import { seedShirtOrder } from "./a-shirt-order.ts";

export interface DutiedOrder {
  readonly gid: OrderGid;
  readonly name: string;
  readonly lineGid: LineItemGid;
  readonly dutyGid: string;
  readonly tipGid: string;
}

const usd = (amount: string) => ({ amount, currency_code: "USD" });
const set = (amount: string) => ({ shop_money: usd(amount), presentment_money: usd(amount) });

/**
 * Three linen shirts at 20.00 and 10 % tax, sent to Canada with a duty of 10.00 and 0.50 of import tax on it, shipping of 5.00 and a tip of
 * 4.00: 85.50 paid, in the very shape of `orders/create`.
 */
export function seedDutiedOrder(standIn: StandIn, email: string): DutiedOrder {
  const shirt = {
    title: "Linen shirt",
    variant_title: "M",
    sku: "SHIRT-M",
    price: "20.00",
    quantity: 3,
    product_id: 7001,
    variant_id: 7101,
    tax_lines: [{ title: "Tax", rate: 0.1, price: "6.00", price_set: set("6.00") }],
    duties: [
      {
        harmonized_system_code: "620520",
        country_code_of_origin: "CN",
        ...set("10.00"),
        tax_lines: [{ title: "GST", rate: 0.05, price: "0.50", price_set: set("0.50"), channel_liable: false }],
      },
    ],
  };
  const tip = { title: "Tip", price: "4.00", quantity: 1, requires_shipping: false, taxable: false, tip_payment_gateway: null };
  const address = {
    first_name: "Jane",
    last_name: "Doe",
    address1: `1 ${email} Street`,
    city: "Toronto",
    zip: "M5H 2N2",
    country_code: "CA",
  };
  const payload = { line_items: [shirt, tip], discount_applications: [], shipping_address: address };
  const { gid, name, lineGid } = seedShirtOrder(standIn, { email, processedAt: TEST_NOW.toISOString(), payload });
  const lines = standIn.world.firstShop.orders.get(gid)?.lines ?? [];
  return { gid, name, lineGid, dutyGid: lines[0]?.duties?.[0]?.id ?? "", tipGid: lines[1]?.id ?? "" };
}
