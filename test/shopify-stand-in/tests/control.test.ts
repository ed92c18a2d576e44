import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { controlApi } from "../control/http.ts";
import { parseJson, stringifyJson, type Json } from "../json.ts";
import { at, mugs, paymentOf, sample, scene, seed, type Scene } from "./scene.ts";

let on: Scene;

beforeEach(async () => {
  on = await scene({ shops: ["one.myshopify.com", "two.myshopify.com"] });
});
afterEach(() => on.close());

async function call(method: string, path: string, body?: unknown): Promise<{ status: number; body: Json }> {
  const text = typeof body === "string" ? body : stringifyJson(body ?? {});
  const response = await controlApi(
    on.standIn,
    new Request(`http://localhost:4000/control/${path}`, { method, ...(method === "GET" ? {} : { body: text }) }),
  );
  return { status: response.status, body: parseJson(await response.text()) };
}

describe("orders in the shape of Shopify's own payloads", () => {
  test.each(["orders_create", "orders_updated", "orders_paid", "orders_fulfilled", "orders_cancelled"])(
    "%s is taken as it is",
    async (name) => {
      const { status, body } = await call("POST", "orders", sample(name));
      expect(status).toBe(200);
      expect(at(body, "orders.0")).toMatchObject({ id: "gid://shopify/Order/820982911946154508", name: "#9999" });
      await on.standIn.world.webhooks.settled();
      const sent = on.received.find(({ topic }) => topic === "orders/create")?.body ?? "";
      expect(sent).toContain('"id":820982911946154508,');
      expect(sent).toContain('"admin_graphql_api_id":"gid://shopify/LineItem/487817672276298554"');
      expect(Object.keys(parseJson(sent) as object)).toEqual(expect.arrayContaining(Object.keys(sample("orders_create") as object)));
      const { data } = await on.ask("OrderForReturns", { id: "gid://shopify/Order/820982911946154508" });
      expect(at(data, "order")).toMatchObject({ displayFinancialStatus: "VOIDED", cancelReason: "CUSTOMER", tags: ["tag1", "tag2"] });
    },
  );

  test("with its fulfillment and events, although their copies of the order's id are rounded", async () => {
    const body = {
      order: sample("orders_create"),
      fulfillments: [sample("fulfillments_create")],
      events: [sample("fulfillment_events_create")],
    };
    const { status, body: answer } = await call("POST", "orders", body);
    expect(status).toBe(200);
    expect(at(answer, "orders.0.fulfillments.0")).toMatchObject({
      id: "gid://shopify/Fulfillment/123456",
      events: ["gid://shopify/FulfillmentEvent/1234567"],
    });
    const { data } = await on.ask("FulfillmentStatus", { id: "gid://shopify/Fulfillment/123456" });
    expect(at(data, "fulfillment")).toMatchObject({
      displayStatus: "IN_TRANSIT",
      trackingInfo: [{ company: "UPS", number: "1z827wk74630" }],
    });
  });

  test("a fulfillment and an event may come later, found by the order's name", async () => {
    await call("POST", "orders", sample("orders_create"));
    expect((await call("POST", "fulfillments", sample("fulfillments_create"))).status).toBe(200);
    expect((await call("POST", "events", sample("fulfillment_events_create"))).status).toBe(200);
    await on.standIn.world.webhooks.settled();
    expect(on.received.map(({ topic }) => topic)).toEqual(expect.arrayContaining(["fulfillments/create", "fulfillment_events/create"]));
    const event = parseJson(on.received.find(({ topic }) => topic === "fulfillment_events/create")?.body ?? "");
    expect(event).toMatchObject({ status: "in_transit", country: "CA", admin_graphql_api_id: "gid://shopify/FulfillmentEvent/1234567" });
  });

  test("a sparse order gets what Shopify would fill in", async () => {
    const { body } = await call("POST", "orders", {
      orders: [{ email: "b@c.de", line_items: [{ title: "Cup", price: "4.00", quantity: 2, product_id: 12 }] }],
    });
    const id = at(body, "orders.0.id");
    const { data } = await on.ask("OrderForReturns", { id });
    expect(at(data, "order")).toMatchObject({
      name: "#1001",
      displayFinancialStatus: "PAID",
      currentTotalPriceSet: { shopMoney: { amount: "8.0", currencyCode: "USD" } },
      transactions: [{ kind: "SALE", status: "SUCCESS" }],
      lineItems: { nodes: [{ product: { id: "gid://shopify/Product/12", handle: "cup" } }] },
    });
    expect(at(data, "order.customer.id")).toMatch(/^gid:\/\/shopify\/Customer\//);
  });

  test("a pending order has no payment", async () => {
    const { body } = await call("POST", "orders", { financial_status: "pending", line_items: [{ title: "Cup", price: "4.00" }] });
    const { data } = await on.ask("OrderForReturns", { id: at(body, "orders.0.id") });
    expect(at(data, "order")).toMatchObject({
      displayFinancialStatus: "PENDING",
      transactions: [],
      totalOutstandingSet: { shopMoney: { amount: "4.0" } },
    });
  });

  test("what is wrong is named, and nothing of the batch is kept", async () => {
    const good = { line_items: [{ title: "Cup", price: "4.00" }] };
    const wrong: [unknown, string][] = [
      ["{", "The body is not JSON"],
      [{ line_items: [] }, "order.line_items must have at least one entry"],
      [{ line_items: [{ title: "Cup" }] }, "order.line_items[0].price is missing"],
      [
        { orders: [good, { line_items: [{ title: "Cup", price: "four" }] }] },
        'orders[1].line_items[0].price "four" is not a decimal amount',
      ],
      [{ ...good, created_at: "yesterday" }, 'order.created_at must be an ISO 8601 instant, it is "yesterday"'],
      [{ ...good, currency: "dollars" }, 'order.currency must be a currency code such as USD, it is "dollars"'],
      [{ ...good, fulfillments: [{ line_items: [{ id: 99 }] }] }, "order.fulfillments[0].line_items[0].id is not a line of #1001"],
      [{ ...good, fulfillments: [{ events: [{ status: "lost" }] }] }, "order.fulfillments[0].events[0].status must be one of"],
      [{ ...good, fulfillments: [{}, {}] }, "order.fulfillments[1] has nothing to send: everything of #1001 is fulfilled already"],
      [{ ...good, fulfillments: [{ tracking_numbers: [{}] }] }, "order.fulfillments[0].tracking_numbers[0] must be text, it is an object"],
      [{ ...good, events: [{ status: "delivered" }] }, "order.events[0] has no parcel: nothing of #1001 is fulfilled"],
      [{ line_items: [{ title: "Cup", price: "-4.00" }] }, "order.line_items[0].price must not be negative, it is -4.00"],
      [{ line_items: [{ title: "Cup", price: "99999999999999999.00" }] }, "order.line_items[0].price is more than can be counted"],
      [{ line_items: [{ title: "Cup", price: "4.00", quantity: 1e30 }] }, "order.line_items[0].quantity must be at most 2147483647"],
      [
        { line_items: [{ title: "Cup", price: "4.00", discount_allocations: [{ amount: "5.00" }] }] },
        "order.line_items[0].discount_allocations take more off the line than the 4.00 it is worth",
      ],
      [{ ...good, taxes_included: "true" }, 'order.taxes_included must be true or false, it is "true"'],
      [{ ...good, currency: "ABC" }, 'order.currency must be a currency code such as USD, it is "ABC"'],
      [{ ...good, financial_status: "payed" }, "order.financial_status must be one of authorized"],
      [{ ...good, transactions: [{ kind: "gift" }] }, "order.transactions[0].kind must be one of authorization"],
      [{ ...good, email: "nobody" }, 'order.email must be an e-mail address, it is "nobody"'],
      [{ ...good, shipping_address: "Berlin" }, 'order.shipping_address must be an object, it is "Berlin"'],
      [{ ...good, shipping_address: { country_code: "XQ" } }, "order.shipping_address.country_code must be a country's code such as US"],
      [{ ...good, created_at: "+012026-01-01T00:00:00Z" }, "order.created_at must be an ISO 8601 instant"],
      [{ orders: {} }, "body.orders must be a list, it is an object"],
      [{ orders: [] }, "orders must have at least one entry"],
      [{ order: null }, "order.order must be an object, it is null"],
      [{ ...good, webhooks: "false" }, 'body.webhooks must be true or false, it is "false"'],
    ];
    for (const [body, error] of wrong) {
      const answer = await call("POST", "orders", body);
      expect(answer.status, error).toBe(400);
      expect(at(answer.body, "error"), error).toContain(error);
    }
    expect(on.standIn.world.firstShop.orders.size).toBe(0);
    await call("POST", "orders", sample("orders_create"));
    expect((await call("POST", "orders", sample("orders_create"))).status).toBe(409);
  });

  test("an address says its country twice, and a time without a zone is UTC", async () => {
    await call("POST", "orders", { line_items: [{ title: "Cup", price: "4.00" }], shipping_address: { country_code: "de", zip: 10115 } });
    await call("POST", "orders", { line_items: [{ title: "Cup", price: "4.00" }], shipping_address: { country: "Japan" } });
    const body = { line_items: [{ title: "Card", price: "4.00", gift_card: true, requires_shipping: false }], fulfillments: [{}] };
    await call("POST", "orders", { ...body, created_at: "2026-02-01T08:00:00" });
    const [german, japanese, card] = [...on.standIn.world.firstShop.orders.values()];
    expect(german?.shippingAddress).toMatchObject({ country: "Germany", countryCode: "DE", zip: "10115" });
    expect(japanese?.shippingAddress).toMatchObject({ country: "Japan", countryCode: "JP" });
    expect(card).toMatchObject({ createdAt: "2026-02-01T08:00:00Z", fulfillments: [{ lines: [{ quantity: 1 }] }] });
  });

  test("history can be added without a word to the app, and to any shop", async () => {
    await call("POST", "orders?webhooks=false&shop=two.myshopify.com", mugs());
    await on.standIn.world.webhooks.settled();
    expect(on.received).toEqual([]);
    expect(on.standIn.world.shop("two.myshopify.com").orders.size).toBe(1);
    expect((await call("POST", "orders?shop=three.myshopify.com", mugs())).status).toBe(404);
  });
});

describe("everything else from outside", () => {
  test("info, state, products, refunds and the ledger", async () => {
    expect((await call("GET", "info")).body).toMatchObject({ shop: "one.myshopify.com", apiKey: "amends-stand-in-key" });
    expect((await call("POST", "products", sample("products_update"))).body).toMatchObject({ products: [{ title: "Example T-Shirt" }] });
    const order = seed(on);
    await call("POST", "refunds", { order_id: order.id, amount: "4.50", note: "By hand" });
    const input = {
      orderId: order.id,
      transactions: [{ orderId: order.id, amount: "2.00", kind: "REFUND", gateway: "bogus", parentId: paymentOf(on, order) }],
    };
    await on.ask("RefundCreate", { idempotencyKey: "1", input });
    await on.ask("StoreCreditCredit", { id: order.customerId, creditInput: { creditAmount: { amount: "3", currencyCode: "USD" } } });
    const { body } = await call("GET", "ledger");
    expect(at(body, "orders.0.refunds")).toHaveLength(2);
    expect(at(body, "orders.0.refunds.0")).toMatchObject({
      note: "By hand",
      total: { amount: "4.50", currency: "USD" },
      transactions: [{ gateway: "bogus" }],
    });
    expect(at(body, "storeCredits.0")).toMatchObject({ amount: "3.00", customerId: order.customerId });
    expect(at(body, "totals")).toEqual({
      refunded: [{ amount: "6.50", currency: "USD" }],
      refundedAsStoreCredit: [],
      storeCredit: [{ amount: "3.00", currency: "USD" }],
    });
    expect((await call("GET", "state")).body).toMatchObject({ orders: 1, refunds: 2, installed: true });
    expect((await call("POST", "refunds", { order_id: order.id, amount: "400.00" })).status).toBe(200);
  });

  test("deliveries with their attempts, faults, and clear answers to the unknown", async () => {
    on.answerWith(503);
    seed(on);
    await on.standIn.world.webhooks.settled();
    const { body } = await call("GET", "deliveries?topic=orders/create");
    expect(at(body, "deliveries.0")).toMatchObject({
      topic: "orders/create",
      status: "pending",
      attempts: [{ status: 503 }],
      payload: { name: "#1001" },
    });
    expect((await call("POST", "faults", { drop: 0.1, delay: { rate: 1, by: "PT1H" } })).body).toMatchObject({
      drop: { rate: 0.1 },
      delay: { by: "PT1H" },
    });
    expect((await call("POST", "faults", { reset: true })).body).toEqual({ seed: 1 });
    expect((await call("GET", "nothing")).status).toBe(404);
    expect((await call("POST", "clock", { advance: "soon" })).body).toMatchObject({
      error: expect.stringContaining("ISO 8601 duration") as string,
    });
    expect((await call("POST", "privacy", { topic: "customers/redact", email: "nobody@example.com" })).status).toBe(404);
  });

  test("what is wrong is named everywhere, and changes nothing", async () => {
    seed(on);
    const wrong: [path: string, body: unknown, error: string][] = [
      ["clock", {}, 'clock needs {"advance":"PT12H"} or {"at":"2026-12-01T09:00:00Z"}, it got {}'],
      ["clock", { advance: "P1D", at: "2026-12-01" }, "clock takes advance or at, not both"],
      ["clock", { forward: "P1D" }, "clock.forward means nothing here; there are advance, at"],
      ["clock", { advance: "P999999999Y" }, "advance must be at most 10 years, it is P999999999Y"],
      ["clock", { at: "9026-01-01" }, "clock moves at most 10 years at once"],
      ["clock", { at: "2026-02-30" }, 'at must be an ISO 8601 instant, it is "2026-02-30"'],
      ["clock", { advance: "-PT1H" }, "clock only moves forward"],
      ["faults", { drop: "0.5" }, 'drop must be a probability, true, false or an object, it is "0.5"'],
      ["faults", { drop: 1, delay: { by: "-PT5M" } }, "delay.by must be an ISO 8601 duration such as PT10M, it is -PT5M"],
      ["faults", { drop: { topics: ["order/create"] } }, "drop.topics[0] is no topic of Shopify's, such as orders/create: order/create"],
      ["faults", { drop: { often: 1 } }, "drop.often means nothing here; there are rate, next, topics"],
      ["faults", { errors: { status: 700 } }, "errors.status must be a failure's status from 400 to 599, it is 700"],
      ["faults", { drop: 1, reset: "yes" }, 'faults.reset must be true or false, it is "yes"'],
      ["scopes", { scopes: "read_orders" }, 'scopes.scopes must be a list, it is "read_orders"'],
      ["scopes", {}, "scopes are missing"],
      ["refunds", { order_name: "#1001", amount: "-4" }, "refund.amount must not be negative, it is -4"],
      ["returns", { order_name: "#1001", action: "dance" }, "action must be one of request"],
      ["returns", { order_name: "#1001", action: "request", quantity: "x" }, 'return.quantity must be a number, it is "x"'],
      ["edits", { order_name: "#1001" }, "order.line_items must have at least one entry"],
      ["events", { events: [] }, "events must have at least one entry"],
      ["privacy", { topic: "customers/redact", customer_id: {} }, "privacy.customer_id must be the id of a Customer, it is an object"],
    ];
    const before = on.standIn.now();
    for (const [path, body, error] of wrong) {
      const answer = await call("POST", path, body);
      expect(answer.status, error).toBe(400);
      expect(at(answer.body, "error"), error).toContain(error);
    }
    for (const query of ["deliveries?limit=abc", "deliveries?limit=0"]) expect((await call("GET", query)).status, query).toBe(400);
    for (const query of ["deliveries?shop=x", "info?shop=x", "ledger?shop=x"]) expect((await call("GET", query)).status, query).toBe(404);
    expect([on.standIn.now(), on.standIn.world.faults.get()]).toEqual([before, { seed: 1 }]);
  });

  test("who installs the app again agrees to everything that it asks for", async () => {
    const asked = at((await call("GET", "state")).body, "scopes");
    await call("POST", "scopes", { scopes: ["read_orders"] });
    await call("POST", "uninstall");
    await call("POST", "install");
    expect(at((await call("GET", "state")).body, "scopes")).toEqual(asked);
    expect((await call("POST", "uninstall")).status).toBe(200);
    expect((await call("POST", "uninstall")).body).toEqual({ error: "shop has not installed the app" });
  });

  test("staff may do with a return what the app may not, in each shop", async () => {
    await call("POST", "scopes?shop=two.myshopify.com", { scopes: ["read_orders"] });
    await call("POST", "orders?shop=two.myshopify.com", mugs());
    const { status, body } = await call("POST", "returns?shop=two.myshopify.com", { action: "request", order_name: "#1001", quantity: 1 });
    expect([status, body]).toMatchObject([200, { status: "REQUESTED" }]);
    const customer = [...on.standIn.world.shop("two.myshopify.com").customers.keys()][0]?.split("/").at(-1);
    const redaction = { topic: "customers/redact", customer_id: Number(customer) };
    expect((await call("POST", "privacy?shop=two.myshopify.com", redaction)).status).toBe(200);
  });
});
