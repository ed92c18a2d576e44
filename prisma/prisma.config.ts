import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { defineConfig } from "prisma/config";
import { openEmbedded } from "../app/adapters/prisma/embedded.server.ts";

/** A result as `rowMode: "array"` gives it, which is how the adapter asks. */
interface Rows {
  fields?: { name: string; dataTypeID: number }[];
  rows: unknown[][];
}

// The engine leaves its 10 s advisory-lock timer running; unless it is unreferenced every command ends 10 s late.
const startTimer = globalThis.setTimeout;
globalThis.setTimeout = Object.assign((...args: Parameters<typeof setTimeout>) => {
  const timer = startTimer(...args);
  return args[1] === 10_000 ? timer.unref() : timer;
}, startTimer);

/**
 * The adapter does not know the catalog types `"char"` (18) and `name` (19) that the migration engine selects: they are
 * reported as text (25). PostgreSQL 18, and so PGlite, lists NOT NULL as constraints of type "n", on which the engine
 * panics: those rows are left out.
 */
function readable(result: Rows): Rows {
  const fields = result.fields ?? [];
  for (const field of fields) if (field.dataTypeID === 18 || field.dataTypeID === 19) field.dataTypeID = 25;
  const constraintType = fields.findIndex((field) => field.name === "constraint_type");
  if (constraintType >= 0) result.rows = result.rows.filter((row) => row[constraintType] !== "n");
  return result;
}

function readsCatalog(pool: pg.Pool): pg.Pool {
  return pool.on("connect", (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    client.query = ((config: unknown, values?: unknown, done?: (error: Error | null, result: Rows) => void) => {
      if (done) return query(config, values, (error: Error | null, result: Rows) => done(error, error ? result : readable(result)));
      const answer = query(config, values);
      return answer instanceof Promise ? answer.then((result: Rows) => readable(result)) : answer;
    }) as typeof client.query;
  });
}

async function connect(pool: pg.Pool, close: () => Promise<void>) {
  const adapter = await new PrismaPg(readsCatalog(pool)).connect();
  // The stock one splits the script on every ";", which breaks function bodies and string literals.
  adapter.executeScript = async (script) => {
    await pool.query(script);
  };
  adapter.dispose = close;
  return adapter;
}

/** A throw-away database in memory: comparing migrations with the schema needs no server. */
async function connectToThrowAway() {
  const embedded = await openEmbedded("memory://");
  return connect(embedded.pool, () => embedded.close());
}

/** Idle connections go at once: the default of ten seconds would keep every command alive for ten seconds after its work. */
async function connectTo(connectionString: string) {
  const pool = new pg.Pool({ connectionString, max: 1, idleTimeoutMillis: 100 });
  return connect(pool, () => pool.end());
}

export default defineConfig({
  schema: "schema.prisma",
  migrations: { path: "migrations" },
  engine: "js",
  experimental: { adapter: true },
  adapter: async () => {
    const url = process.env.DATABASE_URL;
    const factory = new PrismaPg({});
    return Object.assign(factory, {
      connect: () => (url?.startsWith("postgres") ? connectTo(url) : connectToThrowAway()),
      connectToShadowDb: connectToThrowAway,
    });
  },
});
