import { createApp, type App } from "#app/composition.server.ts";
import { inShop } from "#app/adapters/prisma/tenant.server.ts";
import type { TenantTransaction } from "#app/adapters/prisma/tenant.server.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import { newTestDatabase } from "./database.ts";
import { testEnv } from "./test-env.ts";

const IDS = ["0190a000-0000-7000-8000-0000000000e1", "0190a000-0000-7000-8000-0000000000e2"] as const;

/** Monday 16 November 2026, 10:00 in New York, in the middle of office hours. */
export const MONDAY_TEN = new Date("2026-11-16T15:00:00Z");

/** Two shops in New York on a database of their own, with a clock that stands until it is moved and no Shopify behind them. */
export interface TestShop {
  readonly app: App;
  readonly ctx: ShopContext;
  readonly otherCtx: ShopContext;
  now(): Date;
  moveTo(at: Date): void;
  /** One transaction of the first shop. */
  tx<T>(work: (repositories: Repositories) => Promise<T>): Promise<T>;
  /** The first shop's rows as they are stored. */
  rows<T>(work: (prisma: TenantTransaction) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export async function openTestShop(): Promise<TestShop> {
  const database = await newTestDatabase();
  let now = MONDAY_TEN;
  const app = await createApp(testEnv({ DATABASE_URL: database.url }), {
    isWorker: false,
    isPrepared: true,
    clock: { now: () => now },
    ...(database.template ? { template: database.template as globalThis.Blob } : {}),
  });
  const [mine, theirs] = [await register(app, "mine", IDS[0]), await register(app, "theirs", IDS[1])];
  return {
    app,
    ctx: mine,
    otherCtx: theirs,
    now: () => now,
    moveTo: (at) => (now = at),
    tx: (work) => mine.transaction(work),
    rows: (work) => inShop(app.database.prisma, IDS[0], work),
    close: async () => {
      await app.close();
      await database.drop();
    },
  };
}

async function register(app: App, name: string, id: string): Promise<ShopContext> {
  const domain = `${name}.myshopify.com`;
  await app.shops.register(domain, id, MONDAY_TEN);
  const change = { name: `The ${name} shop`, timezone: "America/New_York", currency: "USD", profileReadAt: MONDAY_TEN };
  await (await contextOf(app, domain)).transaction((tx) => tx.shop.change(change));
  return contextOf(app, domain);
}

async function contextOf(app: App, domain: string): Promise<ShopContext> {
  const ctx = await app.contextForDomain(domain);
  if (!ctx) throw new Error(`${domain} is not registered`);
  return ctx;
}
