import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RepairStage } from "#app/domain/returns/repair-stage.ts";
import {
  REPAIR_ACTORS,
  REPAIR_EVENTS,
  REPAIR_STAGES,
  REPAIR_TABLE,
  allowedRepairEvents,
  moveRepair,
} from "#app/domain/returns/repair-stage.ts";
import { repairStepsShown } from "#app/domain/returns/repair-steps.ts";
import { eventsFor } from "#app/domain/returns/return.ts";
import { RETURN_STATUSES, allowedEvents } from "#app/domain/returns/return-status.ts";

/** Every move that is allowed, written out a second time so that a change to the table is a change somebody meant. */
const MOVES: Readonly<Record<string, RepairStage>> = {
  "waiting arrive": "diagnosis",
  "diagnosis start_repair": "in_repair",
  "diagnosis finish_repair": "repaired",
  "diagnosis give_up": "irreparable",
  "in_repair finish_repair": "repaired",
  "in_repair give_up": "irreparable",
  "repaired send_back": "sent_back",
  "irreparable choose_instead": "settled",
  "irreparable start_repair": "in_repair",
  "irreparable send_back": "sent_back",
  "sent_back arrive_back": "delivered",
};

describe("every stage and every event", () => {
  test.each(REPAIR_STAGES.flatMap((stage) => REPAIR_EVENTS.map((event) => [stage, event] as const)))("%s, %s", (stage, event) => {
    const next = MOVES[`${stage} ${event}`];
    expect(moveRepair(stage, event)).toEqual(
      next ? { ok: true, value: next } : { ok: false, error: { code: "illegal_transition", status: stage, event } },
    );
  });

  test("every stage can be reached from one that waits, and each leads to an end", () => {
    const reached = new Set<RepairStage>(["waiting"]);
    for (const stage of reached) for (const next of Object.values(REPAIR_TABLE[stage])) reached.add(next);
    expect([...reached].sort()).toEqual([...REPAIR_STAGES].sort());
    expect(REPAIR_STAGES.filter((stage) => Object.keys(REPAIR_TABLE[stage]).length === 0)).toEqual(["delivered", "settled"]);
  });

  test("buttons are exactly the events that the person may cause", () => {
    for (const stage of REPAIR_STAGES) {
      for (const actor of ["shopper", "staff", "system"] as const) {
        const expected = REPAIR_EVENTS.filter((event) => MOVES[`${stage} ${event}`] && REPAIR_ACTORS[event].includes(actor));
        expect(allowedRepairEvents(stage, actor)).toEqual(expected);
      }
    }
    expect(allowedRepairEvents("irreparable", "shopper")).toEqual(["choose_instead"]);
    expect(allowedRepairEvents("diagnosis", "staff")).toEqual(["start_repair", "finish_repair", "give_up"]);
  });
});

describe("the return of a repair", () => {
  test("is neither inspected nor paid by anybody, and once its goods are here only its repair ends it", () => {
    for (const status of RETURN_STATUSES) {
      const own = eventsFor({ status, resolution: "repair" }, "staff");
      expect(own).not.toContain("inspect");
      expect(own).not.toContain("start_processing");
      expect(eventsFor({ status, resolution: "refund" }, "staff")).toEqual(allowedEvents(status, "staff"));
      expect(eventsFor({ status, resolution: "repair" }, "system")).toEqual(allowedEvents(status, "system"));
    }
    expect(eventsFor({ status: "approved", resolution: "repair" }, "staff")).toEqual(["cancel", "ship", "receive", "close"]);
    expect(eventsFor({ status: "received", resolution: "repair" }, "staff")).toEqual([]);
  });
});

describe("the steps a shopper sees", () => {
  const shown = (...history: RepairStage[]) => repairStepsShown(history).map(({ step, state }) => `${step} ${state}`);

  test("lie ahead while nothing is said", () => {
    expect(shown("diagnosis")).toEqual(["in_repair next", "repaired ahead", "sent_back ahead", "delivered ahead"]);
  });

  test("are done one after the other, and one that was passed over is left out", () => {
    expect(shown("diagnosis", "in_repair")).toEqual(["in_repair current", "repaired next", "sent_back ahead", "delivered ahead"]);
    expect(shown("diagnosis", "repaired", "sent_back")).toEqual(["repaired done", "sent_back current", "delivered next"]);
  });

  test("end where it cannot be mended, go on when it is sent back as it came, and begin again with a new try", () => {
    expect(shown("diagnosis", "in_repair", "irreparable")).toEqual(["in_repair done", "irreparable current"]);
    expect(shown("diagnosis", "irreparable", "sent_back")).toEqual(["irreparable done", "sent_back current", "delivered next"]);
    expect(shown("diagnosis", "irreparable", "in_repair")).toEqual([
      "in_repair current",
      "repaired next",
      "sent_back ahead",
      "delivered ahead",
    ]);
    expect(shown("diagnosis", "irreparable", "in_repair", "repaired")).toEqual([
      "in_repair done",
      "repaired current",
      "sent_back next",
      "delivered ahead",
    ]);
    expect(shown("diagnosis", "irreparable", "settled")).toEqual(["irreparable done"]);
  });

  test("name the stage it stands at exactly once, whatever way it took", () => {
    const walk = fc.array(fc.nat(5), { maxLength: 8 }).map((choices) => {
      const history: RepairStage[] = ["diagnosis"];
      for (const choice of choices) {
        const next = Object.values(REPAIR_TABLE[history.at(-1) ?? "diagnosis"]);
        if (next.length > 0) history.push(next[choice % next.length] ?? "diagnosis");
      }
      return history;
    });
    fc.assert(
      fc.property(walk, (history) => {
        const steps = repairStepsShown(history);
        const current = steps.filter(({ state }) => state === "current").map(({ step }) => step);
        const stage = history.at(-1);
        expect(current).toEqual(stage === "diagnosis" || stage === "settled" ? [] : [stage]);
        const places = steps.map(({ state }) => ["done", "current", "next", "ahead"].indexOf(state));
        expect(places).toEqual(places.toSorted((a, b) => a - b));
      }),
    );
  });
});
