import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { HOUR } from "#app/domain/shared/time.ts";
import { findingOf } from "#app/http/case-finding.server.ts";
import { payCompensation } from "#app/use-cases/compensation/pay-compensation.server.ts";
import { compensationFor } from "#app/use-cases/compensation/plan-compensation.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { readKeepingRules } from "#app/use-cases/promises/keeping-rules.server.ts";
import { changeSettings, givenTo, ledgerDifferences, parcelOnItsWay, type Parcel } from "#test/support/late-parcels.ts";
import { passTimeUntil } from "#test/support/pass-time.ts";
import { startTestApp, type TestApp } from "#test/support/test-app.ts";

let world: TestApp;
beforeAll(async () => {
  world = await startTestApp();
  await world.settled();
  // Nobody else plans anything, so that each payment is in the test's own hands.
  await changeSettings(world, "playbooks", { switchedOff: ["late_delivery"] });
});
afterAll(() => world.close());

class Killed extends Error {}

/**
 * The context of a worker that dies right after its `last` step into the database or to Shopify was done; whoever dies before the next one
 * leaves the same behind.
 */
function mortal(ctx: ShopContext, last: number): { ctx: ShopContext; steps: () => number } {
  let steps = 0;
  const mortally =
    <A extends unknown[], R>(work: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      steps += 1;
      const own = steps;
      if (own > last) throw new Killed();
      const done = await work(...args);
      if (own === last) throw new Killed();
      return done;
    };
  const { readOrderGoods, creditCurrencies, credit, creditsSince, createCode, findCode } = ctx.shopify.compensation;
  const compensation = {
    ...ctx.shopify.compensation,
    readOrderGoods: mortally(readOrderGoods),
    creditCurrencies: mortally(creditCurrencies),
    credit: mortally(credit),
    creditsSince: mortally(creditsSince),
    createCode: mortally(createCode),
    findCode: mortally(findCode),
  };
  return {
    ctx: {
      ...ctx,
      shopify: { ...ctx.shopify, compensation },
      transaction: (work) => mortally(() => ctx.transaction(work))(),
    },
    steps: () => steps,
  };
}

/** A parcel 60 hours late, with a compensation that is planned and that no job works on. */
async function plannedFor(parcel: Parcel): Promise<string> {
  const ctx = await world.ctx();
  return ctx.transaction(async (tx) => {
    const rules = await readKeepingRules(tx, ctx.shop);
    const delivery = (await tx.deliveries.read([parcel.fulfillmentGid as never])).get(parcel.fulfillmentGid);
    if (!delivery) throw new Error("no parcel");
    const key = `late-delivery:${parcel.fulfillmentGid}`;
    const record = compensationFor(ctx, delivery, { rules, key, amount: { minor: 1, currency: "USD" }, dueAt: new Date("2030-01-01") });
    await tx.compensations.addAll([record]);
    return record.id;
  });
}

async function lateParcels(count: number): Promise<Parcel[]> {
  const parcels: Parcel[] = [];
  while (parcels.length < count) parcels.push(await parcelOnItsWay(world));
  await passTimeUntil(world, new Date((parcels[0]?.dueAt.getTime() ?? 0) + 60 * HOUR));
  return parcels;
}

async function lateParcel(): Promise<Parcel> {
  const [parcel] = await lateParcels(1);
  if (!parcel) throw new Error("no parcel");
  return parcel;
}

/** More than a payment has steps. */
const MOST_STEPS = 10;

