import { describe, expect, test } from "vitest";
import { gatherFacts } from "#app/domain/policies/decision-facts.ts";
import { defaultPolicy } from "#app/domain/policies/default-policy.ts";
import { compilePolicy } from "#app/domain/policies/compile-policy.ts";
import { decide } from "#app/domain/policies/decide.ts";
import { samePair } from "#app/domain/shared/money-pair.ts";
import { anOrder, anOrderLine, aParcel } from "#test/builders/an-order.ts";

const context = {
  now: new Date("2026-03-15T12:00:00Z"),
  zone: "America/New_York",
  transit: { days: 5, byCountry: [{ country: "JP", days: 9 }] },
  reason: null,
  quantity: null,
};
const factsOf = (line = anOrderLine(), order = anOrder({ lines: [line] }), more = {}) => gatherFacts(order, line, { ...context, ...more });

describe("days since delivery", () => {
  test("are calendar days on the shop's own clock: a parcel at 23:30 and a request after midnight are one day apart", () => {
    const line = anOrderLine({ parcels: [aParcel({ deliveredAt: new Date("2026-03-15T03:30:00Z") })] });
    expect(factsOf(line, undefined, { now: new Date("2026-03-15T04:30:00Z") })).toMatchObject({
      deliveredOn: "2026-03-14",
      decidedOn: "2026-03-15",
      daysSinceDelivery: 1,
      deliveryBasis: "delivered",
    });
  });

  test("without a carrier's report, the sending day plus the allowance for the country counts, and says so", () => {
    const line = anOrderLine({ parcels: [aParcel({ deliveredAt: null, fulfilledAt: new Date("2026-03-02T12:00:00Z") })] });
    expect(factsOf(line)).toMatchObject({ deliveredOn: "2026-03-07", deliveryBasis: "estimated", daysSinceDelivery: 8 });
    expect(factsOf(line)).toMatchObject({ sentOn: "2026-03-02", transitDays: 5 });
    expect(decide(compilePolicy(defaultPolicy("USD"), 1), factsOf(line)).explanation).toContainEqual({
      code: "delivery_from_transit",
      params: { date: "2026-03-07", days: 8, sentOn: "2026-03-02", transitDays: 5 },
    });
    const toJapan = anOrder({ lines: [line], countryCode: "JP" });
    expect(factsOf(line, toJapan)).toMatchObject({ deliveredOn: "2026-03-11", daysSinceDelivery: 4 });
  });

  test("a line in two parcels counts from the last one", () => {
    const line = anOrderLine({
      parcels: [aParcel({ deliveredAt: new Date("2026-03-04T12:00:00Z") }), aParcel({ deliveredAt: new Date("2026-03-09T12:00:00Z") })],
    });
    expect(factsOf(line).deliveredOn).toBe("2026-03-09");
  });

  test("what was never sent has no delivery day", () => {
    expect(factsOf(anOrderLine({ parcels: [] }))).toMatchObject({ deliveredOn: null, deliveryBasis: "not_sent", daysSinceDelivery: null });
  });

  test("a download arrives when it is sent", () => {
    const line = anOrderLine({ requiresShipping: false, parcels: [aParcel({ deliveredAt: null })] });
    expect(factsOf(line)).toMatchObject({ deliveredOn: "2026-03-02", isDigital: true });
  });
});

describe("price and quantity", () => {
  test("the unit price is what was paid after every discount, and the discount share is measured against the list price", () => {
    const line = anOrderLine({ quantity: 3, listUnitPrice: samePair(2000, "USD"), paid: samePair(4800, "USD") });
    expect(factsOf(line)).toMatchObject({ unitPrice: { minor: 1600, currency: "USD" }, discountShareBp: 2000 });
  });

  test("units that wait in a request here are not offered again, units in Shopify's own returns are already out", () => {
    const line = anOrderLine({ quantity: 4, parcels: [aParcel({ quantity: 4, returnableQuantity: 3 })] });
    const requested = {
      gid: null,
      state: "requested" as const,
      requestedAt: context.now,
      lines: [{ lineGid: line.gid, quantity: 1, unpaidQuantity: 1 }],
    };
    const open = { ...requested, gid: "gid://shopify/Return/1" as const, state: "open" as const };
    expect(factsOf(line, anOrder({ lines: [line], returns: [requested, open] }))).toMatchObject({ quantityLeft: 2, quantity: 2 });
  });

  test("what the shopper chose replaces the assumption", () => {
    expect(factsOf(undefined, undefined, { quantity: 1, reason: "too-small" })).toMatchObject({ quantity: 1, reason: "too-small" });
  });

  test("a guest order without customer or address has neither tags nor country", () => {
    const line = anOrderLine();
    expect(factsOf(line, anOrder({ lines: [line], customer: null, countryCode: null }))).toMatchObject({
      customerTags: [],
      customerOrdersCount: null,
      country: null,
    });
  });
});

