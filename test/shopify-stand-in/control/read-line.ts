import { emptyBag } from "../money/bag.ts";
import type { LineRecord, TaxLineRecord } from "../state/records.ts";
import type { Desk } from "../state/desk.ts";
import { BadInput, type Currencies, type Reading } from "./reading.ts";
import { ensureProduct } from "./ensure-product.ts";

export function readTaxLines(reading: Reading, money: Currencies): TaxLineRecord[] {
  return reading.readings("tax_lines").map((tax) => ({
    title: tax.text("title") ?? "Tax",
    rate: tax.number("rate") ?? 0,
    price: tax.bag("price", money) ?? emptyBag(money.shop, money.presentment),
  }));
}

export function readLine(desk: Desk, line: Reading, money: Currencies): LineRecord {
  const { world, shop } = desk;
  const title = line.text("title") ?? line.text("name");
  if (title === null) throw new BadInput(`${line.where}.title`, "is missing");
  const price = line.bag("price", money);
  if (!price) throw new BadInput(`${line.where}.price`, "is missing");
  const quantity = line.whole("quantity", 1) ?? 1;
  const id = line.gid("LineItem") ?? world.ids.gid("LineItem");
  if (shop.has(id)) throw new BadInput(`${line.where}.id`, "belongs to another order already", 409);
  const variantTitle = line.text("variant_title");
  const product = ensureProduct(desk, line, { title, variantTitle, price: price.shop });
  return {
    id,
    title,
    name: line.text("name") ?? (variantTitle === null ? title : `${title} - ${variantTitle}`),
    variantTitle,
    sku: line.text("sku"),
    vendor: line.text("vendor"),
    quantity,
    price,
    grams: line.number("grams") ?? 0,
    taxable: line.flag("taxable", true),
    requiresShipping: line.flag("requires_shipping", true),
    giftCard: line.flag("gift_card", false),
    productId: product.productId,
    variantId: product.variantId,
    properties: line.readings("properties").map((one) => ({ name: one.text("name") ?? "", value: one.text("value") ?? "" })),
    taxLines: readTaxLines(line, money),
    allocations: line.readings("discount_allocations").map((allocation) => ({
      amount: allocation.bag("amount", money) ?? emptyBag(money.shop, money.presentment),
      applicationIndex: allocation.whole("discount_application_index", 0) ?? 0,
    })),
    exchangeOf: null,
  };
}
