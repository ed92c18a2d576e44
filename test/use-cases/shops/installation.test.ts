import { afterEach, describe, expect, test } from "vitest";
import { inShop } from "#app/adapters/prisma/tenant.server.ts";
import { plantDemoShop } from "#test/shopify-stand-in/seed/plant.ts";
import { startTestApp, TEST_NOW, TEST_SHOP, type TestApp } from "#test/support/test-app.ts";

let running: TestApp | undefined;
afterEach(async () => {
  await running?.close();
  running = undefined;
});

async function start(options: Parameters<typeof startTestApp>[0] = {}): Promise<TestApp> {
  running = await startTestApp(options);
  return running;
}

describe("installing", () => {
  test("the first page exchanges the token, reads the shop and starts the import; the second changes nothing", async () => {
    const { ctx, app, standIn, settled } = await start();
    const { shop } = await ctx();
    expect(shop).toMatchObject({ domain: TEST_SHOP, currency: "USD", installedAt: TEST_NOW, hasStoreCredit: true });
    await settled();
    const { adminRequest } = await import("#app/http/admin.server.ts");
    const headers = { authorization: `Bearer ${await standIn.sessionToken()}` };
    await adminRequest({ context: { app }, request: new Request(`https://amends.test/app?shop=${TEST_SHOP}`, { headers }) });
    const imports = await inShop(app.database.prisma, shop.shopId, (tx) => tx.importRun.count());
    expect(imports).toBe(1);
  });

  test("no token is readable in the database, and one sealed for another row does not open", async () => {
    const { ctx, app } = await start();
    const { shop } = await ctx();
    const session = await app.sessions.loadSession(`offline_${TEST_SHOP}`);
    expect(session?.accessToken).toMatch(/^shpat_/);
    const [row] = await inShop(app.database.prisma, shop.shopId, (tx) => tx.session.findMany());
    for (const secret of [session?.accessToken, session?.refreshToken]) {
      expect(secret).toBeTruthy();
      expect(JSON.stringify(row)).not.toContain(secret);
      expect(Buffer.from(row?.sealed ?? "", "base64").toString("latin1")).not.toContain(secret);
    }
    await inShop(app.database.prisma, shop.shopId, (tx) => tx.session.updateMany({ data: { id: "offline_other.myshopify.com" } }));
    await app.shops.register("other.myshopify.com", "0190a000-0000-7000-8000-0000000000ff", TEST_NOW);
    expect(await app.sessions.loadSession("offline_other.myshopify.com")).toBeUndefined();
  });

  test("an access token that expired is refreshed before the next call, once for calls at the same time", async () => {
    const { ctx, standIn, app } = await start();
    const before = await app.sessions.loadSession(`offline_${TEST_SHOP}`);
    await standIn.control.clock({ advance: "PT3H" });
    const context = await ctx();
    await Promise.all([context.shopify.shop.readProfile(), context.shopify.shop.readProfile(), context.shopify.shop.readProfile()]);
    const after = await app.sessions.loadSession(`offline_${TEST_SHOP}`);
    expect(after?.accessToken).not.toBe(before?.accessToken);
    expect(after?.refreshToken).not.toBe(before?.refreshToken);
  });

  test("uninstalling forgets the tokens; a late uninstall of the time before changes nothing after a re-install", async () => {
    const { ctx, standIn, app, settled } = await start();
    await settled();
    standIn.control.uninstall();
    await settled();
    expect(await app.sessions.loadSession(`offline_${TEST_SHOP}`)).toBeUndefined();
    expect((await ctx()).shop.uninstalledAt).toEqual(TEST_NOW);
    expect(await app.shops.installed()).toEqual([]);

    await standIn.control.clock({ advance: "PT1H" });
    standIn.control.install();
    const { adminRequest } = await import("#app/http/admin.server.ts");
    const headers = { authorization: `Bearer ${await standIn.sessionToken()}` };
    await adminRequest({ context: { app }, request: new Request(`https://amends.test/app?shop=${TEST_SHOP}`, { headers }) });
    const { uninstall } = await import("#app/use-cases/shops/installation.server.ts");
    await uninstall(await ctx(), TEST_NOW);
    expect((await ctx()).shop.uninstalledAt).toBeUndefined();
    expect(await app.sessions.loadSession(`offline_${TEST_SHOP}`)).toBeDefined();
  });

  test("scopes that the merchant takes away are known at once", async () => {
    const { ctx, standIn, settled } = await start();
    standIn.control.scopes(["read_orders", "read_returns"]);
    await settled();
    expect((await ctx()).shop.scopes).toEqual(["read_orders", "read_returns"]);
  });
});

