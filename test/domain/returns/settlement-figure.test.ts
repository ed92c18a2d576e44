import { describe, expect, test } from "vitest";
import { exchangeDifference } from "#app/domain/returns/exchange-difference.ts";
import { possibleResolutions } from "#app/domain/returns/possible-resolutions.ts";
import { quoteResolution } from "#app/domain/returns/quote-resolutions.ts";
import type { ResolutionQuote } from "#app/domain/returns/resolution-quote.ts";
import { dueThroughShopify, settlementFigure } from "#app/domain/returns/settlement-figure.ts";
import type { ResolutionKind } from "#app/domain/policies/policy.ts";
import type { ReturnableOrder } from "#app/domain/orders/returnable-order.ts";
import { gid } from "#app/domain/shared/gid.ts";
import { samePair } from "#app/domain/shared/money-pair.ts";
import { money } from "#app/domain/shared/money.ts";
import { anOffer, someTerms } from "#test/builders/a-policy.ts";
import { anOrder, anOrderLine } from "#test/builders/an-order.ts";

const requestedAt = new Date("2026-03-15T12:00:00Z");
const variant = { variantGid: gid("ProductVariant", 9), title: "XL", unitPrice: samePair(2750, "USD") };

/** Two shirts of 25.00, 20.00 paid each, 10 % tax. */
const lines = [anOrderLine({ paid: samePair(4000, "USD"), tax: samePair(400, "USD"), listUnitPrice: samePair(2500, "USD") })];
const terms = someTerms({
  resolutions: [anOffer({ restockingFeeBp: 1000 }), anOffer({ kind: "store_credit", bonusBp: 1000 }), anOffer({ kind: "exchange" })],
});

function agreedOn(order: ReturnableOrder, kind: ResolutionKind, quantity = 2): ResolutionQuote {
  const [line] = order.lines;
  if (!line) throw new Error("The order has a line");
  const quote = quoteResolution({ order, items: [{ lineGid: line.gid, quantity, terms, exchange: variant }], requestedAt }, kind);
  if (!quote.ok) throw new Error(quote.error.code);
  return quote.value;
}

function settled(order: ReturnableOrder, agreed: ResolutionQuote, quantity: number): ResolutionQuote {
  const items = order.lines.map(({ gid: lineGid }) => ({ lineGid, quantity, terms }));
  const figure = settlementFigure({ order, items, agreed, requestedAt });
  if (!figure.ok) throw new Error(figure.error.code);
  return figure.value;
}

describe("what a return comes to when it is settled", () => {
  test.each(["refund", "store_credit", "exchange"] as const)("everything came back for a %s: exactly what was agreed", (kind) => {
    for (const taxesIncluded of [false, true]) {
      const order = anOrder({ lines, taxesIncluded });
      const agreed = agreedOn(order, kind);
      expect(settled(order, agreed, 2)).toEqual(agreed);
    }
  });

  test("half came back: half is paid", () => {
    const order = anOrder({ lines });
    expect(settled(order, agreedOn(order, "refund"), 1).total).toEqual(samePair(2000, "USD"));
  });

  test("a unit that was refunded by hand meanwhile is not paid again", () => {
    const order = anOrder({ lines });
    const agreed = agreedOn(order, "refund");
    const [line] = order.lines;
    const refunded = { goods: samePair(2000, "USD"), tax: samePair(200, "USD"), quantity: 1 };
    const byHand = {
      gid: gid("Refund", 1),
      createdAt: requestedAt,
      total: samePair(2200, "USD"),
      returnGid: null,
      lines: line ? [{ lineGid: line.gid, ...refunded }] : [],
    };
    expect(settled({ ...order, refunds: [byHand] }, agreed, 2).total).toEqual(samePair(2000, "USD"));
  });

  test("an exchange keeps the price it was agreed at, whatever the variant costs now", () => {
    const order = anOrder({ lines });
    const agreed = agreedOn(order, "exchange");
    expect([agreed.total.presentment.minor, agreed.owed.presentment.minor]).toEqual([0, 440]);
    expect(settled(order, agreed, 1).owed).toEqual(samePair(220, "USD"));
  });

  test("Shopify pays all but the bonus, and charges what is owed", () => {
    const order = anOrder({ lines });
    const credit = agreedOn(order, "store_credit");
    expect([credit.total, dueThroughShopify(credit)]).toEqual([samePair(4840, "USD"), samePair(4400, "USD")]);
    expect(dueThroughShopify(agreedOn(order, "exchange"))).toEqual(samePair(-440, "USD"));
  });
});

test("a dearer variant costs the share of the difference that was paid of the original", () => {
  const order = anOrder({ lines });
  const lineGid = order.lines[0]?.gid ?? gid("LineItem", 0);
  expect(exchangeDifference(order, { lineGid, quantity: 1, requestedAt }, variant)).toEqual(money(220, "USD"));
  const cheaper = { ...variant, unitPrice: samePair(2250, "USD") };
  expect(exchangeDifference(order, { lineGid, quantity: 1, requestedAt }, cheaper)).toEqual(money(-220, "USD"));
});

test("store credit needs a shop that gives it and a customer to give it to", () => {
  const kinds = ["refund", "store_credit", "exchange"] as const;
  const order = anOrder();
  expect(possibleResolutions(kinds, order, { hasStoreCredit: true, hasGiftCards: true })).toEqual(kinds);
  expect(possibleResolutions(kinds, order, { hasStoreCredit: false, hasGiftCards: false })).toEqual(["refund", "exchange"]);
  expect(possibleResolutions(kinds, { ...order, customer: null }, { hasStoreCredit: true, hasGiftCards: true })).toEqual([
    "refund",
    "exchange",
  ]);
});
