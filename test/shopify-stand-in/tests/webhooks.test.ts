import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { setFaults } from "../control/faults.ts";
import { signWebhook } from "../signing.ts";
import { retryDelayMs } from "../webhooks/delivery.ts";
import { mugs, scene, seed, type Scene } from "./scene.ts";

let on: Scene;

beforeEach(async () => {
  on = await scene();
});
afterEach(() => on.close());

const settled = (): Promise<void> => on.standIn.world.webhooks.settled();
const topics = (): string[] => on.received.map(({ topic }) => topic);
const bare = { line_items: [{ title: "Pen", price: "2.00" }], email: null };

describe("what is sent", () => {
  test("an order tells its story in order, each action under one event id, signed over the body", async () => {
    seed(on);
    await settled();
    expect(topics().slice(0, 4)).toEqual(["customers/create", "orders/create", "fulfillments/create", "orders/updated"]);
    expect(on.received[0]?.eventId).toBe(on.received[1]?.eventId);
    expect(on.received[1]?.eventId).not.toBe(on.received[2]?.eventId);
    const [first] = on.standIn.world.webhooks.deliveries;
    const secret = on.standIn.world.options.apiSecret;
    expect(on.standIn.signedWebhook("x", first?.body ?? "").headers["x-shopify-hmac-sha256"]).toBe(signWebhook(first?.body ?? "", secret));
  });

  test("the order payload carries what Shopify's does", async () => {
    seed(on, mugs({ id: 5_000_000_001, note: "Ring twice", gateway: "kept as it came" }));
    await settled();
    const payload = JSON.parse(on.received.find(({ topic }) => topic === "orders/create")?.body ?? "{}") as Record<string, unknown>;
    expect(payload).toMatchObject({
      id: 5_000_000_001,
      admin_graphql_api_id: "gid://shopify/Order/5000000001",
      note: "Ring twice",
      gateway: "kept as it came",
      financial_status: "paid",
      fulfillment_status: null,
      total_price: "36.90",
      subtotal_price: "29.00",
      total_tax: "2.90",
      total_shipping_price_set: { shop_money: { amount: "5.00", currency_code: "USD" } },
      customer: { email: "ada@example.com" },
      line_items: [{ title: "Mug", product_id: 7, variant_id: 71, discount_allocations: [{ amount: "1.00" }], tax_lines: [{ rate: 0.1 }] }],
    });
  });

  test("a shop without the app gets none", async () => {
    on.standIn.control.uninstall();
    await settled();
    seed(on);
    await settled();
    expect(topics()).toEqual(["app/uninstalled"]);
  });

  test("privacy requests name the customer and the orders", async () => {
    const order = seed(on);
    on.standIn.control.privacy("customers/data_request", { email: "ada@example.com" });
    await settled();
    const body = JSON.parse(on.received.at(-1)?.body ?? "{}") as Record<string, unknown>;
    expect(body).toMatchObject({
      shop_domain: on.standIn.shop,
      customer: { email: "ada@example.com" },
      orders_requested: [Number(order.id.split("/").at(-1))],
    });
  });
});

describe("when the app does not take it", () => {
  test("eight retries fill four hours, with the same id and body, and then it is over", async () => {
    on.answerWith(500);
    seed(on, bare);
    await on.standIn.control.clock({ advance: "PT5H" });
    const [delivery] = on.standIn.world.webhooks.deliveries;
    expect(delivery?.status).toBe("failed");
    expect(delivery?.attempts).toHaveLength(9);
    expect(new Set(on.received.map(({ webhookId }) => webhookId)).size).toBe(on.standIn.world.webhooks.deliveries.length);
    const last = new Date(delivery?.attempts.at(-1)?.at ?? 0).getTime() - new Date(delivery?.attempts[0]?.at ?? 0).getTime();
    expect(Math.round(last / 60_000)).toBe(240);
    expect(retryDelayMs(8)).toBeGreaterThan(100 * retryDelayMs(1));
  });

  test("a retry that is taken ends it", async () => {
    on.answerWith(302);
    seed(on, bare);
    await settled();
    on.answerWith(200);
    await on.standIn.control.clock({ advance: "PT2M" });
    const made = on.standIn.world.webhooks.deliveries.map(({ status, attempts }) => [status, attempts.map((one) => one.status)]);
    expect(made).toEqual([["delivered", [302, 200]]]);
  });

  test("no answer within the limit is a failure", async () => {
    const slow = await scene({ webhookTimeoutMs: 30 });
    slow.standIn.setApp(() => new Promise(() => undefined));
    seed(slow, bare);
    await slow.standIn.world.webhooks.settled();
    expect(slow.standIn.world.webhooks.deliveries[0]?.attempts[0]).toMatchObject({ status: 0, error: "no answer in time" });
    await slow.close();
  });
});

describe("faults on demand", () => {
  test("drop, duplicate, delay and reorder", async () => {
    const { faults } = on.standIn.world;
    setFaults(faults, {
      drop: { next: 1, topics: ["orders/create"] },
      duplicate: { next: 1, topics: ["orders/paid", "fulfillments/create"] },
    });
    seed(on);
    await settled();
    expect(topics()).not.toContain("orders/create");
    const created = on.received.filter(({ topic }) => topic === "fulfillments/create");
    expect(created).toHaveLength(2);
    expect(created[0]).toEqual(created[1]);
    on.received.length = 0;
    setFaults(faults, {
      reset: true,
      delay: { next: 1, topics: ["orders/create"], by: "PT10M" },
      reorder: { next: 1, topics: ["fulfillments/create"] },
    });
    seed(on);
    await settled();
    expect(topics().slice(0, 3)).toEqual(["customers/update", "orders/updated", "fulfillments/create"]);
    expect(topics()).not.toContain("orders/create");
    await on.standIn.control.clock({ advance: "PT11M" });
    expect(topics().at(-1)).toBe("orders/create");
  });

  test("a rate strikes the same webhooks in every run", async () => {
    const run = async (): Promise<string[]> => {
      const one = await scene();
      setFaults(one.standIn.world.faults, { seed: 7, drop: 0.5 });
      for (let count = 0; count < 10; count += 1) seed(one, bare);
      await one.standIn.world.webhooks.settled();
      const all = one.standIn.world.webhooks.deliveries.map(({ status }) => status);
      await one.close();
      return all;
    };
    const first = await run();
    expect(first).toContain("dropped");
    expect(first).toContain("delivered");
    expect(await run()).toEqual(first);
  });

  test("an unknown fault is named", () => {
    expect(() => setFaults(on.standIn.world.faults, { lose: 1 })).toThrow("lose is no fault");
    expect(() => setFaults(on.standIn.world.faults, { drop: 3 })).toThrow("drop.rate must be between 0 and 1");
  });
});
