import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import readline from "node:readline";
import { fileURLToPath } from "node:url";
import { setTimeout as sleep } from "node:timers/promises";
import { readProjectFile, projectRoot } from "./tracked-files.ts";

const READY_MS = 90_000;
const STOP_MS = 15_000;
const KEPT_LINES = 200;
const CLOCK = fileURLToPath(new URL("../shopify-stand-in/clock/clock-preload.mjs", import.meta.url));

/** A process of the built app: `start` serves, `worker` works its queues. */
export type ProcessKind = "start" | "worker";

/** Who wants to know what a process says, and that it ended without being asked to. */
export interface ProcessWatch {
  readonly onLine?: (line: string, stream: "stdout" | "stderr") => void;
  readonly onUnasked?: (exitCode: number) => void;
}

/**
 * The app as it ships, started as its npm script starts it, with the stand-in's clock. It may be killed and started again.
 * Ctrl-C in the terminal does not reach it: it is ended in its turn.
 */
export class AppProcess {
  readonly kind: ProcessKind;
  readonly #environment: Readonly<Record<string, string>>;
  readonly #watch: ProcessWatch;
  readonly #output: string[] = [];
  #child: ChildProcess | undefined;
  #isEnding = false;

  constructor(kind: ProcessKind, environment: Readonly<Record<string, string>>, watch: ProcessWatch = {}) {
    this.kind = kind;
    this.#environment = environment;
    this.#watch = watch;
  }

  /** Starts it and waits until the web process answers; a worker is ready once it runs. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, ["--import", CLOCK, ...scriptArguments(this.kind)], {
      cwd: projectRoot,
      env: { ...process.env, ...this.#environment },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    this.#child = child;
    this.#isEnding = false;
    for (const name of ["stdout", "stderr"] as const) {
      readline.createInterface({ input: child[name] }).on("line", (line) => this.#keep(line, name));
    }
    // Whoever ends on the way must not leave the app behind.
    const insist = () => child.kill("SIGKILL");
    process.once("exit", insist);
    child.once("exit", (code) => {
      process.off("exit", insist);
      if (!this.#isEnding) this.#watch.onUnasked?.(code ?? 1);
    });
    if (this.kind === "start") await this.#untilReady();
  }

  get isRunning(): boolean {
    return this.#child !== undefined && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** SIGKILL: nothing of it is left, and nothing was said. */
  async kill(): Promise<void> {
    await this.#end("SIGKILL");
  }

  /** SIGTERM: what is at hand is finished. Answers the exit code, null when it had to be killed after all. */
  async stop(): Promise<number | null> {
    const insist = setTimeout(() => this.#child?.kill("SIGKILL"), STOP_MS);
    await this.#end("SIGTERM");
    clearTimeout(insist);
    return this.#child?.exitCode ?? null;
  }

  /** The last of what it wrote. */
  output(): string {
    return this.#output.join("\n");
  }

  async #end(signal: "SIGKILL" | "SIGTERM"): Promise<void> {
    const child = this.#child;
    this.#isEnding = true;
    if (!child || !this.isRunning) return;
    const ended = once(child, "exit");
    child.kill(signal);
    await ended;
  }

  async #untilReady(): Promise<void> {
    const deadline = performance.now() + READY_MS;
    const url = `http://127.0.0.1:${this.#environment["PORT"]}/healthz`;
    while (!(await answers(url))) {
      // Ended on purpose while it started.
      if (this.#isEnding) return;
      if (!this.isRunning) throw new Error(`The app did not start:\n${this.output()}`);
      if (performance.now() > deadline) throw new Error(`The app does not answer at ${url}:\n${this.output()}`);
      await sleep(50);
    }
  }

  #keep(line: string, stream: "stdout" | "stderr"): void {
    this.#output.push(line);
    if (this.#output.length > KEPT_LINES) this.#output.shift();
    this.#watch.onLine?.(line, stream);
  }
}

/** What follows `node` in the npm script, so that tests and benchmarks run the app with the options it ships with. */
/** What Node is started with by the npm script of that name, its settings included. */
export function scriptArguments(kind: ProcessKind): string[] {
  const { scripts } = JSON.parse(readProjectFile("package.json")) as { scripts: Record<ProcessKind, string> };
  const [, ...rest] = scripts[kind].split(" ");
  const script = rest.at(-1) ?? "";
  return [...rest.slice(0, -1), path.join(projectRoot, script)];
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}
