import type { PrismaClient } from "@prisma/client";
import type pg from "pg";
import { PgBoss, fromPrisma, type Db as IDatabase, type Queue as QueueOptions } from "pg-boss";
import type { Log } from "#app/use-cases/ports.ts";
import { APP_ROLE, type Database } from "../prisma/database.server.ts";

/** One queue: how often a job of it is tried again and whether only one may wait for the same key. */
export interface QueueDefinition {
  readonly name: string;
  readonly retryLimit: number;
  /** Only one job with the same singleton key waits at a time; a second send while it waits is dropped. */
  readonly onePerKey?: boolean;
}

/** Runs jobs that were taken together, given by their payloads; answers in the same order how each ended. */
export type BatchRunner = (payloads: readonly unknown[]) => Promise<readonly PromiseSettledResult<unknown>[]>;

/** What a job is sent with. A transaction makes the send part of it (transactional outbox). */
export interface SendOptions {
  readonly transaction?: Pick<PrismaClient, "$queryRawUnsafe">;
  readonly singletonKey?: string;
}

/** A crashed worker's jobs are taken over after this long without a heartbeat; pg-boss allows no less than ten seconds. */
const HEARTBEAT_SECONDS = 10;

/** pg-boss behind three verbs. Its own time is the database's, so no business time may depend on a queue's delay. */
export class JobQueue {
  readonly #boss: PgBoss;
  readonly #db: IDatabase;

  private constructor(boss: PgBoss, db: IDatabase) {
    this.#boss = boss;
    this.#db = db;
  }

  static async start(database: Database, log: Log, isWorker: boolean): Promise<JobQueue> {
    const db = overPool(database);
    const boss = new PgBoss({
      db,
      backend: database.isEmbedded ? "pglite" : "postgres",
      migrate: false,
      createSchema: false,
      schedule: false,
      supervise: isWorker,
      superviseIntervalSeconds: 10,
      monitorIntervalSeconds: 10,
      useListenNotify: isWorker,
    });
    boss.on("error", (error) => log.error({ error }, "queue"));
    await boss.start();
    // Only this process works on the embedded database, so whoever held these jobs is gone and nobody's silence need be waited for.
    if (isWorker && database.isEmbedded) for (const statement of RELEASE_HELD_JOBS) await db.executeSql(statement);
    return new JobQueue(boss, db);
  }

  async send(name: string, payload: object, options: SendOptions = {}): Promise<void> {
    await this.#boss.send(name, payload, {
      ...inTransaction(options),
      ...(options.singletonKey ? { singletonKey: options.singletonKey } : {}),
    });
  }

  /** Sends many jobs of one queue at once, as part of the transaction when there is one. */
  async sendAll(name: string, payloads: readonly object[], options: Pick<SendOptions, "transaction"> = {}): Promise<void> {
    await this.#boss.insert(
      name,
      payloads.map((data) => ({ data })),
      inTransaction(options),
    );
  }

  /**
   * The statement that puts jobs into a queue, for a writer that adds its rows and their jobs in one round trip: `rows` are the
   * common table expressions that write them, `jobs` an SQL expression of a JSON array of `{ data }` that reads from those.
   */
  async sendStatement(name: string, rows: string, jobs: string): Promise<string> {
    let statement = "";
    const db: IDatabase = { executeSql: async (text) => ((statement = text), { rows: [] }) };
    await this.#boss.insert(name, [{ data: {} }], { db });
    const [before, after, ...others] = statement.replace(/^\s*with\s/i, ", ").split("$1::text::json");
    if (before === undefined || after === undefined || others.length > 0)
      throw new Error(`pg-boss takes the jobs of ${name} in an unknown way`);
    return `with ${rows}${before}${jobs}${after}`;
  }

  /**
   * Works a queue in batches. A payload names all that a job is about, so jobs of one batch with the same payload are one piece of work:
   * everything that asked for it is committed before it begins.
   */
  async work(name: string, batchSize: number, run: BatchRunner): Promise<void> {
    await this.#boss.work(
      name,
      {
        batchSize: Math.max(batchSize, 2),
        burstWhenBatchFull: true,
        pollingIntervalSeconds: 1,
        notifyPollingIntervalSeconds: 10,
        perJobResults: true,
      },
      async (jobs) => {
        const same = [...Map.groupBy(jobs, ({ data }) => JSON.stringify(data)).values()];
        const ends = await run(same.map(([first]) => first?.data));
        return same.flatMap((group, index) => group.map(({ id }) => ({ id, ...endOf(ends[index]) })));
      },
    );
  }

  /** Jobs that are waiting (retries included) and running now, over all queues. */
  async load(): Promise<{ waiting: number; active: number; failed: number }> {
    const { rows } = await this.#db.executeSql(
      `select count(*) filter (where state in ('created', 'retry'))::int as waiting, count(*) filter (where state = 'active')::int as active,
       count(*) filter (where state = 'failed')::int as failed from pgboss.job where name not like '\\_\\_pgboss%'`,
    );
    return rows[0] as { waiting: number; active: number; failed: number };
  }

  async stop(graceMilliseconds: number): Promise<void> {
    await this.#boss.stop({ graceful: true, timeout: graceMilliseconds, close: false });
  }
}