describe.each([["store_credit"], ["discount_code"]] as const)("a payment by %s", (method) => {
  const expected = method === "store_credit" ? ["8.00 USD"] : ["8.00 USD code"];

  test("whose worker is killed before or after any step is made exactly once", { timeout: 120_000 }, async () => {
    await changeSettings(world, "compensation", { method });
    let isThrough = false;
    for (const [last, parcel] of (await lateParcels(MOST_STEPS)).entries()) {
      const id = await plannedFor(parcel);
      const doomed = mortal(await world.ctx(), last);
      await payCompensation(doomed.ctx, id).catch((error: unknown) => expect(error).toBeInstanceOf(Killed));
      isThrough = doomed.steps() < last;
      await payCompensation(await world.ctx(), id);
      await payCompensation(await world.ctx(), id);
      expect({ last, given: givenTo(world, parcel) }).toEqual({ last, given: expected });
      if (isThrough) break;
    }
    expect(isThrough).toBe(true);
    expect(await ledgerDifferences(world)).toEqual([]);
  });

  test("of which Shopify's answer is lost is found and not repeated", async () => {
    await changeSettings(world, "compensation", { method });
    const parcel = await lateParcel();
    const id = await plannedFor(parcel);
    const ctx = await world.ctx();
    const lost = async () => {
      throw new Error("the connection broke");
    };
    const { credit, createCode } = ctx.shopify.compensation;
    const compensation = {
      ...ctx.shopify.compensation,
      credit: async (grant: Parameters<typeof credit>[0]) => (await credit(grant), lost()),
      createCode: async (code: Parameters<typeof createCode>[0]) => (await createCode(code), lost()),
    };
    await expect(payCompensation({ ...ctx, shopify: { ...ctx.shopify, compensation } }, id)).rejects.toThrow("the connection broke");
    await payCompensation(ctx, id);
    expect(givenTo(world, parcel)).toEqual(expected);
    expect(await ledgerDifferences(world)).toEqual([]);
  });

  test("that two workers have in hand at the same moment is made once", async () => {
    await changeSettings(world, "compensation", { method });
    const parcel = await lateParcel();
    const id = await plannedFor(parcel);
    const ctx = await world.ctx();
    await Promise.all([payCompensation(ctx, id), payCompensation(ctx, id), payCompensation(ctx, id)]);
    expect(givenTo(world, parcel)).toEqual(expected);
  });
});

test("credit that a merchant gave by hand is not taken for ours when the amount differs", async () => {
  await changeSettings(world, "compensation", { method: "store_credit" });
  const parcel = await lateParcel();
  const id = await plannedFor(parcel);
  const ctx = await world.ctx();
  const doomed = mortal(ctx, 0);
  await payCompensation(doomed.ctx, id).catch(() => undefined);
  const customerGid = world.standIn.world.firstShop.customerByEmail(parcel.email)?.id as never;
  await ctx.shopify.compensation.credit({ customerGid, amount: { minor: 500, currency: "USD" } });
  await payCompensation(ctx, id);
  expect(givenTo(world, parcel)).toEqual(["5.00 USD", "8.00 USD"]);
});

test("what Shopify refuses gives the budget back and opens a case", async () => {
  const parcel = await lateParcel();
  const id = await plannedFor(parcel);
  const ctx = await world.ctx();
  const refused = async () =>
    ({ ok: false, error: { code: "refused_by_shopify", reason: "CREDIT_LIMIT_EXCEEDED", message: "too much" } }) as const;
  const before = await spentToday(ctx);
  await payCompensation({ ...ctx, shopify: { ...ctx.shopify, compensation: { ...ctx.shopify.compensation, credit: refused } } }, id);
  const record = await ctx.transaction((tx) => tx.compensations.find(id));
  expect(record).toMatchObject({ status: "failed", error: "CREDIT_LIMIT_EXCEEDED: too much" });
  expect(await spentToday(ctx)).toEqual(before);
  expect(await ctx.transaction((tx) => tx.cases.claim(`compensation-failed:${id}`))).toBeDefined();
  expect(givenTo(world, parcel)).toEqual([]);
});

test("a code for somebody without an e-mail address is handed to staff, once", async () => {
  await changeSettings(world, "compensation", { method: "discount_code" });
  const parcel = await parcelOnItsWay(world, { email: null, customer: null });
  await passTimeUntil(world, new Date(parcel.dueAt.getTime() + 60 * HOUR));
  const id = await plannedFor(parcel);
  const ctx = await world.ctx();
  await payCompensation(ctx, id);
  await payCompensation(ctx, id);
  const record = await ctx.transaction((tx) => tx.compensations.find(id));
  const about = await ctx.transaction((tx) => tx.cases.ofOrder(record?.orderGid ?? "gid://shopify/Order/0"));
  const events = await ctx.transaction((tx) => tx.cases.events(about[0]?.id ?? ""));
  expect(record?.status).toBe("paid");
  expect(about).toHaveLength(1);
  expect(findingOf(events)).toMatchObject({ code: "code_untold", where: [record?.code] });
});

async function spentToday(ctx: ShopContext): Promise<unknown> {
  const { readBudgets } = await import("#app/use-cases/compensation/list-compensations.server.ts");
  return (await readBudgets(ctx)).today;
}
