import { createMailRenderer } from "./adapters/email/mail-renderer.server.ts";
import { createMailer } from "./adapters/email/mailer.server.ts";
import { createLabelSeller } from "./adapters/labels/easypost.server.ts";
import { createPapers } from "./adapters/labels/papers.server.ts";
import { openDatabase, type Database } from "./adapters/prisma/database.server.ts";
import { InboxWriter } from "./adapters/prisma/inbox-writer.server.ts";
import { createLocks, type LockKeeper } from "./adapters/prisma/locks.server.ts";
import { repositories } from "./adapters/prisma/repositories.server.ts";
import { createShopDirectory, type ShopDirectory } from "./adapters/prisma/shop-directory.server.ts";
import { toProfile } from "./adapters/prisma/shops.server.ts";
import { inShop } from "./adapters/prisma/tenant.server.ts";
import { JobQueue } from "./adapters/queue/queue.server.ts";
import { createAdminClients } from "./adapters/shopify/admin-client.server.ts";
import { shopifyPorts } from "./adapters/shopify/ports.server.ts";
import { SealedSessionStorage } from "./adapters/shopify/session-storage.server.ts";
import { createShopify, type Shopify } from "./adapters/shopify/shopify.server.ts";
import { systemClock, systemIds } from "./adapters/system/clock.server.ts";
import { createLinks } from "./adapters/system/links.server.ts";
import { createLog } from "./adapters/system/log.server.ts";
import { Sealing } from "./adapters/system/sealing.server.ts";
import { createSecrets, createTokens, createVault } from "./adapters/system/secrets.server.ts";
import { createThrottle } from "./adapters/system/throttle.server.ts";
import type { Env } from "./env.server.ts";
import { prepareQueues } from "./queues.server.ts";
import type { Clock, Log, ShopContext } from "./use-cases/ports.ts";
import type { ShopProfile } from "./use-cases/shops/ports.ts";

/** One process of Amends, wired: the only place that knows which adapter stands behind which port. */
export interface App {
  readonly env: Env;
  readonly clock: Clock;
  readonly log: Log;
  readonly database: Database;
  readonly queue: JobQueue;
  readonly inbox: InboxWriter;
  readonly shops: ShopDirectory;
  readonly shopify: Shopify;
  readonly sessions: SealedSessionStorage;
  /** Everything bound to one shop; undefined when the shop is not (any more) known. */
  contextFor(shopId: string): Promise<ShopContext | undefined>;
  contextForDomain(domain: string): Promise<ShopContext | undefined>;
  close(graceMilliseconds?: number): Promise<void>;
}

export interface AppOptions {
  /** Works queues as well: sweeps, retries and listens for new jobs. */
  readonly isWorker: boolean;
  readonly clock?: Clock;
  /** A prepared database to start from (tests). */
  readonly template?: Blob;
  readonly isPrepared?: boolean;
}

/** Opens the database, the queue and everything that stands on them. */
export async function createApp(env: Env, options: AppOptions): Promise<App> {
  const log = createLog(env.LOG_LEVEL);
  const clock = options.clock ?? systemClock;
  const database = await openDatabase({
    url: env.DATABASE_URL,
    poolSize: env.DATABASE_POOL,
    prepare: prepareQueues,
    ...(env.DATABASE_OWNER_URL ? { ownerUrl: env.DATABASE_OWNER_URL } : {}),
    ...(options.template ? { template: options.template } : {}),
    ...(options.isPrepared ? { isPrepared: true } : {}),
  });
  const queue = await JobQueue.start(database, log, options.isWorker);
  const shops = createShopDirectory(database.pool);
  const sealing = new Sealing(env.TOKEN_ENCRYPTION_KEYS);
  const sessions = new SealedSessionStorage({ prisma: database.prisma, shops, sealing, clock, ids: systemIds });
  const shopify = createShopify(env, sessions);
  const mailer = createMailer(env.SMTP_URL, env.MAIL_FROM);
  const locks = createLocks(database);
  const contextOf = contextFactory({ env, clock, log, database, queue, shopify, mailer, locks, sealing });
  const app: App = {
    env,
    clock,
    log,
    database,
    queue,
    shops,
    shopify,
    sessions,
    inbox: new InboxWriter(database.pool, queue, systemIds),
    contextFor: async (shopId) => {
      const row = await inShop(database.prisma, shopId, (tx) => tx.shop.findUnique({ where: { shopId } }));
      return row ? contextOf(toProfile(row)) : undefined;
    },
    contextForDomain: async (domain) => {
      const shopId = await shops.find(domain);
      return shopId ? app.contextFor(shopId) : undefined;
    },
    close: async (graceMilliseconds = 1_000) => {
      await queue.stop(graceMilliseconds);
      mailer.close();
      locks.close();
      await database.close();
    },
  };
  return app;
}

interface Parts extends Pick<App, "env" | "clock" | "log" | "database" | "queue" | "shopify"> {
  readonly mailer: ShopContext["mailer"];
  readonly locks: LockKeeper;
  readonly sealing: Sealing;
}

function contextFactory({ env, clock, log, database, queue, shopify, mailer, locks, sealing }: Parts): (shop: ShopProfile) => ShopContext {
  const throttle = createThrottle(database.pool);
  const clientFor = createAdminClients(shopify);
  const mail = createMailRenderer();
  const papers = createPapers();
  const labelSeller = createLabelSeller(env.EASYPOST_URL);
  return (shop) => ({
    shop,
    clock,
    ids: systemIds,
    log,
    throttle,
    mailer,
    mail,
    papers,
    labelSeller,
    locks: locks.forShop(shop.shopId),
    links: createLinks(env.SHOPIFY_APP_URL, shop),
    tokens: createTokens(env.SHOPIFY_API_SECRET, shop.shopId, clock),
    secrets: createSecrets(env.SHOPIFY_API_SECRET, shop.shopId),
    vault: createVault(sealing, shop.shopId),
    shopify: shopifyPorts(clientFor(shop.domain)),
    transaction: (work) =>
      inShop(database.prisma, shop.shopId, (tx) =>
        work(repositories(tx, shop.shopId, (name, payloads, transaction) => queue.sendAll(name, payloads, { transaction }))),
      ),
  });
}
