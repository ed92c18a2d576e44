import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { SECRET } from "./load.ts";

/** A server in a process of its own, so that its memory and its event loop are its own. */
export interface RunningServer {
  readonly url: string;
  residentMegabytes(): number;
  stop(): Promise<void>;
}

export interface ServerPlan {
  /** Node's arguments: settings, then the script. */
  readonly command: readonly string[];
  readonly port: number;
  readonly databaseUrl: string;
  /** A path that answers 200 once the server is up; a worker has none. */
  readonly readyPath?: string;
}

export function environment(plan: Pick<ServerPlan, "port" | "databaseUrl">): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: "production",
    PORT: String(plan.port),
    HOST: "127.0.0.1",
    DATABASE_URL: plan.databaseUrl,
    SHOPIFY_API_KEY: "bench-key",
    SHOPIFY_API_SECRET: SECRET,
    SHOPIFY_APP_URL: `http://127.0.0.1:${plan.port}`,
    SCOPES: "read_orders",
    TOKEN_ENCRYPTION_KEYS: Buffer.alloc(32, 7).toString("base64"),
    SMTP_URL: "smtp://127.0.0.1:9",
    MAIL_FROM: "bench@amends.test",
    LOG_LEVEL: "error",
  };
}

export async function startServer(plan: ServerPlan): Promise<RunningServer> {
  const child = spawn(process.execPath, plan.command, { env: environment(plan), stdio: ["ignore", "ignore", "inherit"] });
  const insist = () => child.kill("SIGKILL");
  process.once("exit", insist);
  child.once("exit", () => process.off("exit", insist));
  const url = `http://127.0.0.1:${plan.port}`;
  if (plan.readyPath) await untilReady(child, `${url}${plan.readyPath}`);
  else await sleep(3_000);
  return {
    url,
    residentMegabytes: () => residentMegabytes(child),
    stop: async () => {
      child.kill("SIGTERM");
      if (child.exitCode === null) await once(child, "exit");
    },
  };
}

async function untilReady(child: ChildProcess, url: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`A server under measure ended with ${child.exitCode}`);
    const isUp = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (isUp) return;
    await sleep(100);
  }
  throw new Error(`Nothing answers at ${url}`);
}

function residentMegabytes(child: ChildProcess): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1];
  return Number(kilobytes) / 1_024;
}
