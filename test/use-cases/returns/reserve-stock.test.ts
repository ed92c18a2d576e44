import { beforeEach, describe, expect, test } from "vitest";
import { cancelReturn } from "#app/use-cases/returns/cancel-return.server.ts";
import { openReturn } from "#app/use-cases/returns/open-return.server.ts";
import type { StoredReturn } from "#app/use-cases/returns/ports.ts";
import { processReturn } from "#app/use-cases/returns/process-return.server.ts";
import { readStatus } from "#app/use-cases/returns/read-status.server.ts";
import { inspectReturn, receiveReturn } from "#app/use-cases/returns/receive-return.server.ts";
import { reserveStock } from "#app/use-cases/returns/reserve-stock.server.ts";
import { settleReturn } from "#app/use-cases/returns/settle-return.server.ts";
import { tendReturns } from "#app/use-cases/returns/tend-returns.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { saveSettings } from "#app/use-cases/shops/save-settings.server.ts";
import { publishOffers } from "#test/builders/a-published-policy.ts";
import { must, submitWish } from "#test/builders/a-shopper.ts";
import { seedShirtOrder } from "#test/builders/a-shirt-order.ts";
import { seedOtherGoods, setStock } from "#test/builders/other-goods.ts";
import { Killed, killable } from "#test/support/killable.ts";
import { useRestingApp } from "#test/support/resting-app.ts";

const world = useRestingApp((ctx) => publishOffers(ctx, { exchange: {} }));
const actor = "staff:1";
const DAY = 24 * 3_600_000;
let customers = 0;
let goods = "";

beforeEach(() => {
  goods = seedOtherGoods(world.amends.standIn).shirtL;
  setStock(world.amends.standIn, goods, 5);
});

/** An exchange for another shirt that the policy approved at once. */
async function approved(): Promise<StoredReturn> {
  const { standIn } = world.amends;
  customers += 1;
  const now = standIn.now().toISOString();
  const parcel = { created_at: now, events: [{ status: "delivered", happened_at: now }] };
  const order = { email: `stock${customers}@example.com`, processedAt: now, payload: { fulfillments: [parcel] } };
  const { gid: orderGid, lineGid } = seedShirtOrder(standIn, order);
  return submitWish(world.ctx, { orderGid, lineGid, resolution: "exchange", variant: goods });
}

/** The same, with its goods looked for. */
async function reserved(): Promise<StoredReturn> {
  const record = await approved();
  await reserveStock(world.ctx, record.id);
  return record;
}

const shop = () => world.amends.standIn.world.firstShop;
const left = () =>
  shop()
    .productOf(goods)
    ?.variants.find(({ id }) => id === goods)?.stock[[...shop().locations.keys()][0] ?? ""];
const drafts = () => [...shop().draftOrders.values()].map(({ tags, note, lines }) => ({ tags, note, lines }));
const kept = async (id: string) => (await world.ctx.transaction((tx) => tx.stockReservations.find(id))) ?? {};
const eventsOf = async (id: string) => (await world.ctx.transaction((tx) => tx.returns.events(id))).map(({ event }) => event);
const codesOf = async ({ orderGid }: StoredReturn) =>
  world.ctx.transaction(async (tx) => {
    const cases = await tx.cases.ofOrder(orderGid);
    const first = await Promise.all(cases.map(async ({ id }) => (await tx.cases.events(id))[0]?.detail["code"]));
    return first;
  });

/** What the shopper was told by mail of goods that are gone. */
const soldOutMails = async ({ orderGid }: StoredReturn) =>
  (await world.ctx.transaction((tx) => tx.messages.ofOrder(orderGid)))
    .filter(({ template }) => template === "exchange_sold_out")
    .map(({ variables }) => variables["items"]);

async function toSettle(id: string): Promise<void> {
  await openReturn(world.ctx, id);
  must(await receiveReturn(world.ctx, { returnId: id, actor }));
  must(await inspectReturn(world.ctx, { returnId: id, actor, lines: [] }));
  must(await processReturn(world.ctx, { returnId: id, actor }));
}

