import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { createStandIn, type StandIn } from "#test/shopify-stand-in/create-stand-in.ts";
import { installApp } from "#test/shopify-stand-in/demo/install-app.ts";
import { appWindow } from "#test/shopify-stand-in/faces/app-window.ts";
import { demoFaces, type Faces } from "#test/shopify-stand-in/faces/demo-faces.ts";
import { closeServer, listen } from "#test/shopify-stand-in/network/listen.ts";
import type { StandInOptions } from "#test/shopify-stand-in/options.ts";
import { DEMO_DOMAIN } from "#test/shopify-stand-in/seed/demo-shop.ts";
import { AppProcess } from "./app-process.ts";
import { builtApp } from "./built-app.ts";

export interface BuiltWorldOptions extends Pick<StandInOptions, "now" | "throttle"> {
  /** A PostgreSQL database of its own; without it the app keeps its embedded one in a temporary folder. */
  readonly databaseUrl?: string;
  /** Processes that only work queues, which only a database server allows. */
  readonly workers?: number;
  /** Fills the shop before the app is installed. */
  readonly plant?: (standIn: StandIn, faces: Faces) => void;
  /** False leaves the shop without the app. */
  readonly isInstalled?: boolean;
}

/** The stand-in in this process and the built app in processes of its own, on free ports, with a shop that has installed it. */
export interface BuiltWorld {
  readonly standIn: StandIn;
  readonly faces: Faces;
  readonly web: AppProcess;
  readonly workers: readonly AppProcess[];
  readonly environment: Readonly<Record<string, string>>;
  /** Where a browser finds storefront, admin and mailbox. */
  readonly standInUrl: string;
  /** Where a browser finds the app's own pages. */
  readonly appUrl: string;
  /** Where the app's process listens. */
  readonly webUrl: string;
  install(): Promise<void>;
  close(): Promise<void>;
}

export async function startBuiltWorld(options: BuiltWorldOptions = {}): Promise<BuiltWorld> {
  await builtApp();
  const folder = mkdtempSync(path.join(os.tmpdir(), "amends-world-"));
  const [main, window, web] = [await freePort(), await freePort(), await freePort()];
  const urls = { standInUrl: `http://localhost:${main}`, appUrl: `http://localhost:${window}`, webUrl: `http://127.0.0.1:${web}` };
  const { standIn, faces } = await openStandIn(options, { main, folder, ...urls });
  options.plant?.(standIn, faces);
  const view = appWindow({ world: standIn.world, target: urls.webUrl, standInUrl: urls.standInUrl });
  await listen(view, window, "app as the browser sees it");
  const environment = environmentFor(standIn, {
    url: options.databaseUrl ?? `pglite:${path.join(folder, "db")}`,
    port: web,
    appUrl: urls.appUrl,
  });
  const world: BuiltWorld = {
    ...urls,
    standIn,
    faces,
    environment,
    web: new AppProcess("start", environment),
    workers: Array.from({ length: options.workers ?? 0 }, () => new AppProcess("worker", environment)),
    install: () => installApp({ standIn, appUrl: urls.appUrl, opsUrl: urls.webUrl, tell: () => undefined }),
    close: async () => {
      await Promise.all([world.web, ...world.workers].map((each) => each.stop()));
      await closeServer(view);
      await standIn.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await startAll(world, options);
  return world;
}

async function startAll(world: BuiltWorld, { isInstalled = true }: BuiltWorldOptions): Promise<void> {
  try {
    // The web process migrates; workers that start beside it would migrate as well.
    await world.web.start();
    await Promise.all(world.workers.map((worker) => worker.start()));
    if (isInstalled) await world.install();
  } catch (error) {
    await world.close();
    throw error;
  }
}

interface Place {
  readonly main: number;
  readonly folder: string;
  readonly appUrl: string;
  readonly webUrl: string;
}

async function openStandIn(
  options: BuiltWorldOptions,
  { main, folder, appUrl, webUrl }: Place,
): Promise<{ standIn: StandIn; faces: Faces }> {
  const made: Faces[] = [];
  const standIn = await createStandIn({
    shops: [{ domain: DEMO_DOMAIN, installed: false }],
    ports: { main, proxy: 0, smtp: 0, clock: 0 },
    appTarget: webUrl,
    webhookConcurrency: 8,
    identityFolder: path.join(folder, "certificates"),
    faces: [demoFaces({ localAppUrl: appUrl, folder }, (faces) => made.push(faces))],
    ...(options.now ? { now: options.now } : {}),
    ...(options.throttle ? { throttle: options.throttle } : {}),
  });
  standIn.setUrls({ appUrl });
  const [faces] = made;
  if (!faces) throw new Error("The stand-in made no pages");
  return { standIn, faces };
}

function environmentFor(standIn: StandIn, { url, port, appUrl }: { url: string; port: number; appUrl: string }): Record<string, string> {
  // Each process gets the clock by its own --import.
  const { NODE_OPTIONS: _preload, ...environment } = standIn.appEnvironment();
  return {
    ...environment,
    NODE_ENV: "production",
    PORT: String(port),
    HOST: "127.0.0.1",
    SHOPIFY_APP_URL: appUrl,
    SCOPES: standIn.world.options.scopes.join(","),
    DATABASE_URL: url,
    TOKEN_ENCRYPTION_KEYS: randomBytes(32).toString("base64"),
    MAIL_FROM: "hello@fieldandthread.example",
    SWEEP_INTERVAL_MS: "200",
    LOG_LEVEL: process.env["TEST_LOG_LEVEL"] ?? "warn",
  };
}

/** A port that was free a moment ago. Ports of one world are asked for one after the other, so they differ. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
