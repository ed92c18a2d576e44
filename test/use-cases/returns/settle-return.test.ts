import { describe, expect, test } from "vitest";
import type { OrderGid } from "#app/domain/shared/gid.ts";
import { money } from "#app/domain/shared/money.ts";
import { openReturn } from "#app/use-cases/returns/open-return.server.ts";
import type { StoredReturn } from "#app/use-cases/returns/ports.ts";
import { processReturn } from "#app/use-cases/returns/process-return.server.ts";
import { inspectReturn, receiveReturn } from "#app/use-cases/returns/receive-return.server.ts";
import { settleReturn } from "#app/use-cases/returns/settle-return.server.ts";
import type { Wish } from "#test/builders/a-shopper.ts";
import { must, submitWish } from "#test/builders/a-shopper.ts";
import type { SeededShirts } from "#test/builders/a-shirt-order.ts";
import { seedShirtOrder } from "#test/builders/a-shirt-order.ts";
import { Killed, killable } from "#test/support/killable.ts";
import { useRestingApp } from "#test/support/resting-app.ts";

const world = useRestingApp();
let customers = 0;
const actor = "staff:1";

/** A return that staff have inspected and want settled. */
async function readyToSettle(wish: Partial<Wish> = {}, shirts: SeededShirts = {}): Promise<StoredReturn> {
  customers += 1;
  const { gid, lineGid } = seedShirtOrder(world.amends.standIn, { email: `settle${customers}@example.com`, ...shirts });
  const { id: returnId } = await submitWish(world.ctx, { orderGid: gid, lineGid, ...wish });
  await openReturn(world.ctx, returnId);
  must(await receiveReturn(world.ctx, { returnId, actor }));
  must(await inspectReturn(world.ctx, { returnId, actor, lines: [] }));
  return must(await processReturn(world.ctx, { returnId, actor }));
}

async function read(id: string): Promise<StoredReturn> {
  const record = await world.ctx.transaction((tx) => tx.returns.find(id));
  if (!record) throw new Error("The return is there");
  return record;
}

/** Everything that really moved in Shopify for an order's customer. */
function movedFor(orderGid: OrderGid): { refunds: number[]; credits: number[] } {
  const shop = world.amends.standIn.world.firstShop;
  const order = shop.orders.get(orderGid);
  const accounts = [...shop.credits.values()].filter(({ customerId }) => customerId === order?.customerId);
  return {
    refunds: (order?.refunds ?? []).map(({ total }) => total.presentment.minor),
    credits: accounts.flatMap(({ transactions }) => transactions.map(({ amount }) => amount.minor)),
  };
}

const ledgerOf = async (orderGid: OrderGid) =>
  (await world.ctx.transaction((tx) => tx.ledger.ofOrder(orderGid))).map(({ phase, kind, amount }) => `${phase} ${kind} ${amount.minor}`);

