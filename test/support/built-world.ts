import { randomBytes } from "node:crypto";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { createStandIn, type StandIn } from "#test/shopify-stand-in/create-stand-in.ts";
import { installApp } from "#test/shopify-stand-in/demo/install-app.ts";
import { appWindow } from "#test/shopify-stand-in/faces/app-window.ts";
import { demoFaces, type Faces } from "#test/shopify-stand-in/faces/demo-faces.ts";
import { closeServer, listen } from "#test/shopify-stand-in/network/listen.ts";
import type { StandInOptions } from "#test/shopify-stand-in/options.ts";
import { createEasyPost, type EasyPost } from "#test/easypost-stand-in/create-easypost.ts";
import { DEMO_DOMAIN } from "#test/shopify-stand-in/seed/demo-shop.ts";
import { AppProcess, type ProcessWatch } from "./app-process.ts";
import { builtApp } from "./built-app.ts";
import { freeWorldPorts, type WorldPorts } from "./world-ports.ts";

/** Where in its folder a world keeps the embedded database. */
const EMBEDDED = "db";

/** What must be the same whenever a kept world is opened. */
export interface WorldKeys {
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly tokenKey: string;
}

export interface WorldOptions extends Pick<StandInOptions, "now" | "throttle"> {
  /** A PostgreSQL database of its own; without it the app keeps its embedded one in the world's folder. */
  readonly databaseUrl?: string;
  /** A folder with an embedded database that is migrated already, to start from a copy of. */
  readonly databaseFolder?: string;
  /** Processes that only work queues, which only a database server allows. */
  readonly workers?: number;
  /** Keeps everything in this folder and goes on from there the next time; without it nothing outlives the world. */
  readonly kept?: { readonly folder: string; readonly keys: WorldKeys };
  /** Free ports unless given. */
  readonly ports?: WorldPorts;
  readonly logLevel?: string;
  readonly watch?: ProcessWatch;
}

export interface BuiltWorldOptions extends WorldOptions {
  /** Fills the shop before the app is installed. */
  readonly plant?: (standIn: StandIn, faces: Faces) => void;
  /** False leaves the shop without the app. */
  readonly isInstalled?: boolean;
}

/** The stand-in in this process and the built app in processes of its own. */
export interface BuiltWorld {
  readonly standIn: StandIn;
  readonly faces: Faces;
  readonly easyPost: EasyPost;
  readonly web: AppProcess;
  readonly workers: readonly AppProcess[];
  readonly environment: Readonly<Record<string, string>>;
  /** Where a browser finds storefront, admin and mailbox. */
  readonly standInUrl: string;
  /** Where a browser finds the app's own pages. */
  readonly appUrl: string;
  /** Where the app's process listens. */
  readonly webUrl: string;
  /** Starts the app's processes and waits until it answers. */
  start(): Promise<void>;
  /** Installs the app in the shop and waits until the shop's history is read. */
  install(tell?: (progress: string) => void): Promise<void>;
  close(): Promise<void>;
}

/** A world for a test: the app built and started, in a shop that has installed it. */
export async function startBuiltWorld(options: BuiltWorldOptions = {}): Promise<BuiltWorld> {
  await builtApp();
  const world = await openWorld(options);
  try {
    options.plant?.(world.standIn, world.faces);
    await world.start();
    if (options.isInstalled !== false) await world.install();
  } catch (error) {
    await world.close();
    throw error;
  }
  return world;
}

