import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LineDuty, OrderLine, ReturnableOrder } from "#app/domain/orders/returnable-order.ts";
import type { DecisionTerms } from "#app/domain/policies/decision.ts";
import type { ResolutionKind } from "#app/domain/policies/policy.ts";
import { dutyShares } from "#app/domain/returns/duties-and-tip.ts";
import { payoutsOf } from "#app/domain/returns/payouts.ts";
import { possibleResolutions } from "#app/domain/returns/possible-resolutions.ts";
import { quoteResolution } from "#app/domain/returns/quote-resolutions.ts";
import { worthOfUnits } from "#app/domain/returns/refund-quote.ts";
import { quoteRequest } from "#app/domain/returns/request-quote.ts";
import type { ResolutionQuote } from "#app/domain/returns/resolution-quote.ts";
import { sumOfParts } from "#app/domain/returns/resolution-quote.ts";
import { dueThroughShopify } from "#app/domain/returns/settlement-figure.ts";
import { gid } from "#app/domain/shared/gid.ts";
import type { MoneyPair } from "#app/domain/shared/money-pair.ts";
import { addPairs, minPair, samePair, sumPairs, zeroPair } from "#app/domain/shared/money-pair.ts";
import { money } from "#app/domain/shared/money.ts";
import { anOffer, someTerms } from "#test/builders/a-policy.ts";
import { anOrder, anOrderLine, aRefund, aTransaction } from "#test/builders/an-order.ts";
import { afterRefund } from "#test/builders/any-order.ts";

const usd = (minor: number) => samePair(minor, "USD");
const requestedAt = new Date("2026-03-15T12:00:00Z");
const duty = (paid: MoneyPair, number = 1): LineDuty => ({ gid: gid("Duty", number), paid });
const dutied = (overrides: Partial<OrderLine> = {}) =>
  anOrderLine({ quantity: 3, paid: usd(9_000), duties: [duty(usd(1_000))], ...overrides });
const TIP = { lineGid: gid("LineItem", 9_000_000), paid: usd(400) };
/** Three shirts for 90.00 with a duty of 10.00 on them. */
const withDuty = (overrides: Partial<ReturnableOrder> = {}) => anOrder({ lines: [dutied()], total: usd(10_000), ...overrides });

interface Asked {
  readonly kind?: ResolutionKind;
  readonly units?: readonly number[];
  readonly terms?: Partial<DecisionTerms>;
}

