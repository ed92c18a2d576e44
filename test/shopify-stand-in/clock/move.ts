import { callApp } from "../network/call-app.ts";
import { settledSoon } from "./settled-soon.ts";
import type { World } from "../world.ts";

const POLL_MS = 50;
/** How long one step may take; every step that was done starts it anew. */
const STEP_MS = 120_000;

/** What the app tells about its own work at `GET /ops/work`. */
interface AppWork {
  now?: string;
  sweptThrough: string | null;
  nextDueAt: string | null;
  jobs: { waiting: number; active: number };
  inbox: { pending: number };
}

export interface Moved {
  now: string;
  steps: number;
}

/** The app did not come to rest in time. */
export class StillBusy extends Error {}

async function askApp(world: World): Promise<AppWork | undefined> {
  if (world.options.appTarget === undefined) return undefined;
  try {
    const answer = await callApp(world.options, "/ops/work", {
      method: "GET",
      headers: { accept: "application/json" },
      signal: AbortSignal.timeout(5000),
    });
    return answer.ok ? ((await answer.json()) as AppWork) : undefined;
  } catch {
    return undefined;
  }
}

function busyWith(work: AppWork, until: Date): string[] {
  const reasons: string[] = [];
  if (work.jobs.waiting > 0) reasons.push(`${work.jobs.waiting} jobs waiting`);
  if (work.jobs.active > 0) reasons.push(`${work.jobs.active} jobs running`);
  if (work.inbox.pending > 0) reasons.push(`${work.inbox.pending} webhooks in the inbox`);
  if (work.sweptThrough === null || new Date(work.sweptThrough).getTime() < until.getTime()) {
    reasons.push(`sweeps done through ${work.sweptThrough ?? "never"}, not ${until.toISOString()}`);
  }
  if (work.nextDueAt !== null && new Date(work.nextDueAt).getTime() <= until.getTime()) reasons.push(`something due at ${work.nextDueAt}`);
  return reasons;
}

/** Waits until the app has done everything due by `until`, and our own deliveries are through. No app: nothing to wait for. */
async function rest(world: World, until: Date, deadline: number): Promise<AppWork | undefined> {
  for (;;) {
    await settledSoon(world, deadline);
    const work = await askApp(world);
    if (!work) return undefined;
    const reasons = busyWith(work, until);
    if (world.webhooks.busy > 0) reasons.push(`${world.webhooks.busy} webhooks on their way`);
    if (reasons.length === 0) return work;
    if (performance.now() > deadline) throw new StillBusy(`The app is still busy at ${until.toISOString()}: ${reasons.join(", ")}`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

function earliest(...instants: (Date | string | null | undefined)[]): number {
  const times = instants.flatMap((instant) => (instant === null || instant === undefined ? [] : [new Date(instant).getTime()]));
  return Math.min(...times);
}

/**
 * Moves time forward the way a simulation does: to the next moment at which the app, a retry, or a delayed webhook has
 * something due, lets all of it happen, and on until the target. So nothing that is due on the way is skipped or late.
 */
export async function moveClock(world: World, target: Date): Promise<Moved> {
  let steps = 0;
  let work = await rest(world, new Date(0), performance.now() + STEP_MS);
  for (;;) {
    const now = world.clock.now().getTime();
    const due = earliest(target, world.agenda.nextDueAt, work?.nextDueAt);
    const next = new Date(Math.max(now, Math.min(due, target.getTime())));
    await world.clock.moveTo(next);
    await world.agenda.runDue();
    steps += 1;
    work = await rest(world, next, performance.now() + STEP_MS);
    if (next.getTime() >= target.getTime() && (world.agenda.nextDueAt?.getTime() ?? Infinity) > target.getTime()) break;
  }
  world.changed();
  return { now: world.clock.now().toISOString(), steps };
}
