import { expect, test } from "vitest";
import {
  COMPENSATION_EVENTS,
  COMPENSATION_STATUSES,
  COMPENSATION_TRANSITIONS,
  transitionCompensation,
} from "#app/domain/compensation/compensation-status.ts";
import { walkMatrix } from "#test/support/status-matrix.ts";

test("every status and event of a compensation does what the table says", () => {
  walkMatrix({
    table: COMPENSATION_TRANSITIONS,
    statuses: COMPENSATION_STATUSES,
    events: COMPENSATION_EVENTS,
    start: "planned",
    terminal: ["paid", "rejected", "voided"],
  });
});

test("while Shopify has not answered, a compensation can be neither cancelled nor sent again", () => {
  expect(transitionCompensation("sending", "cancel")).toMatchObject({ ok: false });
  expect(transitionCompensation("sending", "send")).toMatchObject({ ok: false });
  expect(transitionCompensation("failed", "retry")).toEqual({ ok: true, value: "sending" });
});
