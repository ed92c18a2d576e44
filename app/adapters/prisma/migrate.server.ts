import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import type { ClientBase } from "pg";

/** Any constant: it keeps two starting processes from migrating at once. */
const MIGRATION_LOCK = 72_707_369;

/**
 * Applies prisma/migrations in process and keeps Prisma's own ledger, so `prisma migrate status` sees the same state. The
 * Prisma CLI is not needed at run time.
 */
export async function migrate(client: ClientBase, directory = "prisma/migrations"): Promise<string[]> {
  await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
  try {
    await client.query(`create table if not exists "_prisma_migrations" (
      "id" varchar(36) primary key not null, "checksum" varchar(64) not null, "finished_at" timestamptz,
      "migration_name" varchar(255) not null, "logs" text, "rolled_back_at" timestamptz,
      "started_at" timestamptz not null default now(), "applied_steps_count" integer not null default 0)`);
    const { rows } = await client.query<{ migration_name: string }>(
      `select migration_name from "_prisma_migrations" where finished_at is not null`,
    );
    const done = new Set(rows.map((row) => row.migration_name));
    const applied: string[] = [];
    for (const name of fs.readdirSync(directory).sort()) {
      const file = path.join(directory, name, "migration.sql");
      if (done.has(name) || !fs.existsSync(file)) continue;
      await apply(client, name, fs.readFileSync(file, "utf8"));
      applied.push(name);
    }
    return applied;
  } finally {
    await client.query("select pg_advisory_unlock($1)", [MIGRATION_LOCK]);
  }
}

async function apply(client: ClientBase, name: string, sql: string): Promise<void> {
  await client.query("begin");
  try {
    await client.query(sql);
    await client.query(
      `insert into "_prisma_migrations"(id, checksum, finished_at, migration_name, applied_steps_count)
       values (gen_random_uuid()::text, $1, now(), $2, 1)`,
      [createHash("sha256").update(sql).digest("hex"), name],
    );
    await client.query("commit");
  } catch (cause) {
    await client.query("rollback");
    throw new Error(`Migration ${name} failed`, { cause });
  }
}
