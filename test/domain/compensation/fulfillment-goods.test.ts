import fc from "fast-check";
import { expect, test } from "vitest";
import { shareOverFulfillments } from "#app/domain/compensation/fulfillment-goods.ts";
import { gid } from "#app/domain/shared/gid.ts";
import { money, sum, zero } from "#app/domain/shared/money.ts";
import { aFulfillment, aGoodsLine } from "#test/builders/a-fulfillment.ts";

const free = zero("USD");

test("each parcel has the goods it carries, after discounts", () => {
  const lines = [
    aGoodsLine({ quantity: 3, paid: money(10_000, "USD") }),
    aGoodsLine({ lineItemGid: gid("LineItem", 2), quantity: 1, paid: money(2550, "USD") }),
  ];
  const shares = shareOverFulfillments({ lines, shipping: free }, [aFulfillment([1, 1]), aFulfillment([1, 2], [2, 1])]);
  expect(shares.map(({ goods }) => goods.minor)).toEqual([3333, 6667 + 2550]);
});

test("what is not sent yet keeps its part", () => {
  const shares = shareOverFulfillments({ lines: [aGoodsLine()], shipping: money(500, "USD") }, [aFulfillment([1, 1])]);
  expect(shares[0]).toMatchObject({ goods: money(2000, "USD"), shipping: money(250, "USD") });
});

test("more units sent than ordered share the same money", () => {
  const shares = shareOverFulfillments({ lines: [aGoodsLine({ quantity: 1 })], shipping: free }, [
    aFulfillment([1, 2]),
    aFulfillment([1, 2]),
  ]);
  expect(shares.map(({ goods }) => goods.minor)).toEqual([2000, 2000]);
});

test("a parcel with nothing of the order carries nothing, and a free order shares its shipping", () => {
  expect(shareOverFulfillments({ lines: [aGoodsLine()], shipping: free }, [aFulfillment([99, 1])])[0]?.goods).toEqual(free);
  const free2 = shareOverFulfillments({ lines: [aGoodsLine({ paid: free })], shipping: money(501, "USD") }, [aFulfillment([1, 2])]);
  expect(free2[0]?.goods).toEqual(free);
  expect(shareOverFulfillments({ lines: [], shipping: free }, [])).toEqual([]);
});

test("the parcels of a completely sent order sum to the order to the last cent, each within a cent a line of its exact part", () => {
  const anyLine = fc.record({ paid: fc.nat(1_000_000), parts: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 4 }) });
  fc.assert(
    fc.property(fc.array(anyLine, { minLength: 1, maxLength: 6 }), fc.nat(5000), (drawn, shippingMinor) => {
      const sentLines = drawn.filter(({ parts }) => parts.some((units) => units > 0));
      const quantityOf = (parts: readonly number[]) => parts.reduce((all, units) => all + units, 0);
      const lines = sentLines.map(({ paid, parts }, index) =>
        aGoodsLine({ lineItemGid: gid("LineItem", index + 1), quantity: quantityOf(parts), paid: money(paid, "USD") }),
      );
      const parcels = [0, 1, 2, 3].map((parcel) =>
        aFulfillment(...sentLines.map(({ parts }, index) => [index + 1, parts[parcel] ?? 0] as const)),
      );
      const shares = shareOverFulfillments({ lines, shipping: money(shippingMinor, "USD") }, parcels);
      const goods = sum(
        shares.map((share) => share.goods),
        "USD",
      );
      expect(goods).toEqual(
        sum(
          lines.map(({ paid }) => paid),
          "USD",
        ),
      );
      if (goods.minor > 0)
        expect(
          sum(
            shares.map((share) => share.shipping),
            "USD",
          ).minor,
        ).toBe(shippingMinor);
      shares.forEach((share, parcel) => {
        const exact = sentLines.reduce((all, { paid, parts }) => all + (paid * (parts[parcel] ?? 0)) / quantityOf(parts), 0);
        expect(Math.abs(share.goods.minor - exact)).toBeLessThan(lines.length + 0.001);
      });
    }),
  );
});
