import { amount, share, type Bag } from "../money/amount.ts";
import { mapBag, scaleBag, subtractBags, timesBag, zeroLike } from "../money/bag.ts";
import { notImplemented } from "../admin-api/errors.ts";
import type { OrderRecord, VariantRecord } from "../state/records.ts";
import { fromPresentment, fromShop } from "./refundable.ts";

export interface ExchangeInput {
  variantId?: string | null;
  quantity: number;
  appliedDiscount?: { description?: string | null; value: { amount?: { amount: string } | null; percentage?: number | null } } | null;
}

export interface ExchangePrice {
  unitPrice: Bag;
  discount: Bag;
  subtotal: Bag;
  tax: Bag;
}

/** The rates that apply to this buyer are the ones on the order: those of the same product, else of its first taxed line. */
function taxOf(order: OrderRecord, variant: VariantRecord, subtotal: Bag): Bag {
  const taxed = order.lines.filter((line) => line.taxLines.length > 0);
  const like = taxed.find((line) => line.productId === variant.productId) ?? taxed[0];
  const rates = like?.taxLines.map((tax) => Math.round(tax.rate * 1_000_000)) ?? [];
  const rate = variant.taxable ? rates.reduce((all, one) => all + one, 0) : 0;
  return mapBag(subtotal, (minor) => (order.taxesIncluded ? share(minor, rate, 1_000_000 + rate) : share(minor, rate, 1_000_000)));
}

/** Today's price of the variant in the order's two currencies, with the discount the app grants, and tax. */
export function priceExchange(order: OrderRecord, variant: VariantRecord, wanted: ExchangeInput): ExchangePrice {
  const unitPrice = fromShop(order, variant.price.minor);
  const gross = timesBag(unitPrice, wanted.quantity);
  const value = wanted.appliedDiscount?.value;
  let discount = zeroLike(gross);
  if (typeof value?.percentage === "number") discount = scaleBag(gross, Math.round(value.percentage * 10_000), 1_000_000);
  else if (value?.amount)
    discount = fromPresentment(order, Math.min(amount(value.amount.amount, order.presentmentCurrency).minor, gross.presentment.minor));
  else if (value) throw notImplemented("this kind of appliedDiscount");
  const subtotal = subtractBags(gross, discount);
  return { unitPrice, discount, subtotal, tax: taxOf(order, variant, subtotal) };
}
