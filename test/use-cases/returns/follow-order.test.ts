import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { samePair } from "#app/domain/shared/money-pair.ts";
import type { OrderGid } from "#app/domain/shared/gid.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { processReturn } from "#app/use-cases/returns/process-return.server.ts";
import { inspectReturn, receiveReturn } from "#app/use-cases/returns/receive-return.server.ts";
import type { StoredReturn } from "#app/use-cases/returns/ports.ts";
import { publishOffers } from "#test/builders/a-published-policy.ts";
import { must, submitWish } from "#test/builders/a-shopper.ts";
import { seedShirtOrder } from "#test/builders/a-shirt-order.ts";
import { setFaults } from "#test/shopify-stand-in/control/faults.ts";
import { staffReturn } from "#test/shopify-stand-in/control/staff-returns.ts";
import type { TestApp } from "#test/support/test-app.ts";
import { startTestApp } from "#test/support/test-app.ts";

let amends: TestApp;
let ctx: ShopContext;
const actor = "staff:1";

beforeAll(async () => {
  amends = await startTestApp();
  ctx = await amends.ctx();
  // Every message comes twice and out of order.
  setFaults(amends.standIn.world.faults, { duplicate: 1, reorder: 0.5 });
});
afterAll(() => amends.close());

const read = async (orderGid: OrderGid): Promise<StoredReturn> => {
  const [record] = await ctx.transaction((tx) => tx.returns.ofOrder(orderGid));
  if (!record) throw new Error("The return is there");
  return record;
};

async function asked(email: string, quantity = 2) {
  const order = seedShirtOrder(amends.standIn, { email });
  await submitWish(ctx, { orderGid: order.gid, lineGid: order.lineGid, item: { quantity } });
  await amends.settled();
  return order;
}

/** Waits for staff, unknown to Shopify. */
async function waiting(email: string) {
  const now = amends.standIn.now().toISOString();
  const parcel = { created_at: now, events: [{ status: "delivered", happened_at: now }] };
  const order = seedShirtOrder(amends.standIn, { email, processedAt: now, payload: { fulfillments: [parcel] } });
  await submitWish(ctx, { orderGid: order.gid, lineGid: order.lineGid, item: { quantity: 2 } });
  await amends.settled();
  return order;
}

async function lookTwice(orderGid: OrderGid): Promise<void> {
  await amends.settled();
  for (let times = 0; times < 2; times += 1) await amends.run("follow-order", { orderGid });
  await amends.settled();
}

async function finish(orderGid: OrderGid): Promise<void> {
  const { id: returnId } = await read(orderGid);
  must(await receiveReturn(ctx, { returnId, actor }));
  must(await inspectReturn(ctx, { returnId, actor, lines: [] }));
  must(await processReturn(ctx, { returnId, actor }));
  await amends.settled();
}

const paidBack = (orderGid: OrderGid) => (amends.standIn.world.firstShop.orders.get(orderGid)?.refunds ?? []).length;

