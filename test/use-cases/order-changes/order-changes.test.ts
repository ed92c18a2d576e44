import { beforeEach, describe, expect, test } from "vitest";
import type { OrderGid } from "#app/domain/shared/gid.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { cancelOrder } from "#app/use-cases/order-changes/cancel-order.server.ts";
import { changeAddress } from "#app/use-cases/order-changes/change-address.server.ts";
import { continueOrderChange } from "#app/use-cases/order-changes/continue-order-change.server.ts";
import { reconcileMoney } from "#app/use-cases/compensation/reconcile-money.server.ts";
import type { OrderChangeRecord } from "#app/use-cases/order-changes/ports.ts";
import { saveSettings } from "#app/use-cases/shops/save-settings.server.ts";
import { must } from "#test/builders/a-shopper.ts";
import { seedShirtOrder } from "#test/builders/a-shirt-order.ts";
import { anAddress } from "#test/builders/an-address.ts";
import { Killed, killable } from "#test/support/killable.ts";
import { useRestingApp } from "#test/support/resting-app.ts";

const anyTime = { isOn: true, withinHours: null };
const world = useRestingApp(async (ctx) => {
  const changes = [{ name: "orderChanges" as const, value: { cancel: anyTime, address: anyTime }, version: 0 }];
  must(await saveSettings(ctx, { changes, actor: "staff:1" }));
});

let orderGid: OrderGid;
let customers = 0;
const mia = () => `mia${customers}@example.com`;
const TROY = anAddress({ address1: "12 Elm St", city: "Troy", zip: "12180" });
const access = () => ({ orderGid, locale: "en" });

beforeEach(() => {
  customers += 1;
  orderGid = anUnsentOrder();
});

function anUnsentOrder(): OrderGid {
  return seedShirtOrder(world.amends.standIn, { email: mia(), isSent: false }).gid;
}

const inShopify = () => {
  const order = world.amends.standIn.world.firstShop.orders.get(orderGid);
  if (!order) throw new Error("The order is there");
  return order;
};

const stock = () => world.amends.standIn.world.firstShop.products.get("gid://shopify/Product/7001")?.variants[0]?.stock ?? {};

const ledger = async () =>
  (await world.ctx.transaction((tx) => tx.ledger.ofOrder(orderGid))).map(({ phase, kind, amount }) => `${phase} ${kind} ${amount.minor}`);

const changes = (): Promise<OrderChangeRecord[]> => world.ctx.transaction((tx) => tx.orderChanges.ofOrder(orderGid));

const caseOf = async (id: string) => world.ctx.transaction((tx) => tx.cases.claim(`order-change:${id}`));

/** The warehouse sends it in the moment that a call of Shopify is answered. */
function leavingWith(call: "cancel" | "changeAddress", when: "before" | "after"): ShopContext {
  const { orderChanges } = world.ctx.shopify;
  const send = () => world.amends.standIn.control.fulfillments({ order_id: Number(orderGid.split("/").at(-1)) }, { webhooks: false });
  const around = async <T>(work: () => Promise<T>): Promise<T> => {
    if (when === "before") send();
    const answer = await work();
    if (when === "after") send();
    return answer;
  };
  const port = {
    ...orderChanges,
    cancel: (...given: Parameters<typeof orderChanges.cancel>) =>
      call === "cancel" ? around(() => orderChanges.cancel(...given)) : orderChanges.cancel(...given),
    changeAddress: (...given: Parameters<typeof orderChanges.changeAddress>) =>
      call === "changeAddress" ? around(() => orderChanges.changeAddress(...given)) : orderChanges.changeAddress(...given),
  };
  return { ...world.ctx, shopify: { ...world.ctx.shopify, orderChanges: port } };
}

