import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DAY, HOUR } from "#app/domain/shared/time.ts";
import { reviewShipment } from "#app/use-cases/promises/review-shipment.server.ts";
import { sweepDue } from "#app/use-cases/promises/sweep-due.server.ts";
import { givenTo, ledgerDifferences, parcelOnItsWay, reportDelivery, type Parcel } from "#test/support/late-parcels.ts";
import { passTime } from "#test/support/pass-time.ts";
import { startTestApp, type TestApp } from "#test/support/test-app.ts";

let world: TestApp;
beforeAll(async () => {
  world = await startTestApp();
  await world.settled();
});
afterAll(() => world.close());

async function counts(parcels: readonly Parcel[]) {
  const ctx = await world.ctx();
  return ctx.transaction(async (tx) => {
    const found = { promises: 0, runs: 0, messages: 0, compensations: 0 };
    for (const { id } of parcels) {
      const gid = id as never;
      found.promises += (await tx.promises.ofOrder(gid)).length;
      found.runs += (await tx.playbookRuns.ofOrder(gid)).length;
      found.messages += (await tx.messages.ofOrder(gid)).length;
      found.compensations += (await tx.compensations.ofOrder(gid)).length;
    }
    return found;
  });
}

describe("everything that is due", () => {
  test("is done once by however many sweeps and reviews run at the same moment", async () => {
    const parcels = [await parcelOnItsWay(world), await parcelOnItsWay(world), await parcelOnItsWay(world)];
    const ctx = await world.ctx();
    await world.standIn.world.clock.moveTo(new Date((parcels[0]?.dueAt.getTime() ?? 0) + 13 * HOUR));
    const reviews = parcels.map(({ fulfillmentGid }) => reviewShipment(ctx, fulfillmentGid));
    const done = await Promise.allSettled([
      sweepDue(ctx),
      sweepDue(ctx),
      ...reviews,
      sweepDue(ctx),
      ...parcels.map(({ fulfillmentGid }) => reviewShipment(ctx, fulfillmentGid)),
    ]);
    // What PostgreSQL ends as a deadlock is tried again by the queue.
    if (done.some(({ status }) => status === "rejected")) await sweepDue(ctx);
    await world.settled();
    expect(await counts(parcels)).toEqual({ promises: 3, runs: 6, messages: 3, compensations: 0 });
    for (const parcel of parcels) expect(world.mailsTo(parcel.email)).toHaveLength(1);
    for (const parcel of parcels) await reportDelivery(world, parcel, world.standIn.now());
    for (const parcel of parcels) await reviewShipment(ctx, parcel.fulfillmentGid);
    await world.settled();
    for (const parcel of parcels) expect(givenTo(world, parcel)).toEqual(["1.60 USD"]);
    expect(await ledgerDifferences(world)).toEqual([]);
  });

  test("leaves nothing due behind", async () => {
    await passTime(world, 10 * DAY);
    const now = world.standIn.now();
    expect((await world.app.shops.withDueWork()).filter(({ dueAt }) => dueAt <= now)).toEqual([]);
  });

  test("counts each delivery in the late rate, on the day it was due", async () => {
    const onTime = await parcelOnItsWay(world);
    await reportDelivery(world, onTime, world.standIn.now());
    const ctx = await world.ctx();
    const facts = await ctx.transaction((tx) => tx.insights.lockFacts([`delivery:${onTime.fulfillmentGid}`]));
    expect(facts).toMatchObject([{ metric: "late_rate", value: 0, weight: 1 }]);
    expect(await ctx.transaction((tx) => tx.insights.differences())).toEqual([]);
  });
});
