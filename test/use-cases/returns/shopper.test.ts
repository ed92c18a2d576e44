import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { samePair } from "#app/domain/shared/money-pair.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { cancelReturn } from "#app/use-cases/returns/cancel-return.server.ts";
import { inspectReturn, receiveReturn } from "#app/use-cases/returns/receive-return.server.ts";
import { processReturn } from "#app/use-cases/returns/process-return.server.ts";
import { must, submitWish } from "#test/builders/a-shopper.ts";
import { seedShirtOrder } from "#test/builders/a-shirt-order.ts";
import type { TestApp } from "#test/support/test-app.ts";
import { startTestApp } from "#test/support/test-app.ts";

let amends: TestApp;
let ctx: ShopContext;
const actor = "staff:1";

beforeAll(async () => {
  amends = await startTestApp();
  ctx = await amends.ctx();
});
afterAll(() => amends.close());

const read = async (id: string) => {
  const record = await ctx.transaction((tx) => tx.returns.find(id));
  if (!record) throw new Error("The return is there");
  return record;
};

describe("a return that the policy approves by itself", () => {
  test("is opened in Shopify, received, inspected, paid and closed; the shopper is told", async () => {
    const { gid, lineGid } = seedShirtOrder(amends.standIn, { email: "way@example.com" });
    const asked = await submitWish(ctx, { orderGid: gid, lineGid });
    expect(asked).toMatchObject({ status: "approved", number: 1001, quote: { total: samePair(2200, "USD") } });
    await amends.settled();
    const opened = await read(asked.id);
    expect(opened.shopifyGid).toMatch(/Return/);
    expect(opened.lines[0]?.gid).toMatch(/ReturnLineItem/);
    must(await receiveReturn(ctx, { returnId: asked.id, actor }));
    must(await inspectReturn(ctx, { returnId: asked.id, actor, lines: [] }));
    must(await processReturn(ctx, { returnId: asked.id, actor }));
    await amends.settled();
    expect(await read(asked.id)).toMatchObject({ status: "closed" });
    expect(await ctx.shopify.returns.returnsOf(gid)).toMatchObject([{ status: "closed", refunds: [{ total: samePair(2200, "USD") }] }]);
    const ledger = await ctx.transaction((tx) => tx.ledger.ofOrder(gid));
    expect(ledger.map(({ phase, amount }) => `${phase} ${amount.minor}`)).toEqual(["intended 2200", "confirmed 2200"]);
    const mails = amends.mailsTo("way@example.com");
    expect(mails.map((mail) => mail.split("\n")[0])).toEqual([`Your return ${asked.name} is approved`, "$22.00 is on its way to you"]);
    expect(mails.join()).toContain("/apps/returns/status?t=");
  });

  test("can be cancelled while nothing was sent, and then its units are free again", async () => {
    const { gid, lineGid } = seedShirtOrder(amends.standIn, { email: "cancel@example.com" });
    const asked = await submitWish(ctx, { orderGid: gid, lineGid, item: { quantity: 2 } });
    await amends.settled();
    must(await cancelReturn(ctx, { returnId: asked.id, actor: "shopper" }));
    await amends.settled();
    expect(await read(asked.id)).toMatchObject({ status: "cancelled" });
    expect((await ctx.shopify.returns.returnsOf(gid)).map(({ status }) => status)).toEqual(["cancelled"]);
    expect(await submitWish(ctx, { orderGid: gid, lineGid, item: { quantity: 2 } })).toMatchObject({
      name: expect.stringContaining("-R2") as string,
    });
  });
});
