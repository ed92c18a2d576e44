import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ReturnableOrder } from "#app/domain/orders/returnable-order.ts";
import type { DecisionTerms } from "#app/domain/policies/decision.ts";
import type { ResolutionKind } from "#app/domain/policies/policy.ts";
import { quoteResolution, quoteResolutions, resolutionsOffered } from "#app/domain/returns/quote-resolutions.ts";
import { leftOfOrder, worthOfUnits } from "#app/domain/returns/refund-quote.ts";
import type { QuotedItem, ResolutionQuote } from "#app/domain/returns/resolution-quote.ts";
import { QUOTE_PART_KINDS, sumOfParts } from "#app/domain/returns/resolution-quote.ts";
import { gid } from "#app/domain/shared/gid.ts";
import { addPairs, samePair, subtractPairs, sumPairs } from "#app/domain/shared/money-pair.ts";
import { money } from "#app/domain/shared/money.ts";
import { anOffer, someTerms } from "#test/builders/a-policy.ts";
import { anOrder, anOrderLine, aTransaction } from "#test/builders/an-order.ts";
import { afterRefund, anyOrder } from "#test/builders/any-order.ts";

const usd = (minor: number) => samePair(minor, "USD");
const requestedAt = new Date("2026-03-15T12:00:00Z");
const taxed = anOrderLine({ quantity: 1, listUnitPrice: usd(10_000), paid: usd(8_000), tax: usd(800) });

