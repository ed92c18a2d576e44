import { createHmac } from "node:crypto";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import type { Server } from "node:http";
import express from "express";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApp, type App } from "#app/composition.server.ts";
import { inShop } from "#app/adapters/prisma/tenant.server.ts";
import { handleWebhooks } from "#app/use-cases/inbox/handle-webhook.server.ts";
import { JOB_TRIES } from "#app/use-cases/job-payloads.ts";
import { webhookDoor } from "#app/webhook-door.server.ts";
import { newTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { TEST_API_SECRET, testEnv } from "#test/support/test-env.ts";

const SHOP = "door.myshopify.com";
const SHOP_ID = "0190a000-0000-7000-8000-0000000000d0";

let app: App;
let database: TestDatabase;
let server: Server;
let address: string;

beforeAll(async () => {
  database = await newTestDatabase();
  app = await createApp(testEnv({ DATABASE_URL: database.url }), {
    isWorker: false,
    isPrepared: true,
    ...(database.template ? { template: database.template as globalThis.Blob } : {}),
  });
  await app.shops.register(SHOP, SHOP_ID, new Date("2026-11-01T00:00:00Z"));
  server = express().use("/webhooks", webhookDoor(app)).listen(0, "127.0.0.1");
  await once(server, "listening");
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`;
});

afterAll(async () => {
  server.close();
  await app.close();
  await database.drop();
});

const sign = (body: string) => createHmac("sha256", TEST_API_SECRET).update(body).digest("base64");

function deliver(body: string, headers: Record<string, string | undefined> = {}): Promise<Response> {
  const all: Record<string, string | undefined> = {
    "content-type": "application/json",
    "x-shopify-topic": "orders/create",
    "x-shopify-shop-domain": SHOP,
    "x-shopify-webhook-id": "w-1",
    "x-shopify-event-id": "e-1",
    "x-shopify-triggered-at": "2026-11-02T10:00:00.123Z",
    "x-shopify-hmac-sha256": sign(body),
    ...headers,
  };
  return fetch(address, {
    method: "POST",
    body,
    headers: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as never,
  });
}

const inbox = () => inShop(app.database.prisma, SHOP_ID, (tx) => tx.webhookInbox.findMany({ orderBy: { id: "asc" } }));

describe("the webhook door", () => {
  test("records a signed webhook with its job before it answers 200, and the same event once only", async () => {
    const body = JSON.stringify({ id: 1, text: "ünïcode 退货" });
    const before = (await app.queue.load()).waiting;
    expect((await deliver(body)).status).toBe(200);
    expect((await deliver(body, { "x-shopify-webhook-id": "w-2" })).status).toBe(200);
    expect(await inbox()).toMatchObject([{ topic: "orders/create", eventId: "e-1", webhookId: "w-1", payload: body, status: "received" }]);
    expect((await app.queue.load()).waiting).toBe(before + 1);
  });

  test("one event that matches two topics or two subscriptions is two webhooks", async () => {
    const count = (await inbox()).length;
    await deliver("{}", { "x-shopify-event-id": "e-2" });
    await deliver("{}", { "x-shopify-event-id": "e-2", "x-shopify-topic": "orders/updated" });
    await deliver("{}", { "x-shopify-event-id": "e-2", "x-shopify-name": "second" });
    expect(await inbox()).toHaveLength(count + 3);
  });

  test.each([
    ["is missing", { "x-shopify-hmac-sha256": undefined }],
    ["was made for another body", { "x-shopify-hmac-sha256": sign("{ }") }],
    ["was made with another secret", { "x-shopify-hmac-sha256": createHmac("sha256", "other").update("{}").digest("base64") }],
    ["is not base64 at all", { "x-shopify-hmac-sha256": "☃".codePointAt(0)?.toString() ?? "" }],
  ])("answers 401 and records nothing when the signature %s", async (_name, headers) => {
    const count = (await inbox()).length;
    expect((await deliver("{}", { "x-shopify-event-id": "forged", ...headers })).status).toBe(401);
    expect(await inbox()).toHaveLength(count);
  });

  test.each(["x-shopify-topic", "x-shopify-shop-domain", "x-shopify-webhook-id"])(
    "answers 400 when the header %s is missing",
    async (name) => {
      const response = await deliver("{}", { [name]: undefined });
      expect(response.status).toBe(400);
      expect(await response.json()).toEqual({ error: `Missing or malformed header: ${name}` });
    },
  );

  test("answers 200 for a shop it does not know, so that Shopify stops sending, and records nothing", async () => {
    const count = (await inbox()).length;
    expect((await deliver("{}", { "x-shopify-shop-domain": "unknown.myshopify.com" })).status).toBe(200);
    expect(await inbox()).toHaveLength(count);
  });

  test("answers 405 to anything but a POST", async () => {
    const response = await fetch(address);
    expect([response.status, response.headers.get("allow")]).toEqual([405, "POST"]);
  });

  test("two hundred at once are all durable when answered, each once", async () => {
    const count = (await inbox()).length;
    const statuses = await Promise.all(
      Array.from(
        { length: 200 },
        async (_, index) => (await deliver(`{"n":${index}}`, { "x-shopify-event-id": `burst-${index % 150}` })).status,
      ),
    );
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(await inbox()).toHaveLength(count + 150);
  });

  test("a webhook that can never be handled is tried as often as its job, and then waited for no longer", async () => {
    await deliver("{}", { "x-shopify-event-id": "poison" });
    const row = (await inbox()).find(({ eventId }) => eventId === "poison");
    const ctx = await app.contextFor(SHOP_ID);
    const open = await app.shops.openWebhooks();
    const failing = { handlers: { "orders/create": () => Promise.reject(new Error("It has no name")) }, atOnce: 1 };
    for (let tries = 1; tries <= JOB_TRIES; tries += 1) {
      expect(await app.shops.openWebhooks()).toBe(open);
      if (ctx) await handleWebhooks(ctx, [row?.id ?? ""], failing);
    }
    expect(await app.shops.openWebhooks()).toBe(open - 1);
    expect(await inbox()).toContainEqual(
      expect.objectContaining({ id: row?.id, status: "failed", error: "It has no name", payload: "{}" }),
    );
  });
});
