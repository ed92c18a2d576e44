import type { Result } from "#app/domain/shared/result.ts";
import type { IllegalTransition, StatusTable } from "#app/domain/shared/status-machine.ts";
import { nextStatus } from "#app/domain/shared/status-machine.ts";

export const COMPENSATION_STATUSES = [
  "planned",
  "awaiting_approval",
  "approved",
  "sending",
  "paid",
  "failed",
  "rejected",
  "voided",
] as const;
export type CompensationStatus = (typeof COMPENSATION_STATUSES)[number];

/**
 * - `hold`: above the approval limit or over budget, a person decides. `approve`, `reject`: the decision; small ones are approved by the rules.
 * - `send`: the ledger has the intent and Shopify is about to be asked. `confirm`, `fail`: what came of it.
 * - `retry`: ask again under the same key, after looking whether the first try did arrive.
 * - `cancel`: withdrawn before any money moved.
 */
export const COMPENSATION_EVENTS = ["hold", "approve", "reject", "send", "confirm", "fail", "retry", "cancel"] as const;
export type CompensationEvent = (typeof COMPENSATION_EVENTS)[number];

/** The life of one compensation. While `sending`, nobody knows yet whether money moved, so it can neither be cancelled nor sent again. */
export const COMPENSATION_TRANSITIONS: StatusTable<CompensationStatus, CompensationEvent> = {
  planned: { hold: "awaiting_approval", approve: "approved", cancel: "voided" },
  awaiting_approval: { approve: "approved", reject: "rejected", cancel: "voided" },
  approved: { send: "sending", cancel: "voided" },
  sending: { confirm: "paid", fail: "failed" },
  failed: { retry: "sending", cancel: "voided" },
  paid: {},
  rejected: {},
  voided: {},
};

/** The compensation's next status, or `illegal_transition`. */
export function transitionCompensation(
  status: CompensationStatus,
  event: CompensationEvent,
): Result<CompensationStatus, IllegalTransition> {
  return nextStatus(COMPENSATION_TRANSITIONS, status, event);
}
