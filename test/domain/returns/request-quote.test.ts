import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { OrderLine, ReturnableOrder } from "#app/domain/orders/returnable-order.ts";
import type { ResolutionKind } from "#app/domain/policies/policy.ts";
import { RESOLUTION_KINDS } from "#app/domain/policies/policy.ts";
import { PAYOUT_METHODS, bonusesOf, payoutsOf, promisedBy, splitPayout } from "#app/domain/returns/payouts.ts";
import { quoteChoices, quoteResolution, sendsGoods } from "#app/domain/returns/quote-resolutions.ts";
import type { RequestPart } from "#app/domain/returns/request-quote.ts";
import { quoteRequest } from "#app/domain/returns/request-quote.ts";
import { worthOfUnits } from "#app/domain/returns/refund-quote.ts";
import type { QuotePartKind, QuotedItem, ResolutionQuote } from "#app/domain/returns/resolution-quote.ts";
import { kindOfLine, sumOfParts } from "#app/domain/returns/resolution-quote.ts";
import { settlementFigure } from "#app/domain/returns/settlement-figure.ts";
import type { VariantGid } from "#app/domain/shared/gid.ts";
import { addPairs, samePair, subtractPairs, sumPairs, zeroPair } from "#app/domain/shared/money-pair.ts";
import { money, sum } from "#app/domain/shared/money.ts";
import { anOffer, someTerms } from "#test/builders/a-policy.ts";
import { must } from "#test/builders/a-shopper.ts";
import { anOrder, anOrderLine, aTransaction } from "#test/builders/an-order.ts";
import { afterRefund, anyOrder } from "#test/builders/any-order.ts";

const AT = new Date("2026-03-20T12:00:00Z");

interface Wanted {
  readonly kinds: readonly ResolutionKind[];
  readonly restockingFeeBp: number;
  readonly bonusBp: number;
  readonly fee: number;
  readonly refundsShipping: boolean;
  /** What the wanted variants cost more than the lines' list price. */
  readonly dearer: number;
}

const anyWanted: fc.Arbitrary<Wanted> = fc.record({
  kinds: fc.array(fc.constantFrom(...RESOLUTION_KINDS), { minLength: 3, maxLength: 3 }),
  restockingFeeBp: fc.constantFrom(0, 0, 1_500),
  bonusBp: fc.constantFrom(0, 500, 1_000),
  fee: fc.constantFrom(0, 300, 500),
  refundsShipping: fc.boolean(),
  dearer: fc.constantFrom(0, 0, 700, 30_000),
});

/** Every unit of every line, each line with a kind of its own. */
function wishes(order: ReturnableOrder, wanted: Wanted): { items: QuotedItem[]; kindOf: (item: QuotedItem) => ResolutionKind } {
  const { kinds, restockingFeeBp, bonusBp, fee, refundsShipping, dearer } = wanted;
  const resolutions = RESOLUTION_KINDS.map((kind) =>
    anOffer({
      kind,
      restockingFeeBp,
      takesReturnShippingFee: true,
      bonusBp: kind === "store_credit" || kind === "gift_card" ? bonusBp : 0,
    }),
  );
  const terms = someTerms({ resolutions, returnShippingFee: fee > 0 ? money(fee, order.shopCurrency) : null, refundsShipping });
  const more = { shop: money(dearer, order.shopCurrency), presentment: money(dearer, order.presentmentCurrency) };
  const items = order.lines.map((line, index) => {
    const kind = kinds[index] ?? "refund";
    const unitPrice = kind === "exchange" ? addPairs(line.listUnitPrice, more) : line.listUnitPrice;
    const variantGid: VariantGid = `gid://shopify/ProductVariant/${index + 1}`;
    return { lineGid: line.gid, quantity: line.quantity, terms, exchange: sendsGoods(kind) ? { variantGid, title: "", unitPrice } : null };
  });
  const kindOf = ({ lineGid }: QuotedItem) => kinds[order.lines.findIndex(({ gid }) => gid === lineGid)] ?? "refund";
  return { items, kindOf };
}

function partsOf(order: ReturnableOrder, wanted: Wanted): readonly RequestPart[] {
  const { items, kindOf } = wishes(order, wanted);
  return must(quoteRequest({ order, items, requestedAt: AT }, kindOf));
}

const quotesOf = (order: ReturnableOrder, wanted: Wanted) => partsOf(order, wanted).map(({ quote }) => quote);

