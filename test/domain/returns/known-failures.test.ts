import { describe, expect, test } from "vitest";
import type { ReturnableOrder } from "#app/domain/orders/returnable-order.ts";
import type { DecisionTerms } from "#app/domain/policies/decision.ts";
import { allocateToTransactions } from "#app/domain/returns/allocate-to-transactions.ts";
import { quoteResolution } from "#app/domain/returns/quote-resolutions.ts";
import type { ResolutionQuote } from "#app/domain/returns/resolution-quote.ts";
import { settlementFigure } from "#app/domain/returns/settlement-figure.ts";
import { samePair } from "#app/domain/shared/money-pair.ts";
import { money } from "#app/domain/shared/money.ts";
import { anOffer, someTerms } from "#test/builders/a-policy.ts";
import { anOrder, anOrderLine, aTransaction } from "#test/builders/an-order.ts";
import { afterRefund } from "#test/builders/any-order.ts";

const usd = (minor: number) => samePair(minor, "USD");
const requestedAt = new Date("2026-03-20T12:00:00Z");

function refund(order: ReturnableOrder, units: Readonly<Record<string, number>>, terms: Partial<DecisionTerms> = {}): ResolutionQuote {
  const items = Object.entries(units).map(([lineGid, quantity]) => {
    const line = order.lines.find(({ gid }) => gid === lineGid);
    if (!line) throw new Error("The order has such a line");
    return { lineGid: line.gid, quantity, terms: someTerms(terms), exchange: null };
  });
  const quote = quoteResolution({ order, items, requestedAt }, "refund");
  if (!quote.ok) throw new Error(quote.error.code);
  return quote.value;
}

/** Two shirts at 25.00, 5.00 off each by a code for the whole order, 10 % tax on top: 44.00 paid. */
const shirts = () => anOrderLine({ quantity: 2, listUnitPrice: usd(2_500), paid: usd(4_000), tax: usd(400) });
const trousers = () => anOrderLine({ quantity: 1, listUnitPrice: usd(9_000), paid: usd(9_000), tax: usd(900) });

describe("seven failures that another commerce engine is known for", () => {
  test("refund without tax: the tax that was paid on top comes back with the goods", () => {
    const line = shirts();
    expect(refund(anOrder({ lines: [line] }), { [line.gid]: 2 }).total).toEqual(usd(4_400));
    expect(refund(anOrder({ lines: [line] }), { [line.gid]: 1 }).total).toEqual(usd(2_200));
  });

  test("tax-inclusive totals wrong: what was paid comes back, the tax is neither added nor taken off", () => {
    const line = anOrderLine({ quantity: 3, paid: usd(10_000), tax: usd(1_597) });
    const order = anOrder({ lines: [line], taxesIncluded: true });
    const quote = refund(order, { [line.gid]: 3 });
    expect(quote.total).toEqual(usd(10_000));
    expect(quote.parts.map(({ kind, amount }) => [kind, amount.presentment.minor])).toEqual([
      ["goods", 8_403],
      ["tax", 1_597],
    ]);
  });

  test("discount counted twice: a unit brings what was paid for it, with its share of the order's discount taken off once", () => {
    const line = shirts();
    const order = anOrder({ lines: [line] });
    const first = refund(order, { [line.gid]: 1 });
    const lines = [{ lineGid: line.gid, quantity: 1, goods: usd(2_000), tax: usd(200) }];
    const second = refund(afterRefund(order, { lines, total: first.total }), { [line.gid]: 1 });
    expect([first.total, second.total]).toEqual([usd(2_200), usd(2_200)]);
  });

  test("several returns on one payment: each takes its part, and none what another already got back", () => {
    const [shirt, trouser] = [shirts(), trousers()];
    let order = anOrder({ lines: [shirt, trouser], transactions: [aTransaction({ amount: usd(14_300) })] });
    const shares = [];
    for (const { gid, goods, tax } of [
      { gid: shirt.gid, goods: usd(2_000), tax: usd(200) },
      { gid: trouser.gid, goods: usd(9_000), tax: usd(900) },
      { gid: shirt.gid, goods: usd(2_000), tax: usd(200) },
    ]) {
      const { total } = refund(order, { [gid]: 1 });
      const allocated = allocateToTransactions(total.presentment, order.transactions);
      if (!allocated.ok) throw new Error("There is enough on the payment");
      shares.push(...allocated.value.map(({ amount }) => amount.minor));
      order = afterRefund(order, { lines: [{ lineGid: gid, quantity: 1, goods, tax }], total });
    }
    expect(shares).toEqual([2_200, 9_900, 2_200]);
    expect(order.transactions[0]?.refundable).toEqual(usd(0));
    expect(allocateToTransactions(money(1, "USD"), order.transactions)).toMatchObject({
      ok: false,
      error: { code: "exceeds_transactions" },
    });
  });

  test("return shipping deducted wrongly: once for the return, never below nothing, and not when the shop is at fault", () => {
    const [shirt, trouser] = [shirts(), trousers()];
    const order = anOrder({ lines: [shirt, trouser] });
    const fee = { resolutions: [anOffer({ takesReturnShippingFee: true })], returnShippingFee: money(500, "USD") };
    expect(refund(order, { [shirt.gid]: 2, [trouser.gid]: 1 }, fee).total).toEqual(usd(14_300 - 500));
    expect(refund(order, { [shirt.gid]: 2 }, { ...fee, areFeesWaived: true }).total).toEqual(usd(4_400));
    const cheap = anOrderLine({ quantity: 1, paid: usd(300) });
    expect(refund(anOrder({ lines: [cheap] }), { [cheap.gid]: 1 }, fee)).toMatchObject({ total: usd(0), owed: usd(0) });
  });

  test("receiving without refunding: what came back is worth what was agreed for it, unit by unit, and what is missing nothing", () => {
    const line = shirts();
    const order = anOrder({ lines: [line] });
    const agreed = refund(order, { [line.gid]: 2 });
    const terms = someTerms();
    const both = settlementFigure({ order, items: [{ lineGid: line.gid, quantity: 2, terms }], agreed, requestedAt });
    const one = settlementFigure({ order, items: [{ lineGid: line.gid, quantity: 1, terms }], agreed, requestedAt });
    expect(both).toMatchObject({ ok: true, value: { total: agreed.total } });
    expect(one).toMatchObject({ ok: true, value: { total: usd(2_200) } });
  });

  test("one item's claim forcing a whole refund: a broken shirt brings one shirt, and the trousers stay sold", () => {
    const [shirt, trouser] = [shirts(), trousers()];
    const order = anOrder({
      lines: [shirt, trouser],
      total: usd(14_800),
      shipping: { paid: usd(500), tax: usd(0), refunded: usd(0) },
    });
    const quote = refund(order, { [shirt.gid]: 1 }, { areFeesWaived: true, refundsShipping: true });
    // 22.00, and of the 5.00 of shipping the share of 20.00 in goods of 130.00.
    expect(quote.parts.map(({ kind, lineGid, amount }) => [kind, lineGid === trouser.gid, amount.presentment.minor])).toEqual([
      ["goods", false, 2_000],
      ["tax", false, 200],
      ["shipping", false, 77],
    ]);
  });
});
