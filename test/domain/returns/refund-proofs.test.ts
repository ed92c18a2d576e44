import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { OrderTransaction, ReturnableOrder } from "#app/domain/orders/returnable-order.ts";
import { allocateToTransactions } from "#app/domain/returns/allocate-to-transactions.ts";
import { quoteResolution } from "#app/domain/returns/quote-resolutions.ts";
import { worthOfUnits } from "#app/domain/returns/refund-quote.ts";
import type { ResolutionQuote } from "#app/domain/returns/resolution-quote.ts";
import { sumOfParts } from "#app/domain/returns/resolution-quote.ts";
import type { MoneyPair, MoneySide } from "#app/domain/shared/money-pair.ts";
import { addPairs, subtractPairs, sumPairs, zeroPair } from "#app/domain/shared/money-pair.ts";
import { money } from "#app/domain/shared/money.ts";
import { anOffer, someTerms } from "#test/builders/a-policy.ts";
import { aTransaction } from "#test/builders/an-order.ts";
import { afterRefund, anyOrder } from "#test/builders/any-order.ts";

/*
 * Generated orders × returns × refunds by hand: one to three lines with line and order discounts, tax inside or on top, shipping, currencies
 * with no, two and three decimals, alone and mixed, paid over one or two payments (one a gift card), and payments that also hold tips and duties.
 */

const SIDES: readonly MoneySide[] = ["shop", "presentment"];

/** One thing that happens to an order. */
interface Step {
  readonly line: number;
  readonly units: number;
  /** Made by hand in Shopify, of this share of what the units are worth, in basis points; null for a return. */
  readonly byHandBp: number | null;
  readonly restockingFeeBp: number;
  readonly fee: number;
  readonly refundsShipping: boolean;
}

const anyStep: fc.Arbitrary<Step> = fc.record({
  line: fc.nat(2),
  units: fc.integer({ min: 1, max: 3 }),
  byHandBp: fc.option(fc.integer({ min: 0, max: 10_000 }), { freq: 4 }),
  restockingFeeBp: fc.constantFrom(0, 0, 1_000, 3_333),
  fee: fc.constantFrom(0, 0, 500),
  refundsShipping: fc.boolean(),
});
const anySteps = fc.array(anyStep, { minLength: 1, maxLength: 8 });

/** Tips and duties were paid with the order too; nothing of them belongs to any line. */
const anyTip = fc.nat(900);

function withTip(order: ReturnableOrder, tip: number): ReturnableOrder {
  const pair = { shop: money(tip, order.shopCurrency), presentment: money(tip, order.presentmentCurrency) };
  const [first, ...others] = order.transactions;
  const more = (transaction: OrderTransaction) => {
    const amount = addPairs(transaction.amount, pair);
    return { ...transaction, amount, refundable: amount };
  };
  return first ? { ...order, total: addPairs(order.total, pair), transactions: [more(first), ...others] } : order;
}

function quoteOf(order: ReturnableOrder, step: Step): ResolutionQuote | undefined {
  const line = order.lines[step.line % order.lines.length];
  if (!line) return undefined;
  const terms = someTerms({
    resolutions: [anOffer({ restockingFeeBp: step.restockingFeeBp, takesReturnShippingFee: true })],
    returnShippingFee: step.fee > 0 ? money(step.fee, order.shopCurrency) : null,
    refundsShipping: step.refundsShipping,
  });
  const items = [{ lineGid: line.gid, quantity: step.units, terms, exchange: null }];
  const quote = quoteResolution({ order, items, requestedAt: new Date("2026-03-20T12:00:00Z") }, "refund");
  return quote.ok ? quote.value : undefined;
}

/** The order after one step, and what the step paid. */
function take(order: ReturnableOrder, step: Step): { order: ReturnableOrder; quote?: ResolutionQuote } {
  const line = order.lines[step.line % order.lines.length];
  const worth = line && worthOfUnits(order, { lineGid: line.gid, quantity: step.units }, new Date("2026-03-20T12:00:00Z"));
  if (!worth || worth.quantity === 0) return { order };
  const lines = (goods: MoneyPair, tax: MoneyPair) => [{ lineGid: worth.lineGid, quantity: worth.quantity, goods, tax }];
  if (step.byHandBp !== null) {
    const share = (pair: MoneyPair) => scaled(pair, step.byHandBp ?? 0);
    const [goods, tax] = [share(worth.priced), share(worth.tax)];
    return { order: afterRefund(order, { lines: lines(goods, tax), total: order.taxesIncluded ? goods : addPairs(goods, tax) }) };
  }
  const quote = quoteOf(order, step);
  if (!quote) return { order };
  const shipping = sumOfParts(quote, ["shipping"]);
  return { order: afterRefund(order, { lines: lines(worth.priced, worth.tax), total: quote.total, shipping }), quote };
}

function scaled(pair: MoneyPair, bp: number): MoneyPair {
  const of = (side: MoneySide) => money(Math.floor((pair[side].minor * bp) / 10_000), pair[side].currency);
  return { shop: of("shop"), presentment: of("presentment") };
}

