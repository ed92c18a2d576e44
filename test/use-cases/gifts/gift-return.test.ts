import { describe, expect, test } from "vitest";
import type { OrderGid } from "#app/domain/shared/gid.ts";
import { openReturn } from "#app/use-cases/returns/open-return.server.ts";
import type { StoredReturn } from "#app/use-cases/returns/ports.ts";
import { processReturn } from "#app/use-cases/returns/process-return.server.ts";
import { inspectReturn, receiveReturn } from "#app/use-cases/returns/receive-return.server.ts";
import { settleReturn } from "#app/use-cases/returns/settle-return.server.ts";
import { showItems } from "#app/use-cases/returns/show-items.server.ts";
import { showSolutions } from "#app/use-cases/returns/show-solutions.server.ts";
import { chooseItems } from "#app/use-cases/returns/choose-items.server.ts";
import { aGiftCode, enterGift, returnGift } from "#test/builders/a-gift.ts";
import { publishOffers } from "#test/builders/a-published-policy.ts";
import { must } from "#test/builders/a-shopper.ts";
import { seedShirtOrder } from "#test/builders/a-shirt-order.ts";
import { Killed, killable } from "#test/support/killable.ts";
import { useRestingApp } from "#test/support/resting-app.ts";
import { TEST_NOW } from "#test/support/test-app.ts";

const world = useRestingApp((ctx) =>
  publishOffers(ctx, { refund: {}, store_credit: { bonusBp: 1000 }, gift_card: {}, exchange: {}, keep_it: {} }, { paysAtFirstScan: true }),
);
const actor = "staff:1";
let orders = 0;

const shop = () => world.amends.standIn.world.firstShop;
const at = () => ({ ctx: world.ctx, standIn: world.amends.standIn });
const mailsTo = (email: string) => world.amends.standIn.world.mailbox.to(email);
const ledgerOf = async (orderGid: OrderGid) =>
  (await world.ctx.transaction((tx) => tx.ledger.ofOrder(orderGid))).map(({ phase, kind, amount }) => `${phase} ${kind} ${amount.minor}`);
const creditsOf = (email: string) => {
  const id = shop().customerByEmail(email)?.id;
  return [...shop().credits.values()].filter(({ customerId }) => customerId === id).map(({ balance }) => balance.minor);
};
const read = (id: string) => world.ctx.transaction((tx) => tx.returns.find(id));

/** An order of two shirts that Gale paid for. */
function givenOrder(overrides: object = {}) {
  orders += 1;
  const giver = `gale${orders}@example.com`;
  const {
    gid: orderGid,
    lineGid,
    name,
  } = seedShirtOrder(world.amends.standIn, {
    email: giver,
    processedAt: TEST_NOW.toISOString(),
    ...overrides,
  });
  return { giver, receiver: `robin${orders}@example.net`, orderGid, lineGid, name };
}

async function asked(resolution: string): Promise<ReturnType<typeof givenOrder> & { record: StoredReturn }> {
  const order = givenOrder();
  const { code } = await aGiftCode(world.ctx, order);
  const access = await enterGift(at(), code, { email: order.receiver });
  return { ...order, record: await returnGift(world.ctx, access, { lineGid: order.lineGid, resolution }) };
}

async function readyToPay(resolution: string) {
  const made = await asked(resolution);
  const { id: returnId } = made.record;
  await openReturn(world.ctx, returnId);
  must(await receiveReturn(world.ctx, { returnId, actor }));
  must(await inspectReturn(world.ctx, { returnId, actor, lines: [] }));
  must(await processReturn(world.ctx, { returnId, actor }));
  return made;
}