describe("cancelling an order", () => {
  test("Shopify cancels it, pays everything back and restocks; ledger, mail and the night's match know", async () => {
    const before = { ...stock() };
    const done = must(await cancelOrder(world.ctx, access(), { reason: "ordered-by-mistake" }));
    expect(done).toMatchObject({ status: "done", kind: "cancel", attempts: 1, detail: { reason: "ordered-by-mistake" } });
    expect(inShopify()).toMatchObject({ cancelReason: "customer" });
    expect(inShopify().refunds.map(({ total }) => total.presentment.minor)).toEqual([4900]);
    const [place = ""] = Object.keys(before);
    expect(stock()[place]).toBe((before[place] ?? 0) + 2);
    expect(await ledger()).toEqual(["intended refund 4900", "confirmed refund 4900"]);
    expect(await mailsAbout()).toEqual(["order_cancelled"]);
    await world.amends.standIn.control.clock({ advance: "P1D" });
    expect((await reconcileMoney(world.ctx))?.differences).toEqual([]);
  });

  test("sent twice, at once or later, or as a job run late, it is cancelled once", async () => {
    const both = await Promise.all([1, 2].map(() => cancelOrder(world.ctx, access(), { reason: "other" })));
    expect(both.map((one) => (one.ok ? one.value.status : one.error.code)).sort()).toEqual(["done", "under_way"]);
    const again = must(await cancelOrder(world.ctx, access(), { reason: "other" }));
    await continueOrderChange(world.ctx, again.id);
    expect(again.status).toBe("done");
    expect(inShopify().refunds).toHaveLength(1);
    expect(await ledger()).toHaveLength(2);
  });

  test("a process that dies before or after any step leaves nothing undone and pays nothing twice", async () => {
    let isDone = false;
    for (let dieAfter = 0; !isDone; dieAfter += 1) {
      orderGid = anUnsentOrder();
      const worker = killable(world.ctx, dieAfter);
      isDone = await cancelOrder(worker.ctx, access(), { reason: "other" }).then(
        () => true,
        (error: unknown) => (error instanceof Killed ? false : Promise.reject(error as Error)),
      );
      must(await cancelOrder(world.ctx, access(), { reason: "other" }));
      expect(
        (await changes()).map(({ status }) => status),
        `died after step ${dieAfter}`,
      ).toEqual(["done"]);
      expect(inShopify().refunds, `died after step ${dieAfter}`).toHaveLength(1);
      expect(await ledger(), `died after step ${dieAfter}`).toEqual(["intended refund 4900", "confirmed refund 4900"]);
    }
  }, 60_000);

  test("what Shopify does later is waited for, not asked for again", async () => {
    let asked = 0;
    const { orderChanges } = world.ctx.shopify;
    const later = (isJobDone: boolean): ShopContext => ({
      ...world.ctx,
      shopify: {
        ...world.ctx.shopify,
        orderChanges: {
          ...orderChanges,
          cancel: async () => {
            asked += 1;
            return { ok: true, value: { jobGid: "gid://shopify/Job/1" } };
          },
          isJobDone: async () => isJobDone,
        },
      },
    });
    const record = must(await cancelOrder(later(false), access(), { reason: "other" }));
    expect(record.status).toBe("sending");
    expect(must(await cancelOrder(later(false), access(), { reason: "other" })).status).toBe("sending");
    await expect(continueOrderChange(later(false), record.id)).rejects.toThrow("has not cancelled");
    expect(asked).toBe(1);
    expect(await changeAddress(world.ctx, access(), TROY)).toEqual({ ok: false, error: { code: "not_possible", because: "cancelled" } });
    must(await orderChanges.cancel(orderGid, ""));
    await continueOrderChange(later(true), record.id);
    expect((await changes()).map(({ status }) => status)).toEqual(["done"]);
    expect(await ledger()).toEqual(["intended refund 4900", "confirmed refund 4900"]);
  });

  test("a parcel that leaves in that moment stays as it is, and the shopper hears why", async () => {
    const done = must(await cancelOrder(leavingWith("cancel", "before"), access(), { reason: "other" }));
    expect(done).toMatchObject({ status: "refused", problem: "sent" });
    expect(inShopify()).toMatchObject({ cancelledAt: null, refunds: [] });
    expect(await ledger()).toEqual(["intended refund 4900", "failed refund 4900"]);
    expect(await mailsAbout()).toEqual(["order_change_failed"]);
    expect(await caseOf(done.id)).toBeUndefined();
  });

  test("what Shopify refuses goes to staff, once", async () => {
    const { orderChanges } = world.ctx.shopify;
    const cancel = async () => ({ ok: false as const, error: { code: "refused_by_shopify" as const, reason: "INVALID", message: "No" } });
    const refusing = { ...world.ctx, shopify: { ...world.ctx.shopify, orderChanges: { ...orderChanges, cancel } } };
    const done = must(await cancelOrder(refusing, access(), { reason: "other" }));
    must(await cancelOrder(refusing, access(), { reason: "other" }));
    expect(done).toMatchObject({ status: "refused", problem: "refused" });
    expect(await caseOf(done.id)).toBeDefined();
    expect(await ledger()).toEqual(["intended refund 4900", "failed refund 4900"]);
  });

  test("what the warehouse has in hand, or holds back, is not cancelled", async () => {
    for (const [warehouse, because] of [
      ["IN_PROGRESS", "being_prepared"],
      ["ON_HOLD", "on_hold"],
    ] as const) {
      inShopify().warehouse = warehouse;
      expect(await cancelOrder(world.ctx, access(), { reason: "other" })).toEqual({ ok: false, error: { code: "not_possible", because } });
    }
    expect(await changes()).toEqual([]);
  });

  test("an order that nobody paid is cancelled without a line in the ledger; a reason is needed; a mail's link is not enough", async () => {
    orderGid = seedShirtOrder(world.amends.standIn, {
      email: mia(),
      isSent: false,
      payload: { financial_status: "pending", transactions: [] },
    }).gid;
    expect(await cancelOrder(world.ctx, { ...access(), isFollowOnly: true }, { reason: "other" })).toMatchObject({ ok: false });
    expect(await cancelOrder(world.ctx, access(), { reason: "" })).toMatchObject({ ok: false, error: { code: "reason_required" } });
    expect(must(await cancelOrder(world.ctx, access(), { reason: "other" })).status).toBe("done");
    expect(await ledger()).toEqual([]);
  });
});