const isAtMost = (left: MoneyPair, right: MoneyPair) => SIDES.every((side) => left[side].minor <= right[side].minor);

function refundedOf(order: ReturnableOrder, lineGid: string, which: "goods" | "tax"): MoneyPair {
  const lines = order.refunds.flatMap((refund) => refund.lines).filter((line) => line.lineGid === lineGid);
  return sumPairs(
    lines.map((line) => line[which]),
    zeroPair(order.total),
  );
}

describe("whatever is returned and refunded, in any order", () => {
  test("the parts of every quote add up to what is paid, and nobody is ever charged for a refund", () => {
    fc.assert(
      fc.property(anyOrder, anyTip, anySteps, (placed, tip, steps) => {
        let order = withTip(placed, tip);
        for (const step of steps) {
          const { order: next, quote } = take(order, step);
          if (quote) {
            const parts = sumPairs(
              quote.parts.map(({ amount }) => amount),
              zeroPair(order.total),
            );
            expect(parts).toEqual(subtractPairs(quote.total, quote.owed));
            expect(quote.owed).toEqual(zeroPair(order.total));
          }
          order = next;
        }
      }),
    );
  });

  test("what was refunded never exceeds what was paid: per line, for its tax, for shipping, and in all without tips and duties", () => {
    fc.assert(
      fc.property(anyOrder, anyTip, anySteps, (placed, tip, steps) => {
        let order = withTip(placed, tip);
        let paid = zeroPair(order.total);
        for (const step of steps) {
          const { order: next, quote } = take(order, step);
          paid = addPairs(paid, quote?.total ?? zeroPair(order.total));
          order = next;
        }
        for (const line of placed.lines) {
          expect(isAtMost(refundedOf(order, line.gid, "goods"), line.paid)).toBe(true);
          expect(isAtMost(refundedOf(order, line.gid, "tax"), line.tax)).toBe(true);
        }
        expect(isAtMost(order.shipping.refunded, placed.shipping.paid)).toBe(true);
        expect(isAtMost(paid, placed.total)).toBe(true);
      }),
    );
  });

  test("everything returned without fees, shipping included, pays back exactly what the order cost, whatever the parts and their order", () => {
    fc.assert(
      fc.property(anyOrder, anyTip, anySteps, (placed, tip, steps) => {
        const whole = (units: number): Step => ({ line: 0, units, byHandBp: null, restockingFeeBp: 0, fee: 0, refundsShipping: true });
        const free = steps.map((step) => ({ ...step, ...whole(step.units), line: step.line }));
        const rest = placed.lines.map((line, index) => ({ ...whole(line.quantity), line: index }));
        const totalOf = (sequence: readonly Step[]) => {
          let order = withTip(placed, tip);
          let paid = zeroPair(order.total);
          for (const step of sequence) {
            const { order: next, quote } = take(order, step);
            paid = addPairs(paid, quote?.total ?? zeroPair(order.total));
            order = next;
          }
          return paid;
        };
        const goods = placed.lines.some(({ paid }) => SIDES.some((side) => paid[side].minor === 0));
        fc.pre(!goods);
        expect(totalOf([...free, ...rest])).toEqual(placed.total);
        expect(totalOf([...free.toReversed(), ...rest.toReversed()])).toEqual(placed.total);
      }),
    );
  });

  test("a part of a basket returned line by line in either order differs by one minor unit at most", () => {
    fc.assert(
      fc.property(anyOrder, anySteps, (placed, steps) => {
        const free = steps.map((step) => ({ ...step, byHandBp: null, restockingFeeBp: 0, fee: 0 }));
        const totalOf = (sequence: readonly Step[]) => {
          let order = placed;
          let paid = zeroPair(order.total);
          for (const step of sequence) {
            const { order: next, quote } = take(order, { ...step, refundsShipping: false });
            paid = addPairs(paid, quote?.total ?? zeroPair(order.total));
            order = next;
          }
          return paid;
        };
        const difference = subtractPairs(totalOf(free), totalOf(free.toReversed()));
        for (const side of SIDES) expect(Math.abs(difference[side].minor)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("a refund over several payments, gift cards among them, is paid in full and never beyond what is left of each", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5_000), { minLength: 1, maxLength: 4 }), fc.nat(20_000), (left, wanted) => {
        const transactions = left.map((minor, index) => {
          const amount = { shop: money(minor, "USD"), presentment: money(minor, "USD") };
          return aTransaction({ amount, gateway: index % 2 === 0 ? "gift_card" : "shopify_payments" });
        });
        const shares = allocateToTransactions(money(wanted, "USD"), transactions);
        const all = left.reduce((sum, minor) => sum + minor, 0);
        expect(shares.ok).toBe(wanted <= all);
        if (!shares.ok) return;
        expect(shares.value.reduce((sum, { amount }) => sum + amount.minor, 0)).toBe(wanted);
        for (const { transactionGid, amount } of shares.value) {
          const own = transactions.find(({ gid }) => gid === transactionGid);
          expect(amount.minor).toBeLessThanOrEqual(own?.refundable.presentment.minor ?? 0);
        }
      }),
    );
  });
});
