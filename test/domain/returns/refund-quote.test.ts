import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { OrderLine, RefundedLine, ReturnableOrder } from "#app/domain/orders/returnable-order.ts";
import { atOrderRate, leftOfOrder, shareOfUnits, shippingFor, worthOfUnits } from "#app/domain/returns/refund-quote.ts";
import type { UnitsWorth } from "#app/domain/returns/refund-quote.ts";
import { addPairs, samePair, sumPairs, zeroPair } from "#app/domain/shared/money-pair.ts";
import { allocate, money } from "#app/domain/shared/money.ts";
import { anOrder, anOrderLine, aRefund } from "#test/builders/an-order.ts";
import { afterRefund, anyOrder } from "#test/builders/any-order.ts";

const usd = (minor: number) => samePair(minor, "USD");
const later = new Date("2026-03-20T12:00:00Z");

function worth(order: ReturnableOrder, line: OrderLine | undefined, quantity: number): UnitsWorth {
  if (!line) throw new Error("The order has such a line");
  return worthOfUnits(order, { lineGid: line.gid, quantity }, later);
}

const asRefunded = ({ lineGid, quantity, priced, tax }: UnitsWorth): RefundedLine => ({ lineGid, quantity, goods: priced, tax });

describe("what units are worth", () => {
  test("three units for 1.00: the first is worth 0.34, the other two 0.33", () => {
    const line = anOrderLine({ quantity: 3, paid: usd(100) });
    let order = anOrder({ lines: [line] });
    const amounts = [1, 1, 1].map(() => {
      const unit = worth(order, line, 1);
      order = afterRefund(order, { lines: [asRefunded(unit)], total: unit.paid });
      return unit.paid.presentment.minor;
    });
    expect(amounts).toEqual([34, 33, 33]);
    expect(worth(anOrder({ lines: [line] }), line, 3).paid).toEqual(usd(100));
  });

  test("tax on top comes back with the goods; tax inside the price is part of them", () => {
    const line = anOrderLine({ quantity: 2, paid: usd(4000), tax: usd(760) });
    expect(worth(anOrder({ lines: [line] }), line, 1)).toMatchObject({ priced: usd(2000), tax: usd(380), paid: usd(2380) });
    expect(worth(anOrder({ lines: [line], taxesIncluded: true }), line, 1)).toMatchObject({
      priced: usd(2000),
      tax: usd(380),
      paid: usd(2000),
    });
  });

  test("a refund made by hand for more than a unit's share leaves less for the others", () => {
    const line = anOrderLine({ quantity: 2, paid: usd(4000) });
    const order = anOrder({ lines: [line], refunds: [aRefund([{ lineGid: line.gid, quantity: 1, goods: usd(3500), tax: usd(0) }])] });
    expect(worth(order, line, 1).paid).toEqual(usd(500));
  });

  test("units that were refunded by hand meanwhile are not paid a second time", () => {
    const line = anOrderLine({ quantity: 2, paid: usd(4000) });
    const order = anOrder({ lines: [line], refunds: [aRefund([{ lineGid: line.gid, quantity: 2, goods: usd(4000), tax: usd(0) }])] });
    expect(worth(order, line, 2)).toMatchObject({ quantity: 0, paid: usd(0) });
  });

  test("an earlier return that is not paid yet keeps its share, whichever is paid first", () => {
    const line = anOrderLine({ quantity: 3, paid: usd(100) });
    const first = {
      gid: null,
      state: "requested" as const,
      requestedAt: new Date("2026-03-10T12:00:00Z"),
      lines: [{ lineGid: line.gid, quantity: 1, unpaidQuantity: 1 }],
    };
    const order = anOrder({ lines: [line], returns: [first] });
    const second = worth(order, line, 1);
    expect(second.paid).toEqual(usd(33));
    const afterSecond = afterRefund(order, { lines: [asRefunded(second)], total: second.paid });
    expect(worthOfUnits(afterSecond, { lineGid: line.gid, quantity: 1 }, first.requestedAt).paid).toEqual(usd(34));
  });
});

