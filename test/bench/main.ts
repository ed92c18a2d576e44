import { builtApp } from "#test/support/built-app.ts";
import { startPostgres } from "#test/support/postgres-server.mjs";
import { benchDryRun } from "./dry-run.ts";
import { benchPolicies } from "./policies.ts";
import { benchPortal } from "./portal.ts";
import { benchRulesEngine } from "./rules-engine.ts";
import { benchStorefront } from "./storefront.ts";
import { benchSweep } from "./sweep.ts";
import { printTable, type Row } from "./table.ts";
import { benchWebhooks } from "./webhooks.ts";

/** Each part measures on a PostgreSQL of its own with durable commits; `npm run bench -- webhooks` runs one part only. */
const PARTS: Readonly<Record<string, (databaseUrl: string) => Promise<Row[]> | Row[]>> = {
  webhooks: benchWebhooks,
  sweep: benchSweep,
  portal: benchPortal,
  policies: benchPolicies,
  "rules-engine": benchRulesEngine,
  "dry-run": benchDryRun,
  storefront: benchStorefront,
};

const wanted = process.argv.slice(2);
await builtApp();
const rows: Row[] = [];
for (const [name, part] of Object.entries(PARTS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const postgres = await startPostgres({ settings: { fsync: "on", synchronous_commit: "on", full_page_writes: "on" } });
  try {
    rows.push(...(await part(postgres.url)));
  } finally {
    await postgres.stop();
  }
}
printTable(rows);
process.exitCode = rows.every((row) => row.isMet) ? 0 : 1;
