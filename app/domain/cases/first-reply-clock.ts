import type { BusinessHours } from "#app/domain/promises/business-time.ts";
import type { Pause } from "#app/domain/promises/paused-clock.ts";
import { dueAtOf, elapsedOn, isPaused } from "#app/domain/promises/paused-clock.ts";
import { MINUTE } from "#app/domain/shared/time.ts";

/** The clock of a case's first reply. */
export interface FirstReply {
  readonly openedAt: Date;
  /** When staff first answered; null while nobody has. */
  readonly repliedAt: Date | null;
  /** Stretches in which the case waited for the customer. */
  readonly pauses: readonly Pause[];
}

/** What was promised and when people work. */
export interface FirstReplyRules {
  /** Working minutes within which somebody answers. */
  readonly targetMinutes: number;
  readonly hours: BusinessHours;
}

/** How the clock stands. `elapsedMs` is what the customer waited in working time (the dashboard averages it), `remainingMs` is negative once late. */
export interface FirstReplyState {
  readonly kind: "running" | "paused" | "breached" | "met" | "answered_late";
  readonly dueAt: Date | null;
  readonly elapsedMs: number;
  readonly remainingMs: number;
}

/**
 * When somebody must have answered: the target in working time after opening, without the stretches in which the case waited for the
 * customer; null while it waits. Opened Friday 17:30, one hour, office hours: Monday 09:30.
 */
export function firstReplyDueAt(clock: Pick<FirstReply, "openedAt" | "pauses">, rules: FirstReplyRules): Date | null {
  return dueAtOf({ startedAt: clock.openedAt, pauses: clock.pauses, hours: rules.hours }, rules.targetMinutes * MINUTE);
}

/** How the first reply stands at `now`. The due time itself is late already; any answer while the clock is paused is in time. */
export function firstReplyState(clock: FirstReply, rules: FirstReplyRules, now: Date): FirstReplyState {
  const target = rules.targetMinutes * MINUTE;
  const paused = { startedAt: clock.openedAt, pauses: clock.pauses, hours: rules.hours };
  const dueAt = dueAtOf(paused, target);
  const elapsedMs = elapsedOn(paused, clock.repliedAt ?? now);
  const state = { dueAt, elapsedMs, remainingMs: target - elapsedMs };
  if (clock.repliedAt !== null) return { ...state, kind: dueAt === null || clock.repliedAt < dueAt ? "met" : "answered_late" };
  if (dueAt !== null && now >= dueAt) return { ...state, kind: "breached" };
  return { ...state, kind: isPaused(clock.pauses) ? "paused" : "running" };
}
