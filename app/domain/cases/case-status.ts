import type { Result } from "#app/domain/shared/result.ts";
import type { IllegalTransition, StatusTable } from "#app/domain/shared/status-machine.ts";
import { nextStatus } from "#app/domain/shared/status-machine.ts";

export const CASE_STATUSES = ["open", "waiting_for_customer", "closed"] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

/**
 * - `reply`: staff answered, so the ball is with the customer.
 * - `customer_wrote`: the customer did; a closed case opens again.
 * - `wait`: staff waits for the customer without having written here (they phoned, say).
 * - `take_back`: staff goes on without waiting for the customer.
 * - `close`, `reopen`: by staff.
 */
export const CASE_EVENTS = ["reply", "customer_wrote", "wait", "take_back", "close", "reopen"] as const;
export type CaseEvent = (typeof CASE_EVENTS)[number];

/** The life of a case. No status is final: a customer may always write again. */
export const CASE_TRANSITIONS: StatusTable<CaseStatus, CaseEvent> = {
  open: { reply: "waiting_for_customer", customer_wrote: "open", wait: "waiting_for_customer", close: "closed" },
  waiting_for_customer: { reply: "waiting_for_customer", customer_wrote: "open", take_back: "open", close: "closed" },
  closed: { customer_wrote: "open", reopen: "open" },
};

/** The case's next status, or `illegal_transition`. */
export function transitionCase(status: CaseStatus, event: CaseEvent): Result<CaseStatus, IllegalTransition> {
  return nextStatus(CASE_TRANSITIONS, status, event);
}
