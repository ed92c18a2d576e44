import { spawn, type ChildProcess } from "node:child_process";
import { createWriteStream, mkdirSync } from "node:fs";
import path from "node:path";
import readline from "node:readline";
import { fileURLToPath } from "node:url";
import { setTimeout as sleep } from "node:timers/promises";
import { DATA, ROOT } from "./settings.ts";

const START_MS = 90_000;
const STOP_MS = 8_000;
const ERROR_LEVEL = 50;

const APP_LOG = path.join(DATA, "logs", "app.log");

/** The app as it ships, in a process of its own. Ctrl-C in the terminal does not reach it: it is ended in its turn. */
export class AppProcess {
  readonly #child: ChildProcess;
  #isEnding = false;
  readonly exited: Promise<number>;

  constructor(environment: Readonly<Record<string, string>>) {
    const preload = fileURLToPath(new URL("../clock/clock-preload.mjs", import.meta.url));
    this.#child = spawn(process.execPath, ["--enable-source-maps", "--import", preload, path.join(ROOT, "build/main/server.js")], {
      cwd: ROOT,
      env: { ...process.env, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    this.exited = new Promise((resolve) => this.#child.once("exit", (code) => resolve(code ?? 1)));
    this.#keepLog();
  }

  /** Resolves when the app answers; rejects when it ends first, with the end of what it said. */
  async ready(url: string): Promise<void> {
    const deadline = performance.now() + START_MS;
    let hasEnded = false;
    void this.exited.then(() => (hasEnded = true));
    while (!(await answers(`${url}/healthz`))) {
      if (hasEnded) throw new Error(`The app did not start. Its log is in ${path.relative(ROOT, APP_LOG)}.`);
      if (performance.now() > deadline)
        throw new Error(`The app did not answer within ${START_MS / 1000} s. Its log is in ${path.relative(ROOT, APP_LOG)}.`);
      await sleep(100);
    }
  }

  /** Asks it to end, and after a while insists. */
  async stop(): Promise<void> {
    this.#isEnding = true;
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    this.#child.kill("SIGTERM");
    const insist = setTimeout(() => this.#child.kill("SIGKILL"), STOP_MS);
    await this.exited;
    clearTimeout(insist);
  }

  kill(): void {
    this.#child.kill("SIGKILL");
  }

  get isEnding(): boolean {
    return this.#isEnding;
  }

  /** Everything goes to the log file; errors are shown as well, in one line each. */
  #keepLog(): void {
    mkdirSync(path.dirname(APP_LOG), { recursive: true });
    const log = createWriteStream(APP_LOG, { flags: "a" });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      if (!stream) continue;
      readline.createInterface({ input: stream }).on("line", (line) => {
        log.write(`${line}\n`);
        const shown = errorLine(line, stream === this.#child.stderr);
        if (shown !== undefined) process.stderr.write(`  app: ${shown}\n`);
      });
    }
  }
}

function errorLine(line: string, isStandardError: boolean): string | undefined {
  try {
    const entry = JSON.parse(line) as { level?: number; msg?: string; err?: { message?: string } };
    return (entry.level ?? 0) >= ERROR_LEVEL ? [entry.msg, entry.err?.message].filter(Boolean).join(": ") : undefined;
  } catch {
    return isStandardError && line.trim() !== "" && !/Warning|^\(Use `node/.test(line) ? line : undefined;
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}
