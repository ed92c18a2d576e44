import { describe, expect, test } from "vitest";
import type { ReturnEvent, ReturnStatus, Standing } from "#app/domain/returns/return-status.ts";
import {
  EVENT_ACTORS,
  RETURN_EVENTS,
  RETURN_STATUSES,
  RETURN_TABLE,
  allowedEvents,
  isFinal,
  returnStatusDiagram,
  transition,
} from "#app/domain/returns/return-status.ts";

const standings: Standing[] = ["nowhere", ...RETURN_STATUSES];
const everyPair = standings.flatMap((status) => RETURN_EVENTS.map((event) => [status, event] as const));

/** Every move that is allowed, written out a second time so that a change to the table is a change somebody meant. */
const MOVES: Readonly<Record<string, ReturnStatus>> = {
  "nowhere request": "requested",
  "requested auto_approve": "approved",
  "requested approve": "approved",
  "requested decline": "declined",
  "requested cancel": "cancelled",
  "approved ship": "in_transit",
  "approved receive": "received",
  "approved start_processing": "processing",
  "approved cancel": "cancelled",
  "approved close": "closed",
  "in_transit receive": "received",
  "in_transit start_processing": "processing",
  "in_transit cancel": "cancelled",
  "in_transit close": "closed",
  "received inspect": "inspected",
  "received close": "closed",
  "inspected start_processing": "processing",
  "inspected close": "closed",
  "processing pay": "refunded",
  "processing fail_processing": "inspected",
  "processing fail_early_processing": "approved",
  "refunded inspect": "closed",
  "refunded close": "closed",
  "closed reopen": "approved",
};

describe("every status and every event", () => {
  test.each(everyPair)("%s, %s", (status, event) => {
    const result = transition(status, event);
    const next = MOVES[`${status} ${event}`];
    expect(result).toEqual(next ? { ok: true, value: next } : { ok: false, error: { code: "illegal_transition", status, event } });
  });

  test("every status can be reached from a new request", () => {
    const reached = new Set<Standing>(["nowhere"]);
    for (const status of reached) for (const next of Object.values(RETURN_TABLE[status])) reached.add(next);
    expect([...reached].sort()).toEqual([...standings].sort());
  });

  test("only declined and cancelled are final, and nothing happens to them", () => {
    expect(RETURN_STATUSES.filter(isFinal)).toEqual(["declined", "cancelled"]);
    for (const status of ["declined", "cancelled"] as const)
      for (const event of RETURN_EVENTS) expect(transition(status, event).ok).toBe(false);
  });

  test("from every other status a return can still come to an end", () => {
    const ends = (status: ReturnStatus, seen: ReadonlySet<ReturnStatus>): boolean =>
      isFinal(status) ||
      status === "closed" ||
      Object.values(RETURN_TABLE[status]).some((next) => !seen.has(next) && ends(next, new Set([...seen, next])));
    for (const status of RETURN_STATUSES) expect(ends(status, new Set([status])), status).toBe(true);
  });
});

describe("who may do it", () => {
  test("buttons are exactly the table's events that the person may cause", () => {
    for (const status of standings) {
      for (const actor of ["shopper", "staff", "system"] as const) {
        for (const event of allowedEvents(status, actor)) {
          expect(transition(status, event).ok).toBe(true);
          expect(EVENT_ACTORS[event]).toContain(actor);
        }
      }
    }
  });

  test.each<[Standing, ReturnEvent[]]>([
    ["nowhere", ["request"]],
    ["requested", ["cancel"]],
    ["approved", ["cancel", "ship"]],
    ["in_transit", []],
    ["received", []],
    ["processing", []],
    ["refunded", []],
    ["closed", []],
  ])("a shopper at %s can %j", (status, events) => {
    expect(allowedEvents(status, "shopper")).toEqual(events);
  });

  test("staff see approve, decline and cancel for a request, and nothing while money is on its way", () => {
    expect(allowedEvents("requested", "staff")).toEqual(["approve", "decline", "cancel"]);
    expect(allowedEvents("inspected", "staff")).toEqual(["start_processing", "close"]);
    expect(allowedEvents("processing", "staff")).toEqual([]);
  });

  test("every event somebody may cause is in the table and every event in the table somebody may cause", () => {
    const inTable = new Set(Object.values(RETURN_TABLE).flatMap((row) => Object.keys(row)));
    expect([...inTable].sort()).toEqual([...RETURN_EVENTS].sort());
    for (const event of RETURN_EVENTS) expect(EVENT_ACTORS[event].length).toBeGreaterThan(0);
  });
});

test("the diagram draws every move of the table once, where it starts and where it ends", () => {
  const lines = returnStatusDiagram().split("\n");
  const moves = Object.entries(MOVES).map(([from, to]) => {
    const [status = "", event = ""] = from.split(" ");
    return `  ${status === "nowhere" ? "[*]" : status} --> ${to}: ${event}`;
  });
  expect(lines[0]).toBe("stateDiagram-v2");
  expect(lines.slice(1).sort()).toEqual([...moves, "  declined --> [*]", "  cancelled --> [*]"].sort());
});