describe("goods for an exchange", () => {
  test("are kept from the approval on for 14 days, so that nobody else can buy them; the job delivered twice keeps them once", async () => {
    const record = await reserved();
    await Promise.allSettled([reserveStock(world.ctx, record.id), reserveStock(world.ctx, record.id)]);
    await reserveStock(world.ctx, record.id);
    expect(left()).toBe(4);
    expect(drafts()).toEqual([{ tags: [`Amends ${record.number}`], note: record.name, lines: [{ variantId: goods, quantity: 1 }] }]);
    const until = new Date(world.amends.standIn.now().getTime() + 14 * DAY);
    expect(await kept(record.id)).toMatchObject({ state: "held", until, goods: [{ variantGid: goods, quantity: 1 }] });
    expect((await eventsOf(record.id)).filter((event) => event.startsWith("stock"))).toEqual(["stock_reserved"]);
    const { orderGid, locale } = record;
    const followed = must(await readStatus(world.ctx, { orderGid, locale, returnId: record.id }));
    expect(followed.reservation).toMatchObject({ state: "held", until });
    await cancelReturn(world.ctx, { returnId: record.id, actor: "shopper" });
    await reserveStock(world.ctx, record.id);
  });

  test("are let go when the return is cancelled, also before anything was kept", async () => {
    const [one, other] = [await reserved(), await approved()];
    for (const { id } of [one, other]) must(await cancelReturn(world.ctx, { returnId: id, actor: "shopper" }));
    for (const { id } of [one, other, one]) await reserveStock(world.ctx, id);
    expect([left(), drafts()]).toEqual([5, []]);
    expect(await kept(one.id)).toMatchObject({ state: "released" });
    expect(await kept(other.id)).toMatchObject({ state: "released" });
  });

  test("go into the exchange itself even if everybody else has bought the rest", async () => {
    const record = await reserved();
    setStock(world.amends.standIn, goods, 0);
    await toSettle(record.id);
    await settleReturn(world.ctx, record.id);
    await settleReturn(world.ctx, record.id);
    expect(await world.ctx.transaction((tx) => tx.returns.find(record.id))).toMatchObject({ status: "closed" });
    expect([left(), drafts()]).toEqual([0, []]);
    expect(await kept(record.id)).toMatchObject({ state: "released" });
  });

  test("that are gone at the approval are told to staff; they are kept as soon as some are back", async () => {
    const record = await approved();
    setStock(world.amends.standIn, goods, 0);
    await reserveStock(world.ctx, record.id);
    await reserveStock(world.ctx, record.id);
    expect(await kept(record.id)).toMatchObject({ state: "sold_out" });
    expect(await codesOf(record)).toEqual(["exchange_sold_out"]);
    expect(await soldOutMails(record)).toEqual([{ items: [expect.objectContaining({ quantity: 1 })] }]);
    expect((await eventsOf(record.id)).filter((event) => event.startsWith("stock"))).toEqual(["stock_sold_out"]);
    setStock(world.amends.standIn, goods, 2);
    await world.amends.standIn.control.clock({ advance: "PT2H" });
    await tendReturns(world.ctx);
    await reserveStock(world.ctx, record.id);
    expect([left(), await kept(record.id)]).toMatchObject([1, { state: "held" }]);
    must(await cancelReturn(world.ctx, { returnId: record.id, actor: "shopper" }));
    await reserveStock(world.ctx, record.id);
  });
});

describe("when their time is over", () => {
  test("Shopify puts them back on sale; while there are some, nothing else happens", async () => {
    const record = await reserved();
    await world.amends.standIn.control.clock({ advance: "P14D" });
    expect(left(), "Shopify's own doing").toBe(5);
    await tendReturns(world.ctx);
    await reserveStock(world.ctx, record.id);
    await reserveStock(world.ctx, record.id);
    expect([drafts(), await kept(record.id), await codesOf(record)]).toMatchObject([[], { state: "expired" }, []]);
    await toSettle(record.id);
    await settleReturn(world.ctx, record.id);
    expect([left(), await world.ctx.transaction((tx) => tx.returns.find(record.id))]).toMatchObject([4, { status: "closed" }]);
  });

  test("and they are sold out meanwhile, staff get a case and the return is not settled with goods that are not there", async () => {
    const record = await reserved();
    await world.amends.standIn.control.clock({ advance: "P14D" });
    setStock(world.amends.standIn, goods, 0);
    await reserveStock(world.ctx, record.id);
    expect([await kept(record.id), await codesOf(record)]).toMatchObject([{ state: "sold_out" }, ["exchange_sold_out"]]);
    await toSettle(record.id);
    await settleReturn(world.ctx, record.id);
    const stopped = await world.ctx.transaction((tx) => tx.returns.find(record.id));
    expect(stopped).toMatchObject({ status: "inspected", errorCode: "exchange_sold_out" });
    setStock(world.amends.standIn, goods, 1);
    must(await processReturn(world.ctx, { returnId: record.id, actor }));
    await settleReturn(world.ctx, record.id);
    expect([left(), await world.ctx.transaction((tx) => tx.returns.find(record.id))]).toMatchObject([0, { status: "closed" }]);
  });
});

