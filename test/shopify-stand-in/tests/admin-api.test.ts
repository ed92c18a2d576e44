import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { at, bulkDocument, mugs, scene, seed, type Scene } from "./scene.ts";

let on: Scene;

beforeEach(async () => {
  on = await scene({ shops: ["one.myshopify.com", "two.myshopify.com"] });
});
afterEach(() => on.close());

function post(token: string, body: unknown, version = "2026-07"): Promise<Response> {
  const headers = { "x-shopify-access-token": token, "content-type": "application/json" };
  return on.standIn.handle(
    new Request(`https://one.myshopify.com/admin/api/${version}/graphql.json`, { method: "POST", headers, body: JSON.stringify(body) }),
  );
}

describe("every operation that the app may send", () => {
  test("is answered from the state without a field left out", async () => {
    const order = seed(on);
    const fulfillment = order.fulfillments[0];
    const asked: [string, Record<string, unknown>][] = [
      ["FindOrders", { query: `name:"${order.name}" AND email:"ada@example.com"` }],
      ["OrderForReturns", { id: order.id }],
      ["ReturnableItems", { orderId: order.id }],
      ["ReturnReasons", {}],
      ["CustomerLookup", { identifier: { emailAddress: "ADA@example.com" } }],
      ["CustomerSmsConsent", { id: order.customerId }],
      ["TagsAdd", { id: order.id, tags: ["late"] }],
      ["MetafieldsSet", { metafields: [{ ownerId: order.id, key: "case", type: "single_line_text_field", value: "7" }] }],
      ["ExchangeOptions", { productId: "gid://shopify/Product/7" }],
      ["VariantsByIds", { ids: ["gid://shopify/ProductVariant/71", "gid://shopify/ProductVariant/404"] }],
      ["Locations", {}],
      ["FulfillmentStatus", { id: fulfillment?.id }],
      ["FulfillmentEventCreate", { fulfillmentEvent: { fulfillmentId: fulfillment?.id, status: "DELIVERED" } }],
      ["ShopContext", {}],
      ["ShopLocales", {}],
      ["CurrentInstallation", {}],
    ];
    for (const [name, variables] of asked) {
      const { data, errors } = await on.ask(name, variables);
      expect(errors, name).toBeUndefined();
      expect(JSON.stringify(data), name).not.toContain('"userErrors":[{');
    }
    expect([...on.standIn.world.unimplemented]).toEqual([]);
  });

  test("what is not implemented answers with an error that names the field", async () => {
    const order = seed(on);
    const { data, errors } = await on.standIn.graphql("query ($id: ID!) { order(id: $id) { id risk { recommendation } } }", {
      id: order.id,
    });
    expect(data).toEqual({ order: null });
    expect(errors?.[0]?.message).toBe("stand-in: Order.risk is not implemented");
    expect([...on.standIn.world.unimplemented]).toEqual(["Order.risk"]);
    const filter = await on.standIn.graphql('{ orders(first: 1, query: "gateway:bogus") { nodes { id } } }');
    expect(filter.errors?.[0]?.message).toContain('"gateway:"');
  });

  test("a field that the real schema does not have is refused", async () => {
    const { errors } = await on.standIn.graphql("{ shop { nickname } }");
    expect(errors?.[0]?.message).toContain('Cannot query field "nickname" on type "Shop"');
  });
});

