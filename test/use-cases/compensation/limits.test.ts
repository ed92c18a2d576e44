import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DAY, HOUR } from "#app/domain/shared/time.ts";
import { approveCompensation, rejectCompensation } from "#app/use-cases/compensation/decide-compensation.server.ts";
import { listCompensations, readBudgets } from "#app/use-cases/compensation/list-compensations.server.ts";
import { changeSettings, givenTo, ledgerDifferences, parcelOnItsWay, reportDelivery, type Parcel } from "#test/support/late-parcels.ts";
import { passTime, passTimeUntil } from "#test/support/pass-time.ts";
import { startTestApp, TEST_SHOP, type TestApp } from "#test/support/test-app.ts";

let world: TestApp;
beforeAll(async () => {
  // The first of a month, so that all of it happens in that month.
  const shops = [{ domain: TEST_SHOP, presentmentCurrencies: ["USD", "EUR"] }];
  world = await startTestApp({ now: new Date("2026-03-01T12:00:00Z"), shops });
  await world.settled();
});
afterAll(() => world.close());

const usd = (minor: number) => ({ minor, currency: "USD" });
const atTheCap = (parcel: Parcel) => new Date(parcel.dueAt.getTime() + 60 * HOUR);

async function waiting() {
  const page = await listCompensations(await world.ctx(), { statuses: ["awaiting_approval"], limit: 50, offset: 0 });
  return page.compensations;
}

describe("limits", () => {
  test("above the approval limit a person decides: approved it goes out, rejected it never does", async () => {
    await changeSettings(world, "compensation", { approvalAbove: usd(799) });
    const [first, second] = [await parcelOnItsWay(world), await parcelOnItsWay(world)];
    await passTimeUntil(world, atTheCap(second));
    expect([...givenTo(world, first), ...givenTo(world, second)]).toEqual([]);
    const held = await waiting();
    expect(held).toMatchObject([
      { orderName: second.name, explanation: { reason: "above_approval_limit", limit: usd(799), rateBp: 1_000, base: usd(8_000) } },
      { orderName: first.name },
    ]);
    const ctx = await world.ctx();
    const [rejected, approved] = held;
    if (!rejected || !approved) throw new Error("nothing waits");
    const decide = { actor: "staff:1", version: approved.version };
    expect(await approveCompensation(ctx, { ...decide, id: approved.id })).toMatchObject({ ok: true });
    expect(await approveCompensation(ctx, { ...decide, id: approved.id })).toMatchObject({ error: { code: "stale" } });
    expect(await rejectCompensation(ctx, { ...decide, id: rejected.id, note: "carrier pays" })).toMatchObject({ ok: true });
    await world.settled();
    await reportDelivery(world, second, world.standIn.now());
    await passTime(world, DAY);
    expect(givenTo(world, first)).toEqual(["8.00 USD"]);
    expect(givenTo(world, second)).toEqual([]);
    expect(await waiting()).toEqual([]);
  });

  test("a day's budget is never overdrawn, whatever is paid at the same moment; the rest waits for a person", async () => {
    const ctx = await world.ctx();
    const spent = (await readBudgets(ctx)).today;
    await changeSettings(world, "compensation", {});
    await passTime(world, DAY);
    await changeSettings(world, "compensation", { dailyBudget: usd(2_000) });
    const parcels = [await parcelOnItsWay(world), await parcelOnItsWay(world), await parcelOnItsWay(world), await parcelOnItsWay(world)];
    const last = parcels.at(-1);
    if (!last) throw new Error("no parcel");
    await passTimeUntil(world, atTheCap(last));
    expect(parcels.flatMap((parcel) => givenTo(world, parcel))).toEqual(["8.00 USD", "8.00 USD"]);
    expect(await waiting()).toMatchObject([
      { explanation: { reason: "over_daily_budget" } },
      { explanation: { reason: "over_daily_budget" } },
    ]);
    expect((await readBudgets(ctx)).today).toEqual(usd(1_600));
    expect(spent.currency).toBe("USD");
    expect(await ledgerDifferences(world)).toEqual([]);
  });

  test("a month's budget holds across its days", async () => {
    await passTime(world, DAY);
    const ctx = await world.ctx();
    const { thisMonth } = await readBudgets(ctx);
    await changeSettings(world, "compensation", { monthlyBudget: usd(thisMonth.minor + 799) });
    const parcel = await parcelOnItsWay(world);
    await passTimeUntil(world, atTheCap(parcel));
    expect(givenTo(world, parcel)).toEqual([]);
    expect((await waiting())[0]).toMatchObject({ explanation: { reason: "over_monthly_budget", spent: thisMonth } });
  });
});

describe("how it reaches the customer", () => {
  test("what is paid for an order from before the shop changed its currency does not start the budget afresh", async () => {
    const ctx = await world.ctx();
    const spend = (amount: { minor: number; currency: string }) =>
      ctx.transaction(async (tx) => {
        await tx.budgets.lock(["day:2020-01-01"], amount.currency);
        await tx.budgets.spend(["day:2020-01-01"], amount);
      });
    for (const amount of [usd(500), { minor: 300, currency: "EUR" }, usd(200)]) await spend(amount);
    const spent = (currency: string) => ctx.transaction((tx) => tx.budgets.read(["day:2020-01-01"], currency));
    expect([...(await spent("USD")), ...(await spent("EUR"))].map(([, amount]) => amount)).toEqual([
      usd(700),
      { minor: 300, currency: "EUR" },
    ]);
  });

  test("a shop without store credit gives a code for one use by this customer, and mails it", async () => {
    await changeSettings(world, "compensation", { creditExpiryDays: 90 });
    const ctx = await world.ctx();
    await ctx.transaction((tx) => tx.shop.change({ hasStoreCredit: false }));
    const parcel = await parcelOnItsWay(world);
    await passTimeUntil(world, atTheCap(parcel));
    expect(givenTo(world, parcel)).toEqual(["8.00 USD code"]);
    const discount = [...world.standIn.world.firstShop.discounts.values()].at(-1);
    expect(discount).toMatchObject({ usageLimit: 1, appliesOncePerCustomer: true });
    await passTime(world, DAY);
    expect(world.mailsTo(parcel.email).at(-1)).toContain(discount?.code);
    await ctx.transaction((tx) => tx.shop.change({ hasStoreCredit: true }));
  });

  test("credit is in the order's currency where the customer has an account in it, else in the shop's", async () => {
    const inEuros = {
      currency: "USD",
      presentment_currency: "EUR",
      line_items: [
        {
          title: "Coat",
          price: "80.00",
          price_set: {
            shop_money: { amount: "80.00", currency_code: "USD" },
            presentment_money: { amount: "72.00", currency_code: "EUR" },
          },
          quantity: 1,
          product_id: 501,
          variant_id: 5011,
        },
      ],
      shipping_lines: [],
    };
    const withoutAccount = await parcelOnItsWay(world, inEuros);
    const withAccount = await parcelOnItsWay(world, inEuros);
    const customerGid = world.standIn.world.firstShop.customerByEmail(withAccount.email)?.id as never;
    const ctx = await world.ctx();
    const opened = await ctx.shopify.compensation.credit({ customerGid, amount: { minor: 100, currency: "EUR" } });
    expect(opened).toMatchObject({ ok: true });
    await passTimeUntil(world, atTheCap(withAccount));
    expect(givenTo(world, withoutAccount)).toEqual(["8.00 USD"]);
    expect(givenTo(world, withAccount)).toEqual(["1.00 EUR", "7.20 EUR"]);
  });
});