describe("the history import", () => {
  async function withHistory(): Promise<TestApp> {
    const test = await start({ isInstalled: false });
    plantDemoShop(test.standIn.world.shop(TEST_SHOP), { now: TEST_NOW, imageBase: "https://cdn.shopify.com" });
    return test;
  }

  async function install({ app, standIn }: TestApp): Promise<void> {
    const { adminRequest } = await import("#app/http/admin.server.ts");
    const headers = { authorization: `Bearer ${await standIn.sessionToken()}` };
    await adminRequest({ context: { app }, request: new Request(`https://amends.test/app?shop=${TEST_SHOP}`, { headers }) });
  }

  /** How the weeks before went: returns are known and counted, and so are late parcels, which nobody pays for. */
  async function expectPast(shop: TestApp): Promise<void> {
    const ctx = await shop.ctx();
    const inShopify = [...shop.standIn.world.shop(TEST_SHOP).returns.values()];
    const orders = new Set(
      await inShop(shop.app.database.prisma, ctx.shop.shopId, async (tx) => (await tx.order.findMany()).map(({ gid }) => gid)),
    );
    const expected = inShopify.filter(({ orderId }) => orders.has(orderId));
    expect(expected.length).toBeGreaterThan(3);
    const known = await inShop(shop.app.database.prisma, ctx.shop.shopId, (tx) => tx.return.findMany());
    expect(known.map(({ gid }) => gid).sort()).toEqual(expected.map(({ id }) => id).sort());
    for (const { gid, totalMinor, currency } of known) {
      const { refunds = [] } = (await ctx.shopify.returns.read(gid as never)) ?? {};
      const paidBack = refunds.reduce((all, { total }) => all + total.presentment.minor, 0);
      expect([Number(totalMinor), currency]).toEqual([paidBack, refunds[0]?.total.presentment.currency]);
    }

    const daily = await inShop(shop.app.database.prisma, ctx.shop.shopId, (tx) => tx.metricDaily.findMany({ where: { dimension: "all" } }));
    const total = (metric: string) => daily.filter((row) => row.metric === metric).reduce((all, { sum }) => all + Number(sum), 0);
    expect(total("return_rate")).toBe(expected.flatMap(({ lines }) => lines).reduce((all, { quantity }) => all + quantity, 0));
    expect(total("late_rate")).toBeGreaterThan(5);
    expect(daily.filter(({ metric }) => metric === "late_rate").reduce((all, { count }) => all + Number(count), 0)).toBeGreaterThan(100);
    expect(await inShop(shop.app.database.prisma, ctx.shop.shopId, (tx) => tx.compensation.count())).toBe(0);
  }

  test(
    "brings in every order that Shopify shows, with shipments, customers and returns, tells how the weeks before went, and writes to nobody",
    { timeout: 180_000 },
    async () => {
      const shop = await withHistory();
      await install(shop);
      await shop.settled();
      await shop.standIn.control.clock({ advance: "PT10M" });
      await shop.settled();
      const ctx = await shop.ctx();
      const run = await ctx.transaction((tx) => tx.shop.latestImport());
      const since = TEST_NOW.getTime() - 60 * 86_400_000;
      const expected = [...shop.standIn.world.shop(TEST_SHOP).orders.values()].filter((order) => Date.parse(order.updatedAt) >= since);
      expect(expected.length).toBeGreaterThan(100);
      expect(run).toMatchObject({ status: "finished", importedOrders: expected.length });
      expect(await ctx.transaction((tx) => tx.orders.counts())).toMatchObject({ orders: expected.length });
      await expectPast(shop);
      expect(shop.mailsTo("")).toEqual([]);
    },
  );

  test("an import that was killed between two batches goes on where it was and stores nothing twice", { timeout: 180_000 }, async () => {
    const shop = await withHistory();
    await install(shop);
    const ctx = await shop.ctx();
    const run = await ctx.transaction((tx) => tx.shop.latestImport());
    const { importHistory } = await import("#app/use-cases/shops/import-history.server.ts");
    await shop.settled();
    await shop.standIn.control.clock({ advance: "PT10M" });
    await shop.settled();
    const total = (await ctx.transaction((tx) => tx.orders.counts())).orders;

    await inShop(shop.app.database.prisma, ctx.shop.shopId, async (tx) => {
      await tx.order.deleteMany();
      await tx.orderLine.deleteMany();
      await tx.importRun.updateMany({ data: { status: "waiting", importedOrders: 0, importedLines: 0, finishedAt: null } });
    });
    let batches = 0;
    const dying = {
      ...ctx,
      transaction: ((work: never) => {
        batches += 1;
        if (batches > 5) throw new Error("killed");
        return ctx.transaction(work);
      }) as typeof ctx.transaction,
    };
    await expect(importHistory(dying, run?.id ?? "")).rejects.toThrow("killed");
    const halfway = await ctx.transaction((tx) => tx.orders.counts());
    expect(halfway.orders).toBeGreaterThan(0);
    expect(halfway.orders).toBeLessThan(total);
    const finished = await importHistory(ctx, run?.id ?? "");
    expect(finished).toMatchObject({ status: "finished", importedOrders: total });
    expect((await ctx.transaction((tx) => tx.orders.counts())).orders).toBe(total);
  });
});
