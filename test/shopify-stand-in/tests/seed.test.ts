import { describe, expect, test } from "vitest";
import { addBags, subtractBags, sumBags, timesBag, zeroLike } from "#test/shopify-stand-in/money/bag.ts";
import { COLLECTIONS } from "#test/shopify-stand-in/seed/catalog.ts";
import { demoShop, HISTORY_DAYS, ORDER_COUNT } from "#test/shopify-stand-in/seed/demo-shop.ts";
import { plantDemoShop } from "#test/shopify-stand-in/seed/plant.ts";
import { productImage } from "#test/shopify-stand-in/seed/art/product-image.ts";
import { CATALOG } from "#test/shopify-stand-in/seed/catalog.ts";
import { createStandIn } from "#test/shopify-stand-in/create-stand-in.ts";
import { netPayment } from "#test/shopify-stand-in/state/derive-order.ts";
import type { OrderRecord } from "#test/shopify-stand-in/state/records.ts";

const NOW = new Date("2026-11-22T10:00:00Z");
const shop = demoShop({ now: NOW, imageBase: "https://shop.example" });

describe("the demo shop", () => {
  test("is the same each time it is made", () => {
    expect(demoShop({ now: NOW, imageBase: "https://shop.example" })).toEqual(shop);
  });

  test("sells about 60 products of 5 vendors in at least 8 types, each with a picture", () => {
    expect(shop.products.length).toBeGreaterThanOrEqual(55);
    expect(new Set(shop.products.map(({ vendor }) => vendor)).size).toBe(5);
    expect(new Set(shop.products.map(({ productType }) => productType)).size).toBeGreaterThanOrEqual(8);
    for (const entry of CATALOG)
      for (const colour of entry.colours) expect(productImage(entry.shape, colour)).toMatch(/^<svg [^>]*width="800" height="1000"/);
    for (const product of shop.products) expect(product.images.length).toBeGreaterThan(0);
  });

  test("gives every product, variant, customer and order an id and a name of its own", () => {
    const ids = [
      ...shop.products.map(({ id }) => id),
      ...shop.products.flatMap(({ variants }) => variants.map(({ id }) => id)),
      ...shop.customers.map(({ id }) => id),
      ...shop.orders.map(({ id }) => id),
    ];
    expect(new Set(ids).size).toBe(ids.length);
    for (const names of [
      shop.products.map(({ handle }) => handle),
      shop.customers.map(({ email }) => email),
      shop.orders.map(({ name }) => name),
      shop.orders.map(({ token }) => token),
    ]) {
      expect(new Set(names).size).toBe(names.length);
    }
    for (const { types, tag } of COLLECTIONS)
      expect(shop.products.some((product) => types?.includes(product.productType) || product.tags.includes(tag ?? ""))).toBe(true);
  });

  test("has 400 orders of the last 120 days, from 4 countries, paid in 3 currencies", () => {
    expect(shop.orders).toHaveLength(ORDER_COUNT);
    const oldest = NOW.getTime() - HISTORY_DAYS * 86_400_000;
    for (const order of shop.orders) expect(new Date(order.createdAt).getTime()).toBeGreaterThanOrEqual(oldest - 1000);
    expect(new Set(shop.orders.map(({ shippingAddress }) => shippingAddress?.countryCode))).toEqual(new Set(["US", "DE", "CN", "JP"]));
    expect(new Set(shop.orders.map(({ presentmentCurrency }) => presentmentCurrency))).toEqual(new Set(["USD", "EUR", "JPY"]));
    expect(shop.orders.filter(({ taxesIncluded }) => taxesIncluded).length).toBeGreaterThan(80);
  });

  test("adds up: lines, discounts, tax and shipping are the total of every order, in both currencies", () => {
    for (const order of shop.orders) expectToAddUp(order);
  });

  test("has discounts on lines and on whole orders", () => {
    const kinds = new Set(shop.orders.flatMap((order) => order.discountApplications.map(({ allocation_method }) => allocation_method)));
    expect(kinds).toEqual(new Set(["each", "across"]));
  });

  test("never refunds more than was paid, and has returns as well as refunds by hand", () => {
    const refunded = shop.orders.filter(({ refunds }) => refunds.length > 0);
    expect(refunded.some(({ refunds }) => refunds.every(({ returnId }) => returnId === null))).toBe(true);
    expect(shop.returns.length).toBeGreaterThan(5);
    for (const order of refunded) {
      expect(netPayment(order).presentment.minor).toBeGreaterThanOrEqual(0);
      expect(netPayment(order).shop.minor).toBeGreaterThanOrEqual(0);
    }
    for (const record of shop.returns) {
      const refund = shop.orders.flatMap(({ refunds }) => refunds).find(({ returnId }) => returnId === record.id);
      expect(record.refundIds).toEqual([refund?.id]);
    }
  });

  test("delivers most parcels on time, some late, and some are stuck or on their way", () => {
    const parcels = shop.orders.flatMap(({ fulfillments }) => fulfillments);
    const last = parcels.map((parcel) => ({ parcel, event: parcel.events.at(-1) }));
    const delivered = last.filter(({ event }) => event?.status === "DELIVERED");
    const late = delivered.filter(({ parcel, event }) => (event?.happenedAt ?? "") > (parcel.estimatedDeliveryAt ?? ""));
    const silent = last.filter(
      ({ event }) => event?.status === "IN_TRANSIT" && NOW.getTime() - new Date(event.happenedAt).getTime() > 5 * 86_400_000,
    );
    expect(late.length / delivered.length).toBeGreaterThan(0.04);
    expect(late.length / delivered.length).toBeLessThan(0.12);
    expect(silent.length).toBeGreaterThanOrEqual(3);
    expect(last.length - delivered.length).toBeGreaterThan(10);
    expect(shop.orders.filter(({ fulfillments }) => fulfillments.length === 0).length).toBeGreaterThan(2);
  });

  test("tells nothing of the future, and each parcel's events in order", () => {
    for (const { fulfillments } of shop.orders) {
      for (const { events } of fulfillments) {
        const times = events.map(({ happenedAt }) => happenedAt);
        expect(times).toEqual([...times].sort());
        for (const time of times) expect(new Date(time).getTime()).toBeLessThanOrEqual(NOW.getTime());
      }
    }
  });

  test("is put into the stand-in without a single webhook, and Shopify's API finds it there", async () => {
    const standIn = await createStandIn({ now: NOW, frozen: true });
    plantDemoShop(standIn.world.firstShop, { now: NOW, imageBase: "https://shop.example" });
    expect(standIn.world.webhooks.deliveries).toEqual([]);
    const { data, errors } = await standIn.graphql(
      `query { ordersCount(limit: null) { count } orders(first: 1, query: "name:#1003") { nodes { name displayFinancialStatus totalPriceSet { presentmentMoney { amount currencyCode } } customer { displayName } } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ ordersCount: { count: 400 }, orders: { nodes: [{ name: "#1003" }] } });
    await standIn.close();
  });
});

function expectToAddUp(order: OrderRecord): void {
  const [first] = order.lines;
  if (!first) throw new Error(`${order.name} has no lines`);
  const none = zeroLike(first.price);
  const { totals } = order;
  const items = sumBags(
    order.lines.map((line) => timesBag(line.price, line.quantity)),
    none,
  );
  const discounts = sumBags(
    order.lines.flatMap(({ allocations }) => allocations.map(({ amount }) => amount)),
    none,
  );
  const shipping = sumBags(
    order.shippingLines.map(({ discountedPrice }) => discountedPrice),
    none,
  );
  const tax = sumBags(
    [...order.lines, ...order.shippingLines].flatMap(({ taxLines }) => taxLines.map(({ price }) => price)),
    none,
  );
  expect(totals).toEqual({
    lineItems: items,
    discounts,
    shipping,
    tax,
    subtotal: subtractBags(items, discounts),
    price: addBags(addBags(subtractBags(items, discounts), shipping), order.taxesIncluded ? none : tax),
  });
  expect(order.transactions[0]?.amount).toEqual(totals.price);
}
