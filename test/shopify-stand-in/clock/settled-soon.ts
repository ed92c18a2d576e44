import type { World } from "../world.ts";

/** Waits for the deliveries in flight, at most until the deadline. */
export async function settledSoon(world: World, deadline: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, Math.max(0, deadline - performance.now()));
  });
  await Promise.race([world.webhooks.settled(), late]);
  clearTimeout(timer);
}
