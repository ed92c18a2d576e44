// `npm run check`: every gate with its heading, time and words, two at once; then the tests. What fails ends the run with its name.
import { spawn } from "node:child_process";
import { bootstrap, nodeBinary, root, toolEnvironment } from "./bootstrap.mjs";

const STATIC_STEPS = [
  // Takes longest, so it begins first.
  ["lint", "eslint", ".", "--max-warnings=0", "--cache", "--cache-location=.cache/eslint/"],
  ["format", "prettier", "--check", ".", "--cache", "--log-level=warn"],
  ["types", "tsc", "--noEmit"],
  ["boundaries", "depcruise", "app", "test", "prisma", "--config", "test/architecture/boundaries.cjs"],
  ["unused code", "knip", "--no-progress", "--no-config-hints"],
  // What only tests call does not exist for a merchant.
  ["uncalled code", "knip", "--no-progress", "--no-config-hints", "--production", "--include", "files"],
  ["theme", "node", "test/architecture/theme-check.mjs"],
  ["migrations", "npm", "run", "--silent", "check:migrations"],
];
// The first writes files that the steps above read.
const LATER_STEPS = [
  ["generated files", "npm", "run", "--silent", "check:generated"],
  ["tests", "node", "test/support/run.mjs"],
];
// None uses more than one processor, and types and lint take most of the time.
const AT_ONCE = 2;

bootstrap();
const only = process.argv.slice(2);
const isWanted = ([name]) => only.length === 0 || only.some((wanted) => name.startsWith(wanted));
const waiting = STATIC_STEPS.filter(isWanted);
const failed = [];
await Promise.all(Array.from({ length: AT_ONCE }, workOffSteps));
for (const step of LATER_STEPS.filter(isWanted)) if (failed.length === 0 && !(await runStep(step, "inherit"))) failed.push(step[0]);
if (failed.length > 0) {
  console.error(`\n== failed: ${failed.join(", ")}`);
  process.exitCode = 1;
}

async function workOffSteps() {
  for (let step = waiting.shift(); step; step = waiting.shift()) if (!(await runStep(step, "pipe"))) failed.push(step[0]);
}

/** Runs one step and says how it went; with "pipe" its words are held back until it has ended, so that two do not mix theirs. */
async function runStep([name, command, ...args], output) {
  const started = performance.now();
  const words = [];
  const child = spawn(command === "node" ? nodeBinary() : command, args, {
    cwd: root,
    env: toolEnvironment(),
    stdio: ["ignore", output, output],
  });
  child.stdout?.on("data", (chunk) => words.push(chunk));
  child.stderr?.on("data", (chunk) => words.push(chunk));
  const status = await new Promise((resolve) => {
    child.on("close", resolve);
    child.on("error", (error) => {
      words.push(Buffer.from(error.message));
      resolve(1);
    });
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(`\n== ${name} ${status === 0 ? "ok" : "FAILED"}, ${seconds} s\n${Buffer.concat(words).toString()}`);
  return status === 0;
}
