import { Blob } from "node:buffer";
import fs from "node:fs";
import { randomUUID } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { openDatabase, type Database } from "#app/adapters/prisma/database.server.ts";
import { TEMPLATE_DATABASE } from "./template-database.ts";

/** How to open a fresh, migrated database of a test's own, on the engine that the run was started for. */
export interface TestDatabase {
  readonly url: string;
  readonly template?: Blob;
  /** Connects as the owner, who sees every shop's rows. */
  readonly ownerUrl?: string;
  drop(): Promise<void>;
}

export async function newTestDatabase(): Promise<TestDatabase> {
  const server = inject("databaseServer");
  if (!server)
    return { url: "pglite:memory://", template: new Blob([fs.readFileSync(inject("databaseTemplate"))]), drop: async () => undefined };
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await asAdmin(server, `create database ${name} template ${TEMPLATE_DATABASE}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, ownerUrl: url.href, drop: () => asAdmin(server, `drop database if exists ${name} with (force)`) };
}

/** Opens a fresh database alone, for tests of the adapters. */
export async function openTestDatabase(): Promise<Database> {
  const database = await newTestDatabase();
  const opened = await openDatabase({
    url: database.url,
    isPrepared: true,
    poolSize: 5,
    ...(database.template ? { template: database.template as globalThis.Blob } : {}),
  });
  return {
    ...opened,
    close: async () => {
      await opened.close();
      await database.drop();
    },
  };
}

async function asAdmin(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