function quoted(order: ReturnableOrder, { kind = "refund", units, terms = {} }: Asked = {}): ResolutionQuote {
  const granted = someTerms({ refundsDuties: true, refundsTip: true, resolutions: [anOffer({ kind })], ...terms });
  const items = order.lines.flatMap(({ gid: lineGid, quantity }, index) => {
    const wanted = units ? (units[index] ?? 0) : quantity;
    return wanted > 0 ? [{ lineGid, quantity: wanted, terms: granted, exchange: null }] : [];
  });
  const result = quoteResolution({ order, items, requestedAt }, kind);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

const parts = (quote: ResolutionQuote) => quote.parts.map(({ kind, amount }) => `${kind} ${amount.presentment.minor}`);
const dutiesIn = (quote: ResolutionQuote) => sumOfParts(quote, ["duties"]).presentment.minor;

/** The order once the quote is paid, as Shopify tells it. */
function paid(order: ReturnableOrder, quote: ResolutionQuote, units: readonly number[] = []): ReturnableOrder {
  const asked = order.lines.map(({ gid: lineGid, quantity }, index) => ({ lineGid, quantity: units[index] ?? quantity }));
  const worths = asked.filter(({ quantity }) => quantity > 0).map((item) => worthOfUnits(order, item, requestedAt));
  const lines = worths.map(({ lineGid, quantity, priced, tax }) => ({ lineGid, quantity, goods: priced, tax }));
  const tip = sumOfParts(quote, ["tip"]);
  const tipLine = { lineGid: TIP.lineGid, quantity: 1, goods: tip, tax: zeroPair(tip) };
  const refunded = afterRefund(order, { lines: tip.shop.minor > 0 ? [...lines, tipLine] : lines, total: quote.total });
  const shares = worths.flatMap((worth) =>
    dutiesIn(quote) > 0 ? dutyShares(order, { lineGid: worth.lineGid, quantity: worth.quantity }, requestedAt) : [],
  );
  return {
    ...refunded,
    lines: refunded.lines.map((line) => ({
      ...line,
      currentQuantity: line.currentQuantity - (worths.find(({ lineGid }) => lineGid === line.gid)?.quantity ?? 0),
    })),
    refunds: refunded.refunds.map((refund, index) => (index === refunded.refunds.length - 1 ? { ...refund, duties: shares } : refund)),
  };
}

describe("import duties", () => {
  test("go back with the units, shown on their own", () => {
    expect(parts(quoted(withDuty(), { units: [1] }))).toEqual(["goods 3000", "duties 334"]);
    expect(quoted(withDuty(), { units: [2] })).toMatchObject({ total: usd(6_667) });
    expect(dueThroughShopify(quoted(withDuty()))).toEqual(usd(10_000));
  });

  test("stay where the policy says never, and with policies from before it could say anything", () => {
    const { refundsDuties: _granted, ...terms } = someTerms({ refundsDuties: true });
    const item = { lineGid: withDuty().lines[0]?.gid ?? gid("LineItem", 0), quantity: 3, terms, exchange: null };
    const order = withDuty({ lines: [dutied({ gid: item.lineGid })] });
    const quote = quoteResolution({ order, items: [item], requestedAt }, "refund");
    expect(quote.ok && parts(quote.value)).toEqual(["goods 9000"]);
  });

  test("come as money or store credit, never onto a gift card; store credit adds no bonus to them", () => {
    const credit = quoted(withDuty(), {
      kind: "store_credit",
      terms: { resolutions: [anOffer({ kind: "store_credit", bonusBp: 1_000 })] },
    });
    expect(parts(credit)).toEqual(["goods 9000", "duties 1000", "bonus 900"]);
    expect(payoutsOf(credit).store_credit).toEqual(usd(10_000));
    expect(parts(quoted(withDuty(), { kind: "gift_card" }))).toEqual(["goods 9000"]);
  });

  test("of what is kept go back at the shop's fault only: otherwise the goods stay where they were imported", () => {
    expect(parts(quoted(withDuty(), { kind: "keep_it" }))).toEqual(["goods 9000"]);
    expect(parts(quoted(withDuty(), { kind: "keep_it", terms: { areFeesWaived: true } }))).toEqual(["goods 9000", "duties 1000"]);
  });

  test("inside the price go back with the goods and are not paid twice", () => {
    const order = withDuty({ areDutiesIncluded: true, total: usd(9_000) });
    expect(parts(quoted(order))).toEqual(["goods 9000"]);
  });

  test("one unit after another, 10.00 on three: 3.34, 3.33, 3.33, and nothing is left", () => {
    let order = withDuty();
    const each = [0, 1, 2].map(() => {
      const quote = quoted(order, { units: [1] });
      order = paid(order, quote, [1]);
      return dutiesIn(quote);
    });
    expect(each).toEqual([334, 333, 333]);
    expect(dutiesIn(quoted(order))).toBe(0);
  });

  test("of a unit that was refunded by hand without them are gone; refunded by hand in full, nothing is left to pay", () => {
    const [line] = withDuty().lines;
    const byHand = aRefund([{ lineGid: line?.gid ?? gid("LineItem", 0), quantity: 1, goods: usd(3_000), tax: usd(0) }]);
    const order = withDuty({ lines: line ? [{ ...line, currentQuantity: 2 }] : [], refunds: [byHand] });
    expect(dutiesIn(quoted(order))).toBe(666);
    const full = { ...order, refunds: [{ ...byHand, duties: [{ dutyGid: gid("Duty", 1), amount: usd(1_000) }] }] };
    expect(dutiesIn(quoted(full))).toBe(0);
  });

  test("of units whose condition gave them other terms: the groups bring together what all of them do", () => {
    const order = withDuty();
    const groups = [0, 1].map((index) => {
      const group = { name: String(index), skip: index, of: 3 };
      return dutyShares(order, { lineGid: order.lines[0]?.gid ?? gid("LineItem", 0), quantity: index + 1, group }, requestedAt);
    });
    expect(groups.flat().map(({ amount }) => amount.shop.minor)).toEqual([334, 666]);
  });

  test("units that an earlier return holds keep their share until it is paid", () => {
    const [line] = withDuty().lines;
    if (!line) throw new Error("The order has a line");
    const held = { lineGid: line.gid, quantity: 1, unpaidQuantity: 1 };
    const earlier = { gid: null, state: "requested" as const, requestedAt: new Date("2026-03-10T12:00:00Z"), lines: [held] };
    expect(dutiesIn(quoted(withDuty({ lines: [line], returns: [earlier] }), { units: [2] }))).toBe(666);
  });

  test("in yen, in dinars, and in another currency than the shop's: each side split on its own", () => {
    const both = { shop: money(1_000, "USD"), presentment: money(1_510, "JPY") };
    const paidFor = { shop: money(9_000, "USD"), presentment: money(13_590, "JPY") };
    const line = anOrderLine({ quantity: 3, paid: paidFor, listUnitPrice: paidFor, duties: [duty(both)] });
    const order = anOrder({ lines: [line], total: addPairs(paidFor, both), shopCurrency: "USD", presentmentCurrency: "JPY" });
    expect(sumOfParts(quoted(order, { units: [1] }), ["duties"])).toEqual({ shop: money(334, "USD"), presentment: money(504, "JPY") });
    const dinars = anOrderLine({ quantity: 3, paid: samePair(9_000, "KWD"), duties: [duty(samePair(1_001, "KWD"))] });
    const inDinars = anOrder({ lines: [dinars], total: samePair(10_001, "KWD") });
    expect(sumOfParts(quoted(inDinars, { units: [2] }), ["duties"]).shop).toEqual(money(668, "KWD"));
  });

  test("are never more than what is left of the payments", () => {
    const order = withDuty({ transactions: [aTransaction({ amount: usd(9_500) })] });
    expect(quoted(order)).toMatchObject({ total: usd(9_500) });
  });

  test("bar every exchange and replacement, because Shopify adds nothing to such an order", () => {
    const kinds = ["refund", "exchange", "replacement", "keep_it"] as const;
    const possible = { hasStoreCredit: true, hasGiftCards: true };
    expect(possibleResolutions(kinds, withDuty(), possible)).toEqual(["refund", "keep_it"]);
    expect(possibleResolutions(kinds, anOrder(), possible)).toEqual(kinds);
  });
});

describe("a tip", () => {
  const mugAndShirt = () =>
    anOrder({
      lines: [anOrderLine({ quantity: 1, paid: usd(800) }), anOrderLine({ quantity: 1, paid: usd(2_000) })],
      total: usd(3_200),
      tip: TIP,
    });

  test("goes back with the last of the order, once", () => {
    const order = mugAndShirt();
    const mug = quoted(order, { units: [1, 0] });
    expect(parts(mug)).toEqual(["goods 800"]);
    const shirt = quoted(paid(order, mug, [1, 0]), { units: [0, 1] });
    expect(parts(shirt)).toEqual(["goods 2000", "tip 400"]);
    expect(quoted(order)).toMatchObject({ total: usd(3_200) });
    const byHand = aRefund([{ lineGid: TIP.lineGid, quantity: 1, goods: usd(400), tax: usd(0) }]);
    expect(parts(quoted({ ...order, refunds: [byHand] }))).toEqual(["goods 800", "goods 2000"]);
  });

  test("stays where the policy does not say so, where something stays, and where goods go out", () => {
    const order = mugAndShirt();
    const { refundsTip: _granted, ...never } = someTerms({ refundsDuties: true });
    const items = order.lines.map(({ gid: lineGid }) => ({ lineGid, quantity: 1, terms: never, exchange: null }));
    const quote = quoteResolution({ order, items, requestedAt }, "refund");
    expect(quote.ok && parts(quote.value)).toEqual(["goods 800", "goods 2000"]);
    expect(parts(quoted(order, { kind: "keep_it" }))).toEqual(["goods 800", "goods 2000"]);
    expect(parts(quoted(order, { kind: "gift_card" }))).toEqual(["goods 800", "goods 2000"]);
  });

  test("of a request in which one item is a gift card and the other money goes where the money goes", () => {
    const order = mugAndShirt();
    const terms = someTerms({ refundsTip: true, resolutions: [anOffer(), anOffer({ kind: "gift_card" })] });
    const items = order.lines.map(({ gid: lineGid }) => ({ lineGid, quantity: 1, terms, exchange: null }));
    const all = quoteRequest({ order, items, requestedAt }, ({ lineGid }) => (lineGid === order.lines[0]?.gid ? "gift_card" : "refund"));
    if (!all.ok) throw new Error(all.error.code);
    expect(all.value.map(({ quote }) => payoutsOf(quote))).toMatchObject([{ payment: usd(2_400), gift_card: usd(800) }]);
  });
});

interface Bought {
  readonly price: number;
  readonly quantity: number;
  readonly duties: readonly number[];
}

const CURRENCIES = [["USD", "USD"], ["JPY", "JPY"], ["KWD", "KWD"], ["USD", "JPY"], ["EUR", "KWD"]] as const; // prettier-ignore

const anyDutied: fc.Arbitrary<ReturnableOrder> = fc
  .record({
    currencies: fc.constantFrom(...CURRENCIES),
    tip: fc.nat(900),
    bought: fc.array(
      fc.record({
        price: fc.integer({ min: 1, max: 9_000 }),
        quantity: fc.integer({ min: 1, max: 5 }),
        duties: fc.array(fc.nat(2_000), { maxLength: 2 }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  })
  .map(({ currencies, tip, bought }) => orderOf(currencies, tip, bought));

function orderOf([shop, presentment]: readonly [string, string], tip: number, bought: readonly Bought[]): ReturnableOrder {
  const pair = (minor: number) => ({
    shop: money(minor, shop),
    presentment: money(shop === presentment ? minor : Math.round(minor * 1.51), presentment),
  });
  let number = 0;
  const lines = bought.map(({ price, quantity, duties }) =>
    anOrderLine({ quantity, paid: pair(price), listUnitPrice: pair(price), duties: duties.map((minor) => duty(pair(minor), ++number)) }),
  );
  const all = lines.flatMap((line) => [line.paid, ...(line.duties ?? []).map((one) => one.paid)]);
  const total = sumPairs([...all, pair(tip)], pair(0));
  return anOrder({
    lines,
    total,
    shopCurrency: shop,
    presentmentCurrency: presentment,
    tip: { ...TIP, paid: pair(tip) },
    transactions: [aTransaction({ amount: total })],
  });
}

const anyUnits = fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 3, maxLength: 3 }), { maxLength: 6 });

describe("whatever comes back, in whatever parts and order", () => {
  const returnAll = (placed: ReturnableOrder, steps: readonly (readonly number[])[]) => {
    let order = placed;
    const back = { duties: zeroPair(placed.total), tip: zeroPair(placed.total), total: zeroPair(placed.total) };
    for (const step of [...steps, [9, 9, 9]]) {
      const units = order.lines.map(({ currentQuantity }, index) => Math.min(step[index] ?? 0, currentQuantity));
      if (units.every((count) => count === 0)) continue;
      const quote = quoted(order, { units });
      expect(sumPairs(quote.parts.map(({ amount }) => amount), order.total)).toEqual(quote.total); // prettier-ignore
      order = paid(order, quote, units);
      back.duties = addPairs(back.duties, sumOfParts(quote, ["duties"]));
      back.tip = addPairs(back.tip, sumOfParts(quote, ["tip"]));
      back.total = addPairs(back.total, quote.total);
      const charged = sumPairs(placed.lines.flatMap((line) => (line.duties ?? []).map((one) => one.paid)), placed.total); // prettier-ignore
      expect(minPair(back.duties, charged)).toEqual(back.duties);
      expect(minPair(back.tip, placed.tip?.paid ?? back.tip)).toEqual(back.tip);
    }
    return back;
  };

  test("duties and tip are never more than what was paid, and everything returned brings all of them to the minor unit", () => {
    fc.assert(
      fc.property(anyDutied, anyUnits, (placed, steps) => {
        const forwards = returnAll(placed, steps);
        expect(forwards.total).toEqual(placed.total);
        expect(forwards.tip).toEqual(placed.tip?.paid);
        expect(returnAll(placed, steps.toReversed())).toEqual(forwards);
      }),
    );
  });

  test("two returns asked for one after the other and paid in either order bring the same", () => {
    fc.assert(
      fc.property(fc.nat(3_000), fc.integer({ min: 2, max: 6 }), fc.integer({ min: 1, max: 5 }), (minor, quantity, first) => {
        const count = Math.min(first, quantity - 1);
        const line = anOrderLine({ quantity, paid: usd(6_000), duties: [duty(usd(minor))] });
        const held = { lineGid: line.gid, quantity: count, unpaidQuantity: count };
        const earlier = { gid: null, state: "requested" as const, requestedAt: new Date("2026-03-10T12:00:00Z"), lines: [held] };
        const order = anOrder({ lines: [line], total: usd(6_000 + minor), returns: [earlier] });
        const later = quoted(order, { units: [quantity - count] });
        const after = { ...paid(order, later, [quantity - count]), returns: [] };
        expect(dutiesIn(later) + dutiesIn(quoted(after, { units: [count] }))).toBe(minor);
      }),
    );
  });
});
