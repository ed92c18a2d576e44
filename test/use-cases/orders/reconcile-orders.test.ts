import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { reconcileOrders } from "#app/use-cases/orders/reconcile-orders.server.ts";
import type { OrderGid } from "#app/domain/shared/gid.ts";
import { submitWish } from "#test/builders/a-shopper.ts";
import { seedShirtOrder } from "#test/builders/a-shirt-order.ts";
import { startTestApp, type TestApp } from "#test/support/test-app.ts";

let world: TestApp;
beforeAll(async () => {
  world = await startTestApp();
  await world.settled();
});
afterAll(() => world.close());

const anOrder = (email: string) => ({
  email,
  line_items: [{ title: "Mug", price: "12.50", quantity: 2, product_id: 7, variant_id: 71 }],
  fulfillments: [{ tracking_company: "UPS", tracking_number: "1Z1" }],
});

describe("what no webhook told", () => {
  test("is found by the next reconciliation: the order, its shipment and its customer, once", async () => {
    world.standIn.world.faults.set("drop", { rate: 1 });
    const [seeded] = world.standIn.control.orders(anOrder("lost@example.com"));
    await world.settled();
    world.standIn.world.faults.clear();
    const ctx = await world.ctx();
    const gid = seeded?.id as OrderGid;
    expect(await ctx.transaction((tx) => tx.orders.find(gid))).toBeUndefined();

    await world.standIn.control.clock({ advance: "PT1M" });
    expect(await reconcileOrders(await world.ctx())).toMatchObject({ news: 1 });
    const found = await ctx.transaction((tx) => tx.orders.find(gid));
    expect(found).toMatchObject({
      email: "lost@example.com",
      subtotal: { minor: 2500, currency: "USD" },
      shipments: [{ trackingNumber: "1Z1" }],
    });
    expect(await reconcileOrders(await world.ctx())).toMatchObject({ news: 0 });
  });

  test("webhooks that come twice and in the wrong order end in the same state as Shopify's own", async () => {
    world.standIn.world.faults.set("duplicate", { rate: 1 });
    world.standIn.world.faults.set("reorder", { rate: 1 });
    const orders = Array.from({ length: 10 }, (_, index) => anOrder(`buyer${index}@example.com`));
    const seeded = world.standIn.control.orders({ orders });
    await world.standIn.control.clock({ advance: "PT30M" });
    await world.settled();
    world.standIn.world.faults.clear();
    const ctx = await world.ctx();
    for (const { id } of seeded) {
      const stored = await ctx.transaction((tx) => tx.orders.find(id as OrderGid));
      expect(stored).toMatchObject({ lines: [{ quantity: 2, discountedTotal: { minor: 2500, currency: "USD" } }] });
      expect(stored?.shipments).toHaveLength(1);
    }
    expect(await reconcileOrders(await world.ctx())).toMatchObject({ news: 0 });
  });

  test("an order that staff edited is followed into its returns, too", async () => {
    const ctx = await world.ctx();
    const { gid, lineGid } = seedShirtOrder(world.standIn, { email: "edited@example.com" });
    const wish = await submitWish(ctx, { orderGid: gid, lineGid, item: { quantity: 2 } });
    await world.settled();
    await world.standIn.control.clock({ advance: "PT1M" });
    world.standIn.world.faults.set("drop", { rate: 1 });
    world.standIn.control.editOrder({ order_id: gid, line_items: [{ line_item_id: lineGid, quantity: 1 }] });
    await world.settled();
    world.standIn.world.faults.clear();
    await world.standIn.control.clock({ advance: "PT1M" });
    await reconcileOrders(await world.ctx());
    await world.settled();
    expect(await ctx.transaction((tx) => tx.returns.find(wish.id))).toMatchObject({ errorCode: "order_edited" });
  });
});