describe("a request in which each item has its own resolution", () => {
  test("its parts add up: every line once, parts to totals, totals to the ways they are paid in", () => {
    fc.assert(
      fc.property(anyOrder, anyWanted, (order, wanted) => {
        const parts = partsOf(order, wanted);
        expect(parts.flatMap(({ items }) => items.map(({ lineGid }) => lineGid)).sort()).toEqual(order.lines.map(({ gid }) => gid).sort());
        for (const { quote } of parts) {
          const all = sumPairs(
            quote.parts.map(({ amount }) => amount),
            zeroPair(order.total),
          );
          expect(all).toEqual(subtractPairs(quote.total, quote.owed));
          for (const side of ["shop", "presentment"] as const) {
            expect(Math.min(quote.total[side].minor, quote.owed[side].minor)).toBe(0);
            const ways = PAYOUT_METHODS.map((method) => payoutsOf(quote)[method][side]);
            expect(ways.every(({ minor }) => minor >= 0)).toBe(true);
            expect(sum(ways, quote.total[side].currency)).toEqual(subtractPairs(quote.total, sumOfParts(quote, ["bonus"]))[side]);
          }
          const { currency } = quote.total.presentment;
          expect(
            sum(
              PAYOUT_METHODS.map((method) => promisedBy(quote)[method]),
              currency,
            ),
          ).toEqual(quote.total.presentment);
          expect(bonusesOf(quote).payment.minor).toBe(0);
        }
      }),
    );
  });

  test("takes one return shipping fee, none for what is kept, and never pays more than the order brought", () => {
    fc.assert(
      fc.property(anyOrder, anyWanted, (order, wanted) => {
        const quotes = quotesOf(order, wanted);
        const fees = quotes.flatMap(({ parts }) => parts.filter(({ kind }) => kind === "return_shipping_fee"));
        expect(fees.length).toBeLessThanOrEqual(1);
        expect(quotes.filter((quote) => fees.some((fee) => quote.parts.includes(fee))).map(({ resolution }) => resolution)).not.toContain(
          "keep_it",
        );
        const paid = sumPairs(
          quotes.map((quote) => subtractPairs(quote.total, sumOfParts(quote, ["bonus"]))),
          order.total,
        );
        expect(paid.presentment.minor).toBeLessThanOrEqual(order.total.presentment.minor);
        expect(paid.shop.minor).toBeLessThanOrEqual(order.total.shop.minor);
      }),
    );
  });

  test("with one resolution for all is what that resolution alone comes to", () => {
    fc.assert(
      fc.property(anyOrder, anyWanted, fc.constantFrom(...RESOLUTION_KINDS), (order, wanted, kind) => {
        const { items } = wishes(order, { ...wanted, kinds: [kind, kind, kind] });
        const alone = must(quoteResolution({ order, items, requestedAt: AT }, kind));
        expect(quotesOf(order, { ...wanted, kinds: [kind, kind, kind] })).toEqual([alone]);
        expect(must(quoteChoices({ order, items, requestedAt: AT }, () => kind))).toEqual(alone);
      }),
    );
  });

  test("what is sent back settles at the amount that was agreed once what is kept was paid", () => {
    fc.assert(
      fc.property(anyOrder, anyWanted, (order, wanted) => {
        const [main, ...kept] = partsOf(order, { ...wanted, kinds: [wanted.kinds[0] ?? "refund", "keep_it", "store_credit"] });
        if (!main || kept.length === 0) return;
        const paid = kept.reduce((now, part) => paidOut(now, part), order);
        const figure = settlementFigure({ order: paid, items: main.items, agreed: main.quote, requestedAt: AT });
        expect(must(figure).total).toEqual(main.quote.total);
        expect(must(figure).owed).toEqual(main.quote.owed);
      }),
    );
  });
});

/** The order once Shopify has paid a part; a repair leaves it as it is. */
function paidOut(order: ReturnableOrder, { items, quote }: RequestPart): ReturnableOrder {
  if (quote.resolution === "repair") return order;
  const lines = items.map((item) => {
    const { lineGid, quantity, priced: goods, tax } = worthOfUnits(order, item, AT);
    return { lineGid, quantity, goods, tax };
  });
  const refunded = afterRefund(order, { lines, total: quote.total, shipping: sumOfParts(quote, ["shipping"]) });
  return { ...refunded, lines: [...order.lines, ...linesSent(order, quote)] };
}

