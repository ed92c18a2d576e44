import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "#app/adapters/prisma/database.server.ts";
import { readRows } from "#app/adapters/prisma/read-rows.server.ts";
import { inShop } from "#app/adapters/prisma/tenant.server.ts";
import { openTestDatabase } from "#test/support/database.ts";

const SHOP = "0190a000-0000-7000-8000-00000000000a";
const OTHER = "0190a000-0000-7000-8000-00000000000b";
const AT = new Date("2026-03-15T12:34:56.789Z");

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
  for (const [shopId, domain] of [
    [SHOP, "one"],
    [OTHER, "two"],
  ])
    await database.pool.query("select amends_register_shop($1, $2, $3)", [shopId, `${domain}.myshopify.com`, AT]);
  for (const shopId of [SHOP, OTHER]) await inShop(database.prisma, shopId, (tx) => tx.order.createMany({ data: orders(shopId) }));
  await inShop(database.prisma, SHOP, async (tx) => {
    await tx.fulfillment.create({ data: parcel });
    await tx.compensation.create({ data: compensation });
  });
});
afterAll(() => database.close());

function orders(shopId: string) {
  return [1, 2, 3].map((number) => ({
    shopId,
    gid: `gid://shopify/Order/${number}`,
    name: `#${number}`,
    email: number === 2 ? null : `buyer${number}@example.com`,
    currency: "USD",
    presentmentCurrency: "EUR",
    subtotalMinor: 9_007_199_254_740_991n,
    totalMinor: BigInt(number),
    shippingMinor: -5n,
    totalPresentmentMinor: 0n,
    tags: number === 1 ? [] : ["a, b", 'say "hi"', "{}"],
    isTest: number === 3,
    processedAt: AT,
    sourceUpdatedAt: AT,
  }));
}

const parcel = {
  shopId: SHOP,
  gid: "gid://shopify/Fulfillment/1",
  orderGid: "gid://shopify/Order/1",
  status: "success",
  lines: [{ lineGid: "gid://shopify/LineItem/1", quantity: 2, note: "Grüße 你好" }],
  shippedAt: AT,
  sourceUpdatedAt: AT,
};

const compensation = {
  shopId: SHOP,
  id: "0190a000-0000-7000-8000-0000000000c1",
  key: "late:1",
  reason: "late_delivery",
  method: "store_credit",
  status: "planned",
  orderGid: "gid://shopify/Order/1",
  fulfillmentGid: "gid://shopify/Fulfillment/1",
  amountMinor: 480n,
  currency: "USD",
  shopAmountMinor: 480n,
  shopCurrency: "USD",
  explanation: { blocks: 2, at: null },
  createdAt: AT,
  updatedAt: AT,
};

test("many rows read by a list are what Prisma reads one list parameter at a time, types and empty columns included", async () => {
  await inShop(database.prisma, SHOP, async (tx) => {
    const values = ["gid://shopify/Order/3", "gid://shopify/Order/1", "gid://shopify/Order/2", "gid://shopify/Order/9"];
    const read = await readRows(tx, { shopId: SHOP, table: `"order"`, column: "gid", values, orderBy: "gid" });
    expect(read).toEqual(await tx.order.findMany({ where: { shopId: SHOP }, orderBy: { gid: "asc" } }));
    expect(read).toHaveLength(3);
    const parcels = { shopId: SHOP, table: "fulfillment", column: "order_gid", values };
    expect(await readRows(tx, parcels)).toEqual(await tx.fulfillment.findMany());
    const late = { shopId: SHOP, table: "compensation", column: "fulfillment_gid", values: [parcel.gid] };
    expect(await readRows(tx, late)).toEqual(await tx.compensation.findMany());
  });
});

test("nothing is asked for an empty list, and nothing of another shop is found", async () => {
  await inShop(database.prisma, SHOP, async (tx) => {
    expect(await readRows(tx, { shopId: SHOP, table: `"order"`, column: "gid", values: [] })).toEqual([]);
    expect(await readRows(tx, { shopId: OTHER, table: `"order"`, column: "gid", values: ["gid://shopify/Order/1"] })).toEqual([]);
  });
});
