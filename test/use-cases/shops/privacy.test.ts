import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inShop, type TenantTransaction } from "#app/adapters/prisma/tenant.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { parseGid } from "#app/domain/shared/gid.ts";
import { DAY, after } from "#app/domain/shared/time.ts";
import { startTestApp, type TestApp } from "#test/support/test-app.ts";

const MINE = "mine.myshopify.com";
const THEIRS = "theirs.myshopify.com";
const EMAIL = "anna.forgetmenot@example.com";
const NAME = "Anna Forgetmenot";

let world: TestApp;
/** A return of hers with a label that was bought, and a collection at her door. */
async function aParcelComesBack(ctx: ShopContext): Promise<void> {
  const [order] = await inShop(world.app.database.prisma, ctx.shop.shopId, (tx) => tx.order.findMany({ where: { email: EMAIL } }));
  const orderGid = parseGid("Order", order?.gid ?? "");
  if (!orderGid) throw new Error("Her order is there");
  const [returnId, id, at] = [ctx.ids.next(), ctx.ids.next(), ctx.clock.now()];
  const parcel = { returnId, orderGid, actor: "shopper", createdAt: at };
  const slot = { date: "2026-03-16", fromHour: 9, toHour: 12 };
  await ctx.transaction(async (tx) => {
    const purchase = { ...parcel, id, key: "first", status: "bought" as const, attempt: 1, tries: 0, updatedAt: at };
    await tx.labelPurchases.add(purchase);
    await tx.labelPurchases.save({ ...purchase, message: `Sent from ${NAME}'s door` });
    const paper = { content: Buffer.from(NAME), mimeType: "application/pdf", byteLength: NAME.length, hasCode: true };
    const code = { mimeType: "image/png", content: Buffer.from(NAME) };
    const label = { ...parcel, ...paper, code, id, parcel: 1, kind: "bought" as const, trackingNumber: "1ZANNABACK" };
    await tx.labels.add({ ...label, carrier: "USPS", shipmentRef: "shp_anna", expiresAt: after(at, DAY) });
    const pickup = { ...parcel, ...slot, id: ctx.ids.next(), labelId: id, status: "booked" as const, updatedAt: at };
    await tx.pickups.add(pickup);
    await tx.pickups.save({ ...pickup, confirmation: "WTCANNA" });
  });
}

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
  for (const shop of [MINE, THEIRS]) await aParcelComesBack(await world.ctx(shop));
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
      returnLabels: [{ trackingNumber: "1ZANNABACK", shipmentRef: "shp_anna" }],
      labelPurchases: [{ key: "first", message: `Sent from ${NAME}'s door` }],
      parcelPickups: [{ date: "2026-03-16", confirmation: "WTCANNA" }],
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
    const parcels = ["return_label", "label_purchase", "parcel_pickup"] as const;
    expect(parcels.map((table) => left.get(table))).toEqual([[], [], []]);
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
