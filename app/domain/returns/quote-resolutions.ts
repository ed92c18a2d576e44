import type { ReturnableOrder } from "#app/domain/orders/returnable-order.ts";
import type { OfferedResolution, ResolutionKind } from "#app/domain/policies/policy.ts";
import type { MoneyPair } from "#app/domain/shared/money-pair.ts";
import {
  addPairs,
  isZeroPair,
  minPair,
  negatePair,
  pairAtLeastZero,
  pairOf,
  subtractPairs,
  sumPairs,
  zeroPair,
} from "#app/domain/shared/money-pair.ts";
import { allocate, basisPoints, max } from "#app/domain/shared/money.ts";
import type { Refusal, Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import type { ExchangeCost } from "./exchange-quote.ts";
import { costOfExchange } from "./exchange-quote.ts";
import type { UnitsWorth } from "./refund-quote.ts";
import { atOrderRate, leftOfOrder, shippingFor, worthOfUnits } from "./refund-quote.ts";
import type { QuotedItem, QuotePart, QuotePartKind, ResolutionQuote } from "./resolution-quote.ts";

/** A return to be priced. Read the order afresh; at payment give the same `requestedAt` as when it was asked for. */
export interface QuoteRequest {
  readonly order: ReturnableOrder;
  readonly items: readonly QuotedItem[];
  readonly requestedAt: Date;
}

export interface NotQuotable extends Refusal {
  /** The policy offers it for some of the items only; or an exchange without a wanted variant for each item. */
  readonly code: "resolution_not_offered" | "variant_not_chosen";
}

/** The resolutions that the policy offers for every one of these items, in the order the first item's rule lists them. */
export function resolutionsOffered(items: readonly QuotedItem[]): ResolutionKind[] {
  const [first, ...others] = items.map(({ terms }) => terms.resolutions.map(({ kind }) => kind));
  return (first ?? []).filter((kind) => others.every((kinds) => kinds.includes(kind)));
}

/**
 * Every resolution these items can have, each with its exact amounts, so that the shopper sees all of them before choosing.
 * An exchange joins the list once a variant is chosen for every item.
 */
export function quoteResolutions(request: QuoteRequest): ResolutionQuote[] {
  return resolutionsOffered(request.items).flatMap((kind) => {
    const quote = quoteResolution(request, kind);
    return quote.ok ? [quote.value] : [];
  });
}

/**
 * What one resolution comes to, in the shop's and the customer's currency:
 *
 * goods and tax as paid, and the outbound shipping at the merchant's fault; no more than is left of the order's payments;
 * less the restocking fee of each item and one return shipping fee (the highest of the items', none at the merchant's fault),
 * never below nothing; store credit then adds its bonus; an exchange takes off what the wanted variants cost.
 *
 * Refuses with `resolution_not_offered` or `variant_not_chosen`.
 *
 * Goods 80.00 + tax 8.00, restocking 10 % = -8.00, return shipping -5.00, refund total 75.00; as credit with 5 % bonus 78.75.
 */
export function quoteResolution(request: QuoteRequest, kind: ResolutionKind): Result<ResolutionQuote, NotQuotable> {
  const priced = request.items.map((item) => priceItem(request, item, kind));
  const items = priced.filter((item) => item !== null);
  if (items.length === 0 || items.length < priced.length) return refuse({ code: "resolution_not_offered" });
  if (kind === "exchange" && items.some(({ cost }) => cost === null)) return refuse({ code: "variant_not_chosen" });
  const kept = keepFees(request.order, items);
  const parts = [...kept.parts, ...bonusParts(kept), ...(kind === "exchange" ? exchangeParts(items) : [])];
  const nothing = zeroPair(request.order.total);
  const balance = sumPairs(
    parts.map(({ amount }) => amount),
    nothing,
  );
  const expiries = items.flatMap(({ offer }) => offer.creditExpiresAfterDays ?? []);
  return ok({
    resolution: kind,
    parts: parts.filter(({ amount }) => !isZeroPair(amount)),
    total: pairAtLeastZero(balance),
    owed: pairAtLeastZero(negatePair(balance)),
    taxesIncluded: request.order.taxesIncluded,
    expectedDays: Math.max(...items.map(({ offer }) => offer.expectedDays)),
    creditExpiresAfterDays: expiries.length === 0 ? null : Math.min(...expiries),
    exchanges: kind === "exchange" ? items.flatMap(({ cost }) => (cost === null ? [] : [cost.line])) : [],
  });
}

interface PricedItem {
  readonly item: QuotedItem;
  readonly offer: OfferedResolution;
  readonly worth: UnitsWorth;
  readonly cost: ExchangeCost | null;
}

function priceItem({ order, requestedAt }: QuoteRequest, item: QuotedItem, kind: ResolutionKind): PricedItem | null {
  const offer = item.terms.resolutions.find((resolution) => resolution.kind === kind);
  if (!offer) return null;
  const worth = worthOfUnits(order, item, requestedAt);
  return { item, offer, worth, cost: item.exchange && kind === "exchange" ? costOfExchange(order, worth, item.exchange) : null };
}

interface Kept {
  readonly items: readonly PricedItem[];
  readonly parts: readonly QuotePart[];
  /** What is left of each item's goods and tax after its own fee. */
  readonly ofItems: readonly MoneyPair[];
  /** What all fees of the return and the order's cap take off besides. */
  readonly ofReturn: MoneyPair;
}

/** What was paid, less what the shop keeps: never below nothing. */
function keepFees(order: ReturnableOrder, items: readonly PricedItem[]): Kept {
  const worths = items.map(({ worth }) => worth);
  const shipped = items.filter(({ item }) => item.terms.refundsShipping).map(({ worth }) => worth);
  const shipping = shippingFor(order, shipped);
  const paid = addPairs(
    sumPairs(
      worths.map((worth) => worth.paid),
      order.total,
    ),
    shipping,
  );
  const payable = minPair(paid, leftOfOrder(order));
  const restocking = restockingFees(items, payable);
  const rest = subtractPairs(payable, sumPairs(restocking, order.total));
  const returnShipping = minPair(returnShippingFee(order, items), rest);
  const alreadyRefunded = subtractPairs(paid, payable);
  return {
    items,
    parts: [
      ...worths.flatMap((worth) => worthParts(order, worth)),
      part("shipping", shipping),
      part("already_refunded", negatePair(alreadyRefunded)),
      ...items.map(({ worth }, index) => part("restocking_fee", negatePair(restocking[index] ?? zeroPair(paid)), worth.lineGid)),
      part("return_shipping_fee", negatePair(returnShipping)),
    ],
    ofItems: worths.map((worth, index) => subtractPairs(worth.paid, restocking[index] ?? zeroPair(paid))),
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

/** One fee for the parcel: the highest that any item asks for. */
function returnShippingFee(order: ReturnableOrder, items: readonly PricedItem[]): MoneyPair {
  return items
    .flatMap(({ item: { terms }, offer }) =>
      terms.returnShippingFee !== null && offer.takesReturnShippingFee && !terms.areFeesWaived ? [terms.returnShippingFee] : [],
    )
    .map((fee) => atOrderRate(order, fee))
    .reduce((highest, fee) => pairOf((side) => max(highest[side], fee[side])), zeroPair(order.total));
}

/** The bonus counts on what the goods bring after fees: the fees of the whole return are spread over the items by their worth. */
function bonusParts({ items, ofItems, ofReturn }: Kept): QuotePart[] {
  const spread = {
    shop: allocate(
      ofReturn.shop,
      ofItems.map(({ shop }) => shop.minor),
    ),
    presentment: allocate(
      ofReturn.presentment,
      ofItems.map(({ presentment }) => presentment.minor),
    ),
  };
  return items.map(({ offer, worth }, index) => {
    const bonus = pairOf((side) => {
      const worthAfterFee = ofItems[index]?.[side];
      const fees = spread[side][index];
      if (!worthAfterFee || !fees) throw new Error("Every item has its share");
      return basisPoints({ ...worthAfterFee, minor: Math.max(0, worthAfterFee.minor - fees.minor) }, offer.bonusBp);
    });
    return part("bonus", bonus, worth.lineGid);
  });
}

function exchangeParts(items: readonly PricedItem[]): QuotePart[] {
  return items.flatMap(({ worth, cost }) =>
    cost === null
      ? []
      : [part("exchange_goods", negatePair(cost.goods), worth.lineGid), part("exchange_tax", negatePair(cost.tax), worth.lineGid)],
  );
}

function worthParts(order: ReturnableOrder, { lineGid, priced, tax }: UnitsWorth): QuotePart[] {
  return [part("goods", order.taxesIncluded ? subtractPairs(priced, tax) : priced, lineGid), part("tax", tax, lineGid)];
}

function part(kind: QuotePartKind, amount: MoneyPair, lineGid: QuotePart["lineGid"] = null): QuotePart {
  return { kind, lineGid, amount };
}
