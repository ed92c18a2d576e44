import type { ReturnStatus } from "./return-status.ts";

/** The steps a status page always shows, in order. */
export const RETURN_STEPS = [
  "requested",
  "approved",
  "in_transit",
  "received",
  "inspected",
  "refunded",
] as const satisfies readonly ReturnStatus[];
export type ReturnStep = (typeof RETURN_STEPS)[number];

export interface StepShown {
  readonly step: ReturnStep;
  /** "skipped" is a step that this return passed without taking, or will not take any more. */
  readonly state: "done" | "current" | "next" | "ahead" | "skipped";
}

/**
 * How far a return has come: `history` holds every status it has had, oldest first, the last being where it stands. While it
 * is processed the refund is next. One that was declined, cancelled or closed has no next step and skips the rest.
 *
 * History requested, approved: requested "done", approved "current", in_transit "next", the others "ahead".
 */
export function stepsShown(history: readonly ReturnStatus[]): StepShown[] {
  const status = history.at(-1) ?? "requested";
  const taken = new Set<ReturnStatus>(["requested", ...history.slice(history.lastIndexOf("closed", -2) + 1)]);
  const reached = RETURN_STEPS.findLastIndex((step) => taken.has(step));
  const next = ENDED.includes(status) ? RETURN_STEPS.length : status === "processing" ? RETURN_STEPS.indexOf("refunded") : reached + 1;
  return RETURN_STEPS.map((step, index) => {
    if (step === status) return { step, state: "current" };
    if (index < next) return { step, state: taken.has(step) ? "done" : "skipped" };
    return { step, state: index === next ? "next" : "ahead" };
  });
}

const ENDED: readonly ReturnStatus[] = ["declined", "cancelled", "closed"];