describe("what the shop wants", () => {
  async function keepFor(keepStockDays: number): Promise<void> {
    const version = (await world.ctx.transaction((tx) => tx.settings.read("exchanges")))?.version ?? 0;
    must(await saveSettings(world.ctx, { changes: [{ name: "exchanges", value: { keepStockDays }, version }], actor }));
  }

  test("is how many days, or that nothing is kept", async () => {
    await keepFor(3);
    const three = await reserved();
    expect(await kept(three.id)).toMatchObject({ state: "held", until: new Date(world.amends.standIn.now().getTime() + 3 * DAY) });
    await keepFor(0);
    const none = await reserved();
    expect([left(), await kept(none.id)]).toMatchObject([4, { state: "off" }]);
    await keepFor(14);
    must(await cancelReturn(world.ctx, { returnId: three.id, actor: "shopper" }));
    await reserveStock(world.ctx, three.id);
  });

  test("cannot be done without the permission: staff see so, and it is done once it is there", async () => {
    const record = await approved();
    const without: ShopContext = { ...world.ctx, shop: { ...world.ctx.shop, scopes: ["write_returns"] } };
    await reserveStock(without, record.id);
    expect([left(), await kept(record.id)]).toMatchObject([5, { state: "not_allowed" }]);
    await reserveStock(world.ctx, record.id);
    expect([left(), await kept(record.id)]).toMatchObject([4, { state: "held" }]);
    must(await cancelReturn(world.ctx, { returnId: record.id, actor: "shopper" }));
    await reserveStock(world.ctx, record.id);
  });

  test("goods that nobody counts need no keeping", async () => {
    const variant = shop()
      .productOf(goods)
      ?.variants.find(({ id }) => id === goods);
    if (!variant) throw new Error("The shirt is sold");
    variant.inventoryPolicy = "CONTINUE";
    const record = await reserved();
    expect([drafts(), await kept(record.id)]).toMatchObject([[], { state: "not_needed" }]);
    variant.inventoryPolicy = "DENY";
  });
});

describe("a worker that is killed", () => {
  test("before or after any step of keeping goods leaves them kept once", async () => {
    let dieAfter = -1;
    for (let isDone = false; !isDone;) {
      dieAfter += 1;
      const record = await approved();
      isDone = await endsAlive(reserveStock(killable(world.ctx, dieAfter).ctx, record.id));
      await reserveStock(world.ctx, record.id);
      expect([left(), drafts().length, await kept(record.id)], `died after step ${dieAfter}`).toMatchObject([4, 1, { state: "held" }]);
      must(await cancelReturn(world.ctx, { returnId: record.id, actor: "shopper" }));
      const again = await endsAlive(reserveStock(killable(world.ctx, dieAfter).ctx, record.id));
      await reserveStock(world.ctx, record.id);
      expect([left(), drafts().length], `let go, died after step ${dieAfter}`).toEqual([5, 0]);
      isDone &&= again;
    }
    expect(dieAfter).toBeGreaterThan(4);
  });

  test("before or after any step of finding goods sold out still has staff told, once", async () => {
    let dieAfter = -1;
    for (let isDone = false; !isDone;) {
      dieAfter += 1;
      setStock(world.amends.standIn, goods, 5);
      const record = await approved();
      setStock(world.amends.standIn, goods, 0);
      isDone = await endsAlive(reserveStock(killable(world.ctx, dieAfter).ctx, record.id));
      await reserveStock(world.ctx, record.id);
      expect(await codesOf(record), `died after step ${dieAfter}`).toEqual(["exchange_sold_out"]);
      expect((await eventsOf(record.id)).filter((event) => event.startsWith("stock"))).toEqual(["stock_sold_out"]);
    }
    expect(dieAfter).toBeGreaterThan(3);
  });

  test("before or after any step of settling sends the kept goods once", { timeout: 180_000 }, async () => {
    let dieAfter = -1;
    for (let isDone = false; !isDone;) {
      dieAfter += 1;
      setStock(world.amends.standIn, goods, 5);
      const record = await reserved();
      await toSettle(record.id);
      isDone = await endsAlive(settleReturn(killable(world.ctx, dieAfter).ctx, record.id));
      await settleReturn(world.ctx, record.id);
      const { status, errorCode } = (await world.ctx.transaction((tx) => tx.returns.find(record.id))) ?? {};
      expect([status, errorCode, left(), drafts().length], `died after step ${dieAfter}`).toEqual(["closed", undefined, 4, 0]);
    }
    expect(dieAfter).toBeGreaterThan(8);
  });
});

function endsAlive(work: Promise<void>): Promise<boolean> {
  return work.then(
    () => true,
    (error: unknown) => (error instanceof Killed ? false : Promise.reject(error as Error)),
  );
}
