import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { projectRoot, readProjectFile } from "#test/support/tracked-files.ts";

const sandbox = mkdtempSync(path.join(tmpdir(), "amends-boundaries-"));
afterAll(() => rmSync(sandbox, { recursive: true, force: true }));

/** What may stand in a file, and which rules must say no to it (none: it is allowed). */
const ARROWS: readonly [file: string, source: string, ...rules: string[]][] = [
  ["app/domain/shared/up.ts", `import "../returns/known.ts";`, "shared-knows-no-feature"],
  ["app/domain/returns/known.ts", `export const known = 1;`],
  ["app/domain/returns/reads-files.ts", `import "node:fs";`, "domain-is-pure"],
  [
    "app/domain/returns/knows-rows.ts",
    `import type { PrismaClient } from "@prisma/client"; export type X = PrismaClient;`,
    "domain-is-pure",
    "one-home-for-database",
  ],
  ["app/domain/returns/late.ts", `export const x = () => import("#app/env.server.ts");`, "domain-is-pure"],
  ["app/domain/returns/dates.ts", `import "luxon"; import "zod"; import "../shared/money.ts";`],
  ["app/domain/shared/money.ts", `export const money = 1;`],
  ["app/env.server.ts", `export const env = 1;`],
  ["app/use-cases/ports.ts", `import "#app/domain/shared/money.ts"; export const ports = 1;`],
  ["app/use-cases/verb.server.ts", `import "./ports.ts"; import "#app/domain/returns/known.ts";`],
  ["app/use-cases/wires.server.ts", `import "#app/adapters/email/mailer.server.ts";`, "use-cases-speak-to-ports"],
  ["app/use-cases/renders.server.ts", `import "react";`, "use-cases-speak-to-ports"],
  ["app/adapters/email/mailer.server.ts", `import "nodemailer"; import "#app/use-cases/ports.ts"; export const mailer = 1;`],
  ["app/adapters/email/stores.server.ts", `import "pg";`, "one-driver-for-the-database"],
  ["app/adapters/email/borrows.server.ts", `import "../system/log.server.ts";`, "adapters-know-their-own"],
  ["app/adapters/email/turns-back.server.ts", `import "#app/routes/app.tsx";`, "adapters-know-no-way-in", "adapters-know-their-own"],
  ["app/adapters/system/log.server.ts", `import "pino"; export const log = 1;`],
  ["app/composition.server.ts", `import "./adapters/email/mailer.server.ts"; export const compose = 1; export type App = 1;`],
  [
    "app/routes/app.tsx",
    `import type { App } from "#app/composition.server.ts"; import "#app/use-cases/verb.server.ts"; export type X = App;`,
  ],
  ["app/routes/app.other.tsx", `import "./app.tsx";`, "routes-are-thin"],
  ["app/routes/app.rows.tsx", `import "@prisma/client";`, "one-home-for-database"],
  ["app/routes/app.wires.tsx", `import "#app/adapters/system/log.server.ts";`, "routes-are-thin"],
  ["app/routes/app.tests.tsx", `import "#test/builders/a-return.ts";`, "tests-stay-out"],
  ["app/routes/app.dev.tsx", `import "fast-check";`, "app-ships-without-dev-packages"],
  [
    "app/jobs/sweep.server.ts",
    `import type { App } from "#app/composition.server.ts"; import "#app/use-cases/verb.server.ts"; export type X = App;`,
  ],
  ["app/jobs/wires.server.ts", `import "#app/composition.server.ts";`, "jobs-are-handed-their-context"],
  ["app/jobs/queues.server.ts", `import "pg-boss";`, "jobs-call-use-cases", "one-home-for-queue"],
  ["app/ui/page.tsx", `import "@shopify/polaris"; import "#app/locales/en/portal.json"; import "#app/domain/shared/money.ts";`],
  ["app/ui/server.ts", `import type { App } from "#app/composition.server.ts"; export type X = App;`, "ui-is-browser-safe"],
  ["app/ui/node.ts", `import "node:path";`, "ui-uses-no-node"],
  ["app/ui/one.ts", `import "./two.ts"; export const one = 1;`, "no-cycles"],
  ["app/ui/two.ts", `import "./one.ts"; export const two = 2;`],
  ["app/ui/lost.ts", `import "not-installed-anywhere";`, "resolvable"],
  ["app/locales/en/portal.json", `{}`],
  ["test/builders/a-return.ts", `import "#app/domain/returns/known.ts"; import "fast-check"; export const aReturn = 1;`],
  ["test/builders/whole.ts", `import "./part.ts"; export type Whole = 1;`],
  ["test/builders/part.ts", `import type { Whole } from "./whole.ts"; export type X = Whole;`],
  ["test/builders/chicken.ts", `import "./egg.ts"; export const chicken = 1;`, "no-running-cycles"],
  ["test/builders/egg.ts", `import "./chicken.ts"; export const egg = 1;`],
];

interface Cruise {
  summary: { violations: { from: string; rule: { name: string } }[] };
}

let violations: Map<string, string[]>;

beforeAll(async () => {
  for (const [file, source] of ARROWS) {
    mkdirSync(path.dirname(path.join(sandbox, file)), { recursive: true });
    writeFileSync(path.join(sandbox, file), source);
  }
  for (const file of ["package.json", "tsconfig.json"]) writeFileSync(path.join(sandbox, file), readProjectFile(file));
  symlinkSync(path.join(projectRoot, "node_modules"), path.join(sandbox, "node_modules"));
  const config = path.join(projectRoot, "test/architecture/boundaries.cjs");
  const depcruise = path.join(projectRoot, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  // It exits with the number of violations, and those are what is asked for here.
  const answer = await promisify(execFile)(process.execPath, [depcruise, "app", "test", "--config", config, "--output-type", "json"], {
    cwd: sandbox,
    maxBuffer: 64 * 1024 * 1024,
  }).catch((error: { stdout: string }) => error);
  const cruise = JSON.parse(answer.stdout) as Cruise;
  violations = new Map();
  for (const { from, rule } of cruise.summary.violations) violations.set(from, [...(violations.get(from) ?? []), rule.name]);
}, 60_000);

describe("who may import what", () => {
  test.each(ARROWS)("%s: %s", (file, _source, ...rules) => {
    expect([...new Set(violations.get(file) ?? [])].sort()).toEqual([...rules].sort());
  });
});
