import { advance, cancelOn } from "#app/domain/playbooks/engine.ts";
import type { Effect, PlaybookRun } from "#app/domain/playbooks/run.ts";
import { isFinished } from "#app/domain/playbooks/run.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import { executeEffects, type WantedEffect } from "./execute-effects.server.ts";
import type { StoredRun, ToldEvent } from "./ports.ts";
import { readScene, sceneFacts, type Scene } from "./scene.server.ts";

/** Runs that are locked, and what they are looked at with. */
export interface Advancing {
  readonly runs: readonly StoredRun[];
  readonly scene: Scene;
  readonly events?: readonly ToldEvent[];
}

/**
 * Takes locked runs as far as they go now, ends those that an event cancels, saves the ones that moved and does what they want done. What
 * they want is done in the same transaction under keys that are unique for ever, so that each is done exactly once.
 */
export async function advanceRuns(tx: Repositories, ctx: ShopContext, { runs, scene, events = [] }: Advancing): Promise<void> {
  const moved: StoredRun[] = [];
  const wanted: WantedEffect[] = [];
  for (const stored of runs) {
    const { run, effects } = look(stored.run, scene, events);
    if (run !== stored.run) moved.push({ ...stored, run, updatedAt: scene.now });
    for (const effect of effects) wanted.push({ effect, run: stored.run, about: stored.about });
  }
  await tx.playbookRuns.saveAll(moved);
  await executeEffects(tx, ctx, { wanted, scene });
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

/** Takes runs that are due in hand and advances them; answers how many there were. */
export async function advanceDueRuns(tx: Repositories, ctx: ShopContext, limit: number): Promise<number> {
  const runs = await tx.playbookRuns.claimDue(ctx.clock.now(), limit);
  if (runs.length === 0) return 0;
  const scene = await readScene(tx, ctx, [...new Set(runs.map(({ run }) => run.subject))]);
  await advanceRuns(tx, ctx, { runs, scene });
  return runs.length;
}