describe("finding orders", () => {
  const names = async (query: string): Promise<unknown[]> => {
    const { data, errors } = await on.standIn.graphql(
      "query ($query: String) { orders(first: 10, query: $query, sortKey: CREATED_AT) { nodes { name } } }",
      { query },
    );
    expect(errors).toBeUndefined();
    return (at(data, "orders.nodes") as { name: string }[]).map((node) => node.name);
  };

  test("by name, e-mail, customer, id and time", async () => {
    const first = seed(on, mugs({ created_at: "2026-02-01T00:00:00Z" }));
    const second = seed(on, mugs({ email: "bob@example.com", customer: { email: "bob@example.com" }, created_at: "2026-02-10T00:00:00Z" }));
    expect(await names(`name:"${first.name}" AND email:"ada@example.com"`)).toEqual([first.name]);
    expect(await names(`name:"${first.name}" AND email:"bob@example.com"`)).toEqual([]);
    expect(await names(`customer_id:${second.customerId?.split("/").at(-1) ?? ""}`)).toEqual([second.name]);
    expect(await names(`id:${first.id.split("/").at(-1) ?? ""}`)).toEqual([first.name]);
    expect(await names("created_at:>='2026-02-05T00:00:00Z'")).toEqual([second.name]);
    expect(await names("(email:ada@example.com OR email:bob@example.com) AND NOT tag:x")).toEqual([first.name, second.name]);
    expect(await names("bob")).toEqual([second.name]);
    expect(await names('email:"x\\" OR email:*"')).toEqual([]);
  });

  test("page by page, without a repeat while new orders arrive", async () => {
    for (let count = 0; count < 5; count += 1) seed(on);
    const seen: string[] = [];
    let after: unknown = null;
    for (;;) {
      const query =
        "query ($after: String) { orders(first: 2, after: $after, sortKey: ID) { nodes { id } pageInfo { hasNextPage endCursor } } }";
      const { data } = await on.standIn.graphql(query, { after });
      seen.push(...(at(data, "orders.nodes") as { id: string }[]).map((node) => node.id));
      if (seen.length === 2) seed(on);
      if (at(data, "orders.pageInfo.hasNextPage") !== true) break;
      after = at(data, "orders.pageInfo.endCursor");
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(6);
    const { errors } = await on.standIn.graphql("{ orders { nodes { id } } }");
    expect(errors?.[0]?.message).toBe("you must provide one of first or last");
  });
});

describe("tokens, scopes, limits", () => {
  test("an unknown token is a 401, a known one carries the version and the cost", async () => {
    expect((await post("nonsense", { query: "{ shop { name } }" })).status).toBe(401);
    const response = await post(on.standIn.accessToken(), { query: "{ shop { name } }" });
    expect(response.headers.get("x-shopify-api-version")).toBe("2026-07");
    expect(await response.json()).toMatchObject({
      data: { shop: { name: "one" } },
      extensions: { cost: { requestedQueryCost: 1, actualQueryCost: 1 } },
    });
  });

  test("a token of one shop does not open another", async () => {
    expect((await post(on.standIn.accessToken("two.myshopify.com"), { query: "{ shop { name } }" })).status).toBe(401);
    const order = seed(on);
    const { data } = await on.ask("OrderForReturns", { id: order.id }, "two.myshopify.com");
    expect(at(data, "order")).toBeNull();
    const { errors } = await on.ask("ReturnableItems", { orderId: order.id }, "two.myshopify.com");
    expect(errors?.[0]?.extensions?.["code"]).toBe("RESOURCE_NOT_FOUND");
  });

  test("a missing scope is an ACCESS_DENIED that names it; a write scope opens reading", async () => {
    on.standIn.control.scopes(["write_orders"]);
    seed(on);
    const orders = await on.standIn.graphql("{ orders(first: 1) { nodes { name } } }");
    expect(orders.errors).toBeUndefined();
    const { errors } = await on.standIn.graphql("{ products(first: 1) { nodes { title } } }");
    expect(errors?.[0]).toMatchObject({ extensions: { code: "ACCESS_DENIED", requiredAccess: "`read_products` access scope." } });
    const refund = await on.ask("StoreCreditCredit", {
      id: "gid://shopify/Customer/1",
      creditInput: { creditAmount: { amount: "1", currencyCode: "USD" } },
    });
    expect(refund.errors?.[0]?.extensions?.["code"]).toBe("ACCESS_DENIED");
  });

  test("a query that asks for more than 1,000 points is refused", async () => {
    const { errors } = await on.standIn.graphql(
      "{ orders(first: 250) { nodes { lineItems(first: 250) { nodes { product { variants(first: 50) { nodes { id } } } } } } } }",
    );
    expect(errors?.[0]?.extensions?.["code"]).toBe("MAX_COST_EXCEEDED");
  });

  test("an empty bucket answers THROTTLED in a 200 and fills up again", async () => {
    const small = await scene({ throttle: { capacity: 30, restoreRate: 20 } });
    const answers = await Promise.all(Array.from({ length: 5 }, () => small.ask("TagsAdd", { id: "gid://shopify/Order/1", tags: ["x"] })));
    const throttled = answers.find(({ errors }) => errors?.[0]?.extensions?.["code"] === "THROTTLED");
    expect(throttled?.extensions?.["cost"]).toMatchObject({
      requestedQueryCost: 10,
      actualQueryCost: null,
      throttleStatus: { maximumAvailable: 30, restoreRate: 20 },
    });
    await expect.poll(async () => (await small.ask("TagsAdd", { id: "gid://shopify/Order/1", tags: ["x"] })).errors).toBeUndefined();
    await small.close();
  });

  test("injected errors strike as often as asked; one of them after the work was done", async () => {
    const token = on.standIn.accessToken();
    const order = seed(on);
    on.standIn.world.faults.set("errors", { next: 1, status: 502, after: true });
    const variables = { id: order.id, tags: ["kept"] };
    const body = {
      query: "mutation ($id: ID!, $tags: [String!]!) { tagsAdd(id: $id, tags: $tags) { userErrors { message } } }",
      variables,
    };
    expect((await post(token, body)).status).toBe(502);
    expect(on.standIn.world.firstShop.orders.get(order.id)?.tags).toEqual(["kept"]);
    expect((await post(token, body)).status).toBe(200);
  });
});

describe("bulk operations", () => {
  test("run over the state, give JSONL with parents, and announce their end", async () => {
    const order = seed(on);
    const started = await on.ask("BulkHistoryStart", { query: bulkDocument() });
    const id = at(started.data, "bulkOperationRunQuery.bulkOperation.id");
    await expect.poll(() => on.received.map(({ topic }) => topic)).toContain("bulk_operations/finish");
    const { data } = await on.ask("BulkOperationStatus", { id });
    expect(at(data, "bulkOperation")).toMatchObject({ status: "COMPLETED", objectCount: "2", rootObjectCount: "1" });
    const file = await on.standIn.handle(new Request(String(at(data, "bulkOperation.url"))));
    const rows = (await file.text())
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(rows[0]).toMatchObject({ id: order.id, name: order.name });
    expect(rows[1]).toMatchObject({ title: "Mug", __parentId: order.id });
  });

  test("a document without a connection, or with variables, is not taken", async () => {
    for (const query of ["{ shop { name } }", "query ($first: Int) { orders(first: $first) { edges { node { id } } } }"]) {
      const { data } = await on.ask("BulkHistoryStart", { query });
      expect(at(data, "bulkOperationRunQuery.userErrors.0.code"), query).toBe("INVALID");
    }
  });
});
