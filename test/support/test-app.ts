import type { Server } from "node:http";
import express from "express";
import { vi } from "vitest";
import type { App } from "#app/composition.server.ts";
import type { JobName } from "#app/use-cases/job-payloads.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { createStandIn, type StandIn } from "#test/shopify-stand-in/create-stand-in.ts";
import type { StandInOptions } from "#test/shopify-stand-in/options.ts";
import { newTestDatabase } from "./database.ts";
import { playedFetch, playShopify } from "./played-fetch.ts";
import { TEST_API_SECRET, testEnv } from "./test-env.ts";

/** The first shop of every test app. */
export const TEST_SHOP = "field-and-thread.myshopify.com";

/** Sunday noon, UTC: both the app and the stand-in stand still here until the test moves the clock. */
export const TEST_NOW = new Date("2026-03-15T12:00:00Z");

/** Shopify's limit runs in real time, which a test that does not ask for it should not spend. */
const PLENTY = { capacity: 1_000_000, restoreRate: 1_000_000 };

export interface TestAppOptions extends Pick<StandInOptions, "shops" | "scopes" | "throttle"> {
  readonly now?: Date;
  /** False leaves the shops without the app, for tests of the installation itself. */
  readonly isInstalled?: boolean;
  /** EasyPost's API, when a test plays it. */
  readonly easyPostUrl?: string;
  /** False leaves jobs lying in the queue, for tests that run them one at a time. */
  readonly isWorking?: boolean;
}

export interface TestApp {
  readonly app: App;
  readonly standIn: StandIn;
  /** The context of the first shop, or of another one, as a job gets it. */
  ctx(domain?: string): Promise<ShopContext>;
  /** Runs one job as the worker does. */
  run(name: JobName, payload: object, domain?: string): Promise<void>;
  /** Waits until no webhook, inbox row or job is left to do. */
  settled(): Promise<void>;
  /** The texts of the mails to an address, oldest first. */
  mailsTo(address: string): string[];
  close(): Promise<void>;
}

/** The whole app in this process: a migrated database of its own, the stand-in as Shopify and mail server, a shop that has installed it. */
export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const now = options.now ?? TEST_NOW;
  vi.useFakeTimers({ toFake: ["Date"], now });
  const standIn = await createStandIn({
    throttle: PLENTY,
    ...options,
    shops: options.shops ?? [TEST_SHOP],
    apiKey: "test-key",
    apiSecret: TEST_API_SECRET,
    frozen: true,
    now,
    ports: { smtp: 0 },
  });
  standIn.world.clock.onMove(async () => {
    vi.setSystemTime(standIn.now());
  });
  playShopify(standIn);
  vi.stubGlobal("fetch", playedFetch);
  const database = await newTestDatabase();
  const { createApp } = await import("#app/composition.server.ts");
  const { workQueues, runJob } = await import("#app/jobs/registry.server.ts");
  const scopes = standIn.world.options.scopes.join(",");
  const env = testEnv({
    DATABASE_URL: database.url,
    SMTP_URL: `smtp://127.0.0.1:${standIn.ports.smtp}`,
    SCOPES: scopes,
    ...(options.easyPostUrl ? { EASYPOST_URL: options.easyPostUrl } : {}),
  });
  const app = await createApp(env, {
    isWorker: true,
    clock: { now: () => standIn.now() },
    isPrepared: true,
    ...(database.template ? { template: database.template as globalThis.Blob } : {}),
  });
  const door = await openDoor(app);
  standIn.setApp((request) => forward(door.url, request));
  if (options.isInstalled ?? true) for (const domain of standIn.world.shops.keys()) await installIn(app, standIn, domain);
  if (options.isWorking ?? true) await workQueues(app);
  const ctx = async (domain: string = standIn.shop) => {
    const found = await app.contextForDomain(domain);
    if (!found) throw new Error(`${domain} has not installed the app`);
    return found;
  };
  return {
    app,
    standIn,
    ctx,
    run: async (name, payload, domain) => runJob(app, name, { ...payload, shopId: (await ctx(domain)).shop.shopId }),
    settled: () => settled(app, standIn),
    mailsTo: (address) => standIn.world.mailbox.to(address).map(({ subject, text }) => `${subject}\n\n${text}`),
    close: async () => {
      await standIn.close();
      await app.close();
      await door.close();
      await database.drop();
      vi.unstubAllGlobals();
      vi.useRealTimers();
    },
  };
}

/** Opens the app in the admin frame, as a merchant does: token exchange, then the installation. */
async function installIn(app: App, standIn: StandIn, domain: string): Promise<void> {
  const query = new URLSearchParams({ shop: domain, host: Buffer.from("admin.shopify.com/store/test").toString("base64"), embedded: "1" });
  const headers = { authorization: `Bearer ${await standIn.sessionToken(domain)}` };
  const { adminRequest } = await import("#app/http/admin.server.ts");
  await adminRequest({ context: { app }, request: new Request(`https://amends.test/app?${query}`, { headers }) });
}

/** Real requests on a real socket for the webhook door, whose router needs Express. */
async function openDoor(app: App): Promise<{ url: string; close(): Promise<void> }> {
  const { webhookDoor } = await import("#app/webhook-door.server.ts");
  const http = express();
  http.use("/webhooks", webhookDoor(app));
  const server = await new Promise<Server>((resolve) => {
    const listening = http.listen(0, "127.0.0.1", () => resolve(listening));
  });
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, close: () => new Promise((resolve) => void server.close(() => resolve())) };
}

async function forward(base: string, request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  return fetch(`${base}${pathname}${search}`, { method: request.method, headers: request.headers, body: await request.arrayBuffer() });
}

/** Without anything getting done; on a busy machine it may take long and still get on. */
const LONGEST_WAIT_MILLISECONDS = 60_000;
const LOOK_EVERY_MILLISECONDS = 20;

async function settled(app: App, standIn: StandIn): Promise<void> {
  let [start, before] = [performance.now(), -1];
  for (let quiet = 0; quiet < 2;) {
    await standIn.world.webhooks.settled();
    const { waiting, active } = await app.queue.load();
    const open = await app.shops.openWebhooks();
    const left = waiting + active + open;
    quiet = left === 0 ? quiet + 1 : 0;
    if (left !== before) [start, before] = [performance.now(), left];
    if (performance.now() - start > LONGEST_WAIT_MILLISECONDS)
      throw new Error(`Not settled: ${waiting} jobs wait, ${active} run, ${open} webhooks are open`);
    // The embedded database has one session: asking it without pause would keep the jobs from it.
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MILLISECONDS));
  }
}