describe("the receiver of a gift", () => {
  test("sees the gift alone, and is offered store credit or a gift card, never the giver's payment", async () => {
    const order = givenOrder();
    const { code } = await aGiftCode(world.ctx, order);
    const access = await enterGift(at(), code, { email: order.receiver });
    const shown = must(await showItems(world.ctx, access));
    expect(shown.items.map(({ line, unitsLeft }) => [line.title, unitsLeft])).toEqual([["Linen shirt", 1]]);
    const item = { lineGid: order.lineGid, quantity: 1, reason: "too-small", note: "", evidence: [], exchangeVariantGid: null };
    const chosen = must(await chooseItems(world.ctx, access, { items: [item] }));
    const { solutions } = must(await showSolutions(world.ctx, chosen));
    expect(solutions.map(({ kind, quote }) => [kind, quote?.total.presentment.minor])).toEqual([
      ["store_credit", 2200],
      ["gift_card", 2200],
    ]);
    expect(solutions.some(({ quote }) => quote?.paysAtFirstScan)).toBe(false);
  });

  test("cannot return more than was given, nor what was not", async () => {
    const order = givenOrder();
    const { code } = await aGiftCode(world.ctx, order);
    const access = await enterGift(at(), code, { email: order.receiver });
    const item = { lineGid: order.lineGid, quantity: 2, reason: "too-small", note: "", evidence: [], exchangeVariantGid: null };
    expect(await chooseItems(world.ctx, access, { items: [item] })).toMatchObject({
      ok: false,
      error: { code: "invalid_selection", problems: [{ code: "quantity_too_high", limit: 1 }] },
    });
    const foreign = { ...item, quantity: 1, lineGid: "gid://shopify/LineItem/999" };
    expect(await chooseItems(world.ctx, access, { items: [foreign] })).toMatchObject({ error: { problems: [{ code: "line_unknown" }] } });
  });

  test("has the return in their own name, without the order's", async () => {
    const { record, receiver, giver, name } = await asked("store_credit");
    expect(record).toMatchObject({
      customerName: "Robin Receiver",
      email: receiver,
      name: `G${record.number}`,
      resolution: "store_credit",
    });
    expect(record.customerGid).toBeUndefined();
    const kept = await world.ctx.transaction((tx) => tx.messages.ofOrder(record.orderGid));
    expect(kept).toEqual([]);
    expect(mailsTo(giver)).toEqual([]);
    expect(name).toMatch(/^#/);
  });

  test("gets credit as a customer of the shop, who is made for it; the giver is paid nothing and told nothing", async () => {
    const { record, orderGid, receiver, giver } = await readyToPay("store_credit");
    expect(shop().customerByEmail(receiver)).toBeUndefined();
    await settleReturn(world.ctx, record.id);
    expect(await read(record.id)).toMatchObject({ status: "closed", customerGid: shop().customerByEmail(receiver)?.id });
    expect(shop().customerByEmail(receiver)).toMatchObject({ firstName: "Robin", lastName: "Receiver" });
    expect(creditsOf(receiver)).toEqual([2200]);
    expect(creditsOf(giver)).toEqual([]);
    expect((shop().orders.get(orderGid)?.refunds ?? []).map(({ total }) => total.presentment.minor)).toEqual([0]);
    expect(await ledgerOf(orderGid)).toEqual(["intended store_credit 2200", "confirmed store_credit 2200"]);
    expect(mailsTo(giver)).toEqual([]);
  });

  test("gets a gift card that Shopify mails to them", async () => {
    const { record, orderGid, receiver, giver } = await readyToPay("gift_card");
    await settleReturn(world.ctx, record.id);
    expect(mailsTo(receiver).some(({ subject }) => subject.startsWith("Your 22.00 USD gift card"))).toBe(true);
    expect(await ledgerOf(orderGid)).toEqual(["intended gift_card 2200", "confirmed gift_card 2200"]);
    expect(mailsTo(giver)).toEqual([]);
  });

  test("who is a customer already is not made again and keeps their name", async () => {
    const made = await readyToPay("store_credit");
    seedShirtOrder(world.amends.standIn, { email: made.receiver });
    const before = shop().customerByEmail(made.receiver);
    await settleReturn(world.ctx, made.record.id);
    expect(shop().customerByEmail(made.receiver)).toMatchObject({ id: before?.id, firstName: "Jane" });
    expect(creditsOf(made.receiver)).toEqual([2200]);
  });

  test("whose address Shopify refuses is a case, and nothing is paid", async () => {
    const { record, orderGid, receiver } = await readyToPay("store_credit");
    const refusing = {
      ...world.ctx.shopify.receivers,
      create: () =>
        Promise.resolve({
          ok: false as const,
          error: { code: "refused_by_shopify" as const, reason: "INVALID", message: "Email is invalid" },
        }),
    };
    await settleReturn({ ...world.ctx, shopify: { ...world.ctx.shopify, receivers: refusing } }, record.id);
    expect(await read(record.id)).toMatchObject({ status: "inspected", errorCode: "process_refused" });
    expect(await ledgerOf(orderGid)).toEqual([]);
    expect(creditsOf(receiver)).toEqual([]);
    must(await processReturn(world.ctx, { returnId: record.id, actor }));
    await settleReturn(world.ctx, record.id);
    expect(creditsOf(receiver)).toEqual([2200]);
  });

  test.each(["before", "after"] as const)(
    "is made a customer and paid once though the worker is killed %s any step and the job comes twice",
    async (when) => {
      let dieAt = 0;
      for (let isDone = false; !isDone;) {
        dieAt += 1;
        const { record, receiver, orderGid } = await readyToPay("store_credit");
        const worker = killable(world.ctx, dieAt, when);
        isDone = await settleReturn(worker.ctx, record.id).then(
          () => true,
          (error: unknown) => (error instanceof Killed ? false : Promise.reject(error as Error)),
        );
        await settleReturn(world.ctx, record.id);
        await settleReturn(world.ctx, record.id);
        expect((await read(record.id))?.status, `died ${when} step ${dieAt}`).toBe("closed");
        expect(creditsOf(receiver), `died ${when} step ${dieAt}`).toEqual([2200]);
        expect(await ledgerOf(orderGid), `died ${when} step ${dieAt}`).toHaveLength(2);
      }
      expect(dieAt).toBeGreaterThan(8);
    },
    180_000,
  );
});
