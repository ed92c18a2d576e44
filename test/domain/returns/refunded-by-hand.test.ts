import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { OrderRefund } from "#app/domain/orders/returnable-order.ts";
import type { RefundableReturn } from "#app/domain/returns/refunded-by-hand.ts";
import { refundedByHand } from "#app/domain/returns/refunded-by-hand.ts";
import { samePair } from "#app/domain/shared/money-pair.ts";

const lineGid = "gid://shopify/LineItem/1";
const shopifyGid = "gid://shopify/Return/1";
const day = (number: number) => new Date(Date.UTC(2026, 2, number));

function aRefund(quantity: number, on: number, returnGid: OrderRefund["returnGid"] = null): OrderRefund {
  const nothing = samePair(0, "USD");
  const lines = [{ lineGid, quantity, goods: nothing, tax: nothing } as const];
  return { gid: `gid://shopify/Refund/${on}`, createdAt: day(on), total: nothing, returnGid, lines };
}

function aReturn(id: string, quantity: number, { on, closedAt }: { on: number; closedAt?: Date }): RefundableReturn {
  const lines = [{ id: `${id}-line`, lineGid, quantity } as const];
  return { id, shopifyGid: id === "first" ? shopifyGid : null, requestedAt: day(on), lines, ...(closedAt ? { closedAt } : {}) };
}

const unitsOf = (found: ReturnType<typeof refundedByHand>) => found.map(({ returnId, quantity }) => `${returnId} ${quantity}`);

describe("units refunded by hand", () => {
  test("count for the return that had been asked for, the oldest first, and for no more than it holds", () => {
    const returns = [aReturn("first", 2, { on: 1 }), aReturn("second", 2, { on: 3 })];
    expect(unitsOf(refundedByHand([aRefund(3, 5)], returns))).toEqual(["first 2", "second 1"]);
    expect(unitsOf(refundedByHand([aRefund(1, 2), aRefund(2, 5)], returns))).toEqual(["first 1", "first 1", "second 1"]);
  });

  test("from before the request, after its end, or of the return itself are none of it", () => {
    expect(refundedByHand([aRefund(1, 1)], [aReturn("first", 1, { on: 2 })])).toEqual([]);
    expect(refundedByHand([aRefund(1, 5)], [aReturn("first", 1, { on: 2, closedAt: day(4) })])).toEqual([]);
    expect(unitsOf(refundedByHand([aRefund(1, 3, shopifyGid), aRefund(2, 4)], [aReturn("first", 2, { on: 2 })]))).toEqual(["first 1"]);
  });

  test("count once: a return that was made smaller for them has them behind it", () => {
    const claimed = [{ refundGid: "gid://shopify/Refund/5", lineGid, quantity: 1 }];
    expect(refundedByHand([aRefund(1, 5)], [aReturn("first", 1, { on: 1 })], claimed)).toEqual([]);
  });

  test("are never more than was refunded, nor than the returns hold", () => {
    const amount = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 5 }), fc.array(amount, { maxLength: 4 }), (refunded, held) => {
        const refunds = refunded.map((quantity, index) => aRefund(quantity, 10 + index));
        const returns = held.map((quantity, index) => aReturn(`r${index}`, quantity, { on: 1 + index }));
        const sum = (all: readonly number[]) => all.reduce((one, other) => one + other, 0);
        const found = refundedByHand(refunds, returns).map(({ quantity }) => quantity);
        expect(sum(found)).toBe(Math.min(sum(refunded), sum(held)));
      }),
    );
  });
});
