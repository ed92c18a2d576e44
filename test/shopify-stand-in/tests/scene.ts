import { readFileSync } from "node:fs";
import { answer, type GraphqlAnswer } from "../admin-api/endpoint.ts";
import type { SeededOrder } from "../control/seed-orders.ts";
import { createStandIn, type StandIn } from "../create-stand-in.ts";
import { parseJson, type Json } from "../json.ts";
import type { StandInOptions } from "../options.ts";
import { APP_SUBSCRIPTIONS } from "../webhooks/subscriptions.ts";

const SCOPES = [
  ...["write_orders", "write_returns", "write_customers", "write_products", "read_inventory", "read_locations", "write_fulfillments"],
  ...["write_discounts", "read_locales", "read_store_credit_accounts", "read_legal_policies"],
  ...["write_store_credit_account_transactions", "read_fulfillments"],
];

const OPERATIONS = readFileSync(new URL("../samples/operations.graphql", import.meta.url), "utf8");

export function sample(name: string): Json {
  return parseJson(readFileSync(new URL(`../samples/${name}.json`, import.meta.url), "utf8"));
}

export function bulkDocument(): string {
  const [, after = ""] = OPERATIONS.split("query BulkHistoryDocument");
  return `query BulkHistoryDocument${after.split("\n# ---")[0] ?? ""}`;
}

/** Reads a path such as "order.lineItems.nodes.0.id" out of an answer. */
export function at(value: unknown, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>(
      (current, key) => (typeof current === "object" && current !== null ? (current as Record<string, unknown>)[key] : undefined),
      value,
    );
}

export interface Scene {
  standIn: StandIn;
  /** Topics the app received, in order. */
  received: { topic: string; webhookId: string; eventId: string; body: string }[];
  /** What the app answers to webhooks. */
  answerWith: (status: number) => void;
  /** Runs a named operation of samples/operations.graphql. */
  ask: (name: string, variables?: Record<string, unknown>, shop?: string) => Promise<GraphqlAnswer>;
  close: () => Promise<void>;
}

/** A stand-in whose time stands still, with an app that takes every webhook. */
export async function scene(options: StandInOptions = {}): Promise<Scene> {
  const standIn = await createStandIn({
    frozen: true,
    now: new Date("2026-03-01T09:00:00Z"),
    scopes: SCOPES,
    throttle: { capacity: 100_000, restoreRate: 1000 },
    subscriptions: APP_SUBSCRIPTIONS,
    ...options,
  });
  const received: Scene["received"] = [];
  let status = 200;
  standIn.setApp(async (request) => {
    if (new URL(request.url).pathname === "/ops/work") return new Response("", { status: 404 });
    const header = (name: string): string => request.headers.get(`x-shopify-${name}`) ?? "";
    received.push({ topic: header("topic"), webhookId: header("webhook-id"), eventId: header("event-id"), body: await request.text() });
    return new Response("", { status });
  });
  return {
    standIn,
    received,
    answerWith: (next) => {
      status = next;
    },
    ask: (operationName, variables = {}, shop) => {
      const state = shop === undefined ? standIn.world.firstShop : standIn.world.shop(shop);
      return answer(standIn.world, state, { body: { query: OPERATIONS, operationName, variables }, scopes: state.installation.scopes });
    },
    close: () => standIn.close(),
  };
}

/** Three mugs at 10.00, 1.00 off the order, 2.90 tax, 5.00 shipping, sent and delivered: 36.90 paid. */
export function mugs(more: Record<string, Json> = {}): Json {
  return {
    email: "ada@example.com",
    customer: { email: "ada@example.com", first_name: "Ada", last_name: "Byron" },
    line_items: [
      {
        title: "Mug",
        price: "10.00",
        quantity: 3,
        product_id: 7,
        variant_id: 71,
        tax_lines: [{ title: "VAT", rate: 0.1, price: "2.90" }],
        discount_allocations: [{ amount: "1.00", discount_application_index: 0 }],
      },
    ],
    discount_applications: [
      { type: "discount_code", code: "HELLO", allocation_method: "across", value: "1.0", value_type: "fixed_amount" },
    ],
    shipping_lines: [{ title: "Standard", price: "5.00" }],
    fulfillments: [{ tracking_number: "1Z", events: [{ status: "in_transit" }, { status: "delivered" }] }],
    ...more,
  };
}

export function seed(on: Scene, order: Json = mugs(), shop?: string): SeededOrder {
  const [seeded] = on.standIn.control.orders(order, { shop });
  if (!seeded) throw new Error("No order was seeded");
  return seeded;
}

export function firstPart(order: SeededOrder): string {
  const part = order.fulfillments[0]?.lineItems[0];
  if (!part) throw new Error(`${order.name} has no fulfillment`);
  return part.id;
}

export function paymentOf(on: Scene, order: SeededOrder): string {
  const payment = on.standIn.world.firstShop.orders.get(order.id)?.transactions[0];
  if (!payment) throw new Error(`${order.name} has no payment`);
  return payment.id;
}
