import { afterEach, describe, expect, test } from "vitest";
import type { OrderGid } from "#app/domain/shared/gid.ts";
import { payCompensation } from "#app/use-cases/compensation/pay-compensation.server.ts";
import { deliverMessage } from "#app/use-cases/messages/deliver-message.server.ts";
import { openReturn } from "#app/use-cases/returns/open-return.server.ts";
import { processReturn } from "#app/use-cases/returns/process-return.server.ts";
import { readStatus } from "#app/use-cases/returns/read-status.server.ts";
import { inspectReturn, receiveReturn } from "#app/use-cases/returns/receive-return.server.ts";
import { settleReturn } from "#app/use-cases/returns/settle-return.server.ts";
import { readSettings } from "#app/use-cases/shops/read-settings.server.ts";
import { saveSettings } from "#app/use-cases/shops/save-settings.server.ts";
import { seedMixedOrder, submitMixed } from "#test/builders/a-mixed-request.ts";
import { publishOffers } from "#test/builders/a-published-policy.ts";
import { seedShirtOrder } from "#test/builders/a-shirt-order.ts";
import { must, submitWish } from "#test/builders/a-shopper.ts";
import { Killed, killable } from "#test/support/killable.ts";
import { useRestingApp } from "#test/support/resting-app.ts";
import { TEST_NOW } from "#test/support/test-app.ts";

const world = useRestingApp(async (ctx) => {
  await publishOffers(ctx, { refund: {}, store_credit: {} });
});
const actor = "staff:1";
const usd = (minor: number) => ({ minor, currency: "USD" });
let customers = 0;

async function give(afterReturn: object, limits: object = {}): Promise<void> {
  const { compensation } = await readSettings(world.ctx, ["compensation"]);
  const value = { ...compensation.value, dailyBudget: null, ...limits, afterReturn };
  must(await saveSettings(world.ctx, { changes: [{ name: "compensation", value, version: compensation.version }], actor }));
}
afterEach(() => give({ isEnabled: false }));

/** A return of one shirt of 20.00 and 2.00 tax that was looked at and only needs to be paid. */
async function readyToPay(resolution = "refund") {
  customers += 1;
  const email = `thanks${customers}@example.com`;
  const { gid: orderGid, lineGid } = seedShirtOrder(world.amends.standIn, {
    email,
    processedAt: TEST_NOW.toISOString(),
    payload: {
      shipping_address: { first_name: "J", last_name: "D", address1: `${customers} Elm`, city: "Albany", zip: "12207", country_code: "US" },
    },
  });
  const { id: returnId } = await submitWish(world.ctx, { orderGid, lineGid, resolution });
  await arrive(returnId);
  return { returnId, orderGid, email };
}

async function arrive(returnId: string): Promise<void> {
  await openReturn(world.ctx, returnId);
  must(await receiveReturn(world.ctx, { returnId, actor }));
  must(await inspectReturn(world.ctx, { returnId, actor, lines: [] }));
  must(await processReturn(world.ctx, { returnId, actor }));
}

const given = (orderGid: OrderGid) => world.ctx.transaction((tx) => tx.compensations.ofOrder(orderGid));
const codes = (orderGid: string) => {
  const customerId = world.amends.standIn.world.firstShop.orders.get(orderGid)?.customerId ?? "";
  return [...world.amends.standIn.world.firstShop.discounts.values()].filter(({ customerIds }) => customerIds.includes(customerId));
};

async function paid(resolution?: string) {
  const made = await readyToPay(resolution);
  await settleReturn(world.ctx, made.returnId);
  for (const { id } of await given(made.orderGid)) await payCompensation(world.ctx, id);
  return made;
}

