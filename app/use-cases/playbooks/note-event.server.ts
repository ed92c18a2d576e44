import { startRun } from "#app/domain/playbooks/engine.ts";
import { runKey } from "#app/domain/playbooks/run.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import { advanceRuns } from "./advance-runs.server.ts";
import type { StoredRun, ToldEvent } from "./ports.ts";
import { readScene, sceneFacts, type Scene } from "./scene.server.ts";
import { aboutDelivery } from "#app/use-cases/promises/delivery-messages.server.ts";

/** Tells the playbooks of one event, in the caller's own transaction. */
export async function noteEvent(tx: Repositories, ctx: ShopContext, event: ToldEvent): Promise<void> {
  await noteEvents(tx, ctx, [event]);
}

/**
 * Tells the playbooks of events, in the caller's own transaction: starts the runs that want them, ends those that they cancel, and takes
 * every run about the same subjects as far as it goes. Telling the same event again changes nothing: a subject has one run per playbook,
 * and what a run wants done is kept by keys that are unique for ever.
 */
export async function noteEvents(tx: Repositories, ctx: ShopContext, events: readonly ToldEvent[]): Promise<void> {
  if (events.length === 0) return;
  const subjects = [...new Set(events.map(({ subject }) => subject))];
  const scene = await readScene(tx, ctx, subjects);
  const started = events.flatMap((event) => startedBy(ctx, event, scene));
  if (started.length > 0) await tx.playbookRuns.addAll(started);
  const keys = subjects.flatMap((subject) => scene.playbooks.map(({ id }) => runKey(id, subject)));
  const runs = await tx.playbookRuns.lock(keys);
  await advanceRuns(tx, ctx, { runs, scene, events });
}

function startedBy(ctx: ShopContext, event: ToldEvent, scene: Scene): StoredRun[] {
  const { name, subject } = event;
  const wanted = scene.playbooks.filter(({ on }) => on === name);
  if (wanted.length === 0) return [];
  const facts = { ...sceneFacts(scene, subject), ...event.facts };
  const delivery = scene.deliveries.get(subject);
  const about = { ...(delivery ? aboutDelivery(delivery) : {}), ...event.about };
  return wanted.flatMap((definition) => {
    const run = startRun(definition, { name, subject, facts }, scene.now);
    return run === null ? [] : [{ id: ctx.ids.next(), run, about, createdAt: scene.now, updatedAt: scene.now }];
  });
}
