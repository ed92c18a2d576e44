import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { inject } from "vitest";
import { createApp, type App } from "#app/composition.server.ts";
import { MINUTE, after } from "#app/domain/shared/time.ts";
import { readEnv } from "#app/env.server.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { startBuiltWorld, type BuiltWorld } from "#test/support/built-world.ts";
import { newTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { projectRoot } from "#test/support/tracked-files.ts";
import type { ChaosParcel } from "./chaos-parcels.ts";

/** The app on the engine of this run: the embedded database with the one process that may open it, or a server with workers of their own. */
export async function openChaosWorld(): Promise<BuiltWorld> {
  const database: TestDatabase | undefined = inject("databaseServer") === "" ? undefined : await newTestDatabase();
  const world = await startBuiltWorld({
    ...(database ? { databaseUrl: database.url, workers: 2 } : { databaseFolder: inject("databaseFolder") }),
    throttle: { capacity: 100_000, restoreRate: 100_000 },
  });
  const close = async () => {
    await world.close();
    await database?.drop();
  };
  return { ...world, close };
}

/** What the app says of its own work at `GET /ops/work`. */
interface Work {
  readonly jobs: { readonly waiting: number; readonly active: number; readonly failed: number };
  readonly inbox: { readonly pending: number };
}

const LOOK_EVERY_MS = 100;
const AT_ONCE = 6;
/** More webhooks than this in the inbox would only wait: what is killed should be at work, not behind a queue. */
const LONGEST_BACKLOG = 160;

/**
 * Has Shopify send the parcels' webhooks as fast as the app takes them, a minute of its time for each few parcels, so that what nobody
 * answered is sent again while the rest still flows.
 */
export async function letFlow(world: BuiltWorld, parcels: readonly ChaosParcel[], patienceMs: number): Promise<void> {
  const { standIn } = world;
  for (let sent = 0; sent < parcels.length; sent += AT_ONCE) {
    const orders = parcels.slice(sent, sent + AT_ONCE).map(({ order }) => order);
    standIn.control.orders({ orders } as never);
    await standIn.world.webhooks.settled();
    // A process that dies at this moment does not take the time over; the next one that starts asks for it.
    await standIn.world.clock.moveTo(after(standIn.now(), MINUTE)).catch(() => undefined);
    await standIn.world.agenda.runDue();
    await until(world, patienceMs, (work) => work !== undefined && work.inbox.pending < LONGEST_BACKLOG);
  }
}

/** Waits until the app has done all that it knows of; what a killed worker held is taken over only after a while. */
async function atRest(world: BuiltWorld, patienceMs: number): Promise<Work> {
  for (;;) {
    const work = await until(world, patienceMs, isIdle);
    await world.standIn.world.webhooks.settled();
    if (work && isIdle(await workOf(world.webUrl))) return work;
  }
}

function isIdle(work: Work | undefined): boolean {
  return work !== undefined && work.jobs.waiting + work.jobs.active + work.inbox.pending === 0;
}

async function until(world: BuiltWorld, patienceMs: number, isEnough: (work: Work | undefined) => boolean): Promise<Work | undefined> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const work = await workOf(world.webUrl);
    if (isEnough(work)) return work;
    if (performance.now() > deadline) throw new Error(`The app does not get on: ${JSON.stringify(work)}\n${world.web.output()}`);
    await sleep(LOOK_EVERY_MS);
  }
}

async function workOf(webUrl: string): Promise<Work | undefined> {
  try {
    return (await (await fetch(`${webUrl}/ops/work`, { signal: AbortSignal.timeout(10_000) })).json()) as Work;
  } catch {
    return undefined;
  }
}

/** Lets everything come to an end that is under way or will be sent again: Shopify repeats for four hours what nobody answered. */
export async function letSettle(world: BuiltWorld, patienceMs: number): Promise<Work> {
  world.standIn.world.faults.clear();
  await atRest(world, patienceMs);
  await world.standIn.control.clock({ advance: "PT5H" });
  return atRest(world, patienceMs);
}

/** What the app has stored, read after all its processes have ended. */
export async function withStored<T>(world: BuiltWorld, read: (ctx: ShopContext, app: App) => Promise<T>): Promise<T> {
  await Promise.all([world.web, ...world.workers].map((each) => each.stop()));
  return readStored(world, read);
}

/** What the app has stored, while nobody has the embedded database open. */
export async function readStored<T>(world: BuiltWorld, read: (ctx: ShopContext, app: App) => Promise<T>): Promise<T> {
  const app = await createApp(readEnv({ ...world.environment, LOG_LEVEL: "silent" }), { isWorker: false });
  try {
    const ctx = await app.contextForDomain(world.standIn.shop);
    if (!ctx) throw new Error("The shop is gone");
    return await read(ctx, app);
  } finally {
    await app.close();
  }
}

/** Keeps what happened beside the other output of the tests. */
export function report(name: string, content: object): void {
  const folder = path.join(projectRoot, "test-output");
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${name}.json`), JSON.stringify(content, null, 2));
}
