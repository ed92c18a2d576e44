import { startRun } from "#app/domain/playbooks/engine.ts";
import { runKey } from "#app/domain/playbooks/run.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import { aboutDelivery } from "#app/use-cases/promises/delivery-messages.server.ts";
import type { Delivery } from "#app/use-cases/promises/ports.ts";
import { carryOut, lookAt } from "./advance-runs.server.ts";
import type { StoredRun, ToldEvent } from "./ports.ts";
import { readScene, sceneFacts, type Scene } from "./scene.server.ts";

/** Tells the playbooks of one event, in the caller's own transaction. */
export async function noteEvent(tx: Repositories, ctx: ShopContext, event: ToldEvent): Promise<void> {
  await noteEvents(tx, ctx, { events: [event] });
}

/** What the playbooks are told, and the parcels it is about when the caller has them as they are now. */
export interface Told {
  readonly events: readonly ToldEvent[];
  readonly deliveries?: ReadonlyMap<string, Delivery>;
}

/**
 * Tells the playbooks of events, in the caller's own transaction: starts the runs that want them, ends those that they cancel, and takes
 * every run about the same subjects as far as it goes. Telling the same event again changes nothing: a subject has one run per playbook,
 * and what a run wants done is kept by keys that are unique for ever.
 */
export async function noteEvents(tx: Repositories, ctx: ShopContext, { events, deliveries }: Told): Promise<void> {
  if (events.length === 0) return;
  const subjects = [...new Set(events.map(({ subject }) => subject))];
  const scene = await readScene(tx, ctx, { subjects, deliveries });
  // A run that starts goes as far as it can before it is stored, so that it is written once.
  const started = lookAt(
    events.flatMap((event) => startedBy(ctx, event, scene)),
    scene,
    events,
  );
  const added = started.length === 0 ? new Set<string>() : await tx.playbookRuns.addAll(started.map(({ stored }) => stored));
  const begun = started.filter(({ stored }) => added.has(stored.id));
  const isBegun = new Set(begun.map(({ stored }) => stored.run.key));
  const keys = subjects.flatMap((subject) => scene.playbooks.map(({ id }) => runKey(id, subject)));
  const before = await tx.playbookRuns.lock(keys.filter((key) => !isBegun.has(key)));
  await carryOut(tx, ctx, { begun, held: lookAt(before, scene, events), scene });
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