describe("what is known beyond the order", () => {
  const line = anOrderLine({ productGid: "gid://shopify/Product/7" });
  const background = {
    collections: new Map([["gid://shopify/Product/7", ["gid://shopify/Collection/1"]]]),
    segments: ["gid://shopify/Segment/2"],
    market: "gid://shopify/Market/3",
    pastReturns: { bought: 8, returned: 3 },
  };

  test("is taken as it was found out; of 8 units bought 3 sent back are 37.5 %", () => {
    expect(factsOf(line, undefined, { background })).toMatchObject({
      productGid: "gid://shopify/Product/7",
      collections: ["gid://shopify/Collection/1"],
      customerSegments: ["gid://shopify/Segment/2"],
      market: "gid://shopify/Market/3",
      pastReturnShareBp: 3750,
    });
  });

  test("is unknown where nobody looked, and for a product that is gone", () => {
    const nothing = { collections: null, customerSegments: null, market: null, pastReturnShareBp: null };
    expect(factsOf(line)).toMatchObject({ ...nothing, isFinalSale: false });
    expect(factsOf(anOrderLine({ productGid: null, productTags: [] }), undefined, { background })).toMatchObject({
      collections: null,
      isFinalSale: null,
    });
  });

  test("a customer's first order has nothing that was sent back", () => {
    expect(factsOf(line, undefined, { background: { ...background, pastReturns: { bought: 0, returned: 0 } } }).pastReturnShareBp).toBe(0);
  });

  test("final sale is said by the product's tag or its metafield", () => {
    expect(factsOf(anOrderLine({ productTags: ["Final-Sale"] })).isFinalSale).toBe(true);
    expect(factsOf(anOrderLine({ isMarkedFinalSale: true })).isFinalSale).toBe(true);
  });

  test("the order's value is what all its goods cost after discounts, without shipping", () => {
    const other = anOrderLine({ paid: samePair(4800, "USD") });
    expect(factsOf(line, anOrder({ lines: [line, other] })).orderValue).toEqual({ minor: 8800, currency: "USD" });
  });
});

describe("the starter policy", () => {
  const compiled = compilePolicy(defaultPolicy("USD"), 1);
  const outcomeOf = (line = anOrderLine(), reason: string | null = null) => decide(compiled, factsOf(line, undefined, { reason }));

  test("takes back a shirt within 30 days, as refund, exchange or credit with 5 % on top", () => {
    expect(outcomeOf()).toMatchObject({ outcome: "eligible", terms: { eligibleUntilOn: "2026-04-04" } });
    expect(outcomeOf().terms?.resolutions.map(({ kind, bonusBp }) => [kind, bonusBp])).toEqual([
      ["refund", 0],
      ["exchange", 0],
      ["store_credit", 500],
    ]);
  });

  test("keeps final sale sold, says so and points to reporting a fault, which it then takes back", () => {
    const sale = anOrderLine({ productTags: ["Final-Sale"] });
    expect(outcomeOf(sale)).toMatchObject({ outcome: "ineligible", because: "final_sale", instead: ["report_fault", "ask_question"] });
    expect(outcomeOf(sale, "damaged-or-defective")).toMatchObject({
      outcome: "eligible",
      terms: { areFeesWaived: true, photo: "required" },
    });
  });

  test("never takes back a gift card", () => {
    expect(outcomeOf(anOrderLine({ isGiftCard: true }), "damaged-or-defective").because).toBe("gift_card");
  });
});