/** Shopify adds a line for what is sent instead, at what the quote takes off for it. */
function linesSent({ lines, taxesIncluded, total }: ReturnableOrder, quote: ResolutionQuote): OrderLine[] {
  const kinds: readonly QuotePartKind[] = taxesIncluded ? ["exchange_goods", "exchange_tax"] : ["exchange_goods"];
  return quote.exchanges.flatMap(({ lineGid }) => {
    const costs = quote.parts.filter((part) => part.lineGid === lineGid && kinds.includes(part.kind)).map(({ amount }) => amount);
    const paid = subtractPairs(zeroPair(total), sumPairs(costs, total));
    return lines
      .filter(({ gid }) => gid === lineGid)
      .map((line): OrderLine => ({ ...line, gid: `${line.gid}0`, isSentInExchange: true, paid, parcels: [] }));
  });
}

describe("in a mixed return", () => {
  const total = samePair(9_000, "USD");
  const lines = [2_000, 5_000, 2_000].map((minor) =>
    anOrderLine({ quantity: 1, paid: samePair(minor, "USD"), listUnitPrice: samePair(minor, "USD"), tax: samePair(0, "USD") }),
  );
  const order = anOrder({ lines, total, transactions: [aTransaction({ amount: total, refundable: total })] });
  const mixed = (wanted: Partial<Wanted>): ResolutionQuote => {
    const usual = { restockingFeeBp: 0, bonusBp: 1_000, fee: 0, refundsShipping: false, dearer: 0 };
    const [quote] = quotesOf(order, { ...usual, kinds: ["refund", "store_credit", "exchange"], ...wanted });
    if (!quote) throw new Error("There is a part");
    return quote;
  };
  const minors = (pays: ReturnType<typeof promisedBy>) => PAYOUT_METHODS.map((method) => pays[method].minor);

  test("each item is paid in its own way, and the bonus counts on the credit", () => {
    const quote = mixed({});
    expect(quote).toMatchObject({ resolution: "mixed", total: { presentment: { minor: 7_500 } } });
    expect(lines.map(({ gid }) => kindOfLine(quote, gid))).toEqual(["refund", "store_credit", "exchange"]);
    expect(minors(promisedBy(quote))).toEqual([2_000, 5_500, 0]);
  });

  test("a dearer exchange comes off the refund first", () => {
    expect(minors(promisedBy(mixed({ dearer: 800 })))).toEqual([1_200, 5_500, 0]);
  });

  test("then off the credit, whose bonus counts on the rest; then it is owed", () => {
    expect(minors(promisedBy(mixed({ dearer: 3_000 })))).toEqual([0, 4_400, 0]);
    const owed = mixed({ dearer: 8_000 });
    expect([owed.total.presentment.minor, owed.owed.presentment.minor]).toEqual([0, 1_000]);
  });

  test("one fee for the parcel is spread over what the items bring", () => {
    expect(minors(promisedBy(mixed({ fee: 900, bonusBp: 0 })))).toEqual([1_600, 4_500, 0]);
  });

  test("things that were given away bring nothing, in whichever way", () => {
    const free = anOrderLine({ quantity: 1, paid: samePair(0, "USD"), listUnitPrice: samePair(0, "USD"), tax: samePair(0, "USD") });
    const gifts = anOrder({ lines: [free, { ...free, gid: "gid://shopify/LineItem/990" }], total: samePair(0, "USD"), transactions: [] });
    const usual = { restockingFeeBp: 0, bonusBp: 1_000, fee: 500, refundsShipping: false, dearer: 0 };
    const [quote] = quotesOf(gifts, { ...usual, kinds: ["refund", "gift_card"] });
    expect(quote && minors(promisedBy(quote))).toEqual([0, 0, 0]);
  });

  test("what staff accept of Shopify's figure is borne by the refund, and by the credit where nothing is refunded", () => {
    expect(minors(splitPayout(money(6_990, "USD"), mixed({ bonusBp: 0 })))).toEqual([1_990, 5_000, 0]);
    const credit = mixed({ kinds: ["store_credit", "store_credit", "gift_card"], bonusBp: 0 });
    expect(minors(splitPayout(money(9_010, "USD"), credit))).toEqual([0, 7_010, 2_000]);
  });
});