describe("changing the address", () => {
  test("Shopify has the new one, the order's owner is told", async () => {
    const done = must(await changeAddress(world.ctx, access(), TROY));
    expect(done).toMatchObject({ status: "done", kind: "address" });
    expect(inShopify().shippingAddress).toMatchObject({ address1: "12 Elm St", city: "Troy", zip: "12180", countryCode: "US" });
    expect(await mailsAbout()).toEqual(["order_address_changed"]);
    expect(await changeAddress(world.ctx, access(), TROY)).toEqual({ ok: true, value: null });
    expect(await changes()).toHaveLength(1);
  });

  test("a postcode that Shopify does not take is put right by the shopper", async () => {
    const wrong = await changeAddress(world.ctx, access(), { ...TROY, zip: "1218" });
    expect(wrong).toEqual({ ok: false, error: { code: "address_not_taken", field: "zip" } });
    expect(must(await changeAddress(world.ctx, access(), TROY))?.status).toBe("done");
    expect(await mailsAbout()).toEqual(["order_address_changed"]);
  });

  test("a process that dies before or after any step changes it once", async () => {
    let isDone = false;
    for (let dieAfter = 0; !isDone; dieAfter += 1) {
      orderGid = anUnsentOrder();
      const worker = killable(world.ctx, dieAfter);
      isDone = await changeAddress(worker.ctx, access(), TROY).then(
        () => true,
        (error: unknown) => (error instanceof Killed ? false : Promise.reject(error as Error)),
      );
      must(await changeAddress(world.ctx, access(), TROY));
      expect(inShopify().shippingAddress?.city, `died after step ${dieAfter}`).toBe("Troy");
      expect(
        (await changes()).map(({ status }) => status),
        `died after step ${dieAfter}`,
      ).toEqual(["done"]);
    }
  });

  test("a parcel that leaves while it is changed is looked at by staff", async () => {
    const done = must(await changeAddress(leavingWith("changeAddress", "after"), access(), TROY));
    expect(done).toMatchObject({ status: "done", problem: "left" });
    expect(await caseOf(done?.id ?? "")).toBeDefined();
    expect(await mailsAbout()).toEqual(["order_change_failed"]);
  });

  test("once it has left, nothing is changed", async () => {
    orderGid = seedShirtOrder(world.amends.standIn, { email: mia() }).gid;
    expect(await changeAddress(world.ctx, access(), TROY)).toEqual({ ok: false, error: { code: "not_possible", because: "sent" } });
    expect(inShopify().shippingAddress?.city).toBe("Albany");
  });
});

/** The templates of everything that was said about the order, oldest first. */
async function mailsAbout(): Promise<string[]> {
  const timeline = await world.ctx.transaction((tx) => tx.timeline.of({ orderGid, caseId: "0190a000-0000-7000-8000-000000000009" }));
  return timeline.flatMap(({ fact }) => (fact.kind === "message" && fact.template ? fact.template : []));
}
