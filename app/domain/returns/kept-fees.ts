import type { ReturnableOrder } from "#app/domain/orders/returnable-order.ts";
import type { OfferedResolution, ResolutionKind } from "#app/domain/policies/policy.ts";
import type { MoneyPair } from "#app/domain/shared/money-pair.ts";
import {
  addPairs,
  minPair,
  negatePair,
  pairAtLeastZero,
  pairOf,
  subtractPairs,
  sumPairs,
  zeroPair,
} from "#app/domain/shared/money-pair.ts";
import { basisPoints, max } from "#app/domain/shared/money.ts";
import type { ExchangeCost } from "./exchange-quote.ts";
import { tipFor } from "./duties-and-tip.ts";
import { deductionFor } from "./grade-deduction.ts";
import type { UnitsWorth } from "./refund-quote.ts";
import { atOrderRate, leftOfOrder, shippingFor } from "./refund-quote.ts";
import type { QuotedItem, QuotePart, QuotePartKind } from "./resolution-quote.ts";

/** One item of a return with the offer that applies to it and what it is worth. */
export interface PricedItem {
  readonly item: QuotedItem;
  readonly kind: ResolutionKind;
  readonly offer: OfferedResolution;
  readonly worth: UnitsWorth;
  /** Import duties that go back with it. */
  readonly duties: MoneyPair;
  readonly cost: ExchangeCost | null;
}

/** What comes back to the customer before any bonus or exchange. */
export interface Kept {
  readonly items: readonly PricedItem[];
  readonly parts: readonly QuotePart[];
  /** What is left of each item's goods and tax after its own fee. */
  readonly ofItems: readonly MoneyPair[];
  /** What all fees of the return and the order's cap take off besides. */
  readonly ofReturn: MoneyPair;
}

/**
 * What was paid for the items, with their duties, the outbound shipping at the merchant's fault and the tip of a whole order, but no more than
 * is left of the order; less
 * the restocking fee of each item, one return shipping fee and what the goods' condition costs. Never below nothing, in either currency.
 *
 * Goods 80.00 + tax 8.00, restocking 10 %, return shipping 5.00: parts 80.00, 8.00, -8.00, -5.00.
 */
export function keepFees(order: ReturnableOrder, items: readonly PricedItem[]): Kept {
  const worths = items.map(({ worth }) => worth);
  const shipped = items.filter(({ item }) => item.terms.refundsShipping).map(({ worth }) => worth);
  const shipping = shippingFor(order, shipped);
  const tip = tipFor(order, items);
  const besides = [...items.map(({ duties }) => duties), shipping, tip];
  const paid = sumPairs([...worths.map((worth) => worth.paid), ...besides], order.total);
  const payable = minPair(paid, leftOfOrder(order));
  const restocking = restockingFees(items, payable);
  const rest = subtractPairs(payable, sumPairs(restocking, order.total));
  const returnShipping = minPair(returnShippingFee(order, items), rest);
  const deductions = gradeDeductions(items, restocking, subtractPairs(rest, returnShipping));
  const alreadyRefunded = subtractPairs(paid, payable);
  return {
    items,
    parts: [
      ...items.flatMap((item) => worthParts(order, item)),
      part("shipping", shipping),
      part("tip", tip),
      part("already_refunded", negatePair(alreadyRefunded)),
      ...items.map(({ worth }, index) => part("restocking_fee", negatePair(restocking[index] ?? zeroPair(paid)), worth)),
      part("return_shipping_fee", negatePair(returnShipping)),
      ...items.map(({ worth }, index) => part("grade_deduction", negatePair(deductions[index] ?? zeroPair(paid)), worth)),
    ],
    ofItems: worths.map((worth, index) =>
      subtractPairs(subtractPairs(worth.paid, restocking[index] ?? zeroPair(paid)), deductions[index] ?? zeroPair(paid)),
    ),
    ofReturn: addPairs(returnShipping, alreadyRefunded),
  };
}

/** Each item's fee is a share of its goods at the order's prices; all together no more than there is to keep from. */
function restockingFees(items: readonly PricedItem[], payable: MoneyPair): MoneyPair[] {
  let rest = payable;
  return items.map(({ item, offer, worth }) => {
    const rate = item.terms.areFeesWaived ? 0 : offer.restockingFeeBp;
    const fee = minPair(
      pairOf((side) => basisPoints(worth.priced[side], rate)),
      rest,
    );
    rest = subtractPairs(rest, fee);
    return fee;
  });
}

/**
 * What the condition of the goods costs: never more than its fee leaves of each item, than is left of all, nor than an exchange leaves to be
 * paid out.
 */
function gradeDeductions(items: readonly PricedItem[], fees: readonly MoneyPair[], left: MoneyPair): MoneyPair[] {
  const exchanged = items.flatMap(({ cost }) => (cost ? [cost.goods, cost.tax] : []));
  let rest = pairAtLeastZero(subtractPairs(left, sumPairs(exchanged, left)));
  return items.map(({ item, worth }, index) => {
    const afterFee = pairAtLeastZero(subtractPairs(worth.paid, fees[index] ?? zeroPair(worth.paid)));
    const kept = minPair(minPair(deductionFor(worth, item.deductions ?? []), afterFee), rest);
    rest = subtractPairs(rest, kept);
    return kept;
  });
}

/** One fee for the parcel: the highest that any item asks for. */
function returnShippingFee(order: ReturnableOrder, items: readonly PricedItem[]): MoneyPair {
  return items
    .flatMap(({ item: { terms }, offer }) =>
      terms.returnShippingFee !== null && offer.takesReturnShippingFee && !terms.areFeesWaived ? [terms.returnShippingFee] : [],
    )
    .map((fee) => atOrderRate(order, fee))
    .reduce((highest, fee) => pairOf((side) => max(highest[side], fee[side])), zeroPair(order.total));
}

function worthParts(order: ReturnableOrder, { worth, duties }: PricedItem): QuotePart[] {
  const { priced, tax } = worth;
  const goods = order.taxesIncluded ? subtractPairs(priced, tax) : priced;
  return [part("goods", goods, worth), part("tax", tax, worth), part("duties", duties, worth)];
}

/** One line of a quote, of an item or of the whole return. */
export function part(kind: QuotePartKind, amount: MoneyPair, of?: Pick<UnitsWorth, "lineGid" | "group">): QuotePart {
  return { kind, lineGid: of?.lineGid ?? null, ...(of?.group === undefined ? {} : { group: of.group }), amount };
}