describe("a code after a refunded return", () => {
  test("works once, for this customer, from the smallest order on, and stands in the ledger and on the return's page", async () => {
    await give({ isEnabled: true, rateBp: 1000, minimumOrder: usd(4000), expiryDays: 30 });
    const { orderGid, returnId } = await paid();
    const [code] = codes(orderGid);
    expect(code).toMatchObject({ amount: usd(220), minimumSubtotal: usd(4000), usageLimit: 1 });
    expect(code?.code).toMatch(/^THANKS-[2-9A-Z]{10}$/);
    const ledger = await world.ctx.transaction((tx) => tx.ledger.ofOrder(orderGid));
    expect(ledger.filter(({ kind }) => kind === "discount_code").map(({ phase, key, amount }) => [phase, key, amount.minor])).toEqual([
      ["intended", `return-incentive:${returnId}`, 220],
      ["confirmed", `return-incentive:${returnId}`, 220],
    ]);
    const { incentive } = must(await readStatus(world.ctx, { orderGid, locale: "en", returnId }));
    expect(incentive).toMatchObject({ code: code?.code, amount: usd(220) });
  });

  test("is not given when the shop gives none, nor for store credit", async () => {
    expect(await given((await paid()).orderGid)).toEqual([]);
    await give({ isEnabled: true });
    expect(await given((await paid("store_credit")).orderGid)).toEqual([]);
  });

  test("counts of a mixed return what went back the way it was paid, and nothing of its store credit", async () => {
    await give({ isEnabled: true, rateBp: 1000 });
    const { gid: orderGid, lines } = seedMixedOrder(world.amends.standIn, "thanks-mixed@example.com");
    const [shirt, scarf] = lines;
    const { id: returnId } = await submitMixed(world.ctx, orderGid, [
      { lineGid: shirt, kind: "refund" },
      { lineGid: scarf, kind: "store_credit" },
    ]);
    await arrive(returnId);
    for (const _twice of [1, 2]) await settleReturn(world.ctx, returnId);
    expect(await given(orderGid)).toMatchObject([{ amount: usd(275), explanation: { base: usd(2750) } }]);
  });

  test("waits for a person beyond the budget, and is not given once it is switched off", async () => {
    await give({ isEnabled: true, kind: "amount", amount: usd(900) }, { dailyBudget: usd(100) });
    const held = await paid();
    expect(await given(held.orderGid)).toMatchObject([{ status: "awaiting_approval", explanation: { reason: "over_daily_budget" } }]);
    await give({ isEnabled: true });
    const { orderGid, returnId } = await readyToPay();
    await settleReturn(world.ctx, returnId);
    await give({ isEnabled: false });
    for (const { id } of await given(orderGid)) await payCompensation(world.ctx, id);
    expect(await given(orderGid)).toMatchObject([{ status: "voided", explanation: { reason: "switched_off" } }]);
    expect(codes(orderGid)).toEqual([]);
  });

  test.each([
    [true, "sent", null],
    [false, "suppressed", "no_consent"],
  ])("is told by mail only to who agreed to marketing (%s)", async (acceptsMarketing, status, reason) => {
    await give({ isEnabled: true });
    const { orderGid, returnId } = await readyToPay();
    const shop = world.amends.standIn.world.firstShop;
    const customer = shop.customers.get(shop.orders.get(orderGid)?.customerId ?? "");
    if (customer) customer.acceptsMarketing = acceptsMarketing;
    await settleReturn(world.ctx, returnId);
    for (const { id } of await given(orderGid)) await payCompensation(world.ctx, id);
    const messages = await world.ctx.transaction((tx) => tx.messages.ofOrder(orderGid));
    const mail = messages.find(({ template }) => template === "return_incentive");
    await deliverMessage(world.ctx, mail?.id ?? "");
    const after = await world.ctx.transaction((tx) => tx.messages.find(mail?.id ?? ""));
    expect([after?.status, after?.reason ?? null]).toEqual([status, reason]);
  });

  test("is given once though the worker is killed before or after any step and jobs come twice", async () => {
    await give({ isEnabled: true });
    let dieAfter = -1;
    for (let isDone = false; !isDone;) {
      dieAfter += 1;
      const { orderGid, returnId } = await readyToPay();
      const worker = killable(world.ctx, dieAfter);
      const all = async (ctx: typeof world.ctx) => {
        await settleReturn(ctx, returnId);
        for (const { id } of await given(orderGid)) await payCompensation(ctx, id);
      };
      isDone = await all(worker.ctx).then(
        () => true,
        (error: unknown) => (error instanceof Killed ? false : Promise.reject(error as Error)),
      );
      await all(world.ctx);
      await all(world.ctx);
      expect(codes(orderGid), `died after step ${dieAfter}`).toHaveLength(1);
      expect(await given(orderGid), `died after step ${dieAfter}`).toMatchObject([{ status: "paid" }]);
    }
    expect(dieAfter).toBeGreaterThan(8);
  }, 240_000);
});
