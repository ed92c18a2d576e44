import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { readReconciliation } from "#app/use-cases/compensation/read-reconciliation.server.ts";
import { reconcileMoney } from "#app/use-cases/compensation/reconcile-money.server.ts";
import { openReturn } from "#app/use-cases/returns/open-return.server.ts";
import type { StoredReturn } from "#app/use-cases/returns/ports.ts";
import { settleReturn } from "#app/use-cases/returns/settle-return.server.ts";
import { processReturn } from "#app/use-cases/returns/process-return.server.ts";
import { inspectReturn, receiveReturn } from "#app/use-cases/returns/receive-return.server.ts";
import { publishOffers } from "#test/builders/a-published-policy.ts";
import { must, submitWish } from "#test/builders/a-shopper.ts";
import { seedShirtOrder } from "#test/builders/a-shirt-order.ts";
import type { TestApp } from "#test/support/test-app.ts";
import { startTestApp, TEST_NOW } from "#test/support/test-app.ts";

let amends: TestApp;
let ctx: ShopContext;
const paid: Record<string, StoredReturn> = {};
const actor = "staff:1";

beforeAll(async () => {
  amends = await startTestApp({ isWorking: false });
  ctx = await amends.ctx();
  await publishOffers(ctx, { refund: {}, store_credit: { bonusBp: 500 }, gift_card: {} });
  for (const resolution of ["refund", "store_credit", "gift_card"]) paid[resolution] = await settled(resolution);
  await giveCode();
});
afterAll(() => amends.close());

/** A return that was paid in this way. */
async function settled(resolution: string): Promise<StoredReturn> {
  const email = `${resolution.replace("_", "-")}@example.com`;
  const { gid: orderGid, lineGid } = seedShirtOrder(amends.standIn, { email, processedAt: TEST_NOW.toISOString() });
  const { id: returnId } = await submitWish(ctx, { orderGid, lineGid, resolution });
  await openReturn(ctx, returnId);
  must(await receiveReturn(ctx, { returnId, actor }));
  must(await inspectReturn(ctx, { returnId, actor, lines: [] }));
  const record = must(await processReturn(ctx, { returnId, actor }));
  await settleReturn(ctx, returnId);
  return record;
}

/** A code as the late-delivery credit gives it, with both its lines in the ledger. */
async function giveCode(): Promise<void> {
  const amount = { minor: 500, currency: "USD" };
  const { gid: shopifyGid } = must(
    await ctx.shopify.compensation.createCode({ code: "LATE-1", title: "Late", amount, startsAt: TEST_NOW }),
  );
  const { gid: orderGid } = seedShirtOrder(amends.standIn, { email: "late@example.com" });
  const entry = { key: "late-delivery:1", kind: "discount_code", amount, orderGid, at: TEST_NOW } as const;
  await ctx.transaction(async (tx) => {
    await tx.ledger.add({ ...entry, id: ctx.ids.next(), phase: "intended", shopifyGid: null });
    await tx.ledger.add({ ...entry, id: ctx.ids.next(), phase: "confirmed", shopifyGid });
  });
}

const nextNight = () => amends.standIn.control.clock({ advance: "P1D" });
const shop = () => amends.standIn.world.firstShop;
const casesAbout = async (resolution: string) =>
  ctx.transaction(async (tx) => {
    const orderGid = paid[resolution]?.orderGid;
    const found = (orderGid ? await tx.cases.ofOrder(orderGid) : []).filter(({ key }) => key.startsWith("reconciliation:"));
    const events = [];
    for (const { id } of found) events.push(...(await tx.cases.events(id)));
    return events.map(({ detail }) => detail);
  });

describe("the nightly reconciliation", () => {
  test("refunds, credits with their bonus, gift cards and codes are all found in Shopify: nothing is unexplained", async () => {
    await nextNight();
    expect(await reconcileMoney(ctx)).toMatchObject({ checked: 5, unreadable: 0, differences: [] });
    expect(await readReconciliation(ctx)).toMatchObject({ night: "2026-03-16", checked: 5, differences: [] });
  });

  test("the job delivered twice, and at once, does one night's work", async () => {
    await nextNight();
    const both = await Promise.all([reconcileMoney(ctx), reconcileMoney(ctx)]);
    expect(both.filter((one) => one !== undefined).length).toBe(1);
    expect(await reconcileMoney(ctx)).toBeUndefined();
  });

  test("before two o'clock of the shop's night it waits", async () => {
    const { timezone } = ctx.shop;
    await amends.standIn.control.clock({ at: midnightAfter(timezone) });
    expect(await reconcileMoney(ctx)).toBeUndefined();
    await amends.standIn.control.clock({ advance: "PT2H" });
    expect(await reconcileMoney(ctx)).toMatchObject({ differences: [] });
  });

  test("an amount that somebody changed in Shopify opens one case with both, on however many nights", async () => {
    await nextNight();
    const refund = shop().orders.get(paid["refund"]?.orderGid ?? "")?.refunds[0];
    if (refund) refund.total = { shop: { minor: 2100, currency: "USD" }, presentment: { minor: 2100, currency: "USD" } };
    const result = await reconcileMoney(ctx);
    expect(result?.differences).toMatchObject([{ code: "amount_differs", ledger: { minor: 2200 }, shopify: { minor: 2100 } }]);
    await nextNight();
    expect((await reconcileMoney(ctx))?.differences).toHaveLength(1);
    expect(await casesAbout("refund")).toMatchObject([{ code: "amount_differs", ledger: { minor: 2200 }, shopify: { minor: 2100 } }]);
  });

  test("a gift card that is gone, and money that Amends moved and never wrote down, are found", async () => {
    await nextNight();
    const [card] = [...shop().giftCards.values()];
    if (card) card.enabled = false;
    const credit = shop().orders.get(paid["store_credit"]?.orderGid ?? "");
    const [refund] = credit?.refunds ?? [];
    if (credit && refund) credit.refunds.push({ ...refund, id: "gid://shopify/Refund/99999" });
    const codes = (await reconcileMoney(ctx))?.differences.map(({ code }) => code) ?? [];
    expect(codes.toSorted()).toEqual(["amount_differs", "not_in_ledger", "not_in_shopify"]);
    expect(await casesAbout("gift_card")).toMatchObject([{ code: "not_in_shopify", amount: { minor: 2200, currency: "USD" } }]);
  });

  test("a refund that staff made by hand in Shopify is theirs to explain", async () => {
    await nextNight();
    amends.standIn.control.refund({ order_id: paid["gift_card"]?.orderGid ?? "", amount: "1.00", note: "By hand" });
    expect((await reconcileMoney(ctx))?.differences).toHaveLength(3);
  });
});

/** A minute past the next midnight in the zone. */
function midnightAfter(zone: string): string {
  const now = amends.standIn.now();
  const local = new Date(now.toLocaleString("en-US", { timeZone: zone }));
  const left = 24 * 3_600_000 - (local.getHours() * 3_600_000 + local.getMinutes() * 60_000);
  return new Date(now.getTime() + left + 60_000).toISOString();
}
