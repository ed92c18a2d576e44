import { describe, expect, test } from "vitest";
import type { OrderGid } from "#app/domain/shared/gid.ts";
import { sumOfParts } from "#app/domain/returns/resolution-quote.ts";
import { openReturn } from "#app/use-cases/returns/open-return.server.ts";
import type { StoredReturn } from "#app/use-cases/returns/ports.ts";
import { processReturn } from "#app/use-cases/returns/process-return.server.ts";
import { inspectReturn, receiveReturn } from "#app/use-cases/returns/receive-return.server.ts";
import { settleReturn } from "#app/use-cases/returns/settle-return.server.ts";
import { seedMixedOrder, submitMixed } from "#test/builders/a-mixed-request.ts";
import { publishOffers } from "#test/builders/a-published-policy.ts";
import { must, submitWish } from "#test/builders/a-shopper.ts";
import { useRestingApp } from "#test/support/resting-app.ts";

const actor = "staff:1";
const reason = "received-the-wrong-item";
const world = useRestingApp((ctx) => publishOffers(ctx, { refund: {}, replacement: {}, exchange: {} }, { refundsShippingAtFault: true }));

const shippingIn = ({ quote }: StoredReturn) => sumOfParts(quote, ["shipping"]).presentment.minor;
const lastRefund = (gid: OrderGid) =>
  world.amends.standIn.world.firstShop.orders
    .get(gid)
    ?.refunds.map(({ total, shipping }) => [total.presentment.minor, shipping.presentment.minor])
    .at(-1);
const linesOf = (gid: OrderGid) => world.amends.standIn.world.firstShop.orders.get(gid)?.lines ?? [];

async function settleKept({ orderGid }: StoredReturn): Promise<void> {
  const all = await world.ctx.transaction((tx) => tx.returns.ofOrder(orderGid));
  for (const { id } of all) await openReturn(world.ctx, id);
  for (const { id } of all.filter(({ resolution }) => resolution === "replacement")) await settleReturn(world.ctx, id);
}

async function sendBackAndSettle({ id: returnId }: StoredReturn): Promise<void> {
  await openReturn(world.ctx, returnId);
  must(await receiveReturn(world.ctx, { returnId, actor }));
  must(await inspectReturn(world.ctx, { returnId, actor, lines: [] }));
  must(await processReturn(world.ctx, { returnId, actor }));
  await settleReturn(world.ctx, returnId);
}

describe("outbound shipping of 5.00 for a shirt of 25.00, a scarf of 50.00 and a mug of 8.00, at the shop's fault", () => {
  test("is paid as promised though the shirt was replaced before and its new line stands on the order", async () => {
    const { gid, lines } = seedMixedOrder(world.amends.standIn, "replaced@example.com");
    const [shirt, scarf] = lines;
    const main = await submitMixed(world.ctx, gid, [
      { lineGid: shirt, kind: "replacement", variant: "gid://shopify/ProductVariant/7101", reason },
      { lineGid: scarf, kind: "refund", reason },
    ]);
    const record = main.resolution === "refund" ? main : undefined;
    if (!record) throw new Error("What is sent back stands for the request");
    // 50 of 83 of 5.00.
    expect(shippingIn(record)).toBe(301);
    await settleKept(record);
    expect(linesOf(gid).filter(({ exchangeOf }) => exchangeOf !== null)).toHaveLength(1);
    await sendBackAndSettle(record);
    expect(lastRefund(gid)).toEqual([5801, 301]);
  });

  test("is the same for what comes back in a return of its own after an exchange", async () => {
    const { gid, lines } = seedMixedOrder(world.amends.standIn, "exchanged@example.com");
    const [shirt, scarf, mug] = lines;
    const exchange = { orderGid: gid, lineGid: shirt, resolution: "exchange", variant: "gid://shopify/ProductVariant/7102" };
    await sendBackAndSettle(await submitWish(world.ctx, exchange));
    for (const [lineGid, share] of [
      [scarf, 301],
      // 8 of 83, after 50 of 83: together 3.49.
      [mug, 48],
    ] as const) {
      const record = await submitWish(world.ctx, { orderGid: gid, lineGid, item: { reason } });
      expect(shippingIn(record)).toBe(share);
      await sendBackAndSettle(record);
      expect(lastRefund(gid)?.[1]).toBe(share);
    }
  });
});
