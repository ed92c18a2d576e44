// Runs on a fresh clone, so it uses nothing but what Node 20 itself has.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

const inRoot = (...parts) => path.join(root, ...parts);

/** Installs the locked packages when they are missing or older than the lock, and generates the database client. */
export function bootstrap() {
  const major = Number(process.versions.node.split(".")[0]);
  if (major < 20) throw new Error(`Amends needs Node 20 or newer; this is Node ${process.versions.node}.`);
  if (!isInstalled()) {
    console.log("Installing packages (about a minute the first time)…");
    run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { shell: process.platform === "win32" });
  }
  if (!isGenerated()) {
    console.log("Generating the database client…");
    generate();
  }
}

/** The Node that runs TypeScript directly: the locked one where it exists for this platform, otherwise a new enough own one. */
export function nodeBinary() {
  const locked = inRoot("node_modules/.bin/node");
  if (existsSync(locked)) return locked;
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  throw new Error(`No Node 24 package exists for ${process.platform}-${process.arch}: install Node 24 and try again.`);
}

/** Environment in which child processes find the locked Node and the locked tools first. */
export function toolEnvironment(extra = {}) {
  const separator = process.platform === "win32" ? ";" : ":";
  return { ...process.env, PATH: [inRoot("node_modules/.bin"), process.env.PATH].join(separator), ...extra };
}

function isInstalled() {
  const installed = packagesOf(inRoot("node_modules/.package-lock.json"));
  if (!installed) return false;
  const locked = packagesOf(inRoot("package-lock.json")) ?? {};
  return Object.entries(locked).every(([place, entry]) => {
    if (place === "" || entry.optional || entry.devOptional || entry.link) return true;
    return installed[place]?.version === entry.version;
  });
}

function packagesOf(lockfile) {
  if (!existsSync(lockfile)) return undefined;
  return JSON.parse(readFileSync(lockfile, "utf8")).packages;
}

/** The database client is generated from the schema whose hash lies beside it. */
function schemaStamp() {
  const hash = createHash("sha256")
    .update(readFileSync(inRoot("prisma/schema.prisma")))
    .digest("hex");
  return { file: inRoot("node_modules/.prisma/client/amends-schema.sha256"), hash };
}

function isGenerated() {
  const { file, hash } = schemaStamp();
  return existsSync(file) && readFileSync(file, "utf8") === hash;
}

function generate() {
  run(nodeBinary(), [inRoot("node_modules/prisma/build/index.js"), "generate", "--config", "prisma/prisma.config.ts"], { quiet: true });
  const { file, hash } = schemaStamp();
  writeFileSync(file, hash);
}

function run(command, args, { quiet = false, shell = false } = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    env: toolEnvironment(),
    stdio: quiet ? "pipe" : ["ignore", "inherit", "inherit"],
    shell,
  });
  if (result.error) throw result.error;
  if (result.status !== 0) {
    if (quiet) process.stderr.write(`${result.stdout}${result.stderr}`);
    throw new Error(`${path.basename(command)} ${args[0]} failed`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    bootstrap();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