function quoted(
  kind: ResolutionKind,
  terms: Partial<DecisionTerms>,
  { order = anOrder({ lines: [taxed] }), variantAt = 0 } = {},
): ResolutionQuote {
  const exchange = variantAt > 0 ? { variantGid: gid("ProductVariant", 9), title: "L", unitPrice: usd(variantAt) } : null;
  const items = order.lines.map((line) => ({ lineGid: line.gid, quantity: line.quantity, terms: someTerms(terms), exchange }));
  const result = quoteResolution({ order, items, requestedAt }, kind);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

const parts = (quote: ResolutionQuote) => quote.parts.map(({ kind, amount }) => `${kind} ${amount.presentment.minor}`);

describe("refund", () => {
  test("goods and tax, less restocking and return shipping, each shown on its own", () => {
    const quote = quoted("refund", {
      resolutions: [anOffer({ restockingFeeBp: 1_000, takesReturnShippingFee: true })],
      returnShippingFee: money(500, "USD"),
    });
    expect(parts(quote)).toEqual(["goods 8000", "tax 800", "restocking_fee -800", "return_shipping_fee -500"]);
    expect(quote).toMatchObject({ total: usd(7_500), owed: usd(0), expectedDays: 5 });
  });

  test("where prices contain the tax, it is shown out of the price and not paid twice", () => {
    const quote = quoted("refund", {}, { order: anOrder({ lines: [taxed], taxesIncluded: true }) });
    expect(parts(quote)).toEqual(["goods 7200", "tax 800"]);
    expect(quote).toMatchObject({ total: usd(8_000), taxesIncluded: true });
  });

  test("the merchant's fault waives every fee and brings back the outbound shipping", () => {
    const order = anOrder({
      lines: [taxed],
      total: usd(9_300),
      shipping: { paid: usd(500), tax: usd(0), refunded: usd(0) },
    });
    const terms = {
      areFeesWaived: true,
      refundsShipping: true,
      resolutions: [anOffer({ restockingFeeBp: 1_000, takesReturnShippingFee: true })],
    };
    expect(parts(quoted("refund", terms, { order }))).toEqual(["goods 8000", "tax 800", "shipping 500"]);
  });

  test("fees never take more than there is: the customer never owes for a refund", () => {
    const terms = {
      resolutions: [anOffer({ restockingFeeBp: 5_000, takesReturnShippingFee: true })],
      returnShippingFee: money(99_999, "USD"),
    };
    const quote = quoted("refund", terms);
    expect(parts(quote)).toEqual(["goods 8000", "tax 800", "restocking_fee -4000", "return_shipping_fee -4800"]);
    expect(quote).toMatchObject({ total: usd(0), owed: usd(0) });
  });

  test("one return shipping fee for the parcel, the highest that any of its items asks for", () => {
    const order = anOrder({ lines: [anOrderLine(), anOrderLine()] });
    const terms = (minor: number) =>
      someTerms({ returnShippingFee: money(minor, "USD"), resolutions: [anOffer({ takesReturnShippingFee: true })] });
    const items = order.lines.map((line, index) => ({ lineGid: line.gid, quantity: 1, terms: terms(300 + index * 200), exchange: null }));
    const quote = quoteResolution({ order, items, requestedAt }, "refund");
    expect(quote.ok && parts(quote.value)).toEqual(["goods 2000", "goods 2000", "return_shipping_fee -500"]);
  });

  test("an amount that was refunded by hand without naming items is not paid again", () => {
    const order = anOrder({ lines: [taxed], transactions: [aTransaction({ amount: usd(8_800), refundable: usd(3_000) })] });
    const quote = quoted("refund", {}, { order });
    expect(parts(quote)).toEqual(["goods 8000", "tax 800", "already_refunded -5800"]);
    expect(quote.total).toEqual(usd(3_000));
  });

  test("a fee of the policy is taken in the customer's currency at the order's rate", () => {
    const both = (shop: number, yen: number) => ({ shop: money(shop, "USD"), presentment: money(yen, "JPY") });
    const line = anOrderLine({ quantity: 1, paid: both(10_000, 15_000), tax: both(0, 0), listUnitPrice: both(10_000, 15_000) });
    const order = anOrder({ lines: [line], shopCurrency: "USD", presentmentCurrency: "JPY" });
    const quote = quoted(
      "refund",
      { resolutions: [anOffer({ takesReturnShippingFee: true })], returnShippingFee: money(500, "USD") },
      { order },
    );
    expect(quote.total).toEqual(both(9_500, 14_250));
  });
});

describe("store credit", () => {
  test("adds the bonus on what is left after fees", () => {
    const offer = anOffer({
      kind: "store_credit",
      bonusBp: 500,
      restockingFeeBp: 1_000,
      takesReturnShippingFee: true,
      creditExpiresAfterDays: 180,
    });
    const quote = quoted("store_credit", { resolutions: [offer], returnShippingFee: money(500, "USD") });
    expect(parts(quote)).toEqual(["goods 8000", "tax 800", "restocking_fee -800", "return_shipping_fee -500", "bonus 375"]);
    expect(quote).toMatchObject({ total: usd(7_875), creditExpiresAfterDays: 180 });
    expect(sumOfParts(quote, ["bonus"])).toEqual(usd(375));
  });

  test("nothing left after fees earns no bonus", () => {
    const offer = anOffer({ kind: "store_credit", bonusBp: 2_000, takesReturnShippingFee: true });
    expect(quoted("store_credit", { resolutions: [offer], returnShippingFee: money(99_999, "USD") }).total).toEqual(usd(0));
  });
});

describe("exchange", () => {
  test("a variant of the same list price is even, whatever discount the customer had", () => {
    const quote = quoted("exchange", {}, { variantAt: 10_000 });
    expect(parts(quote)).toEqual(["goods 8000", "tax 800", "exchange_goods -8000", "exchange_tax -800"]);
    expect(quote).toMatchObject({ total: usd(0), owed: usd(0), exchanges: [{ quantity: 1, appliedDiscount: usd(2_000) }] });
  });

  test("a dearer variant costs the difference less the same discount, with its tax", () => {
    const quote = quoted("exchange", {}, { variantAt: 11_000 });
    expect(parts(quote)).toEqual(["goods 8000", "tax 800", "exchange_goods -8800", "exchange_tax -880"]);
    expect(quote).toMatchObject({ total: usd(0), owed: usd(880) });
  });

  test("a cheaper variant gives the difference back", () => {
    expect(quoted("exchange", {}, { variantAt: 9_000 })).toMatchObject({ total: usd(880), owed: usd(0) });
  });

  test("what was given away free is not a discount on something dearer", () => {
    const gift = anOrderLine({ quantity: 1, listUnitPrice: usd(1_000), paid: usd(0) });
    const order = anOrder({ lines: [gift], total: usd(0) });
    expect(quoted("exchange", {}, { order, variantAt: 1_500 }).owed).toEqual(usd(500));
    expect(quoted("exchange", {}, { order, variantAt: 1_000 }).owed).toEqual(usd(0));
  });

  test("is offered only with a wanted variant for every item", () => {
    const order = anOrder({ lines: [taxed] });
    const items = [{ lineGid: taxed.gid, quantity: 1, terms: someTerms(), exchange: null }];
    expect(quoteResolution({ order, items, requestedAt }, "exchange")).toEqual({ ok: false, error: { code: "variant_not_chosen" } });
    expect(quoteResolutions({ order, items, requestedAt }).map(({ resolution }) => resolution)).toEqual(["refund", "store_credit"]);
    expect(resolutionsOffered(items)).toEqual(["refund", "store_credit", "exchange"]);
  });
});

test("a resolution that the policy offers for some of the items only is not offered for the return", () => {
  const order = anOrder({ lines: [anOrderLine(), anOrderLine()] });
  const offers = [[anOffer(), anOffer({ kind: "store_credit" })], [anOffer({ kind: "store_credit" })]];
  const items = order.lines.map((line, index) => ({
    lineGid: line.gid,
    quantity: 1,
    terms: someTerms({ resolutions: offers[index] ?? [] }),
    exchange: null,
  }));
  expect(resolutionsOffered(items)).toEqual(["store_credit"]);
  expect(quoteResolution({ order, items, requestedAt }, "refund")).toEqual({ ok: false, error: { code: "resolution_not_offered" } });
});

const anyTerms = fc
  .record({
    bonusBp: fc.nat(2_000),
    restockingFeeBp: fc.nat(10_000),
    takesReturnShippingFee: fc.boolean(),
    areFeesWaived: fc.boolean(),
    refundsShipping: fc.boolean(),
    fee: fc.nat(3_000),
  })
  .map(({ bonusBp, restockingFeeBp, takesReturnShippingFee, fee, ...rest }) => {
    const common = { restockingFeeBp, takesReturnShippingFee };
    const resolutions = [anOffer(common), anOffer({ ...common, kind: "store_credit", bonusBp }), anOffer({ ...common, kind: "exchange" })];
    return { ...rest, resolutions, fee };
  });

const anyReturn = anyOrder.chain((order) =>
  fc.record({
    order: fc.constant(order),
    items: fc.tuple(
      ...order.lines.map((line) =>
        fc
          .record({ quantity: fc.integer({ min: 1, max: line.quantity }), terms: anyTerms, dearer: fc.nat(3_000) })
          .map(({ quantity, terms: { fee, ...terms }, dearer }) =>
            itemOf(order, line.gid, { quantity, terms: { ...terms, returnShippingFee: money(fee, order.shopCurrency) }, dearer }),
          ),
      ),
    ),
  }),
);

function itemOf(
  order: ReturnableOrder,
  lineGid: QuotedItem["lineGid"],
  { quantity, terms, dearer }: { quantity: number; terms: Partial<DecisionTerms>; dearer: number },
): QuotedItem {
  const unitPrice = { shop: money(dearer, order.shopCurrency), presentment: money(dearer, order.presentmentCurrency) };
  return { lineGid, quantity, terms: someTerms(terms), exchange: { variantGid: gid("ProductVariant", 1), title: "L", unitPrice } };
}

describe("for any order and any return", () => {
  test("the parts shown add up to what is paid less what is owed, and neither is ever negative nor both something", () => {
    fc.assert(
      fc.property(anyReturn, ({ order, items }) => {
        for (const quote of quoteResolutions({ order, items, requestedAt })) {
          const sum = sumPairs(
            quote.parts.map(({ amount }) => amount),
            order.total,
          );
          expect(sum).toEqual(subtractPairs(quote.total, quote.owed));
          for (const side of ["shop", "presentment"] as const) {
            expect(Math.min(quote.total[side].minor, quote.owed[side].minor)).toBe(0);
          }
          for (const { kind } of quote.parts) expect(QUOTE_PART_KINDS).toContain(kind);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("a refund is never above what is left of the order; credit exceeds the refund by its bonus alone", () => {
    fc.assert(
      fc.property(anyReturn, ({ order, items }) => {
        const [refund, credit] = quoteResolutions({ order, items, requestedAt });
        if (!refund || !credit) throw new Error("Both are offered");
        const bonus = sumPairs(
          credit.parts.filter(({ kind }) => kind === "bonus").map(({ amount }) => amount),
          order.total,
        );
        expect(refund.owed.presentment.minor).toBe(0);
        expect(refund.total.presentment.minor).toBeLessThanOrEqual(leftOfOrder(order).presentment.minor);
        expect(refund.total.shop.minor).toBeLessThanOrEqual(leftOfOrder(order).shop.minor);
        expect(credit.total).toEqual(addPairs(refund.total, bonus));
      }),
      { numRuns: 300 },
    );
  });

  test("over any sequence of returns and refunds made by hand, no more is refunded than was paid", () => {
    fc.assert(
      fc.property(
        anyReturn,
        fc.array(fc.record({ size: fc.integer({ min: 1, max: 2 }), byHand: fc.nat(4_000) }), { maxLength: 5 }),
        ({ order: placed, items }, steps) => {
          let order = placed;
          for (const { size, byHand } of steps) {
            const some = items.map((item) => ({ ...item, quantity: size }));
            const quote = quoteResolution({ order, items: some, requestedAt }, "refund");
            if (!quote.ok) throw new Error(quote.error.code);
            const lines = some
              .map((item) => worthOfUnits(order, item, requestedAt))
              .map(({ lineGid, quantity, priced, tax }) => ({ lineGid, quantity, goods: priced, tax }));
            const before = leftOfOrder(order);
            order = afterRefund(order, { lines, total: quote.value.total });
            expect(leftOfOrder(order)).toEqual(subtractPairs(before, quote.value.total));
            order = afterRefund(order, { lines: [], total: handPaid(order, byHand) });
          }
        },
      ),
    );
  });
});

/** Staff refund an amount without naming items, as far as Shopify lets them. */
function handPaid(order: ReturnableOrder, minor: number) {
  const { shop, presentment } = leftOfOrder(order);
  return {
    shop: money(Math.min(minor, shop.minor), shop.currency),
    presentment: money(Math.min(minor, presentment.minor), presentment.currency),
  };
}
