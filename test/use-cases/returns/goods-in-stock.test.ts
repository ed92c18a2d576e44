import { expect, test } from "vitest";
import { approveReturn } from "#app/use-cases/returns/approve-return.server.ts";
import { checkGoodsInStock } from "#app/use-cases/returns/goods-in-stock.server.ts";
import { publishOffers } from "#test/builders/a-published-policy.ts";
import { must, submitWish } from "#test/builders/a-shopper.ts";
import { seedShirtOrder } from "#test/builders/a-shirt-order.ts";
import { seedOtherGoods, setStock } from "#test/builders/other-goods.ts";
import { useRestingApp } from "#test/support/resting-app.ts";
import { TEST_NOW } from "#test/support/test-app.ts";

const world = useRestingApp((ctx) => publishOffers(ctx, { exchange: {} }));
const actor = "staff:1";

/** A request for one shirt to become another product, waiting for staff. */
async function waiting(email: string) {
  const { standIn } = world.amends;
  const { shirtL } = seedOtherGoods(standIn);
  const { gid: orderGid, lineGid } = seedShirtOrder(standIn, { email, processedAt: TEST_NOW.toISOString() });
  const made = await submitWish(world.ctx, { orderGid, lineGid, resolution: "exchange", variant: shirtL });
  const asked = { ...made, status: "requested" as const, needsReview: true };
  await world.ctx.transaction((tx) => tx.returns.save(asked));
  return { asked, shirtL };
}

test("staff cannot approve an exchange whose goods are sold out meanwhile, and can once they are stocked again", async () => {
  const { asked, shirtL } = await waiting("sold-out@example.com");
  setStock(world.amends.standIn, shirtL, 0);
  expect(await approveReturn(world.ctx, { returnId: asked.id, actor })).toEqual({
    ok: false,
    error: { code: "exchange_sold_out", variantGids: [shirtL] },
  });
  expect((await world.ctx.transaction((tx) => tx.returns.find(asked.id)))?.status).toBe("requested");
  setStock(world.amends.standIn, shirtL, 1);
  expect(must(await approveReturn(world.ctx, { returnId: asked.id, actor })).status).toBe("approved");
});

test("the stock is enough for all returns of a request together, or for none", async () => {
  const { asked, shirtL } = await waiting("together@example.com");
  setStock(world.amends.standIn, shirtL, 1);
  expect(must(await checkGoodsInStock(world.ctx, [asked]))).toBeNull();
  expect(await checkGoodsInStock(world.ctx, [asked, asked])).toMatchObject({ ok: false, error: { code: "exchange_sold_out" } });
});

test("what is not for sale any more is not in stock; what nobody counts always is", async () => {
  const { asked, shirtL } = await waiting("gone@example.com");
  const product = world.amends.standIn.world.firstShop.productOf(shirtL);
  const [variant] = product?.variants.filter(({ id }) => id === shirtL) ?? [];
  if (!product || !variant) throw new Error("The shirt is sold");
  setStock(world.amends.standIn, shirtL, 0);
  variant.tracked = false;
  expect((await checkGoodsInStock(world.ctx, [asked])).ok).toBe(true);
  product.status = "ARCHIVED";
  expect((await checkGoodsInStock(world.ctx, [asked])).ok).toBe(false);
});
