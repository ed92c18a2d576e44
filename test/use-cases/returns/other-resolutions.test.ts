import { describe, expect, test } from "vitest";
import type { OrderGid } from "#app/domain/shared/gid.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { openReturn } from "#app/use-cases/returns/open-return.server.ts";
import type { StoredReturn } from "#app/use-cases/returns/ports.ts";
import { processReturn } from "#app/use-cases/returns/process-return.server.ts";
import { inspectReturn, receiveReturn } from "#app/use-cases/returns/receive-return.server.ts";
import { settleReturn } from "#app/use-cases/returns/settle-return.server.ts";
import { publishOffers } from "#test/builders/a-published-policy.ts";
import { must, submitWish } from "#test/builders/a-shopper.ts";
import { seedShirtOrder } from "#test/builders/a-shirt-order.ts";
import { Killed, killable } from "#test/support/killable.ts";
import { useRestingApp } from "#test/support/resting-app.ts";
import { TEST_NOW } from "#test/support/test-app.ts";

const world = useRestingApp((ctx) =>
  publishOffers(ctx, {
    gift_card: { bonusBp: 1000, creditExpiresAfterDays: 365 },
    replacement: {},
    keep_it: { restockingFeeBp: 2500 },
  }),
);
let customers = 0;
const actor = "staff:1";

/** A return of one shirt that is open in Shopify. */
async function opened(resolution: string): Promise<{ record: StoredReturn; email: string }> {
  customers += 1;
  const email = `other${customers}@example.com`;
  const { gid: orderGid, lineGid } = seedShirtOrder(world.amends.standIn, { email, processedAt: TEST_NOW.toISOString() });
  const record = await submitWish(world.ctx, { orderGid, lineGid, resolution });
  await openReturn(world.ctx, record.id);
  return { record, email };
}

async function readyForGiftCard() {
  const made = await opened("gift_card");
  const { id: returnId } = made.record;
  must(await receiveReturn(world.ctx, { returnId, actor }));
  must(await inspectReturn(world.ctx, { returnId, actor, lines: [] }));
  must(await processReturn(world.ctx, { returnId, actor }));
  return made;
}

const read = async (id: string) => world.ctx.transaction((tx) => tx.returns.find(id));
const shop = () => world.amends.standIn.world.firstShop;
const refundsOf = (gid: OrderGid) => (shop().orders.get(gid)?.refunds ?? []).map(({ total }) => total.presentment.minor);
const cardsOf = (gid: OrderGid) => {
  const { customerId } = shop().orders.get(gid) ?? {};
  return [...shop().giftCards.values()].filter((card) => card.customerId === customerId);
};
const ledgerOf = async (orderGid: OrderGid) =>
  (await world.ctx.transaction((tx) => tx.ledger.ofOrder(orderGid))).map(({ phase, kind, amount }) => `${phase} ${kind} ${amount.minor}`);

describe("a gift card", () => {
  test("holds what is owed and the bonus, and Shopify mails its code; Amends keeps it nowhere", async () => {
    const { record, email } = await readyForGiftCard();
    await settleReturn(world.ctx, record.id);
    const [card] = cardsOf(record.orderGid);
    expect(card).toMatchObject({ initialValue: { minor: 2420, currency: "USD" }, expiresOn: "2027-03-15" });
    expect(refundsOf(record.orderGid)).toEqual([0]);
    expect(await ledgerOf(record.orderGid)).toEqual(["intended gift_card 2420", "confirmed gift_card 2420"]);
    const [mail] = world.amends.standIn.world.mailbox.to(email).filter(({ subject }) => subject.startsWith("Your 24.20 USD gift card"));
    expect(mail?.text.replaceAll(" ", "").toUpperCase()).toContain(card?.code);
    const kept = await world.ctx.transaction(async (tx) => [await tx.returns.events(record.id), await tx.ledger.ofOrder(record.orderGid)]);
    expect(JSON.stringify(kept)).not.toContain(card?.code);
  });

  test("that Shopify refuses becomes a case with the amount", async () => {
    const { record } = await readyForGiftCard();
    const refusing = {
      ...world.ctx.shopify.compensation,
      issueGiftCard: () =>
        Promise.resolve({
          ok: false as const,
          error: { code: "refused_by_shopify" as const, reason: "INVALID", message: "Gift cards are unavailable on your plan." },
        }),
    };
    await settleReturn({ ...world.ctx, shopify: { ...world.ctx.shopify, compensation: refusing } }, record.id);
    expect(await read(record.id)).toMatchObject({ status: "closed", errorCode: "gift_card_refused" });
    expect(await ledgerOf(record.orderGid)).toEqual(["intended gift_card 2420", "failed gift_card 2420"]);
    const [opened] = await world.ctx.transaction((tx) => tx.cases.ofOrder(record.orderGid));
    const [first] = await world.ctx.transaction((tx) => tx.cases.events(opened?.id ?? ""));
    expect(first?.detail).toMatchObject({ code: "gift_card_refused", amount: { minor: 2420, currency: "USD" } });
  });

  test("is not offered to a shop that did not permit gift cards", async () => {
    const without = { ...world.ctx, shop: { ...world.ctx.shop, scopes: [] } };
    const { gid: orderGid, lineGid } = seedShirtOrder(world.amends.standIn, { processedAt: TEST_NOW.toISOString() });
    await expect(submitWish(without, { orderGid, lineGid, resolution: "gift_card" })).rejects.toThrow("resolution_unavailable");
  });

  test("is issued once though the worker is killed before or after any step and the job comes twice", async () => {
    let dieAfter = -1;
    for (let isDone = false; !isDone;) {
      dieAfter += 1;
      const { record } = await readyForGiftCard();
      const worker = killable(world.ctx, dieAfter);
      isDone = await settleReturn(worker.ctx, record.id).then(
        () => true,
        (error: unknown) => (error instanceof Killed ? false : Promise.reject(error as Error)),
      );
      await settleReturn(world.ctx, record.id);
      await settleReturn(world.ctx, record.id);
      expect((await read(record.id))?.status, `died after step ${dieAfter}`).toBe("closed");
      expect(cardsOf(record.orderGid), `died after step ${dieAfter}`).toHaveLength(1);
      expect((await ledgerOf(record.orderGid)).length, `died after step ${dieAfter}`).toBe(2);
    }
    expect(dieAfter).toBeGreaterThan(8);
  }, 180_000);
});