describe("settling a return", () => {
  test("a refund goes back over the payment, stock is put back, and the ledger shows both sides", async () => {
    const { id, orderGid } = await readyToSettle();
    await settleReturn(world.ctx, id);
    expect(await read(id)).toMatchObject({ status: "closed", paidAt: world.amends.standIn.now() });
    expect(movedFor(orderGid)).toEqual({ refunds: [2200], credits: [] });
    expect(await ledgerOf(orderGid)).toEqual(["intended refund 2200", "confirmed refund 2200"]);
  });

  test("store credit is refunded as credit and its bonus given on top", async () => {
    const { id, orderGid } = await readyToSettle({ resolution: "store_credit" });
    await settleReturn(world.ctx, id);
    expect(movedFor(orderGid)).toEqual({ refunds: [2200], credits: [2200, 110] });
    expect(await ledgerOf(orderGid)).toEqual([
      "intended store_credit 2200",
      "intended store_credit 110",
      "confirmed store_credit 2200",
      "confirmed store_credit 110",
    ]);
  });

  test("an even exchange pays nothing and sends the new goods out", async () => {
    const { id, orderGid } = await readyToSettle({ resolution: "exchange", variant: "gid://shopify/ProductVariant/7102" });
    await settleReturn(world.ctx, id);
    expect(await read(id)).toMatchObject({ status: "closed" });
    expect(movedFor(orderGid)).toEqual({ refunds: [0], credits: [] });
    const lines = world.amends.standIn.world.firstShop.orders.get(orderGid)?.lines ?? [];
    expect(lines.map(({ variantTitle, exchangeOf }) => [variantTitle, exchangeOf !== null])).toEqual([
      ["M", false],
      ["L", true],
    ]);
  });

  test("only what came back is paid for", async () => {
    const asked = await readyToSettle({ item: { quantity: 2 } });
    const other = seedShirtOrder(world.amends.standIn, { email: "half@example.com" });
    const half = await submitWish(world.ctx, { orderGid: other.gid, lineGid: other.lineGid, item: { quantity: 2 } });
    await openReturn(world.ctx, half.id);
    must(await receiveReturn(world.ctx, { returnId: half.id, actor }));
    const lines = half.lines.map(({ id }) => ({
      lineId: id,
      quantity: 1,
      condition: "used" as const,
      disposition: "not_restocked" as const,
    }));
    must(await inspectReturn(world.ctx, { returnId: half.id, actor, lines }));
    must(await processReturn(world.ctx, { returnId: half.id, actor }));
    await settleReturn(world.ctx, half.id);
    await settleReturn(world.ctx, asked.id);
    expect(movedFor(other.gid).refunds).toEqual([2200]);
    expect(movedFor(asked.orderGid).refunds).toEqual([4400]);
  });

  test("the job delivered twice, and twice at once, pays once", async () => {
    const { id, orderGid } = await readyToSettle({ resolution: "store_credit" });
    await Promise.allSettled([settleReturn(world.ctx, id), settleReturn(world.ctx, id), settleReturn(world.ctx, id)]);
    await settleReturn(world.ctx, id);
    await settleReturn(world.ctx, id);
    expect(movedFor(orderGid)).toEqual({ refunds: [2200], credits: [2200, 110] });
  });

  test("a figure that is not Shopify's stops it, becomes a case, and staff may pay Shopify's", async () => {
    const started = await readyToSettle();
    const { id, orderGid } = started;
    // The return in Shopify was given a fee there that we know nothing of.
    const inShopify = world.amends.standIn.world.firstShop.returns.get(started.shopifyGid ?? "");
    const fee = { minor: 500, currency: "USD" };
    if (inShopify)
      inShopify.shippingFee = { id: "gid://shopify/ReturnShippingFee/1", amount: { shop: fee, presentment: fee }, charged: false };
    await settleReturn(world.ctx, id);
    expect(await read(id)).toMatchObject({ status: "inspected", errorCode: "disagreement" });
    expect(movedFor(orderGid).refunds).toEqual([]);
    const cases = await world.ctx.transaction((tx) => tx.cases.ofOrder(orderGid));
    expect(cases).toMatchObject([{ type: "disagreement", returnId: id, status: "open" }]);
    must(await processReturn(world.ctx, { returnId: id, actor, accepted: money(1699, "USD") }));
    await settleReturn(world.ctx, id);
    expect(await read(id)).toMatchObject({ status: "inspected", errorCode: "disagreement" });
    must(await processReturn(world.ctx, { returnId: id, actor, accepted: money(1700, "USD") }));
    await settleReturn(world.ctx, id);
    expect(await read(id)).toMatchObject({ status: "closed" });
    expect(movedFor(orderGid).refunds).toEqual([1700]);
  });
});

describe("a worker that is killed while it settles", () => {
  test("before or after any step: the next one goes on and nothing is paid twice", { timeout: 180_000 }, async () => {
    let dieAfter = -1;
    for (let isDone = false; !isDone;) {
      dieAfter += 1;
      const { id, orderGid } = await readyToSettle({ resolution: "store_credit" });
      const worker = killable(world.ctx, dieAfter);
      const ended = await settleReturn(worker.ctx, id).then(
        () => "done",
        (error: unknown) => (error instanceof Killed ? "killed" : Promise.reject(error as Error)),
      );
      isDone = ended === "done";
      await settleReturn(world.ctx, id);
      const { status, errorCode } = await read(id);
      expect([status, errorCode], `died after step ${dieAfter}`).toEqual(["closed", undefined]);
      expect(movedFor(orderGid), `died after step ${dieAfter}`).toEqual({ refunds: [2200], credits: [2200, 110] });
      expect((await ledgerOf(orderGid)).length, `died after step ${dieAfter}`).toBe(4);
    }
    expect(dieAfter).toBeGreaterThan(8);
  });
});