/** The stand-in with its pages, on its ports; the processes of the app are made and not yet started. */
export async function openWorld(options: WorldOptions = {}): Promise<BuiltWorld> {
  const ports = options.ports ?? (await freeWorldPorts());
  const folder = options.kept?.folder ?? mkdtempSync(path.join(os.tmpdir(), "amends-world-"));
  const urls = {
    standInUrl: `http://localhost:${ports.main}`,
    appUrl: `http://localhost:${ports.window}`,
    webUrl: `http://127.0.0.1:${ports.app}`,
  };
  if (options.databaseFolder) cpSync(options.databaseFolder, path.join(folder, EMBEDDED), { recursive: true });
  const { standIn, faces } = await openStandIn(options, { ports, folder, ...urls });
  const view = appWindow({ world: standIn.world, target: urls.webUrl, standInUrl: urls.standInUrl });
  const easyPost = await createEasyPost({
    port: ports.carrier,
    now: () => standIn.now(),
    ...(options.kept ? { file: path.join(folder, "stand-in", "easypost.json") } : {}),
  });
  const environment = {
    ...environmentFor(standIn, { ...options, folder, port: ports.app, appUrl: urls.appUrl }),
    EASYPOST_URL: easyPost.apiUrl,
  };
  const process = (kind: "start" | "worker") => new AppProcess(kind, environment, options.watch);
  const world = { web: process("start"), workers: Array.from({ length: options.workers ?? 0 }, () => process("worker")) };
  const close = async () => {
    await Promise.all([world.web, ...world.workers].map((each) => each.stop()));
    await closeServer(view);
    await standIn.close();
    await easyPost.close();
    if (!options.kept) rmSync(folder, { recursive: true, force: true });
  };
  await listen(view, ports.window, "app as the browser sees it").catch(async (error: unknown) => {
    await close();
    throw error;
  });
  return {
    ...urls,
    ...world,
    standIn,
    faces,
    easyPost,
    environment,
    start: async () => {
      // The web process migrates; workers that start beside it would migrate as well.
      await world.web.start();
      await Promise.all(world.workers.map((worker) => worker.start()));
    },
    install: (tell = () => undefined) => installApp({ standIn, appUrl: urls.appUrl, opsUrl: urls.webUrl, tell }),
    close,
  };
}

interface Place {
  readonly ports: WorldPorts;
  readonly folder: string;
  readonly appUrl: string;
  readonly webUrl: string;
}

async function openStandIn(options: WorldOptions, place: Place): Promise<{ standIn: StandIn; faces: Faces }> {
  const made: Faces[] = [];
  const { kept } = options;
  const folder = path.join(place.folder, "stand-in");
  const standIn = await createStandIn({
    shops: [{ domain: DEMO_DOMAIN, installed: false }],
    ports: { main: place.ports.main, proxy: place.ports.proxy, smtp: place.ports.smtp, clock: place.ports.clock },
    appTarget: place.webUrl,
    webhookConcurrency: 8,
    identityFolder: path.join(folder, "certificates"),
    faces: [demoFaces({ localAppUrl: place.appUrl, folder }, (faces) => made.push(faces))],
    ...(kept ? { stateFile: path.join(folder, "state.json"), apiKey: kept.keys.apiKey, apiSecret: kept.keys.apiSecret } : {}),
    ...(options.now ? { now: options.now } : {}),
    ...(options.throttle ? { throttle: options.throttle } : {}),
  });
  standIn.setUrls({ appUrl: place.appUrl });
  const [faces] = made;
  if (!faces) throw new Error("The stand-in made no pages");
  return { standIn, faces };
}

interface Running extends WorldOptions {
  readonly folder: string;
  readonly port: number;
  readonly appUrl: string;
}

function environmentFor(standIn: StandIn, { databaseUrl, folder, port, appUrl, kept, logLevel }: Running): Record<string, string> {
  // Each process gets the clock by its own --import.
  const { NODE_OPTIONS: _preload, ...environment } = standIn.appEnvironment();
  return {
    ...environment,
    NODE_ENV: "production",
    PORT: String(port),
    HOST: "127.0.0.1",
    SHOPIFY_APP_URL: appUrl,
    SCOPES: standIn.world.options.scopes.join(","),
    DATABASE_URL: databaseUrl ?? `pglite:${path.join(folder, EMBEDDED)}`,
    TOKEN_ENCRYPTION_KEYS: kept?.keys.tokenKey ?? randomBytes(32).toString("base64"),
    MAIL_FROM: "hello@fieldandthread.example",
    SWEEP_INTERVAL_MS: "200",
    LOG_LEVEL: logLevel ?? "warn",
  };
}
