import type { Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import type { IllegalTransition } from "#app/domain/shared/status-machine.ts";

/** Where a return stands. */
export const RETURN_STATUSES = [
  "requested",
  "approved",
  "declined",
  "cancelled",
  "in_transit",
  "received",
  "inspected",
  "processing",
  "refunded",
  "closed",
] as const;
export type ReturnStatus = (typeof RETURN_STATUSES)[number];

/** What can happen to a return. */
export const RETURN_EVENTS = [
  "request",
  "auto_approve",
  "approve",
  "decline",
  "cancel",
  "ship",
  "receive",
  "inspect",
  "start_processing",
  "pay",
  "fail_processing",
  "fail_early_processing",
  "close",
  "reopen",
] as const;
export type ReturnEvent = (typeof RETURN_EVENTS)[number];

/** Who makes it happen; "system" is Amends itself or news from Shopify and carriers. */
export type ReturnActor = "shopper" | "staff" | "system";

/** A return that does not exist yet stands nowhere. */
export type Standing = ReturnStatus | "nowhere";

/**
 * The one table that changes a status. Processing normally starts from "inspected"; started from "approved" or "in_transit" it
 * pays before the goods are back (keep-it, instant refund) and its failure is the "early" one. "refunded" means that whatever
 * was chosen is done: money, credit or exchange; what was paid at the carrier's scan stays there until its goods were looked at. "closed" without "refunded" before it is a return that never came.
 */
export const RETURN_TABLE: Readonly<Record<Standing, Readonly<Partial<Record<ReturnEvent, ReturnStatus>>>>> = {
  nowhere: { request: "requested" },
  requested: { auto_approve: "approved", approve: "approved", decline: "declined", cancel: "cancelled" },
  approved: { ship: "in_transit", receive: "received", start_processing: "processing", cancel: "cancelled", close: "closed" },
  in_transit: { receive: "received", start_processing: "processing", cancel: "cancelled", close: "closed" },
  received: { inspect: "inspected", close: "closed" },
  inspected: { start_processing: "processing", close: "closed" },
  processing: { pay: "refunded", fail_processing: "inspected", fail_early_processing: "approved" },
  refunded: { inspect: "closed", close: "closed" },
  closed: { reopen: "approved" },
  declined: {},
  cancelled: {},
};

/** Who may cause each event. A shopper can cancel only what has not been sent: see `SHOPPER_CAN_CANCEL_FROM`. */
export const EVENT_ACTORS: Readonly<Record<ReturnEvent, readonly ReturnActor[]>> = {
  request: ["shopper", "staff", "system"],
  auto_approve: ["system"],
  approve: ["staff", "system"],
  decline: ["staff", "system"],
  cancel: ["shopper", "staff", "system"],
  ship: ["shopper", "staff", "system"],
  receive: ["staff", "system"],
  inspect: ["staff", "system"],
  start_processing: ["staff", "system"],
  pay: ["system"],
  fail_processing: ["system"],
  fail_early_processing: ["system"],
  close: ["staff", "system"],
  reopen: ["staff", "system"],
};

const SHOPPER_CAN_CANCEL_FROM: readonly Standing[] = ["requested", "approved"];

/**
 * What a return becomes when something happens to it, or `illegal_transition` when that cannot happen from where it stands.
 * A return begins from "nowhere": `transition("nowhere", "request")` is "requested".
 */
export function transition(status: Standing, event: ReturnEvent): Result<ReturnStatus, IllegalTransition<Standing, ReturnEvent>> {
  const next = RETURN_TABLE[status][event];
  return next === undefined ? refuse({ code: "illegal_transition", status, event }) : ok(next);
}

/** What this actor can make happen now, in the order of `RETURN_EVENTS`: the buttons a page shows are exactly these. */
export function allowedEvents(status: Standing, actor: ReturnActor): ReturnEvent[] {
  return RETURN_EVENTS.filter((event) => RETURN_TABLE[status][event] !== undefined && mayCause(status, event, actor));
}

/** Whether nothing can happen any more. */
export function isFinal(status: ReturnStatus): boolean {
  return Object.keys(RETURN_TABLE[status]).length === 0;
}

/** The table as a mermaid state diagram, as the README shows it. */
export function returnStatusDiagram(): string {
  const starts = Object.entries(RETURN_TABLE.nowhere).map(([event, next]) => `  [*] --> ${next}: ${event}`);
  const moves = RETURN_STATUSES.flatMap((status) =>
    Object.entries(RETURN_TABLE[status]).map(([event, next]) => `  ${status} --> ${next}: ${event}`),
  );
  const ends = RETURN_STATUSES.filter(isFinal).map((status) => `  ${status} --> [*]`);
  return ["stateDiagram-v2", ...starts, ...moves, ...ends].join("\n");
}

function mayCause(status: Standing, event: ReturnEvent, actor: ReturnActor): boolean {
  if (!EVENT_ACTORS[event].includes(actor)) return false;
  return !(actor === "shopper" && event === "cancel" && !SHOPPER_CAN_CANCEL_FROM.includes(status));
}
