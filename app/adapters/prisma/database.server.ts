import prismaPackage from "@prisma/client";
import type { PrismaClient } from "@prisma/client";
import pg from "pg";
import { openEmbedded } from "./embedded.server.ts";
import { migrate } from "./migrate.server.ts";
import { SafePrismaPg } from "./safe-adapter.server.ts";

/** The role that the app works as: it owns nothing and cannot bypass row-level security (prisma/migrations/0002_security). */
export const APP_ROLE = "amends_app";

/** The one door to the database of this process; Prisma and pg-boss both go through `pool`. */
export interface Database {
  readonly pool: pg.Pool;
  readonly prisma: PrismaClient;
  readonly isEmbedded: boolean;
  listen(channel: string, onNotification: (payload: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** `postgres://…` for a server, `pglite:PATH` or `pglite:memory://` for the embedded one. */
  readonly url: string;
  /** Connects as the owner of the tables to migrate them; the same server as `url`. Default: `url`. */
  readonly ownerUrl?: string;
  readonly poolSize?: number;
  /** Runs as the owner after the migrations and before anything else, to install the queue's own schema. */
  readonly prepare?: (client: pg.ClientBase, isEmbedded: boolean) => Promise<void>;
  /** A dumped PGlite directory that is already migrated and prepared (tests). */
  readonly template?: Blob;
  /** Skips migrating and preparing, for a database cloned from a prepared one (tests). */
  readonly isPrepared?: boolean;
}

/** Opens, migrates and prepares the database, and then drops to the role without bypass for good. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  return options.url.startsWith("pglite:") ? openEmbeddedDatabase(options) : openServerDatabase(options);
}

async function openEmbeddedDatabase(options: DatabaseOptions): Promise<Database> {
  const embedded = await openEmbedded(options.url.slice("pglite:".length), options.template);
  const client = await embedded.pool.connect();
  try {
    if (!options.isPrepared) await install(client, options, true);
    await client.query(`set role ${APP_ROLE}`);
  } finally {
    client.release();
  }
  const prisma = newPrisma(embedded.pool);
  return {
    pool: embedded.pool,
    prisma,
    isEmbedded: true,
    listen: (channel, onNotification) => embedded.listen(channel, onNotification),
    close: async () => {
      await prisma.$disconnect();
      await embedded.close();
    },
  };
}

async function openServerDatabase(options: DatabaseOptions): Promise<Database> {
  if (!options.isPrepared) {
    const owner = new pg.Client({ connectionString: options.ownerUrl ?? options.url });
    await owner.connect();
    try {
      await install(owner, options, false);
    } finally {
      await owner.end();
    }
  }
  const settings = { connectionString: options.url, options: `-c role=${APP_ROLE}` };
  const pool = new pg.Pool({ ...settings, max: options.poolSize ?? 10 });
  // A connection that the server closes while idle is replaced by the pool; without a listener it would end the process.
  pool.on("error", () => undefined);
  const prisma = newPrisma(pool);
  const listeners = new Set<pg.Client>();
  return {
    pool,
    prisma,
    isEmbedded: false,
    listen: (channel, onNotification) => listenOnServer(settings, listeners, { channel, onNotification }),
    close: async () => {
      await Promise.all([...listeners].map((listener) => listener.end()));
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

async function install(client: pg.ClientBase, options: DatabaseOptions, isEmbedded: boolean): Promise<void> {
  await migrate(client);
  await options.prepare?.(client, isEmbedded);
}

function newPrisma(pool: pg.Pool): PrismaClient {
  return new prismaPackage.PrismaClient({
    adapter: new SafePrismaPg(pool),
    transactionOptions: { maxWait: 20_000, timeout: 30_000 },
  });
}

interface Listening {
  channel: string;
  onNotification: (payload: string) => void;
}

async function listenOnServer(settings: pg.ClientConfig, listeners: Set<pg.Client>, listening: Listening): Promise<() => Promise<void>> {
  const client = new pg.Client(settings);
  await client.connect();
  listeners.add(client);
  client.on("error", () => listeners.delete(client));
  client.on("notification", (message) => listening.onNotification(message.payload ?? ""));
  await client.query(`listen ${client.escapeIdentifier(listening.channel)}`);
  return async () => {
    if (listeners.delete(client)) await client.end();
  };
}
