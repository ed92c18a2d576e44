import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "smol-toml";

export const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** What the demo keeps; the launcher passes it on as the third argument. */
export const DATA = path.resolve(ROOT, process.argv[4] ?? ".data");

export interface Secrets {
  apiKey: string;
  apiSecret: string;
  tokenKey: string;
}

/** Keys of this copy of the demo, made at its first start and never committed. */
export function readSecrets(): Secrets {
  const file = path.join(DATA, "secrets.json");
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as Secrets;
  const made: Secrets = {
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

/** The scopes that the app asks for, from shopify.app.toml. */
export function requestedScopes(): string[] {
  const { access_scopes: access } = parse(readFileSync(path.join(ROOT, "shopify.app.toml"), "utf8")) as {
    access_scopes?: { scopes?: string };
  };
  return (access?.scopes ?? "")
    .split(",")
    .map((scope) => scope.trim())
    .filter(Boolean);
}

/** Port numbers follow each other from the first. */
export function portsFrom(first: number): { main: number; window: number; app: number; proxy: number; smtp: number; clock: number } {
  return { main: first, window: first + 1, app: first + 2, proxy: first + 3, smtp: first + 4, clock: first + 5 };
}
