import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inShop, type TenantTransaction } from "#app/adapters/prisma/tenant.server.ts";
import { startTestApp, type TestApp } from "#test/support/test-app.ts";

const MINE = "mine.myshopify.com";
const THEIRS = "theirs.myshopify.com";
const EMAIL = "anna.forgetmenot@example.com";
const NAME = "Anna Forgetmenot";

let world: TestApp;
beforeAll(async () => {
  world = await startTestApp({ shops: [MINE, THEIRS] });
  await world.settled();
  for (const shop of [MINE, THEIRS]) {
    world.standIn.control.orders(
      {
        email: EMAIL,
        customer: { first_name: "Anna", last_name: "Forgetmenot", email: EMAIL },
        shipping_address: { name: NAME, first_name: "Anna", last_name: "Forgetmenot", country_code: "US" },
        line_items: [{ title: "Mug", price: "12.50", quantity: 1 }],
        fulfillments: [{ tracking_number: "1ZANNA" }],
      },
      { shop },
    );
  }
  await world.settled();
});
afterAll(() => world.close());

/** Every row of the shop in every table, as text. */
async function everything(shop: string): Promise<Map<string, string[]>> {
  const shopId = await world.app.shops.find(shop);
  return inShop(world.app.database.prisma, shopId ?? "", async (tx: TenantTransaction) => {
    const tables = await tx.$queryRaw<{ name: string }[]>`
      select table_name::text as name from information_schema.columns where table_schema = 'public' and column_name = 'shop_id'`;
    const rows = new Map<string, string[]>();
    for (const { name } of tables) {
      const found = await tx.$queryRawUnsafe<{ row: string }[]>(`select t::text as row from "${name}" t`);
      rows.set(
        name,
        found.map((each) => each.row),
      );
    }
    return rows;
  });
}

const mentions = (rows: Map<string, string[]>, word: string) =>
  [...rows].filter(([, texts]) => texts.some((text) => text.toLowerCase().includes(word.toLowerCase()))).map(([table]) => table);

describe("privacy webhooks", () => {
  test("a data request keeps an export of everything stored of the customer", async () => {
    world.standIn.control.privacy("customers/data_request", { email: EMAIL, shop: MINE });
    await world.settled();
    const ctx = await world.ctx(MINE);
    const [request] = await ctx.transaction((tx) => tx.shop.privacyRequests());
    expect(request).toMatchObject({ kind: "data_request", status: "done" });
    expect(request?.export).toMatchObject({
      customers: [{ email: EMAIL }],
      orders: [{ email: EMAIL }],
      shipments: [{ trackingNumber: "1ZANNA" }],
    });
    await inShop(world.app.database.prisma, ctx.shop.shopId, (tx) => tx.privacyRequest.deleteMany());
  });

  test("a customer's erasure leaves no row that names her, and the figures stay", async () => {
    expect(mentions(await everything(MINE), EMAIL)).not.toEqual([]);
    world.standIn.control.privacy("customers/redact", { email: EMAIL, shop: MINE });
    await world.settled();
    const left = await everything(MINE);
    expect(mentions(left, EMAIL)).toEqual([]);
    expect(mentions(left, "Forgetmenot")).toEqual([]);
    expect(mentions(left, "1ZANNA")).toEqual([]);
    expect(left.get("order")).toHaveLength(1);
    expect(mentions(await everything(THEIRS), EMAIL)).not.toEqual([]);
  });

  test("a shop's erasure leaves no row of it in any table, and every row of the others", async () => {
    const others = await everything(THEIRS);
    world.standIn.control.privacy("shop/redact", { shop: MINE });
    await world.settled();
    const shopId = await world.app.shops.find("mine.myshopify.com");
    const left = await everything(MINE).catch(() => new Map<string, string[]>());
    expect([...left].filter(([, rows]) => rows.length > 0)).toEqual([]);
    expect(shopId === undefined || (await world.app.contextFor(shopId)) === undefined).toBe(true);
    const counts = (rows: Map<string, string[]>) => Object.fromEntries([...rows].map(([table, all]) => [table, all.length]));
    expect(counts(await everything(THEIRS))).toEqual(counts(others));
  });
});
