import type { Refused, Result } from "./result.ts";
import { ok, refuse } from "./result.ts";

/** One status machine as data: for each status, the events it accepts and the status each leads to. A status without events is terminal. */
export type StatusTable<Status extends string, Event extends string> = Readonly<Record<Status, Readonly<Partial<Record<Event, Status>>>>>;

/** The event is not allowed in this status. Nothing was changed. */
export interface IllegalTransition<Status extends string = string, Event extends string = string> {
  readonly code: "illegal_transition";
  readonly status: Status;
  readonly event: Event;
}

/** The next status by the table, or `illegal_transition`; it never silently stays where it is. */
export function nextStatus<Status extends string, Event extends string>(
  table: StatusTable<Status, Event>,
  status: Status,
  event: Event,
): Result<Status, IllegalTransition<Status, Event>> {
  const next = table[status][event];
  return next === undefined ? illegal(status, event) : ok(next);
}

/** The events that a status accepts, in the table's order: what buttons may be shown. */
export function eventsFrom<Status extends string, Event extends string>(table: StatusTable<Status, Event>, status: Status): Event[] {
  return Object.keys(table[status]) as Event[];
}

/** The table as a mermaid state diagram that starts at `start`, as the README shows it. */
export function statusDiagram<Status extends string, Event extends string>(table: StatusTable<Status, Event>, start: Status): string {
  const statuses = Object.keys(table) as Status[];
  const moves = statuses.flatMap((status) => eventsFrom(table, status).map((event) => `  ${status} --> ${table[status][event]}: ${event}`));
  const ends = statuses.filter((status) => eventsFrom(table, status).length === 0).map((status) => `  ${status} --> [*]`);
  return ["stateDiagram-v2", `  [*] --> ${start}`, ...moves, ...ends].join("\n");
}

function illegal<Status extends string, Event extends string>(status: Status, event: Event): Refused<IllegalTransition<Status, Event>> {
  return refuse({ code: "illegal_transition", status, event });
}
