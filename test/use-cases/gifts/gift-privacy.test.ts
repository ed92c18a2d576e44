import { expect, test } from "vitest";
import { inShop } from "#app/adapters/prisma/tenant.server.ts";
import { openCase } from "#app/use-cases/cases/open-case.server.ts";
import type { OrderGid } from "#app/domain/shared/gid.ts";
import { aGiftCode, enterGift, returnGift } from "#test/builders/a-gift.ts";
import { publishOffers } from "#test/builders/a-published-policy.ts";
import { seedShirtOrder } from "#test/builders/a-shirt-order.ts";
import { useRestingApp } from "#test/support/resting-app.ts";
import { TEST_NOW } from "#test/support/test-app.ts";

const world = useRestingApp((ctx) => publishOffers(ctx, { refund: {}, store_credit: {} }));
const [giver, receiver] = ["gale.giver@example.com", "robin.receiver@example.net"];

/** The order as its webhook would have stored it. */
async function storeOrder(gid: OrderGid): Promise<void> {
  const zero = { subtotalMinor: 0n, totalMinor: 0n, shippingMinor: 0n, totalPresentmentMinor: 0n };
  const order = { gid, name: "#1", email: giver, currency: "USD", presentmentCurrency: "USD", ...zero, tags: [] };
  const { shopId } = world.ctx.shop;
  await inShop(world.amends.app.database.prisma, shopId, (tx) =>
    tx.order.create({ data: { shopId, ...order, processedAt: TEST_NOW, sourceUpdatedAt: TEST_NOW } }),
  );
}

test("what the receiver of a gift returned is theirs: no export of the giver has it, and no erasure of the giver touches it", async () => {
  const { gid: orderGid, lineGid } = seedShirtOrder(world.amends.standIn, { email: giver, processedAt: TEST_NOW.toISOString() });
  await storeOrder(orderGid);
  const { code } = await aGiftCode(world.ctx, { orderGid, lineGid });
  const access = await enterGift({ ctx: world.ctx, standIn: world.amends.standIn }, code, { email: receiver });
  const { id: returnId } = await returnGift(world.ctx, access, { lineGid, resolution: "store_credit" });
  await world.ctx.transaction((tx) =>
    openCase(tx, world.ctx, {
      ...{ key: "gift-case", type: "other", subject: "", body: "My gift is late", orderGid, orderName: "#1", returnId },
      ...{ customerName: "Robin Receiver", email: receiver, locale: "en" },
    }),
  );
  const of = (email: string, orderGids: OrderGid[]) => ({ email, customerGid: undefined, orderGids });
  const exported = (email: string, orderGids: OrderGid[]) =>
    world.ctx.transaction(async (tx) => JSON.stringify(await tx.privacy.exportCustomer(of(email, orderGids))));

  const givers = await exported(giver, [orderGid]);
  expect(givers).toContain(orderGid);
  expect(givers).toContain('"giftCodes":[{');
  for (const word of [receiver, "Robin", returnId, "My gift is late"]) expect(givers, word).not.toContain(word);
  const receivers = await exported(receiver, []);
  for (const word of [receiver, returnId, "My gift is late", "return_approved"]) expect(receivers, word).toContain(word);
  expect(receivers).not.toContain(giver);

  await world.ctx.transaction((tx) => tx.privacy.eraseCustomer(of(giver, [orderGid])));
  expect(await world.ctx.transaction((tx) => tx.returns.find(returnId))).toMatchObject({ email: receiver, customerName: "Robin Receiver" });
  expect(await world.ctx.transaction((tx) => tx.giftCodes.ofOrder(orderGid))).toEqual([]);

  await world.ctx.transaction((tx) => tx.privacy.eraseCustomer(of(receiver, [])));
  const left = await world.ctx.transaction((tx) => tx.returns.find(returnId));
  expect(left?.email ?? left?.customerName).toBeUndefined();
  expect(await exported(receiver, [])).not.toContain(receiver);
});
