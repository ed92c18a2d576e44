import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OrderGid } from "#app/domain/shared/gid.ts";
import { money } from "#app/domain/shared/money.ts";
import { DAY, after } from "#app/domain/shared/time.ts";
import { submitInspection } from "#app/use-cases/inspection/submit-inspection.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { sweepDue } from "#app/use-cases/promises/sweep-due.server.ts";
import { bookGoodsIn } from "#app/use-cases/returns/book-goods-in.server.ts";
import { noteFirstScan } from "#app/use-cases/returns/note-first-scan.server.ts";
import { openReturn } from "#app/use-cases/returns/open-return.server.ts";
import type { StoredReturn } from "#app/use-cases/returns/ports.ts";
import { inspectReturn, markInTransit } from "#app/use-cases/returns/receive-return.server.ts";
import { settleReturn } from "#app/use-cases/returns/settle-return.server.ts";
import { publishOffers } from "#test/builders/a-published-policy.ts";
import { seedShirtOrder } from "#test/builders/a-shirt-order.ts";
import type { Wish } from "#test/builders/a-shopper.ts";
import { must, submitWish } from "#test/builders/a-shopper.ts";
import { Killed, killable } from "#test/support/killable.ts";
import type { TestApp } from "#test/support/test-app.ts";
import { TEST_NOW, startTestApp } from "#test/support/test-app.ts";

let amends: TestApp;
let ctx: ShopContext;
let customers = 0;
const actor = "staff:1";

beforeAll(async () => {
  amends = await startTestApp({ isWorking: false });
  ctx = await amends.ctx();
  const offers = { refund: {}, store_credit: { bonusBp: 500 } };
  await publishOffers(ctx, offers, { paysAtFirstScan: true, paysAtFirstScanUpTo: money(3000, "USD") });
});
afterAll(() => amends.close());

/** A return that is open in Shopify and whose parcel is about to be handed over. */
async function readyToSend(wish: Partial<Wish> = {}): Promise<StoredReturn> {
  customers += 1;
  const { gid, lineGid } = seedShirtOrder(amends.standIn, { email: `scan${customers}@example.com`, processedAt: TEST_NOW.toISOString() });
  const { id } = await submitWish(ctx, { orderGid: gid, lineGid, ...wish });
  await openReturn(ctx, id);
  return read(id);
}

async function read(id: string): Promise<StoredReturn> {
  const record = await ctx.transaction((tx) => tx.returns.find(id));
  if (!record) throw new Error("The return is there");
  return record;
}

const scan = (returnId: string) => noteFirstScan(ctx, { returnId, at: ctx.clock.now() });
const eventsOf = async (id: string) => (await ctx.transaction((tx) => tx.returns.events(id))).map(({ event }) => event);
const casesOf = (orderGid: OrderGid) => ctx.transaction((tx) => tx.cases.ofOrder(orderGid));

function inShopify({ orderGid, shopifyGid }: StoredReturn) {
  const shop = amends.standIn.world.firstShop;
  const order = shop.orders.get(orderGid);
  const accounts = [...shop.credits.values()].filter(({ customerId }) => customerId === order?.customerId);
  const there = shop.returns.get(shopifyGid ?? "");
  return {
    refunds: (order?.refunds ?? []).map(({ total }) => total.presentment.minor),
    credits: accounts.flatMap(({ transactions }) => transactions.map(({ amount }) => amount.minor)),
    status: there?.status,
    dispositions: (there?.reverseOrders ?? []).flatMap(({ lines }) =>
      lines.flatMap(({ dispositions }) => dispositions.map(({ type, quantity }) => `${quantity} ${type}`)),
    ),
  };
}

async function paidAtScan(wish: Partial<Wish> = {}): Promise<StoredReturn> {
  const { id } = await readyToSend(wish);
  await scan(id);
  await settleReturn(ctx, id);
  return read(id);
}

describe("a return that is paid as soon as the carrier has scanned it", () => {
  test("is paid once, however often the scan and the job arrive, and stays open until its goods come", async () => {
    const { id } = await readyToSend();
    await Promise.allSettled([scan(id), scan(id)]);
    await scan(id);
    expect(await read(id)).toMatchObject({ status: "processing" });
    await Promise.allSettled([settleReturn(ctx, id), settleReturn(ctx, id)]);
    await settleReturn(ctx, id);
    await scan(id);
    const record = await read(id);
    expect(record).toMatchObject({ status: "refunded", paidAt: ctx.clock.now() });
    expect(inShopify(record)).toEqual({ refunds: [2200], credits: [], status: "OPEN", dispositions: [] });
    expect((await eventsOf(id)).filter((event) => ["first_scan", "ship", "start_processing", "pay"].includes(event))).toEqual([
      "first_scan",
      "ship",
      "start_processing",
      "pay",
    ]);
  });

  test("credit comes with its bonus", async () => {
    expect(inShopify(await paidAtScan({ resolution: "store_credit" }))).toMatchObject({ refunds: [2200], credits: [2200, 110] });
  });

  test("above the limit it waits for the inspection", async () => {
    const { id } = await readyToSend({ item: { quantity: 2 } });
    await scan(id);
    expect(await read(id)).toMatchObject({ status: "in_transit" });
  });

  test("a scan that comes before the return is open in Shopify pays when it is", async () => {
    customers += 1;
    const { gid, lineGid } = seedShirtOrder(amends.standIn, { email: `scan${customers}@example.com`, processedAt: TEST_NOW.toISOString() });
    const { id } = await submitWish(ctx, { orderGid: gid, lineGid });
    await scan(id);
    expect(await read(id)).toMatchObject({ status: "in_transit" });
    await openReturn(ctx, id);
    expect(await read(id)).toMatchObject({ status: "processing" });
  });

  test("staff who say that the carrier has it have it paid too; a shopper who says so does not", async () => {
    const [first, second] = [await readyToSend(), await readyToSend()];
    must(await markInTransit(ctx, { returnId: first.id, actor }));
    must(await markInTransit(ctx, { returnId: second.id, actor: "shopper" }));
    expect([(await read(first.id)).status, (await read(second.id)).status]).toEqual(["processing", "in_transit"]);
  });
});

