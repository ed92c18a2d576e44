import { expect } from "vitest";
import { eventsFrom, nextStatus } from "#app/domain/shared/status-machine.ts";
import type { StatusTable } from "#app/domain/shared/status-machine.ts";

/** A status machine with all its names and where it starts. */
interface Machine<Status extends string, Event extends string> {
  readonly table: StatusTable<Status, Event>;
  readonly statuses: readonly Status[];
  readonly events: readonly Event[];
  readonly start: Status;
  readonly terminal: readonly Status[];
}

/**
 * Walks every status × event: what the table allows leads where it says, everything else is refused by name; every status can be
 * reached from the start, every event is of use somewhere, and exactly the named statuses are terminal.
 */
export function walkMatrix<Status extends string, Event extends string>(machine: Machine<Status, Event>): void {
  expect(Object.keys(machine.table).sort()).toEqual([...machine.statuses].sort());
  for (const status of machine.statuses) {
    for (const event of machine.events) {
      const next = machine.table[status][event];
      const answer = nextStatus(machine.table, status, event);
      if (next === undefined) expect(answer).toEqual({ ok: false, error: { code: "illegal_transition", status, event } });
      else expect(answer).toEqual({ ok: true, value: next });
      if (next !== undefined) expect(machine.statuses).toContain(next);
    }
  }
  expect([...reachable(machine)].sort()).toEqual([...machine.statuses].sort());
  const used = new Set(machine.statuses.flatMap((status) => eventsFrom(machine.table, status)));
  expect([...used].sort()).toEqual([...machine.events].sort());
  const dead = machine.statuses.filter((status) => eventsFrom(machine.table, status).length === 0);
  expect(dead.sort()).toEqual([...machine.terminal].sort());
}

function reachable<Status extends string, Event extends string>(machine: Machine<Status, Event>): Set<Status> {
  const seen = new Set([machine.start]);
  for (const status of seen) {
    for (const event of eventsFrom(machine.table, status)) {
      const next = machine.table[status][event];
      if (next !== undefined) seen.add(next);
    }
  }
  return seen;
}
