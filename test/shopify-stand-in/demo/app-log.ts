import { createWriteStream, mkdirSync } from "node:fs";
import path from "node:path";
import type { ProcessWatch } from "../../support/app-process.ts";
import { projectRoot } from "../../support/tracked-files.ts";
import { DATA } from "./settings.ts";

const ERROR_LEVEL = 50;
const FILE = path.join(DATA, "logs", "app.log");

/** The log's place as it is told to a person. */
export const APP_LOG = path.relative(projectRoot, FILE);

/** Keeps everything that the app says in the log file; errors are shown as well, in one line each. */
export function appLog(): NonNullable<ProcessWatch["onLine"]> {
  mkdirSync(path.dirname(FILE), { recursive: true });
  const log = createWriteStream(FILE, { flags: "a" });
  return (line, stream) => {
    log.write(`${line}\n`);
    const shown = errorLine(line, stream === "stderr");
    if (shown !== undefined) process.stderr.write(`  app: ${shown}\n`);
  };
}

function errorLine(line: string, isStandardError: boolean): string | undefined {
  try {
    const entry = JSON.parse(line) as { level?: number; msg?: string; err?: { message?: string } };
    return (entry.level ?? 0) >= ERROR_LEVEL ? [entry.msg, entry.err?.message].filter(Boolean).join(": ") : undefined;
  } catch {
    return isStandardError && line.trim() !== "" && !/Warning|^\(Use `node/.test(line) ? line : undefined;
  }
}