describe("an open return of which staff pay a part in Shopify", () => {
  test("outside the return: the rest is settled, and nothing twice", async () => {
    const { gid, lineGid, name } = await asked("part-outside@example.com");
    amends.standIn.control.refund({ order_name: name, refund_line_items: [{ line_item_id: lineGid, quantity: 1 }] });
    await lookTwice(gid);
    const record = await read(gid);
    expect(record.status).toBe("approved");
    const events = await ctx.transaction((tx) => tx.returns.events(record.id));
    expect(events.filter(({ event }) => event === "refunded_in_shopify")).toMatchObject([{ detail: { note: "1 × Linen shirt" } }]);
    await finish(gid);
    const settled = (await ctx.transaction((tx) => tx.returns.events(record.id))).find(({ event }) => event === "pay");
    expect([(await read(gid)).status, settled?.detail.refund, paidBack(gid)]).toEqual(["closed", samePair(2200, "USD").shop, 2]);
  });

  test("in the return: the rest is settled, and nothing twice", async () => {
    const { gid, name } = await asked("part-inside@example.com");
    await staffReturn(amends.standIn, { action: "process", order_name: name, quantity: 1 });
    await amends.settled();
    await finish(gid);
    expect([(await read(gid)).status, paidBack(gid)]).toEqual(["closed", 2]);
    expect(await ctx.shopify.returns.returnsOf(gid)).toMatchObject([
      { status: "closed", refunds: [{ total: samePair(2200, "USD") }, { total: samePair(2200, "USD") }] },
    ]);
  });

  test("all of it, even while the parcel is here: it is refunded, and cannot be processed", async () => {
    const { gid, lineGid, name } = await asked("all-outside@example.com");
    const { id: returnId } = await read(gid);
    must(await receiveReturn(ctx, { returnId, actor }));
    amends.standIn.control.refund({ order_name: name, refund_line_items: [{ line_item_id: lineGid, quantity: 2 }] });
    await lookTwice(gid);
    expect((await read(gid)).status).toBe("refunded");
    expect(await processReturn(ctx, { returnId, actor })).toMatchObject({ ok: false });
    expect(paidBack(gid)).toBe(1);
  });
});

describe("an order that changes while a return of it is asked for", () => {
  test("cancelled: an open return stops for staff with the reason and one case", async () => {
    const { gid, name } = await asked("cancelled-open@example.com");
    amends.standIn.control.cancelOrder({ order_name: name });
    await lookTwice(gid);
    expect(await read(gid)).toMatchObject({ status: "approved", errorCode: "order_cancelled", needsReview: true });
    expect(await ctx.transaction((tx) => tx.cases.ofOrder(gid))).toHaveLength(1);
  });

  test("edited: an open return that asks for more than is left stops for staff", async () => {
    const { gid, lineGid, name } = await asked("edited-open@example.com");
    amends.standIn.control.editOrder({ order_name: name, line_items: [{ line_item_id: lineGid, quantity: 1 }] });
    await lookTwice(gid);
    expect(await read(gid)).toMatchObject({ status: "approved", errorCode: "order_edited" });
  });
});

describe("a request that waits for staff", () => {
  beforeAll(async () => {
    await publishOffers(ctx, { refund: {} }, { approval: "review" });
    await amends.standIn.control.clock({ advance: "PT1H" });
  });

  test("is cancelled with its order", async () => {
    const { gid, name } = await waiting("cancelled-waiting@example.com");
    expect((await read(gid)).status).toBe("requested");
    amends.standIn.control.cancelOrder({ order_name: name });
    await lookTwice(gid);
    expect((await read(gid)).status).toBe("cancelled");
  });

  test("gets smaller with its order, once, at what is left of it; a line that is removed ends it", async () => {
    const { gid, lineGid, name } = await waiting("edited-waiting@example.com");
    const edit = (quantity: number) =>
      amends.standIn.control.editOrder({ order_name: name, line_items: [{ line_item_id: lineGid, quantity }] });
    edit(1);
    await lookTwice(gid);
    expect(await read(gid)).toMatchObject({ status: "requested", lines: [{ quantity: 1, amount: { minor: 2200 } }] });
    edit(0);
    await lookTwice(gid);
    expect((await read(gid)).status).toBe("cancelled");
  });

  test("loses the units that were refunded by hand, once; when all were, it is refunded", async () => {
    const { gid, lineGid, name } = await waiting("refunded-waiting@example.com");
    const refund = () => amends.standIn.control.refund({ order_name: name, refund_line_items: [{ line_item_id: lineGid, quantity: 1 }] });
    refund();
    await lookTwice(gid);
    expect(await read(gid)).toMatchObject({ status: "requested", lines: [{ quantity: 1 }] });
    refund();
    await lookTwice(gid);
    expect((await read(gid)).status).toBe("closed");
    expect((await read(gid)).paidAt).toBeDefined();
  });
});
