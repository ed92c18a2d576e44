import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { DAY, endOfDate, HOUR } from "#app/domain/shared/time.ts";
import { changeSettings, givenTo, ledgerDifferences, parcelOnItsWay, reportDelivery, type Parcel } from "#test/support/late-parcels.ts";
import { passTime, passTimeUntil } from "#test/support/pass-time.ts";
import { startTestApp, type TestApp } from "#test/support/test-app.ts";

let world: TestApp;
beforeAll(async () => {
  world = await startTestApp();
  await world.settled();
});
afterAll(() => world.close());

const lateBy = (parcel: Parcel, hours: number) => new Date(parcel.dueAt.getTime() + hours * HOUR);
const subjects = (parcel: Parcel) => world.mailsTo(parcel.email).map((mail) => mail.split("\n")[0]);

describe("a late parcel", () => {
  beforeEach(() => changeSettings(world, "compensation", {}));

  test("gets a message in the morning, and its credit when it arrives: 37 hours are 3 blocks, 6 % of USD 80.00", async () => {
    const parcel = await parcelOnItsWay(world);
    await passTimeUntil(world, lateBy(parcel, 6));
    expect(subjects(parcel)).toEqual([]);
    await passTimeUntil(world, lateBy(parcel, 8));
    expect(subjects(parcel)).toEqual([`Your order ${parcel.name} is later than promised`]);
    await passTimeUntil(world, lateBy(parcel, 37));
    expect(givenTo(world, parcel)).toEqual([]);
    await reportDelivery(world, parcel, lateBy(parcel, 37));
    expect(givenTo(world, parcel)).toEqual(["4.80 USD"]);
    await passTime(world, DAY);
    expect(subjects(parcel)).toEqual([`Your order ${parcel.name} is later than promised`, "$4.80 for the wait"]);
    expect(await ledgerDifferences(world)).toEqual([]);
  });

  test("is paid once at the cap while it is still under way, and nothing that is told later pays more", async () => {
    const parcel = await parcelOnItsWay(world);
    await passTimeUntil(world, lateBy(parcel, 59));
    expect(givenTo(world, parcel)).toEqual([]);
    await passTimeUntil(world, lateBy(parcel, 60));
    expect(givenTo(world, parcel)).toEqual(["8.00 USD"]);
    await reportDelivery(world, parcel, lateBy(parcel, 90));
    await reportDelivery(world, parcel, lateBy(parcel, 30));
    await passTimeUntil(world, lateBy(parcel, 200));
    expect(givenTo(world, parcel)).toEqual(["8.00 USD"]);
    expect(await ledgerDifferences(world)).toEqual([]);
  });

  test("is late by the clock of the place it goes to", async () => {
    const parcel = await parcelOnItsWay(world, { shipping_address: { country_code: "US", province_code: "CA", city: "Los Angeles" } });
    const ctx = await world.ctx();
    const promise = await ctx.transaction((tx) => tx.promises.lock("delivered_by", parcel.fulfillmentGid));
    const zone = "America/Los_Angeles";
    expect(promise).toMatchObject({ zone, dueAt: endOfDate(promise?.promisedOn ?? "", zone) });
  });

  test("that arrives within its first block is owed nothing", async () => {
    const parcel = await parcelOnItsWay(world);
    await passTimeUntil(world, lateBy(parcel, 11));
    await reportDelivery(world, parcel, lateBy(parcel, 11));
    await passTime(world, 5 * DAY);
    expect(givenTo(world, parcel)).toEqual([]);
    expect(subjects(parcel)).toHaveLength(1);
  });

  test("that was in time all along, as is told only afterwards, takes its breach back", async () => {
    const parcel = await parcelOnItsWay(world);
    await passTimeUntil(world, lateBy(parcel, 24));
    await reportDelivery(world, parcel, lateBy(parcel, -2));
    await passTime(world, 5 * DAY);
    expect(givenTo(world, parcel)).toEqual([]);
    const ctx = await world.ctx();
    const promise = await ctx.transaction((tx) => tx.promises.lock("delivered_by", parcel.fulfillmentGid));
    expect(promise?.status).toBe("kept");
  });

  test("is made good even when its delivery is all that is ever heard of it, twice and in the wrong order", async () => {
    const parcel = await parcelOnItsWay(world);
    world.standIn.world.faults.set("duplicate", { rate: 1 });
    world.standIn.world.faults.set("reorder", { rate: 1 });
    await world.standIn.world.clock.moveTo(lateBy(parcel, 30));
    for (const [status, hours] of [["delivered", 25] as const, ["out_for_delivery", 20] as const, ["in_transit", -30] as const]) {
      world.standIn.control.events({ order_name: parcel.name, status, happened_at: lateBy(parcel, hours).toISOString() });
    }
    await passTime(world, 2 * HOUR);
    world.standIn.world.faults.clear();
    expect(givenTo(world, parcel)).toEqual(["3.20 USD"]);
    await passTime(world, DAY);
    expect(subjects(parcel)).toEqual(["$3.20 for the wait"]);
    expect(await ledgerDifferences(world)).toEqual([]);
  });

  test("keeps its first promise when the carrier announces its own delay, and says the new date", async () => {
    const parcel = await parcelOnItsWay(world);
    const newDate = lateBy(parcel, 40);
    world.standIn.control.events({ order_name: parcel.name, status: "delayed", estimated_delivery_at: newDate.toISOString() });
    await world.settled();
    await passTimeUntil(world, lateBy(parcel, 8));
    const said = new Intl.DateTimeFormat("en", { dateStyle: "long", timeZone: "Europe/Berlin" }).format(newDate);
    expect(world.mailsTo(parcel.email)[0]).toContain(`The new date is ${said}`);
    await passTimeUntil(world, lateBy(parcel, 40));
    await reportDelivery(world, parcel, lateBy(parcel, 40));
    expect(givenTo(world, parcel)).toEqual(["4.80 USD"]);
  });

  test("of an order that was cancelled, or paid back completely, pays nothing and says why", async () => {
    const parcel = await parcelOnItsWay(world);
    await passTimeUntil(world, lateBy(parcel, 30));
    world.standIn.control.refund({ order_name: parcel.name, amount: "85.00", note: "By hand" });
    await reportDelivery(world, parcel, lateBy(parcel, 30));
    expect(givenTo(world, parcel)).toEqual([]);
    const ctx = await world.ctx();
    const [record] = await ctx.transaction((tx) => tx.compensations.ofOrder(parcel.id as never));
    expect(record).toMatchObject({ status: "voided", explanation: { reason: "order_refunded" } });
  });

  test("of two in one order each pays for its own goods", async () => {
    const lines = [
      { id: 9001, title: "Mug", price: "30.00", quantity: 1, product_id: 7, variant_id: 71 },
      { id: 9002, title: "Lamp", price: "50.00", quantity: 1, product_id: 8, variant_id: 81 },
    ];
    const estimated_delivery_at = new Date(world.standIn.now().getTime() + 2 * DAY).toISOString();
    const parcel = await parcelOnItsWay(world, {
      line_items: lines,
      total_discounts: "8.00",
      fulfillments: [
        { tracking_number: "A", estimated_delivery_at, line_items: [{ id: 9001, quantity: 1 }] },
        { tracking_number: "B", estimated_delivery_at, line_items: [{ id: 9002, quantity: 1 }] },
      ],
    });
    await passTimeUntil(world, lateBy(parcel, 12));
    const [first] = world.standIn.world.firstShop.orders.get(parcel.id)?.fulfillments ?? [];
    world.standIn.control.events({ fulfillment_id: first?.id ?? "", status: "delivered", happened_at: lateBy(parcel, 12).toISOString() });
    await world.settled();
    expect(givenTo(world, parcel)).toHaveLength(1);
    await passTimeUntil(world, lateBy(parcel, 60));
    expect(givenTo(world, parcel)).toEqual(["0.60 USD", "5.00 USD"]);
  });
});

