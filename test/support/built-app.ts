import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { projectRoot } from "./tracked-files.ts";

const STAMP = path.join(projectRoot, "build/inputs.sha256");
const LOCK = path.join(projectRoot, ".cache/build.lock");

/**
 * Makes sure that build/ is what `npm run build` makes of the files as they are now. Several test files and the demo may ask
 * at the same time: one builds, the others wait for it.
 */
export async function builtApp(): Promise<void> {
  while (!isCurrent()) {
    if (takeLock()) {
      try {
        if (!isCurrent()) await build();
      } finally {
        rmSync(LOCK, { force: true });
      }
    } else await sleep(200);
  }
}

function isCurrent(): boolean {
  return existsSync(STAMP) && readFileSync(STAMP, "utf8") === inputsHash();
}

function inputsHash(): string {
  const hash = createHash("sha256");
  const files = globSync(["app/**/*", "vite.config.ts", "package.json", "package-lock.json", "prisma/schema.prisma"], {
    cwd: projectRoot,
  }).sort();
  for (const file of files)
    if (statSync(path.join(projectRoot, file)).isFile()) hash.update(file).update(readFileSync(path.join(projectRoot, file)));
  return hash.digest("hex");
}

function takeLock(): boolean {
  mkdirSync(path.dirname(LOCK), { recursive: true });
  try {
    writeFileSync(LOCK, String(process.pid), { flag: "wx" });
    return true;
  } catch {
    if (!isRunning(Number(existsSync(LOCK) ? readFileSync(LOCK, "utf8") : 0))) rmSync(LOCK, { force: true });
    return false;
  }
}

function isRunning(pid: number): boolean {
  // A lock that is being written has no process id yet.
  if (!pid) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function build(): Promise<void> {
  const hash = inputsHash();
  const environment: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: "production" };
  for (const name of Object.keys(environment)) if (name.startsWith("VITE")) delete environment[name];
  const output: Buffer[] = [];
  const child = spawn("npm", ["run", "--silent", "build"], { cwd: projectRoot, env: environment, stdio: ["ignore", "pipe", "pipe"] });
  child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => output.push(chunk));
  const code = await new Promise((resolve) => child.once("close", resolve));
  if (code !== 0) throw new Error(`npm run build failed:\n${Buffer.concat(output).toString("utf8").slice(-4000)}`);
  writeFileSync(STAMP, hash);
}
