import type { Result } from "#app/domain/shared/result.ts";
import type { IllegalTransition, StatusTable } from "#app/domain/shared/status-machine.ts";
import { nextStatus } from "#app/domain/shared/status-machine.ts";

export const PROMISE_STATUSES = ["pending", "kept", "breached", "void"] as const;
export type PromiseStatus = (typeof PROMISE_STATUSES)[number];

/**
 * - `keep`: what was promised happened before it was due.
 * - `breach`: the due time came first.
 * - `prove_kept`: a breach turns out to be none, because the fact that kept it arrived late (a carrier reports yesterday's delivery today).
 * - `cancel`: there is nothing left to promise (fulfillment or order cancelled).
 */
export const PROMISE_EVENTS = ["keep", "breach", "prove_kept", "cancel"] as const;
export type PromiseEvent = (typeof PROMISE_EVENTS)[number];

/** What may happen to a promise. `kept` and `void` are final. */
export const PROMISE_TRANSITIONS: StatusTable<PromiseStatus, PromiseEvent> = {
  pending: { keep: "kept", breach: "breached", cancel: "void" },
  breached: { prove_kept: "kept", cancel: "void" },
  kept: {},
  void: {},
};

/** The promise's next status, or `illegal_transition`. */
export function transitionPromise(status: PromiseStatus, event: PromiseEvent): Result<PromiseStatus, IllegalTransition> {
  return nextStatus(PROMISE_TRANSITIONS, status, event);
}
