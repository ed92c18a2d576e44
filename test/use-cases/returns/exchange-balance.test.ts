import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { recordOrder } from "#app/use-cases/orders/record-order-news.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { balanceOf } from "#app/use-cases/returns/note-balance-paid.server.ts";
import { openReturn } from "#app/use-cases/returns/open-return.server.ts";
import type { StoredReturn } from "#app/use-cases/returns/ports.ts";
import { processReturn } from "#app/use-cases/returns/process-return.server.ts";
import { inspectReturn, receiveReturn } from "#app/use-cases/returns/receive-return.server.ts";
import { settleReturn } from "#app/use-cases/returns/settle-return.server.ts";
import { must, submitWish } from "#test/builders/a-shopper.ts";
import { seedShirtOrder } from "#test/builders/a-shirt-order.ts";
import { orderPayload } from "#test/shopify-stand-in/webhooks/payloads/order.ts";
import { Killed, killable } from "#test/support/killable.ts";
import type { TestApp } from "#test/support/test-app.ts";
import { startTestApp } from "#test/support/test-app.ts";

let amends: TestApp;
let ctx: ShopContext;
let customers = 0;
const actor = "staff:1";
const DEARER = "gid://shopify/ProductVariant/7103";

beforeAll(async () => {
  amends = await startTestApp({ isWorking: false });
  ctx = await amends.ctx();
});
afterAll(() => amends.close());

/** A shirt of 25.00, paid 20.00 and tax, swapped for one of 30.00: 4.00 and 0.40 of tax on top. */
async function dearerExchange(email: string): Promise<StoredReturn> {
  const { gid: orderGid, lineGid } = seedShirtOrder(amends.standIn, { email });
  const variants = amends.standIn.world.firstShop.productOf(DEARER)?.variants ?? [];
  for (const variant of variants) for (const place of Object.keys(variant.stock)) variant.stock[place] = 1_000;
  const { id: returnId } = await submitWish(ctx, { orderGid, lineGid, resolution: "exchange", variant: DEARER });
  await openReturn(ctx, returnId);
  must(await receiveReturn(ctx, { returnId, actor }));
  must(await inspectReturn(ctx, { returnId, actor, lines: [] }));
  return must(await processReturn(ctx, { returnId, actor }));
}

const nextEmail = () => `balance${(customers += 1)}@example.com`;
const eventsOf = (id: string) => ctx.transaction((tx) => tx.returns.events(id));

describe("an exchange for something dearer", () => {
  test("is asked for by Shopify's invoice, and paid through the page that the mail leads to", async () => {
    const email = nextEmail();
    const { id, orderGid } = await dearerExchange(email);
    const before = news(orderGid);
    await settleReturn(ctx, id);
    const [mail] = amends.standIn.world.mailbox.to(email).filter(({ subject }) => subject.startsWith("Invoice"));
    expect(mail?.text).toContain("4.40 USD is left to pay");
    expect(mail?.links[0]).toContain("/orders/");
    await recordOrder(ctx, news(orderGid));
    expect(balanceOf(await eventsOf(id))).toBe("invoiced");
    expect(amends.standIn.control.payBalance({ order_id: orderGid })).toBe(true);
    await recordOrder(ctx, news(orderGid));
    await recordOrder(ctx, news(orderGid));
    expect((await eventsOf(id)).map(({ event }) => event).slice(-3)).toEqual(["pay", "close", "balance_paid"]);
    expect(amends.standIn.control.payBalance({ order_id: orderGid }), "nothing is left").toBe(false);
    await recordOrder(ctx, before);
    expect(balanceOf(await eventsOf(id))).toBe("paid");
  });

  test("news from before it was asked for does not count as paid", async () => {
    const { id, orderGid } = await dearerExchange(nextEmail());
    const before = news(orderGid);
    await amends.standIn.control.clock({ advance: "PT1M" });
    await settleReturn(ctx, id);
    await recordOrder(ctx, before);
    expect(balanceOf(await eventsOf(id))).toBe("invoiced");
  });

  test("an order without an address has staff told, with the amount, and the return still ends", async () => {
    const { id, orderGid } = await dearerExchange(nextEmail());
    const record = await ctx.transaction((tx) => tx.returns.find(id));
    if (!record) throw new Error("The return is there");
    const { email: _none, ...unknown } = record;
    await ctx.transaction((tx) => tx.returns.save(unknown));
    await settleReturn(ctx, id);
    const [opened] = await ctx.transaction((tx) => tx.cases.ofOrder(orderGid));
    const [first] = await ctx.transaction((tx) => tx.cases.events(opened?.id ?? ""));
    expect(first?.detail).toMatchObject({ code: "balance_due", owed: { minor: 440, currency: "USD" } });
    expect(balanceOf(await eventsOf(id))).toBe("not_invoiced");
  });

  test("a worker killed before or after any step leaves one exchange and one line of history", async () => {
    let dieAfter = -1;
    for (let isDone = false; !isDone;) {
      dieAfter += 1;
      const email = nextEmail();
      const { id, orderGid } = await dearerExchange(email);
      const worker = killable(ctx, dieAfter);
      isDone = await settleReturn(worker.ctx, id).then(
        () => true,
        (error: unknown) => (error instanceof Killed ? false : Promise.reject(error as Error)),
      );
      await settleReturn(ctx, id);
      const events = (await eventsOf(id)).map(({ event }) => event);
      expect(
        events.filter((event) => event === "invoice_sent"),
        `died after step ${dieAfter}`,
      ).toHaveLength(1);
      expect(events.at(-1), `died after step ${dieAfter}`).toBe("close");
      const lines = amends.standIn.world.firstShop.orders.get(orderGid)?.lines ?? [];
      expect(
        lines.filter(({ exchangeOf }) => exchangeOf !== null),
        `died after step ${dieAfter}`,
      ).toHaveLength(1);
      expect(amends.standIn.world.mailbox.to(email).filter(({ subject }) => subject.startsWith("Invoice")).length).toBeGreaterThan(0);
    }
    expect(dieAfter).toBeGreaterThan(6);
  }, 180_000);
});

/** The order as Shopify tells it now. */
function news(orderGid: string): string {
  const shop = amends.standIn.world.firstShop;
  const order = shop.orders.get(orderGid);
  if (!order) throw new Error("The order is there");
  return JSON.stringify(orderPayload(shop, order));
}
