import { expect, test } from "vitest";
import type { StatusTable } from "#app/domain/shared/status-machine.ts";
import { eventsFrom, nextStatus, statusDiagram } from "#app/domain/shared/status-machine.ts";

const DOOR: StatusTable<"shut" | "open" | "bricked_up", "push" | "pull" | "brick_up"> = {
  shut: { push: "open", brick_up: "bricked_up" },
  open: { pull: "shut" },
  bricked_up: {},
};

test("an allowed event leads on, another one is refused by name and changes nothing", () => {
  expect(nextStatus(DOOR, "shut", "push")).toEqual({ ok: true, value: "open" });
  expect(nextStatus(DOOR, "open", "push")).toEqual({ ok: false, error: { code: "illegal_transition", status: "open", event: "push" } });
});

test("buttons come from the table", () => {
  expect(eventsFrom(DOOR, "shut")).toEqual(["push", "brick_up"]);
  expect(eventsFrom(DOOR, "bricked_up")).toEqual([]);
});

test("the table can be drawn", () => {
  expect(statusDiagram(DOOR, "shut").split("\n")).toEqual([
    "stateDiagram-v2",
    "  [*] --> shut",
    "  shut --> open: push",
    "  shut --> bricked_up: brick_up",
    "  open --> shut: pull",
    "  bricked_up --> [*]",
  ]);
});
