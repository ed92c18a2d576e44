import { plain, type Bag } from "../money/amount.ts";
import { emptyBag } from "../money/bag.ts";
import type { DutyRecord, LineRecord, TaxLineRecord } from "../state/records.ts";
import type { Desk } from "../state/desk.ts";
import { BadInput, Reading, type Currencies } from "./reading.ts";
import { ensureProduct } from "./ensure-product.ts";

export function readTaxLines(reading: Reading, money: Currencies): TaxLineRecord[] {
  return reading.readings("tax_lines").map((tax) => ({
    title: tax.text("title") ?? "Tax",
    rate: tax.number("rate") ?? 0,
    price: tax.bag("price", money) ?? emptyBag(money.shop, money.presentment),
  }));
}

/** What a line comes to is counted exactly, and no discount takes more than that off it. */
function demandCountable(line: Reading, of: { price: Bag; quantity: number; discounts: number[] }): void {
  const worth = of.price.shop.minor * of.quantity;
  if (!Number.isSafeInteger(worth)) throw new BadInput(`${line.where}.quantity`, `makes the line worth more than can be counted`);
  if (of.discounts.reduce((all, one) => all + one, 0) > worth)
    throw new BadInput(
      `${line.where}.discount_allocations`,
      `take more off the line than the ${plain({ ...of.price.shop, minor: worth })} it is worth`,
    );
}

/** As Shopify writes them: the two moneys stand in the duty itself. */
function readDuties({ world }: Desk, line: Reading, money: Currencies): DutyRecord[] {
  return line.readings("duties").map((duty) => ({
    id: duty.gid("Duty") ?? world.ids.gid("Duty"),
    price: new Reading({ price_set: duty.object }, duty.where).bag("price", money) ?? emptyBag(money.shop, money.presentment),
    taxLines: readTaxLines(duty, money),
    harmonizedSystemCode: duty.text("harmonized_system_code"),
    countryCodeOfOrigin: duty.text("country_code_of_origin"),
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
  const allocations = line.readings("discount_allocations").map((allocation) => ({
    amount: allocation.bag("amount", money) ?? emptyBag(money.shop, money.presentment),
    applicationIndex: allocation.whole("discount_application_index", 0) ?? 0,
  }));
  demandCountable(line, { price, quantity, discounts: allocations.map(({ amount }) => amount.shop.minor) });
  const product = ensureProduct(desk, line, { title, variantTitle, price: price.shop });
  const duties = readDuties(desk, line, money);
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
    allocations,
    ...(duties.length > 0 ? { duties } : {}),
    // A tip says how it was paid, if only with null; nothing else does.
    ...(line.raw("tip_payment_gateway") === undefined ? {} : { isTip: true }),
    exchangeOf: null,
  };
}
