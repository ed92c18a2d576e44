import { tick } from "#app/jobs/ticker.server.ts";
import type { TestApp } from "./test-app.ts";

/**
 * Moves the clock forward, stopping wherever the app has something due on the way, as real time would, and waits until all of it is done.
 */
export async function passTime(world: TestApp, milliseconds: number): Promise<void> {
  await passTimeUntil(world, new Date(world.standIn.now().getTime() + milliseconds));
}

/** The same until an instant. */
export async function passTimeUntil(world: TestApp, until: Date): Promise<void> {
  await world.settled();
  for (;;) {
    await doWhatIsDue(world);
    const [next] = (await world.app.shops.withDueWork()).map(({ dueAt }) => dueAt);
    if (!next || next >= until) break;
    await world.standIn.world.clock.moveTo(next);
  }
  await world.standIn.world.clock.moveTo(until);
  await doWhatIsDue(world);
}

async function doWhatIsDue(world: TestApp): Promise<void> {
  for (;;) {
    await tick(world.app);
    await world.settled();
    const now = world.standIn.now();
    if (!(await world.app.shops.withDueWork()).some(({ dueAt }) => dueAt <= now)) return;
  }
}
