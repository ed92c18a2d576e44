import type { ReturnableOrder } from "#app/domain/orders/returnable-order.ts";
import type { DecisionTerms } from "#app/domain/policies/decision.ts";
import type { ResolutionKind } from "#app/domain/policies/policy.ts";
import type { MoneyPair, MoneySide } from "#app/domain/shared/money-pair.ts";
import { isZeroPair, negatePair, pairAtLeastZero, pairOf, sumPairs, zeroPair } from "#app/domain/shared/money-pair.ts";
import type { Money } from "#app/domain/shared/money.ts";
import { allocate, basisPoints } from "#app/domain/shared/money.ts";
import type { Refusal, Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import { isPaidAtFirstScan } from "./early-payment.ts";
import { dutiesFor } from "./duties-and-tip.ts";
import { costOfExchange, costOfReplacement } from "./exchange-quote.ts";
import type { Kept, PricedItem } from "./kept-fees.ts";
import { keepFees, part } from "./kept-fees.ts";
import type { Payouts } from "./payouts.ts";
import { PAYOUT_METHODS, debtsOf, methodOf } from "./payouts.ts";
import { worthOfUnits } from "./refund-quote.ts";
import type { QuotedItem, QuotePart, ResolutionQuote } from "./resolution-quote.ts";

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
 * goods and tax as paid, their import duties and the tip as the policy says, and the outbound shipping at the merchant's fault; no more than
 * is left of the order's payments;
 * less the restocking fee of each item and one return shipping fee (the highest of the items', none at the merchant's fault),
 * never below nothing; store credit and gift cards then add their bonus; an exchange takes off what the wanted variants cost, a
 * replacement what the same goods were worth. A repair brings and costs nothing.
 *
 * Refuses with `resolution_not_offered` or `variant_not_chosen`.
 *
 * Goods 80.00 + tax 8.00, restocking 10 % = -8.00, return shipping -5.00, refund total 75.00; as credit with 5 % bonus 78.75.
 */
export function quoteResolution(request: QuoteRequest, kind: ResolutionKind): Result<ResolutionQuote, NotQuotable> {
  return quoteChoices(request, () => kind);
}

/**
 * The same with a resolution for each item: each is priced by its own, one return shipping fee is taken for all that is sent back, and what the
 * items bring is one sum, so that what an exchange costs on top comes off the refund. A bonus counts on what is really paid as credit.
 * Refuses as `quoteResolution` does.
 *
 * Refund 20.00, exchange that costs 2.00 more, one fee of 5.00: total 13.00.
 */
export function quoteChoices(request: QuoteRequest, kindOf: (item: QuotedItem) => ResolutionKind): Result<ResolutionQuote, NotQuotable> {
  const priced = request.items.map((item) => priceItem(request, item, kindOf(item)));
  const items = priced.filter((item) => item !== null);
  if (items.length === 0 || items.length < priced.length) return refuse({ code: "resolution_not_offered" });
  if (items.some(({ kind, cost }) => sendsGoods(kind) && cost === null)) return refuse({ code: "variant_not_chosen" });
  const nothing = zeroPair(request.order.total);
  const named = resolutionOf(items);
  const paying = items.filter(({ kind }) => kind !== "repair");
  const kept = paying.length > 0 ? keepFees(request.order, paying) : null;
  const exchanged = exchangeParts(items);
  const debts = kept && debtsOf({ ...named, parts: [...kept.parts, ...exchanged], total: nothing });
  const parts = kept && debts ? [...kept.parts, ...bonusParts(kept, debts), ...exchanged] : [];
  const balance = sumPairs(
    parts.map(({ amount }) => amount),
    nothing,
  );
  const expiries = items.flatMap(({ offer }) => offer.creditExpiresAfterDays ?? []);
  const total = pairAtLeastZero(balance);
  const terms = request.items.map((item) => item.terms);
  const isEarly = items.every(({ kind }) => isPaidAtFirstScan(kind, terms, total.shop));
  return ok({
    ...named,
    parts: parts.filter(({ amount }) => !isZeroPair(amount)),
    total,
    owed: pairAtLeastZero(negatePair(balance)),
    taxesIncluded: request.order.taxesIncluded,
    expectedDays: Math.max(...items.map(({ offer }) => offer.expectedDays)),
    creditExpiresAfterDays: expiries.length === 0 ? null : Math.min(...expiries),
    exchanges: items.flatMap(({ cost }) => (cost === null ? [] : [cost.line])),
    ...(isEarly ? { paysAtFirstScan: true } : {}),
  });
}

/** One resolution where all items have the same. */
function resolutionOf(items: readonly PricedItem[]): Pick<ResolutionQuote, "resolution" | "choices"> {
  const [first] = items;
  if (first && items.every(({ kind }) => kind === first.kind)) return { resolution: first.kind };
  return {
    resolution: "mixed",
    choices: items.map(({ kind, item: { lineGid, group } }) => ({ lineGid, ...(group ? { group: group.name } : {}), kind })),
  };
}

/** Kinds by which goods go out: the variant to be sent has to be known for every item. */
export function sendsGoods(kind: ResolutionKind): boolean {
  return kind === "exchange" || kind === "replacement";
}

function priceItem({ order, requestedAt }: QuoteRequest, item: QuotedItem, kind: ResolutionKind): PricedItem | null {
  const offer = item.terms.resolutions.find((resolution) => resolution.kind === kind);
  if (!offer) return null;
  const worth = worthOfUnits(order, item, requestedAt);
  const costOf = kind === "replacement" ? costOfReplacement : costOfExchange;
  const cost = item.exchange && sendsGoods(kind) ? costOf(order, worth, item.exchange) : null;
  const terms = termsFor(item.terms, kind);
  const duties = dutiesFor(order, { ...item, quantity: worth.quantity, terms }, requestedAt);
  return { item: { ...item, terms }, kind, offer, worth, duties, cost };
}

/**
 * Nothing is sent back by what is kept, so no return shipping is taken; a replacement makes it right without any fee or refund. Duties and tip
 * are money that was paid, so they go back as money or store credit only, and for what is kept the duties only at the merchant's fault.
 */
function termsFor(granted: DecisionTerms, kind: ResolutionKind): DecisionTerms {
  const { refundsDuties, refundsTip, ...terms } = granted;
  if (kind === "refund" || kind === "store_credit") return granted;
  if (kind === "replacement") return { ...terms, areFeesWaived: true, refundsShipping: false };
  if (kind === "keep_it") return { ...terms, returnShippingFee: null, ...(refundsDuties && terms.areFeesWaived ? { refundsDuties } : {}) };
  // The goods of a gift card came back, so that they do not stand in the way of the tip.
  return kind === "gift_card" && refundsTip ? { ...terms, refundsTip } : terms;
}

/**
 * The bonus counts on what the goods bring after fees: the fees of the whole return are spread over the items by their worth, and so is what
 * the credit pays towards an exchange.
 */
function bonusParts({ items, ofItems, ofReturn }: Kept, debts: Payouts): QuotePart[] {
  const fees = spreadOver(ofReturn, ofItems);
  const owed = PAYOUT_METHODS.map((method) =>
    spreadOver(
      debts[method],
      ofItems.map((worth, index) => (items[index] && methodOf(items[index].kind) === method ? worth : zeroPair(worth))),
    ),
  );
  return items.map(({ offer, worth }, index) => {
    const bonus = pairOf((side) => {
      const worthAfterFee = ofItems[index]?.[side];
      const fee = fees[side][index];
      if (!worthAfterFee || !fee) throw new Error("Every item has its share");
      const debt = owed.reduce((all, shares) => all + (shares[side][index]?.minor ?? 0), 0);
      return basisPoints({ ...worthAfterFee, minor: Math.max(0, worthAfterFee.minor - fee.minor - debt) }, offer.bonusBp);
    });
    return part("bonus", bonus, worth);
  });
}

/** Splits an amount by what each item is worth, in both currencies. */
function spreadOver(amount: MoneyPair, worths: readonly MoneyPair[]): Readonly<Record<MoneySide, readonly Money[]>> {
  const spread = (side: MoneySide) =>
    allocate(
      amount[side],
      worths.map((worth) => worth[side].minor),
    );
  return { shop: spread("shop"), presentment: spread("presentment") };
}

function exchangeParts(items: readonly PricedItem[]): QuotePart[] {
  return items.flatMap(({ worth, cost }) =>
    cost === null ? [] : [part("exchange_goods", negatePair(cost.goods), worth), part("exchange_tax", negatePair(cost.tax), worth)],
  );
}
