import os from "node:os";
import { builtApp } from "#test/support/built-app.ts";
import { startPostgres } from "#test/support/postgres-server.mjs";
import { benchDryRun } from "./dry-run.ts";
import { benchPolicies } from "./policies.ts";
import { benchPortal } from "./portal.ts";
import { benchReturnsList } from "./returns-list.ts";
import { benchRulesEngine } from "./rules-engine.ts";
import { benchStorefront } from "./storefront.ts";
import { benchSweep } from "./sweep.ts";
import { printTable, type Row } from "./table.ts";
import { benchWebhooks } from "./webhooks.ts";

/**
 * One file for each group of rows. Each measures on a PostgreSQL of its own with durable commits; `npm run bench -- webhooks` runs one
 * group only.
 */
const PARTS: Readonly<Record<string, (databaseUrl: string) => Promise<Row[]> | Row[]>> = {
  webhooks: benchWebhooks,
  portal: benchPortal,
  sweep: benchSweep,
  "returns-list": benchReturnsList,
  policies: benchPolicies,
  "rules-engine": benchRulesEngine,
  "dry-run": benchDryRun,
  storefront: benchStorefront,
};

const DURABLE = { fsync: "on", synchronous_commit: "on", full_page_writes: "on" };

// Servers under measure end with this process, which a signal alone would not let them see.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => process.exit(1));

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in PARTS));
if (unknown.length > 0) throw new Error(`No such rows: ${unknown.join(", ")}; there are ${Object.keys(PARTS).join(", ")}`);
await builtApp();
const before = os.loadavg()[0] ?? 0;
const rows: Row[] = [];
const failed: string[] = [];
for (const [name, part] of Object.entries(PARTS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.error(`${name} …`);
  try {
    rows.push(...(await onPostgres(part)));
  } catch (error) {
    failed.push(name);
    console.error(error);
  }
}
printTable(rows);
const cores = os.availableParallelism();
console.log(`\nNode ${process.version}, ${cores} cores, load average ${before.toFixed(1)} at the start.`);
if (before > cores / 2)
  console.log("Other work was running: figures are too low; ratios to a baseline, whose rounds alternate with ours, hold.");
if (failed.length > 0) console.error(`Not measured: ${failed.join(", ")}`);
// A goal that is missed stands in the table; only what could not be measured is a failure.
process.exitCode = failed.length > 0 ? 1 : 0;

async function onPostgres(part: (databaseUrl: string) => Promise<Row[]> | Row[]): Promise<Row[]> {
  const postgres = await startPostgres({ settings: DURABLE });
  try {
    return await part(postgres.url);
  } finally {
    await postgres.stop();
  }
}
