import fs from "node:fs";
import path from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import pg from "pg";

/** An embedded PostgreSQL (PGlite) behind the same `pg.Pool` face as a server. */
export interface Embedded {
  pool: pg.Pool;
  listen(channel: string, onNotification: (payload: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/** What the migrations ask for and a server has of its own. */
export async function embeddedExtensions() {
  const [{ pg_trgm }, { btree_gin }] = await Promise.all([
    import("@electric-sql/pglite/contrib/pg_trgm"),
    import("@electric-sql/pglite/contrib/btree_gin"),
  ]);
  return { pg_trgm, btree_gin };
}

/** Opens a data directory ("memory://" for none) in this process; `template` is a dumped directory to start from. */
export async function openEmbedded(dataDir: string, template?: Blob): Promise<Embedded> {
  const { PGlite } = await import("@electric-sql/pglite");
  const { createPgConfig } = await import("@electric-sql/pglite/node-postgres");
  const extensions = await embeddedExtensions();
  const unlock = dataDir.startsWith("memory://") ? () => undefined : lockDirectory(path.resolve(dataDir));
  const db = await PGlite.create(dataDir, { extensions, ...(template ? { loadDataDir: template } : {}) });
  letOthersRun(db);
  const config = createPgConfig(db);
  // The bridge takes `types` for a list of type ids, while Prisma passes its type parsers under that name.
  const connection = config.connection as unknown as { parse(query: { types?: unknown }): unknown };
  const parse = connection.parse.bind(connection);
  connection.parse = (query) => parse({ ...query, types: Array.isArray(query.types) ? query.types : undefined });
  // One session only: the pool is the queue that keeps Prisma and pg-boss from speaking inside each other's transaction.
  const pool = new pg.Pool({ ...config, max: 1, idleTimeoutMillis: 0 });
  return { pool, listen: listenOver(pool), close: () => closeAll(db, pool, unlock) };
}

/**
 * LISTEN through the pool's one session. PGlite's own `listen` and `unlisten` would put a statement between the Parse and the Bind
 * of a query that is under way ("unnamed prepared statement does not exist").
 */
function listenOver(pool: pg.Pool): Embedded["listen"] {
  const listeners = new Set<(message: pg.Notification) => void>();
  const hear = (client: pg.PoolClient) => void client.on("notification", (message) => listeners.forEach((listener) => listener(message)));
  pool.on("connect", hear);
  return async (channel, onNotification) => {
    const listener = (message: pg.Notification) => {
      if (message.channel === channel) onNotification(message.payload ?? "");
    };
    const client = await pool.connect();
    if (listeners.size === 0 && client.listenerCount("notification") === 0) hear(client);
    listeners.add(listener);
    await client.query(`listen ${client.escapeIdentifier(channel)}`);
    client.release();
    return async () => void listeners.delete(listener);
  };
}

const SYNC = "S".charCodeAt(0);
const QUERY = "Q".charCodeAt(0);

/**
 * The engine answers within promises alone, so a worker that asks one thing after the other would keep the process from its sockets and
 * timers for as long as there is work. Once for each statement, whatever else waits gets its turn.
 */
function letOthersRun(db: PGlite): void {
  const send = db.execProtocolStream.bind(db);
  db.execProtocolStream = async (message, options) => {
    if (message[0] === SYNC || message[0] === QUERY) await new Promise((resolve) => setImmediate(resolve));
    return send(message, options);
  };
}

async function closeAll(db: PGlite, pool: pg.Pool, unlock: () => void): Promise<void> {
  await pool.end();
  await db.close();
  unlock();
}

/** Two processes on one PGlite directory lose acknowledged rows without an error, so a second one is refused here. */
function lockDirectory(dataDir: string): () => void {
  fs.mkdirSync(path.dirname(dataDir), { recursive: true });
  const file = `${dataDir}.lock`;
  const holder = fs.existsSync(file) ? Number(fs.readFileSync(file, "utf8")) : undefined;
  if (holder && holder !== process.pid && isRunning(holder)) {
    throw new Error(
      `The embedded database in ${dataDir} is in use by process ${holder}. Stop that process first, or set DATABASE_URL to a PostgreSQL server.`,
    );
  }
  fs.writeFileSync(file, String(process.pid));
  return () => fs.rmSync(file, { force: true });
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
