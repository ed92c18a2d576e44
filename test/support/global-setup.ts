import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { createPgConfig } from "@electric-sql/pglite/node-postgres";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { embeddedExtensions } from "#app/adapters/prisma/embedded.server.ts";
import { migrate } from "#app/adapters/prisma/migrate.server.ts";
import { prepareQueues } from "#app/queues.server.ts";
import { TEMPLATE_DATABASE } from "./template-database.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** A PGlite directory, migrated and prepared once and packed, that every test database starts from; empty on a server. */
    databaseTemplate: string;
    /** The same unpacked, for processes that keep theirs in a folder; empty on a server. */
    databaseFolder: string;
    /** The server to clone databases on; empty for the embedded engine. */
    databaseServer: string;
  }
}

/** Migrates one database for the whole run; tests start from copies of it. */
export default async function setup(project: TestProject): Promise<() => void> {
  const server = process.env.TEST_DATABASE_URL ?? "";
  project.provide("databaseServer", server);
  if (server) {
    await prepareServer(server);
    project.provide("databaseTemplate", "");
    project.provide("databaseFolder", "");
    return () => undefined;
  }
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "amends-test-"));
  const [file, directory] = [path.join(folder, "template.tar"), path.join(folder, "template")];
  fs.writeFileSync(file, await embeddedTemplate(directory));
  project.provide("databaseTemplate", file);
  project.provide("databaseFolder", directory);
  return () => fs.rmSync(folder, { recursive: true, force: true });
}

async function embeddedTemplate(directory: string): Promise<Buffer> {
  const db = await PGlite.create(directory, { extensions: await embeddedExtensions() });
  const pool = new pg.Pool({ ...createPgConfig(db), max: 1, idleTimeoutMillis: 0 });
  const client = await pool.connect();
  await migrate(client);
  await prepareQueues(client, true);
  // Filling the buffers with zeros would take half the time that a test's database takes to start.
  await client.query("alter system set shared_buffers = '16MB'");
  // Nothing for each of them to recover.
  await client.query("checkpoint");
  client.release();
  await pool.end();
  const dumped = await db.dumpDataDir("none");
  await db.close();
  return Buffer.from(await dumped.arrayBuffer());
}

async function prepareServer(server: string): Promise<void> {
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  await admin.query(`drop database if exists ${TEMPLATE_DATABASE} with (force)`);
  await admin.query(`create database ${TEMPLATE_DATABASE}`);
  await admin.end();
  const url = new URL(server);
  url.pathname = `/${TEMPLATE_DATABASE}`;
  const owner = new pg.Client({ connectionString: url.href });
  await owner.connect();
  await migrate(owner);
  await prepareQueues(owner, false);
  await owner.end();
}
