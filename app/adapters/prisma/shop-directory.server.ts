import type pg from "pg";
import { MINUTE } from "#app/domain/shared/time.ts";

/** The few questions asked across shops. Each is a function of the database that answers with ids and times only. */
export interface ShopDirectory {
  find(domain: string): Promise<string | undefined>;
  /** The shop's id, made on first sight. */
  register(domain: string, newId: string, at: Date): Promise<string>;
  installed(): Promise<{ shopId: string; domain: string }[]>;
  /** Shops that have pending work, with its earliest moment, earliest first. */
  withDueWork(): Promise<{ shopId: string; dueAt: Date }[]>;
  notReconciledSince(at: Date): Promise<string[]>;
  openWebhooks(): Promise<number>;
}

const KNOWN_FOR = MINUTE;

export function createShopDirectory(pool: pg.Pool): ShopDirectory {
  // The webhook door asks the database once a minute per shop; only an erased shop that installs again gets another id.
  const known = new Map<string, { id: string; until: number }>();
  return {
    find: async (domain) => {
      const cached = known.get(domain);
      if (cached && cached.until > performance.now()) return cached.id;
      const { rows } = await pool.query<{ id: string | null }>("select amends_find_shop($1) as id", [domain]);
      const id = rows[0]?.id ?? undefined;
      if (id) known.set(domain, { id, until: performance.now() + KNOWN_FOR });
      else known.delete(domain);
      return id;
    },
    register: async (domain, newId, at) => {
      const { rows } = await pool.query<{ id: string }>("select amends_register_shop($1, $2, $3) as id", [newId, domain, at]);
      const id = rows[0]?.id;
      if (!id) throw new Error(`Shop ${domain} was not registered`);
      known.delete(domain);
      return id;
    },
    installed: async () => {
      const { rows } = await pool.query<{ shop_id: string; domain: string }>("select shop_id, domain from amends_installed_shops()");
      return rows.map((row) => ({ shopId: row.shop_id, domain: row.domain }));
    },
    withDueWork: async () => {
      const { rows } = await pool.query<{ shop_id: string; due_at: Date }>("select shop_id, due_at from amends_due_shops()");
      return rows.map((row) => ({ shopId: row.shop_id, dueAt: row.due_at }));
    },
    notReconciledSince: async (at) => {
      const { rows } = await pool.query<{ shop_id: string }>("select shop_id from amends_stale_shops($1)", [at]);
      return rows.map((row) => row.shop_id);
    },
    openWebhooks: async () => {
      const { rows } = await pool.query<{ count: string }>("select amends_open_inbox() as count");
      return Number(rows[0]?.count ?? 0);
    },
  };
}
