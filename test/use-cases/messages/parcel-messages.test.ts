import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DAY, HOUR } from "#app/domain/shared/time.ts";
import { changeSettings, givenTo, parcelOnItsWay, type Parcel } from "#test/support/late-parcels.ts";
import { passTime, passTimeUntil } from "#test/support/pass-time.ts";
import { startTestApp, type TestApp } from "#test/support/test-app.ts";

let world: TestApp;
beforeAll(async () => {
  world = await startTestApp();
  await world.settled();
});
afterAll(() => world.close());

const subjects = (parcel: Parcel) => world.mailsTo(parcel.email).map((mail) => mail.split("\n")[0]);

/** The addresses behind the buttons of the newest mail, in their order. */
function buttonsOf(parcel: Parcel): string[] {
  const mail = world.standIn.world.mailbox.to(parcel.email).at(-1);
  return [...(mail?.html ?? "").matchAll(/href="([^"]*\/reply\/[^"]*)"/g)].map(([, url = ""]) => url.replaceAll("&amp;", "&"));
}

async function reply(url: string, method: "GET" | "POST"): Promise<Response> {
  const route = await import("#app/routes/reply.$token.tsx");
  const token = /\/reply\/([^?]+)/.exec(url)?.[1] ?? "";
  const request = new Request(url, { method, ...(method === "POST" ? { body: new URLSearchParams({ confirm: "yes" }) } : {}) });
  return (method === "GET" ? route.loader : route.action)({ request, params: { token }, context: { app: world.app } });
}

async function casesOf(parcel: Parcel) {
  const ctx = await world.ctx();
  return ctx.transaction((tx) => tx.cases.ofOrder(parcel.id as never));
}

/** Ada's parcel, 13 hours late, with the message about it. */
async function announced(): Promise<Parcel> {
  const parcel = await parcelOnItsWay(world);
  await passTimeUntil(world, new Date(parcel.dueAt.getTime() + 13 * HOUR));
  return parcel;
}

describe("the buttons of a late parcel's message", () => {
  test("do nothing when a mail scanner opens them, and what they say when the customer confirms", async () => {
    const parcel = await announced();
    const urls = buttonsOf(parcel);
    expect(urls).toHaveLength(4);
    for (const url of urls) {
      const page = await reply(url, "GET");
      expect(page.status).toBe(200);
      expect(await page.text()).toContain('<form method="post">');
    }
    expect(await casesOf(parcel)).toEqual([]);
    const [, chase = ""] = urls;
    expect((await reply(chase, "POST")).status).toBe(200);
    expect((await reply(chase, "POST")).status).toBe(200);
    expect(await casesOf(parcel)).toMatchObject([{ type: "delivery", status: "open", subject: "Please chase the carrier" }]);
  });

  test("talking to a person opens a case of its own order only", async () => {
    const parcel = await announced();
    const [, , talk = ""] = buttonsOf(parcel);
    await reply(talk, "POST");
    expect(await casesOf(parcel)).toMatchObject([{ type: "question", email: parcel.email }]);
  });

  test("having it already ends the lateness at that moment and pays what was owed until then", async () => {
    const parcel = await announced();
    const [, , , haveIt = ""] = buttonsOf(parcel);
    await reply(haveIt, "POST");
    await world.settled();
    expect(givenTo(world, parcel)).toEqual(["1.60 USD"]);
    await passTime(world, 5 * DAY);
    expect(givenTo(world, parcel)).toEqual(["1.60 USD"]);
    expect(subjects(parcel)).toEqual([`Your order ${parcel.name} is later than promised`, "$1.60 for the wait"]);
  });

  test("a link that was changed, or belongs to another shop, is unknown", async () => {
    const parcel = await announced();
    const [url = ""] = buttonsOf(parcel);
    expect((await reply(url.replace(/\/reply\/.{9}/, "/reply/AAAAAAAAA"), "POST")).status).toBe(404);
    expect((await reply(url.replace("shop=field", "shop=other-field"), "GET")).status).toBe(404);
  });
});

