import { addBags, emptyBag, scaleBag, sumBags } from "../money/bag.ts";
import type { Bag } from "../money/amount.ts";
import { discountedTotal } from "../state/line-value.ts";
import type { LineRecord } from "../state/records.ts";
import type { Numbering } from "./numbering.ts";
import { priceIn, type PricedCart } from "./order-money.ts";

/** What an order over a border is charged besides. */
export interface Abroad {
  dutyPercent: number;
  /** In US cents. */
  tip: number;
}

/** The cart with import duties on every line that is sent and a tip as a line of its own, both in its price. */
export function withDuties(cart: PricedCart, { dutyPercent, tip }: Abroad, ids: Numbering): PricedCart {
  const currency = cart.totals.price.presentment.currency;
  const dutied = cart.lines.map((line): LineRecord => {
    const price = scaleBag(discountedTotal(line), dutyPercent, 100);
    const duty = { id: ids("Duty"), price, taxLines: [], harmonizedSystemCode: "611011", countryCodeOfOrigin: "PT" };
    return line.requiresShipping ? { ...line, duties: [duty] } : line;
  });
  const given = tipLine(priceIn(currency, tip), ids);
  const charged = [...dutied.flatMap((line) => (line.duties ?? []).map((duty) => duty.price)), given.price];
  const price = addBags(cart.totals.price, sumBags(charged, emptyBag("USD", currency)));
  return { ...cart, lines: [...dutied, given], totals: { ...cart.totals, price } };
}

function tipLine(price: Bag, ids: Numbering): LineRecord {
  return {
    id: ids("LineItem"),
    title: "Tip",
    name: "Tip",
    variantTitle: null,
    sku: null,
    vendor: null,
    quantity: 1,
    price,
    grams: 0,
    taxable: false,
    requiresShipping: false,
    giftCard: false,
    productId: null,
    variantId: null,
    properties: [],
    taxLines: [],
    allocations: [],
    isTip: true,
    exchangeOf: null,
  };
}
