import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { WorldKeys } from "../../support/built-world.ts";
import { projectRoot } from "../../support/tracked-files.ts";

/** What the demo keeps; the launcher passes it on as the third argument. */
export const DATA = path.resolve(projectRoot, process.argv[4] ?? ".data");

/** Keys of this copy of the demo, made at its first start and never committed. */
export function readSecrets(): WorldKeys {
  const file = path.join(DATA, "secrets.json");
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as WorldKeys;
  const made: WorldKeys = {
    apiKey: randomBytes(16).toString("hex"),
    apiSecret: randomBytes(24).toString("hex"),
    tokenKey: randomBytes(32).toString("base64"),
  };
  mkdirSync(DATA, { recursive: true });
  writeFileSync(file, JSON.stringify(made, null, 2), { mode: 0o600 });
  return made;
}

/** Removes what the demo itself made, and nothing else that may lie in the folder. */
export function wipeData(): void {
  for (const name of ["db", "db.lock", "logs", "secrets.json", "stand-in"]) rmSync(path.join(DATA, name), { recursive: true, force: true });
}
