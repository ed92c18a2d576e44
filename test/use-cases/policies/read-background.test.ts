import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { NOTHING_FOUND_OUT } from "#app/domain/policies/order-background.ts";
import type { ReturnableOrder } from "#app/domain/orders/returnable-order.ts";
import type { OrderGid } from "#app/domain/shared/gid.ts";
import { readBackground } from "#app/use-cases/policies/read-background.server.ts";
import { readVocabulary } from "#app/use-cases/policies/read-vocabulary.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { must, submitWish } from "#test/builders/a-shopper.ts";
import { seedShirtOrder } from "#test/builders/a-shirt-order.ts";
import { cancelReturn } from "#app/use-cases/returns/cancel-return.server.ts";
import { MARKETS, SEGMENTS } from "#test/shopify-stand-in/seed/shop-groups.ts";
import type { TestApp } from "#test/support/test-app.ts";
import { startTestApp } from "#test/support/test-app.ts";

let amends: TestApp;
let ctx: ShopContext;

beforeAll(async () => {
  amends = await startTestApp();
  ctx = await amends.ctx();
});
afterAll(() => amends.close());

const nothing = { collections: false, segments: [], market: false, pastReturns: false, evidence: false, answers: false };
const segments = SEGMENTS.map(({ id }) => id);

async function read(gid: OrderGid): Promise<ReturnableOrder> {
  const found = await ctx.shopify.returns.readOrder(gid);
  if (!found) throw new Error("The order is there");
  return found.order;
}

describe("what a policy asks beyond the order", () => {
  test("is not looked for while no rule asks", async () => {
    const { gid } = seedShirtOrder(amends.standIn, { email: "nobody@example.com" });
    expect(await readBackground(ctx, await read(gid), nothing)).toEqual(NOTHING_FOUND_OUT);
  });

  test("collections, segments and the market come from Shopify", async () => {
    const { gid } = seedShirtOrder(amends.standIn, { email: "groups@example.com" });
    const order = await read(gid);
    const productGid = order.lines[0]?.productGid ?? "";
    const product = amends.standIn.world.shop(ctx.shop.domain).products.get(productGid);
    product?.tags.push("bestseller");
    const background = await readBackground(ctx, order, { ...nothing, collections: true, segments, market: true });
    const { collections } = await readVocabulary(ctx);
    expect(background.collections.get(productGid)).toEqual(
      collections.filter(({ name }) => name === "Bestsellers").map(({ gid: id }) => id),
    );
    expect(background.market).toBe(MARKETS.find(({ countries }) => countries.includes(order.countryCode ?? ""))?.id ?? "");
    expect(background.segments).toEqual(SEGMENTS.filter(({ name }) => name === "First-time customers").map(({ id }) => id));
  });

  test("a guest is in no segment, and what came back before is unknown", async () => {
    const { gid } = seedShirtOrder(amends.standIn, { email: "guest@example.com" });
    const order = { ...(await read(gid)), customer: null };
    expect(await readBackground(ctx, order, { ...nothing, segments, pastReturns: true })).toMatchObject({
      segments: [],
      pastReturns: null,
    });
  });

  test("past returns are those of the customer's other orders; what was cancelled did not come back, and orders not stored yet leave it unknown", async () => {
    const first = seedShirtOrder(amends.standIn, { email: "often@example.com" });
    const second = seedShirtOrder(amends.standIn, { email: "often@example.com" });
    await amends.settled();
    const needs = { ...nothing, pastReturns: true };
    expect((await readBackground(ctx, await read(second.gid), needs)).pastReturns).toBeNull();
    const asked = await submitWish(ctx, { orderGid: first.gid, lineGid: first.lineGid });
    await amends.settled();
    expect((await readBackground(ctx, await read(second.gid), needs)).pastReturns).toEqual({ bought: 2, returned: 1 });
    must(await cancelReturn(ctx, { returnId: asked.id, actor: "shopper" }));
    expect((await readBackground(ctx, await read(second.gid), needs)).pastReturns).toEqual({ bought: 2, returned: 0 });
  });
});
