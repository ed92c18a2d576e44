import { setTimeout as sleep } from "node:timers/promises";
import { HOUR, after } from "#app/domain/shared/time.ts";
import type { App } from "#app/composition.server.ts";

/** Shopify says that a webhook may be late or missing; what no webhook told is found this often. */
export const RECONCILE_EVERY = HOUR;

/**
 * Wakes up every few moments of real time, asks which shops have work that is due by the app's clock, and queues one sweep for
 * each. Any number of processes may tick: a shop's sweep waits in the queue at most once.
 */
export async function tickUntil(app: App, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await tick(app);
    } catch (error) {
      app.log.error({ error }, "A tick failed");
    }
    await sleep(app.env.SWEEP_INTERVAL_MS, undefined, { signal }).catch(() => undefined);
  }
}

/** Queues what is due now. */
export async function tick(app: App): Promise<void> {
  const now = app.clock.now();
  const due = (await app.shops.withDueWork()).filter((shop) => shop.dueAt <= now);
  for (const { shopId } of due) await app.queue.send("sweep-due", { shopId }, { singletonKey: shopId });
  const stale = await app.shops.notReconciledSince(after(now, -RECONCILE_EVERY));
  for (const shopId of stale) {
    await app.queue.send("reconcile-orders", { shopId }, { singletonKey: shopId });
    // Asked for every hour; it does its work once in each calendar day of the shop.
    await app.queue.send("check-rollups", { shopId }, { singletonKey: shopId });
    // Once in each of its nights, from two o'clock on.
    await app.queue.send("reconcile-money", { shopId }, { singletonKey: shopId });
  }
}
