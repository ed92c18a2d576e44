import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { JointOrder } from "#app/domain/returns/joint-return.ts";
import { isSameOwner, isShippingShared, nextOrder, sumsByCurrency, withDraft, withoutOrder } from "#app/domain/returns/joint-return.ts";
import { gid } from "#app/domain/shared/gid.ts";
import { money } from "#app/domain/shared/money.ts";

const order = (id: number, more: Partial<JointOrder> = {}): JointOrder => ({ orderGid: gid("Order", id), name: `#${id}`, ...more });
const ada = { customerGid: gid("Customer", 1), email: "ada@example.com" };

describe("whose orders are", () => {
  test("the same customer's, or placed with the same address however it is written, belong together", () => {
    expect(isSameOwner(ada, { customerGid: ada.customerGid, email: "work@example.com" })).toBe(true);
    expect(isSameOwner(ada, { email: " ADA@Example.com " })).toBe(true);
    expect(isSameOwner({ email: "guest@example.com" }, { email: "guest@example.com" })).toBe(true);
  });

  test("two of which nothing is known, or of two people, do not", () => {
    expect(isSameOwner({}, {})).toBe(false);
    expect(isSameOwner({ email: "" }, { email: "" })).toBe(false);
    expect(isSameOwner(ada, { customerGid: gid("Customer", 2), email: "bea@example.com" })).toBe(false);
    expect(isSameOwner(ada, { email: "ada@example.co" })).toBe(false);
  });
});

describe("the way through several orders", () => {
  test("goes by their places, whatever is changed or left out", () => {
    const begun = [order(1, { draftId: "a" }), order(2), order(3)];
    expect(nextOrder(begun)?.name).toBe("#2");
    const ready = withDraft(begun, order(2, { draftId: "b" }));
    expect(ready.map(({ draftId }) => draftId)).toEqual(["a", "b", undefined]);
    expect(nextOrder(withoutOrder(ready, gid("Order", 3)))).toBeUndefined();
  });

  test("one parcel costs once: only an order before this one takes the fee off its shoulders", () => {
    const orders = [order(1), order(2, { draftId: "b", bearsShipping: true }), order(3)];
    expect(orders.map(({ orderGid }) => isShippingShared(orders, orderGid))).toEqual([false, false, true]);
    expect(isShippingShared(orders, gid("Order", 9))).toBe(false);
  });
});

test("amounts of two currencies never become one sum, and nothing is lost", () => {
  expect(sumsByCurrency([money(2000, "USD"), money(1500, "EUR"), money(500, "USD")])).toEqual([money(2500, "USD"), money(1500, "EUR")]);
  const amount = fc.record({ minor: fc.integer({ min: -1_000_000, max: 1_000_000 }), currency: fc.constantFrom("USD", "EUR", "JPY") });
  fc.assert(
    fc.property(fc.array(amount), (amounts) => {
      const sums = sumsByCurrency(amounts);
      expect(new Set(sums.map(({ currency }) => currency)).size).toBe(sums.length);
      for (const { minor, currency } of sums) {
        expect(minor).toBe(amounts.filter((one) => one.currency === currency).reduce((all, one) => all + one.minor, 0));
      }
      expect(sums.length).toBe(new Set(amounts.map(({ currency }) => currency)).size);
    }),
  );
});