describe("what the shopper keeps", () => {
  test("is paid as soon as it is approved, less what the policy keeps, and nothing is waited for", async () => {
    const { record } = await opened("keep_it");
    expect(record.quote.parts.map(({ kind, amount }) => [kind, amount.presentment.minor])).toEqual([
      ["goods", 2000],
      ["tax", 200],
      ["restocking_fee", -500],
    ]);
    expect(await read(record.id)).toMatchObject({ status: "processing" });
    await settleReturn(world.ctx, record.id);
    expect(await read(record.id)).toMatchObject({ status: "closed" });
    expect(refundsOf(record.orderGid)).toEqual([1700]);
  });

  test("starts once, and not again after it stopped", async () => {
    const { record } = await opened("keep_it");
    const inShopify = shop().returns.get((await read(record.id))?.shopifyGid ?? "");
    const fee = { minor: 100, currency: "USD" };
    if (inShopify)
      inShopify.shippingFee = { id: "gid://shopify/ReturnShippingFee/9", amount: { shop: fee, presentment: fee }, charged: false };
    await settleReturn(world.ctx, record.id);
    expect(await read(record.id)).toMatchObject({ status: "approved", errorCode: "disagreement" });
    await openReturn(world.ctx, record.id);
    expect(await read(record.id)).toMatchObject({ status: "approved", errorCode: "disagreement" });
    expect(refundsOf(record.orderGid)).toEqual([]);
  });

  test("is opened and paid once though the worker is killed before or after any step", async () => {
    let dieAfter = -1;
    for (let isDone = false; !isDone;) {
      dieAfter += 1;
      customers += 1;
      const { gid: orderGid, lineGid } = seedShirtOrder(world.amends.standIn, {
        email: `kept${customers}@example.com`,
        processedAt: TEST_NOW.toISOString(),
      });
      const record = await submitWish(world.ctx, { orderGid, lineGid, resolution: "keep_it" });
      const worker = killable(world.ctx, dieAfter);
      const all = async (each: ShopContext) => {
        await openReturn(each, record.id);
        await settleReturn(each, record.id);
      };
      isDone = await all(worker.ctx).then(
        () => true,
        (error: unknown) => (error instanceof Killed ? false : Promise.reject(error as Error)),
      );
      await all(world.ctx);
      expect((await read(record.id))?.status, `died after step ${dieAfter}`).toBe("closed");
      expect(refundsOf(orderGid), `died after step ${dieAfter}`).toEqual([1700]);
    }
    expect(dieAfter).toBeGreaterThan(8);
  }, 180_000);
});

describe("a replacement", () => {
  test("sends the same thing again, costs nothing though it is dearer today, and asks for nothing back", async () => {
    const variants = shop().productOf("gid://shopify/ProductVariant/7101")?.variants ?? [];
    const same = variants.find(({ id }) => id.endsWith("/7101"));
    if (same) same.price = { minor: 3200, currency: "USD" };
    const { record, email } = await opened("replacement");
    await settleReturn(world.ctx, record.id);
    expect(await read(record.id)).toMatchObject({ status: "closed" });
    expect(refundsOf(record.orderGid)).toEqual([0]);
    const lines = shop().orders.get(record.orderGid)?.lines ?? [];
    expect(lines.map(({ variantTitle, exchangeOf }) => [variantTitle, exchangeOf !== null])).toEqual([
      ["M", false],
      ["M", true],
    ]);
    expect(await ledgerOf(record.orderGid)).toEqual([]);
    expect(world.amends.standIn.world.mailbox.to(email).filter(({ subject }) => subject.startsWith("Invoice"))).toEqual([]);
    if (same) same.price = { minor: 2500, currency: "USD" };
  });

  test("is not offered while the thing is not in stock", async () => {
    const same = shop()
      .productOf("gid://shopify/ProductVariant/7101")
      ?.variants.find(({ id }) => id.endsWith("/7101"));
    const stock = { ...same?.stock };
    for (const place of Object.keys(stock)) if (same) same.stock[place] = 0;
    const { gid: orderGid, lineGid } = seedShirtOrder(world.amends.standIn, { processedAt: TEST_NOW.toISOString() });
    await expect(submitWish(world.ctx, { orderGid, lineGid, resolution: "replacement" })).rejects.toThrow("resolution_unavailable");
    if (same) same.stock = stock;
  });
});
