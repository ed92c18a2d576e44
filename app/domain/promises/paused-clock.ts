import type { BusinessHours } from "./business-time.ts";
import { addBusinessTime, elapsedBusinessTime } from "./business-time.ts";

/** A stretch in which the clock stands still; open (null) while it lasts. */
export interface Pause {
  readonly pausedAt: Date;
  readonly resumedAt: Date | null;
}

/** A clock of working time that can stand still. */
export interface PausedClock {
  readonly startedAt: Date;
  readonly pauses: readonly Pause[];
  readonly hours: BusinessHours;
}

/**
 * The moment at which `allowance` milliseconds of working time will have run outside the pauses, or null while a pause is open and
 * the allowance is not used up: then nobody can be late. Started Monday 09:00, paused 09:20 to 11:00, one hour allowed: due 11:40.
 */
export function dueAtOf(clock: PausedClock, allowance: number): Date | null {
  let left = allowance;
  for (const run of runs(clock)) {
    if (run.to === null) return addBusinessTime(run.from, left, clock.hours);
    const ran = elapsedBusinessTime(run.from, run.to, clock.hours);
    if (left <= ran) return addBusinessTime(run.from, left, clock.hours);
    left -= ran;
  }
  return null;
}

/** Milliseconds of working time that have run outside the pauses until `now`. */
export function elapsedOn(clock: PausedClock, now: Date): number {
  return runs(clock).reduce((all, run) => {
    const to = run.to === null || run.to > now ? now : run.to;
    return all + elapsedBusinessTime(run.from, to, clock.hours);
  }, 0);
}

/** Stops the clock; does nothing when it already stands still. */
export function pause(pauses: readonly Pause[], now: Date): readonly Pause[] {
  return isPaused(pauses) ? pauses : [...pauses, { pausedAt: now, resumedAt: null }];
}

/** Lets the clock run again; does nothing when it already runs. */
export function resume(pauses: readonly Pause[], now: Date): readonly Pause[] {
  return pauses.map((one) => (one.resumedAt === null ? { ...one, resumedAt: now } : one));
}

/** Whether the clock stands still. */
export function isPaused(pauses: readonly Pause[]): boolean {
  return pauses.some((one) => one.resumedAt === null);
}

/** The stretches in which the clock runs, in order; the last one is open unless a pause is. Pauses may overlap or come unsorted. */
function runs(clock: PausedClock): { readonly from: Date; readonly to: Date | null }[] {
  const result: { from: Date; to: Date | null }[] = [];
  let from: Date | null = clock.startedAt;
  for (const one of [...clock.pauses].sort((a, b) => a.pausedAt.getTime() - b.pausedAt.getTime())) {
    if (from === null) break;
    if (one.pausedAt > from) result.push({ from, to: one.pausedAt });
    if (one.resumedAt === null) from = null;
    else if (one.resumedAt > from) from = one.resumedAt;
  }
  if (from !== null) result.push({ from, to: null });
  return result;
}
