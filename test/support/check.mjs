// `npm run check`: every gate in order, each with its heading and time; the first that fails ends the run with its name.
import { spawnSync } from "node:child_process";
import { bootstrap, nodeBinary, root, toolEnvironment } from "./bootstrap.mjs";

const STEPS = [
  ["format", "prettier", "--check", ".", "--cache", "--log-level=warn"],
  ["lint", "eslint", ".", "--max-warnings=0", "--cache", "--cache-location=.cache/eslint/"],
  ["types", "tsc", "--noEmit"],
  ["boundaries", "depcruise", "app", "test", "prisma", "--config", "test/architecture/boundaries.cjs"],
  ["unused code", "knip", "--no-progress", "--no-config-hints"],
  // What only tests call does not exist for a merchant.
  ["uncalled code", "knip", "--no-progress", "--no-config-hints", "--production", "--include", "files"],
  ["theme", "node", "test/architecture/theme-check.mjs"],
  ["migrations", "npm", "run", "--silent", "check:migrations"],
  ["generated files", "npm", "run", "--silent", "check:generated"],
  ["tests", "node", "test/support/run.mjs"],
];

bootstrap();
const only = process.argv.slice(2);
for (const [name, command, ...args] of STEPS) {
  if (only.length > 0 && !only.some((wanted) => name.startsWith(wanted))) continue;
  const started = performance.now();
  console.log(`\n== ${name}`);
  const result = spawnSync(command === "node" ? nodeBinary() : command, args, {
    cwd: root,
    env: toolEnvironment(),
    stdio: ["ignore", "inherit", "inherit"],
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (result.status !== 0) {
    console.error(`== ${name} failed after ${seconds} s${result.error ? `: ${result.error.message}` : ""}`);
    process.exit(result.status || 1);
  }
  console.log(`== ${name} ok, ${seconds} s`);
}