/** A job with a key may have a twin waiting already, and has one soon in any case: whoever sends those asks again while there is work. */
const RELEASE_HELD_JOBS = [
  `delete from pgboss.job where state = 'active' and singleton_key is not null`,
  `update pgboss.job set state = 'created', started_on = null, heartbeat_on = null where state = 'active'`,
];

function endOf(end: PromiseSettledResult<unknown> | undefined) {
  if (end?.status === "fulfilled") return { status: "completed" as const };
  const reason: unknown = end ? end.reason : "Nobody ran this job";
  return { status: "failed" as const, output: { message: reason instanceof Error ? reason.message : String(reason) } };
}

/** Installs pg-boss's schema and the queues as the owner, and lets the app's role work with them. */
export async function installQueues(client: pg.ClientBase, isEmbedded: boolean, queues: readonly QueueDefinition[]): Promise<void> {
  const db: IDatabase = {
    executeSql: async (text, values) => rowsOf(await client.query(text, values as unknown[])),
  };
  const boss = new PgBoss({ db, backend: isEmbedded ? "pglite" : "postgres", schedule: false, supervise: false });
  await boss.start();
  for (const queue of queues) {
    const options = optionsOf(queue);
    await ((await boss.getQueue(queue.name))
      ? boss.updateQueue(queue.name, withoutPolicy(options))
      : boss.createQueue(queue.name, options));
  }
  await boss.stop({ graceful: false, close: false });
  await client.query(`
    grant usage on schema pgboss to ${APP_ROLE};
    grant select, insert, update, delete on all tables in schema pgboss to ${APP_ROLE};
    grant usage on all sequences in schema pgboss to ${APP_ROLE};
    grant execute on all functions in schema pgboss to ${APP_ROLE};`);
}

function optionsOf(queue: QueueDefinition): Omit<QueueOptions, "name"> {
  return {
    policy: queue.onePerKey ? "short" : "standard",
    retryLimit: queue.retryLimit,
    retryDelay: 1,
    retryBackoff: true,
    retryDelayMax: 600,
    expireInSeconds: 300,
    heartbeatSeconds: HEARTBEAT_SECONDS,
    notify: true,
    deleteAfterSeconds: 86_400,
  };
}

function withoutPolicy({ policy: _policy, ...options }: Omit<QueueOptions, "name">): Omit<QueueOptions, "name" | "policy"> {
  return options;
}

function inTransaction(options: SendOptions): { db?: IDatabase } {
  return options.transaction ? { db: fromPrisma(options.transaction) } : {};
}

/** pg-boss over the process's one pool: on the embedded database a second session would speak inside a Prisma transaction. */
function overPool(database: Database): IDatabase {
  return {
    executeSql: async (text, values) => {
      const client = await database.pool.connect();
      try {
        return rowsOf(await client.query(text, values as unknown[]));
      } catch (error) {
        // pg-boss sends whole BEGIN … COMMIT blocks; a failed one must not leave its transaction open on a pooled session.
        await client.query("rollback").catch(() => undefined);
        throw error;
      } finally {
        client.release();
      }
    },
    listen: async (channel, onNotification) => {
      const close = await database.listen(channel, onNotification);
      return { close };
    },
  };
}

function rowsOf(result: pg.QueryResult | pg.QueryResult[]): { rows: unknown[] } {
  return Array.isArray(result) ? { rows: result.flatMap((each): unknown[] => each.rows ?? []) } : { rows: result.rows };
}
