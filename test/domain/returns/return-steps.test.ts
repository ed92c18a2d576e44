import { expect, test } from "vitest";
import type { ReturnStatus } from "#app/domain/returns/return-status.ts";
import { RETURN_STEPS, stepsShown } from "#app/domain/returns/return-steps.ts";

test.each<[string, ReturnStatus[], string]>([
  ["a new request", ["requested"], "current next ahead ahead ahead ahead"],
  ["approved, waiting for the parcel", ["requested", "approved"], "done current next ahead ahead ahead"],
  ["on its way", ["requested", "approved", "in_transit"], "done done current next ahead ahead"],
  ["received without a scan on the way", ["requested", "approved", "received"], "done done skipped current next ahead"],
  [
    "inspected and being paid",
    ["requested", "approved", "in_transit", "received", "inspected", "processing"],
    "done done done done done next",
  ],
  ["paid before it was back", ["requested", "approved", "processing"], "done done skipped skipped skipped next"],
  ["paid", ["requested", "approved", "in_transit", "received", "inspected", "processing", "refunded"], "done done done done done current"],
  [
    "closed after paying",
    ["requested", "approved", "received", "inspected", "processing", "refunded", "closed"],
    "done done skipped done done done",
  ],
  ["never sent", ["requested", "approved", "closed"], "done done skipped skipped skipped skipped"],
  ["declined", ["requested", "declined"], "done skipped skipped skipped skipped skipped"],
  ["cancelled after approval", ["requested", "approved", "cancelled"], "done done skipped skipped skipped skipped"],
  ["reopened", ["requested", "approved", "closed", "approved"], "done current next ahead ahead ahead"],
])("%s", (_title, history, expected) => {
  const shown = stepsShown(history);
  expect(shown.map(({ step }) => step)).toEqual([...RETURN_STEPS]);
  expect(shown.map(({ state }) => state).join(" ")).toBe(expected);
});