describe("a silent parcel", () => {
  test("is asked about after three workdays without a scan, every scan starts them anew, and arrival ends it", async () => {
    await changeSettings(world, "sending", { quietHours: { from: "00:00", to: "00:00" } });
    const scan = (parcel: Parcel) =>
      world.standIn.control.events({
        order_name: parcel.name,
        status: "in_transit",
        city: "Leipzig",
        happened_at: world.standIn.now().toISOString(),
      });
    const [stuck, moving, arrived] = [
      await parcelOnItsWay(world, { parcel: { estimated_delivery_at: null } }),
      await parcelOnItsWay(world, { parcel: { estimated_delivery_at: null } }),
      await parcelOnItsWay(world, { parcel: { estimated_delivery_at: null } }),
    ];
    for (const parcel of [stuck, moving, arrived]) scan(parcel);
    await passTime(world, 2 * DAY);
    scan(moving);
    world.standIn.control.events({ order_name: arrived.name, status: "delivered", happened_at: world.standIn.now().toISOString() });
    await world.settled();
    await passTime(world, 5 * DAY - 2 * DAY - HOUR);
    expect([subjects(moving), subjects(arrived)]).toEqual([[], []]);
    await passTime(world, 10 * DAY);
    expect(subjects(stuck)).toEqual([`We are looking after your order ${stuck.name}`]);
    expect(world.mailsTo(stuck.email)[0]).toContain("Leipzig");
    expect(subjects(moving)).toHaveLength(1);
    expect(subjects(arrived)).toEqual([]);
  });
});

describe("what happened before the shop installed Amends", () => {
  test("is counted and neither written about nor paid", async () => {
    const now = world.standIn.now().getTime();
    const longAgo = (days: number) => new Date(now - days * DAY).toISOString();
    const ctx = await world.ctx();
    await ctx.transaction((tx) => tx.shop.change({ installedAt: new Date(now) }));
    const history = {
      email: "old@example.com",
      created_at: longAgo(20),
      processed_at: longAgo(20),
      updated_at: longAgo(0),
      shipping_address: { country_code: "DE" },
      line_items: [{ title: "Coat", price: "80.00", product_id: 501, variant_id: 5011 }],
      fulfillments: [{ created_at: longAgo(19), tracking_number: "OLD", estimated_delivery_at: longAgo(15) }],
    };
    const [order] = world.standIn.control.orders(history, { webhooks: false });
    const { reconcileOrders } = await import("#app/use-cases/orders/reconcile-orders.server.ts");
    await reconcileOrders(await world.ctx());
    await passTime(world, 5 * DAY);
    world.standIn.control.events({ order_name: order?.name ?? "", status: "delivered", happened_at: longAgo(10) });
    await passTime(world, 5 * DAY);
    expect(world.mailsTo("old@example.com")).toEqual([]);
    expect(givenTo(world, { email: "old@example.com" })).toEqual([]);
    const gid = world.standIn.world.firstShop.orders.get(order?.id ?? "")?.fulfillments[0]?.id ?? "";
    const promise = await ctx.transaction((tx) => tx.promises.lock("delivered_by", gid));
    expect(promise).toMatchObject({ status: "breached", detail: { isHistory: true } });
  });

  test("is no excuse for a parcel that was under way then: the date that Shopify shows for it is the promise", async () => {
    const at = (days: number) => new Date(world.standIn.now().getTime() + days * DAY).toISOString();
    const ctx = await world.ctx();
    await ctx.transaction((tx) => tx.shop.change({ installedAt: new Date(world.standIn.now()) }));
    const [order] = world.standIn.control.orders({
      email: "under-way@example.com",
      created_at: at(-3),
      shipping_address: { country_code: "DE" },
      line_items: [{ title: "Coat", price: "80.00" }],
      fulfillments: [{ created_at: at(-2), tracking_number: "MOVING", estimated_delivery_at: at(1) }],
    });
    await world.settled();
    const promised = await ctx.transaction((tx) => tx.promises.lock("delivered_by", order?.fulfillments[0]?.id ?? ""));
    expect(promised).toMatchObject({ source: "estimate" });
    await passTime(world, 5 * DAY);
    expect(givenTo(world, { email: "under-way@example.com" })).toEqual(["8.00 USD"]);
  });
});
