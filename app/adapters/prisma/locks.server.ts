import type pg from "pg";
import type { Locks } from "#app/use-cases/ports.ts";
import type { Database } from "./database.server.ts";

/** Locks of all shops; `forShop` keeps the names of different shops apart. */
export interface LockKeeper {
  forShop(shopId: string): Locks;
  close(): void;
}

/**
 * Session-level advisory locks on one connection of the pool, so that a process that is killed lets go with its connection and no clock
 * is asked. The embedded database belongs to one process, where a set of names says the same.
 */
export function createLocks(database: Pick<Database, "pool" | "isEmbedded">): LockKeeper {
  const held = new Set<string>();
  const session = new LockSession(database.pool);
  const hold = async <T>(name: string, work: () => Promise<T>): Promise<T | "busy"> => {
    if (held.has(name)) return "busy";
    held.add(name);
    try {
      if (database.isEmbedded) return await work();
      if (!(await session.take(name))) return "busy";
      try {
        return await work();
      } finally {
        await session.release(name);
      }
    } finally {
      held.delete(name);
    }
  };
  return { forShop: (shopId) => ({ hold: (name, work) => hold(`${shopId}:${name}`, work) }), close: () => session.close() };
}

/** The one connection on which this process holds its locks. It answers one question at a time. */
class LockSession {
  readonly #pool: pg.Pool;
  #client: Promise<pg.PoolClient> | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  take(name: string): Promise<boolean> {
    return this.#inTurn(async () => {
      const client = await this.#open();
      const { rows } = await client.query<{ taken: boolean }>("select pg_try_advisory_lock(hashtextextended($1, 0)) as taken", [name]);
      return rows[0]?.taken === true;
    });
  }

  /** A connection that is gone holds nothing any more. */
  async release(name: string): Promise<void> {
    await this.#inTurn(async () => {
      const client = await this.#client;
      await client?.query("select pg_advisory_unlock(hashtextextended($1, 0))", [name]);
    }).catch(() => undefined);
  }

  close(): void {
    void this.#client?.then((client) => client.release(true)).catch(() => undefined);
    this.#client = undefined;
  }

  #inTurn<T>(ask: () => Promise<T>): Promise<T> {
    const answer = this.#last.then(ask, ask);
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  #open(): Promise<pg.PoolClient> {
    this.#client ??= this.#pool.connect().then(
      (client) => {
        client.on("error", () => this.close());
        return client;
      },
      (error: unknown) => {
        this.#client = undefined;
        throw error;
      },
    );
    return this.#client;
  }
}