describe("goods that were paid for and come later", () => {
  test("are booked into stock once, pay nothing more, and end the return", async () => {
    const { id } = await paidAtScan();
    must(await inspectReturn(ctx, { returnId: id, actor, lines: [] }));
    await Promise.allSettled([bookGoodsIn(ctx, id), bookGoodsIn(ctx, id)]);
    await bookGoodsIn(ctx, id);
    const record = await read(id);
    expect(record).toMatchObject({ status: "closed", closedAt: ctx.clock.now() });
    expect(inShopify(record)).toEqual({ refunds: [2200], credits: [], status: "CLOSED", dispositions: ["1 RESTOCKED"] });
  });

  test("what their condition would have kept is told to staff and not taken back", async () => {
    const { id, lines } = await paidAtScan();
    const [line] = lines;
    await submitInspection(ctx, { key: ctx.ids.next(), returnId: id, actor, lines: [], photos: [] }).then(must);
    const events = await ctx.transaction((tx) => tx.returns.events(id));
    expect(events.findLast(({ event }) => event === "inspect")?.detail).toMatchObject({ tooMuch: line?.amount });
    await bookGoodsIn(ctx, id);
    expect(inShopify(await read(id))).toMatchObject({ refunds: [2200], dispositions: ["1 MISSING"], status: "CLOSED" });
  });

  test("a worker that is killed between any two steps of booking them in is followed by one that moves no stock twice", async () => {
    let isDone = false;
    for (let dieAfter = 0; !isDone; dieAfter += 1) {
      const { id } = await paidAtScan();
      must(await inspectReturn(ctx, { returnId: id, actor, lines: [] }));
      isDone = await bookGoodsIn(killable(ctx, dieAfter).ctx, id).then(
        () => true,
        (error: unknown) => (error instanceof Killed ? false : Promise.reject(error as Error)),
      );
      await bookGoodsIn(ctx, id);
      const now = inShopify(await read(id));
      expect([now.status, now.dispositions, now.refunds], `died after step ${dieAfter}`).toEqual(["CLOSED", ["1 RESTOCKED"], [2200]]);
    }
  }, 120_000);
});

describe("a parcel that was paid for and does not come", () => {
  test("becomes one case with the amount at risk, which closes itself when the parcel comes", async () => {
    const { id, orderGid } = await paidAtScan({ resolution: "store_credit" });
    const later = { ...ctx, clock: { now: () => after(ctx.clock.now(), 22 * DAY) } };
    await sweepDue(ctx);
    expect(await casesOf(orderGid)).toEqual([]);
    await Promise.allSettled([sweepDue(later), sweepDue(later)]);
    await sweepDue(later);
    const [found, ...others] = await casesOf(orderGid);
    expect([found?.status, others.length]).toEqual(["open", 0]);
    const opened = await ctx.transaction((tx) => tx.cases.events(found?.id ?? ""));
    expect(opened[0]?.detail).toMatchObject({ code: "goods_missing", amount: money(2310, "USD") });
    must(await inspectReturn(later, { returnId: id, actor, lines: [] }));
    expect((await casesOf(orderGid)).map(({ status }) => status)).toEqual(["closed"]);
  });

  test("one that came in time opens none", async () => {
    const { id, orderGid } = await paidAtScan();
    must(await inspectReturn(ctx, { returnId: id, actor, lines: [] }));
    await sweepDue({ ...ctx, clock: { now: () => after(ctx.clock.now(), 30 * DAY) } });
    expect(await casesOf(orderGid)).toEqual([]);
  });
});

describe("a worker that is killed while it pays at the scan", () => {
  test("before or after any step: nothing is paid twice", { timeout: 180_000 }, async () => {
    let isDone = false;
    for (let dieAfter = 0; !isDone; dieAfter += 1) {
      const { id } = await readyToSend({ resolution: "store_credit" });
      const worker = killable(ctx, dieAfter).ctx;
      const work = async () => {
        await noteFirstScan(worker, { returnId: id, at: ctx.clock.now() });
        await settleReturn(worker, id);
      };
      isDone = await work().then(
        () => true,
        (error: unknown) => (error instanceof Killed ? false : Promise.reject(error as Error)),
      );
      await scan(id);
      await settleReturn(ctx, id);
      const record = await read(id);
      expect([record.status, record.errorCode], `died after step ${dieAfter}`).toEqual(["refunded", undefined]);
      expect(inShopify(record), `died after step ${dieAfter}`).toMatchObject({ refunds: [2200], credits: [2200, 110], status: "OPEN" });
      const awaited = await ctx.transaction((tx) => tx.promises.lock("goods_back_by", id));
      expect(awaited?.status).toBe("pending");
    }
  });
});
