import { advance, cancelOn } from "#app/domain/playbooks/engine.ts";
import type { Effect, PlaybookRun } from "#app/domain/playbooks/run.ts";
import { isFinished } from "#app/domain/playbooks/run.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import { executeEffects } from "./execute-effects.server.ts";
import type { StoredRun, ToldEvent } from "./ports.ts";
import { readScene, sceneFacts, type Scene } from "./scene.server.ts";

/** A run as it is after it was looked at, and what it wants done. */
export interface LookedAt {
  readonly stored: StoredRun;
  readonly hasMoved: boolean;
  readonly effects: readonly Effect[];
}

/** Takes runs as far as they go now and ends those that an event cancels; nothing is stored or done yet. */
export function lookAt(runs: readonly StoredRun[], scene: Scene, events: readonly ToldEvent[]): LookedAt[] {
  const eventsAbout = Map.groupBy(events, ({ subject }) => subject);
  return runs.map((stored) => {
    const { run, effects } = look(stored.run, scene, eventsAbout.get(stored.run.subject) ?? []);
    const hasMoved = run !== stored.run;
    return { stored: hasMoved ? { ...stored, run, updatedAt: scene.now } : stored, hasMoved, effects };
  });
}

function look(run: PlaybookRun, scene: Scene, events: readonly ToldEvent[]): { run: PlaybookRun; effects: readonly Effect[] } {
  if (isFinished(run)) return { run, effects: [] };
  const definition = scene.playbooks.find(({ id, version }) => id === run.playbookId && version === run.version);
  // Nobody knows any more what this run was about to do.
  if (!definition) return { run: { ...run, status: "stopped", dueAt: null }, effects: [] };
  let current = run;
  for (const { name, subject } of events) current = cancelOn(current, definition, { name, subject, now: scene.now });
  const advanced = advance(current, definition, {
    facts: sceneFacts(scene, run.subject),
    now: scene.now,
    calendar: scene.rules.promises.calendar,
  });
  const isSame = JSON.stringify(advanced.run) === JSON.stringify(run);
  return { run: isSame ? run : advanced.run, effects: advanced.effects };
}

/** Runs that begin with this transaction and are stored already, runs that it holds, and what both were looked at with. */
export interface Advanced {
  readonly begun?: readonly LookedAt[];
  readonly held: readonly LookedAt[];
  readonly scene: Scene;
}

/**
 * Saves the runs that moved and does what runs want done. That is done in the same transaction under keys that are unique for ever, so
 * that each is done exactly once.
 */
export async function carryOut(tx: Repositories, ctx: ShopContext, { begun = [], held, scene }: Advanced): Promise<void> {
  await tx.playbookRuns.saveAll(held.filter(({ hasMoved }) => hasMoved).map(({ stored }) => stored));
  const wanted = [...begun, ...held].flatMap(({ stored, effects }) =>
    effects.map((effect) => ({ effect, run: stored.run, about: stored.about })),
  );
  await executeEffects(tx, ctx, { wanted, scene });
}

/** Takes runs that are due in hand and advances them; answers how many there were. */
export async function advanceDueRuns(tx: Repositories, ctx: ShopContext, limit: number): Promise<number> {
  const runs = await tx.playbookRuns.claimDue(ctx.clock.now(), limit);
  if (runs.length === 0) return 0;
  const scene = await readScene(tx, ctx, { subjects: [...new Set(runs.map(({ run }) => run.subject))] });
  await carryOut(tx, ctx, { held: lookAt(runs, scene, []), scene });
  return runs.length;
}
