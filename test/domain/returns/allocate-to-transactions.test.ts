import fc from "fast-check";
import { expect, test } from "vitest";
import { allocateToTransactions } from "#app/domain/returns/allocate-to-transactions.ts";
import { samePair } from "#app/domain/shared/money-pair.ts";
import { money } from "#app/domain/shared/money.ts";
import { aTransaction } from "#test/builders/an-order.ts";

const left = (minor: number) => aTransaction({ amount: samePair(100_000, "USD"), refundable: samePair(minor, "USD") });

test("70.00 over a gift card with 25.00 left and a card with 60.00 left goes back as 25.00 and 45.00", () => {
  const [giftCard, card] = [left(2_500), left(6_000)];
  expect(allocateToTransactions(money(7_000, "USD"), [giftCard, card])).toEqual({
    ok: true,
    value: [
      { transactionGid: giftCard.gid, gateway: giftCard.gateway, amount: money(2_500, "USD") },
      { transactionGid: card.gid, gateway: card.gateway, amount: money(4_500, "USD") },
    ],
  });
});

test("what does not fit is refused with what is missing, not paid in part", () => {
  expect(allocateToTransactions(money(7_000, "USD"), [left(2_500)])).toEqual({
    ok: false,
    error: { code: "exceeds_transactions", missing: money(4_500, "USD") },
  });
});

test("nothing to refund touches no payment", () => {
  expect(allocateToTransactions(money(0, "USD"), [left(2_500)])).toEqual({ ok: true, value: [] });
});

test("the shares add up to the refund and none exceeds what is left of its payment", () => {
  fc.assert(
    fc.property(fc.nat(50_000), fc.array(fc.integer({ min: -100, max: 20_000 }), { maxLength: 5 }), (minor, rests) => {
      const transactions = rests.map(left);
      const result = allocateToTransactions(money(minor, "USD"), transactions);
      const available = rests.reduce((all, rest) => all + Math.max(0, rest), 0);
      expect(result.ok).toBe(minor <= available);
      if (!result.ok) return;
      expect(result.value.reduce((all, { amount }) => all + amount.minor, 0)).toBe(minor);
      for (const { transactionGid, amount } of result.value) {
        const payment = transactions.find(({ gid }) => gid === transactionGid);
        expect(amount.minor).toBeGreaterThan(0);
        expect(amount.minor).toBeLessThanOrEqual(payment?.refundable.presentment.minor ?? 0);
      }
    }),
  );
});