describe("arithmetic that always reconciles", () => {
  test("a share of units is the sum of those parts of an even split", () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 12 }), fc.tuple(fc.nat(12), fc.nat(12)), (minor, units, [a, b]) => {
        const [skip, end] = [Math.min(a, b, units), Math.min(Math.max(a, b), units)];
        const parts = allocate(money(minor, "USD"), Array<number>(units).fill(1)).slice(skip, end);
        const expected = parts.reduce((all, part) => all + part.minor, 0);
        expect(shareOfUnits(money(minor, "USD"), units, { skip, count: end - skip }).minor).toBe(expected);
      }),
    );
  });

  test("any sequence of partial returns of a line pays exactly what was paid for it, tax included, in both currencies", () => {
    fc.assert(
      fc.property(anyOrder, fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 6 }), (placed, sizes) => {
        let order = placed;
        for (const line of placed.lines) {
          const whole = worth(placed, line, line.quantity);
          const parts: UnitsWorth[] = [];
          for (const size of [...sizes, line.quantity]) {
            const part = worth(order, line, size);
            parts.push(part);
            order = afterRefund(order, { lines: [asRefunded(part)], total: part.paid });
          }
          expect(
            sumPairs(
              parts.map(({ paid }) => paid),
              placed.total,
            ),
          ).toEqual(whole.paid);
          expect(
            sumPairs(
              parts.map(({ tax }) => tax),
              placed.total,
            ),
          ).toEqual(whole.tax);
          expect(whole.paid).toEqual(placed.taxesIncluded ? line.paid : addPairs(line.paid, line.tax));
        }
      }),
    );
  });

  test("the order in which parts come back changes nothing in the total", () => {
    fc.assert(
      fc.property(anyOrder, fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 2, maxLength: 4 }), (placed, sizes) => {
        const totalOf = (sequence: readonly number[]) => {
          let order = placed;
          for (const size of sequence) {
            const part = worth(order, placed.lines[0], size);
            order = afterRefund(order, { lines: [asRefunded(part)], total: part.paid });
          }
          return leftOfOrder(order);
        };
        expect(totalOf(sizes)).toEqual(totalOf(sizes.toReversed()));
        expect(totalOf(sizes)).toEqual(totalOf(sizes.toSorted((a, b) => a - b)));
      }),
    );
  });

  test("whatever was refunded by hand before, returns never pay more than was paid for the line", () => {
    const byHand = fc.record({ line: fc.nat(2), quantity: fc.integer({ min: 0, max: 3 }), shareBp: fc.nat(20_000) });
    fc.assert(
      fc.property(anyOrder, fc.array(fc.tuple(byHand, fc.integer({ min: 1, max: 3 })), { maxLength: 6 }), (placed, steps) => {
        let order = placed;
        for (const [hand, size] of steps) {
          const line = placed.lines[hand.line % placed.lines.length];
          if (!line) continue;
          order = handRefund(order, line, hand);
          const refundedBefore = refundedOf(order, line);
          const part = worth(order, line, size);
          for (const side of ["shop", "presentment"] as const) {
            const most = Math.max(0, line.paid[side].minor - refundedBefore[side].minor);
            expect(part.priced[side].minor).toBeLessThanOrEqual(most);
            expect(part.priced[side].minor).toBeGreaterThanOrEqual(0);
          }
          order = afterRefund(order, { lines: [asRefunded(part)], total: part.paid });
        }
      }),
    );
  });

  test("outbound shipping comes back with the goods in proportion, and completely with the last of them", () => {
    fc.assert(
      fc.property(anyOrder, (placed) => {
        fc.pre(placed.lines.every(({ paid }) => paid.shop.minor > 0 && paid.presentment.minor > 0));
        let order = placed;
        let total = zeroPair(placed.total);
        for (const line of placed.lines) {
          for (let unit = 0; unit < line.quantity; unit += 1) {
            const part = worth(order, line, 1);
            const shipping = shippingFor(order, [part]);
            total = addPairs(total, shipping);
            order = afterRefund(order, { lines: [asRefunded(part)], total: addPairs(part.paid, shipping), shipping });
          }
        }
        expect(total).toEqual(placed.shipping.paid);
        expect(leftOfOrder(order)).toEqual(zeroPair(placed.total));
      }),
    );
  });
});

describe("an amount of the policy in the customer's currency", () => {
  test("follows the order's own rate: 5.00 USD of an order of 100.00 USD charged as 15,000 JPY is 750 JPY", () => {
    const order = anOrder({ total: { shop: money(10_000, "USD"), presentment: money(15_000, "JPY") } });
    expect(atOrderRate(order, money(500, "USD"))).toEqual({ shop: money(500, "USD"), presentment: money(750, "JPY") });
  });

  test("is nothing when the shop has changed its currency since: a fee in a currency that is gone is not taken", () => {
    expect(atOrderRate(anOrder(), money(500, "EUR"))).toEqual(usd(0));
  });
});

function handRefund(order: ReturnableOrder, line: OrderLine, hand: { quantity: number; shareBp: number }): ReturnableOrder {
  const share = (minor: number) => Math.floor((minor * hand.shareBp) / 10_000 / line.quantity);
  const goods = {
    shop: money(share(line.paid.shop.minor), line.paid.shop.currency),
    presentment: money(share(line.paid.presentment.minor), line.paid.presentment.currency),
  };
  return afterRefund(order, { lines: [{ lineGid: line.gid, quantity: hand.quantity, goods, tax: zeroPair(goods) }], total: goods });
}

function refundedOf(order: ReturnableOrder, { gid, paid }: OrderLine) {
  return sumPairs(
    order.refunds
      .flatMap(({ lines }) => lines)
      .filter(({ lineGid }) => lineGid === gid)
      .map(({ goods }) => goods),
    paid,
  );
}
