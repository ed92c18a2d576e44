import { expect, test } from "vitest";
import { findReopened } from "#app/use-cases/returns/find-reopened.server.ts";
import { openReturn } from "#app/use-cases/returns/open-return.server.ts";
import type { StoredReturn } from "#app/use-cases/returns/ports.ts";
import { closeReturn } from "#app/use-cases/returns/receive-return.server.ts";
import { reviewReturn } from "#app/use-cases/returns/review-return.server.ts";
import { tendReturns } from "#app/use-cases/returns/tend-returns.server.ts";
import { must, submitWish } from "#test/builders/a-shopper.ts";
import { seedShirtOrder } from "#test/builders/a-shirt-order.ts";
import { useRestingApp } from "#test/support/resting-app.ts";

const world = useRestingApp();
const REOPEN = "mutation ($id: ID!) { returnReopen(id: $id) { userErrors { message } } }";

const read = (id: string) => world.ctx.transaction((tx) => tx.returns.find(id));

/** A return that staff closed because nothing came, and opened again in Shopify. */
async function reopened(email: string): Promise<StoredReturn> {
  const { gid: orderGid, lineGid } = seedShirtOrder(world.amends.standIn, { email });
  const { id: returnId } = await submitWish(world.ctx, { orderGid, lineGid });
  await openReturn(world.ctx, returnId);
  const closed = must(await closeReturn(world.ctx, { returnId, actor: "staff:1" }));
  await world.amends.standIn.graphql(REOPEN, { id: closed.shopifyGid });
  return closed;
}

test("a return that was opened again in Shopify goes on although its news got lost, once", async () => {
  const record = await reopened("reopened@example.com");
  expect(await findReopened(world.ctx), "it may be about to be closed there").toBe(0);
  await world.amends.standIn.control.clock({ advance: "PT2H" });
  const before = (await world.amends.app.queue.load()).waiting;
  await tendReturns(world.ctx);
  expect((await world.amends.app.queue.load()).waiting).toBeGreaterThan(before);
  await reviewReturn(world.ctx, record.shopifyGid ?? "", { isReopened: true });
  await reviewReturn(world.ctx, record.shopifyGid ?? "", { isReopened: true });
  const now = await read(record.id);
  expect([now?.status, now?.closedAt]).toEqual(["approved", undefined]);
  expect(await findReopened(world.ctx)).toBe(0);
});

test("one that is closed in Shopify, too, or was closed long ago is left alone", async () => {
  const closed = await reopened("closed@example.com");
  await world.amends.standIn.graphql("mutation ($id: ID!) { returnClose(id: $id) { userErrors { message } } }", { id: closed.shopifyGid });
  await world.amends.standIn.control.clock({ advance: "PT2H" });
  expect(await findReopened(world.ctx)).toBe(0);
  await world.amends.standIn.graphql(REOPEN, { id: closed.shopifyGid });
  expect(await findReopened(world.ctx)).toBe(1);
  await world.amends.standIn.control.clock({ advance: "P15D" });
  expect(await findReopened(world.ctx)).toBe(0);
});

test("goods that were paid for before they came and wait to be booked in do not open their return again", async () => {
  const record = await reopened("before-goods@example.com");
  await world.ctx.transaction((tx) =>
    tx.returns.addEvent({
      ...{ id: world.ctx.ids.next(), returnId: record.id, event: "inspect", fromStatus: "refunded", toStatus: "closed" },
      ...{ actor: "system", at: world.ctx.clock.now(), detail: {} },
    }),
  );
  await world.amends.standIn.control.clock({ advance: "PT2H" });
  expect(await findReopened(world.ctx)).toBe(0);
});
