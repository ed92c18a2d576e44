// `npm run migration -- what_changes`: a new migration from what the existing ones make to what schema.prisma wants.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

const name = process.argv[2];
if (!/^[a-z][a-z0-9_]*$/.test(name ?? "")) {
  console.error("Say in snake_case what changes: npm run migration -- add_dry_run");
  process.exit(1);
}
const last =
  readdirSync("prisma/migrations")
    .filter((folder) => /^\d{4}_/.test(folder))
    .sort()
    .at(-1) ?? "0000";
const folder = `prisma/migrations/${String(Number(last.slice(0, 4)) + 1).padStart(4, "0")}_${name}`;
const scratch = mkdtempSync(path.join(os.tmpdir(), "amends-migration-"));
try {
  // The engine refuses a migration folder without its file, so the difference is written elsewhere first.
  const output = path.join(scratch, "difference.sql");
  const from = ["--from-migrations", "prisma/migrations", "--to-schema-datamodel", "prisma/schema.prisma"];
  const command = ["migrate", "diff", "--config", "prisma/prisma.config.ts", ...from, "--script", "--output", output];
  execFileSync("prisma", command, { stdio: ["ignore", "ignore", "inherit"], timeout: 60_000 });
  const difference = readFileSync(output, "utf8").trim();
  if (/^(--.*)?$/.test(difference)) throw new Error("The migrations already make what schema.prisma wants.");
  mkdirSync(folder);
  // New tables get row-level security and their grants.
  writeFileSync(`${folder}/migration.sql`, `${difference}\n\nSELECT amends_secure_tenant_tables();\n`);
  console.log(`Wrote ${folder}/migration.sql. Read it, and add what Prisma cannot say: partial indexes, functions, triggers.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true });
}