describe("the shop's settings decide", () => {
  const lateDelivery = (change: object) => changeSettings(world, "compensation", { lateDelivery: change });

  test.each([
    ["a started block counts", { counting: "started" }, 1, "1.60 USD"],
    ["the day begins the clock", { start: "start_of_day" }, 1, "3.20 USD"],
    ["shorter blocks at another rate", { blockHours: 6, rateBp: 150, capBp: 2_000 }, 13, "2.40 USD"],
    ["shipping counts too", { base: "goods_and_shipping" }, 13, "1.70 USD"],
    ["half a cent rounds to the even one", { rateBp: 125, base: "goods_and_shipping", rounding: "half-even" }, 13, "1.06 USD"],
  ])("%s", async (...[, change, hours, expected]) => {
    await lateDelivery(change);
    const parcel = await parcelOnItsWay(world);
    await passTimeUntil(world, lateBy(parcel, hours));
    await reportDelivery(world, parcel, lateBy(parcel, hours));
    expect(givenTo(world, parcel)).toEqual([expected]);
  });

  test("topping up pays at each block what is missing, and the rest at delivery", async () => {
    await lateDelivery({ settle: "top_up" });
    const parcel = await parcelOnItsWay(world);
    await passTimeUntil(world, lateBy(parcel, 12));
    expect(givenTo(world, parcel)).toEqual(["1.60 USD"]);
    await passTimeUntil(world, lateBy(parcel, 25));
    expect(givenTo(world, parcel)).toEqual(["1.60 USD", "1.60 USD"]);
    await reportDelivery(world, parcel, lateBy(parcel, 25));
    await passTime(world, 5 * DAY);
    expect(givenTo(world, parcel)).toEqual(["1.60 USD", "1.60 USD"]);
    expect(subjects(parcel).filter((subject) => subject?.includes("for the wait"))).toHaveLength(2);
    expect(await ledgerDifferences(world)).toEqual([]);
  });

  test("switched off, lateness is announced without an offer and pays nothing", async () => {
    await lateDelivery({ isEnabled: false });
    const parcel = await parcelOnItsWay(world);
    await passTimeUntil(world, lateBy(parcel, 61));
    await reportDelivery(world, parcel, lateBy(parcel, 61));
    expect(givenTo(world, parcel)).toEqual([]);
    expect(world.mailsTo(parcel.email)[0]).not.toContain("%");
  });

  test("without an estimate the shop's own table promises", async () => {
    await lateDelivery({});
    await changeSettings(world, "deliveryPromises", {
      table: [{ country: "DE", productType: "*", days: 3, unit: "calendar_days", from: "shipped" }],
    });
    const parcel = await parcelOnItsWay(world, { parcel: { estimated_delivery_at: null } });
    const ctx = await world.ctx();
    const promise = await ctx.transaction((tx) => tx.promises.lock("delivered_by", parcel.fulfillmentGid));
    expect(promise).toMatchObject({ source: "table", zone: "Europe/Berlin", status: "pending" });
  });
});

describe("a parcel whose delivery no webhook has told", () => {
  test("is paid for as it arrived, which Shopify is asked for before money moves", async () => {
    const parcel = await parcelOnItsWay(world);
    await passTimeUntil(world, lateBy(parcel, 59));
    world.standIn.world.faults.set("drop", { rate: 1 });
    await reportDelivery(world, parcel, lateBy(parcel, 25));
    world.standIn.world.faults.clear();
    await passTimeUntil(world, lateBy(parcel, 62));
    expect(givenTo(world, parcel)).toEqual(["3.20 USD"]);
    expect(await ledgerDifferences(world)).toEqual([]);
  });
});
