import type { CompensationStatus } from "./compensation-status.ts";

/** The lists of compensations that staff look at. */
export const COMPENSATION_VIEWS = ["waiting", "underway", "paid", "failed", "ended", "all"] as const;
export type CompensationView = (typeof COMPENSATION_VIEWS)[number];

/** The statuses of each list; `all` has every one. */
export const STATUSES_OF_VIEW: Readonly<Record<Exclude<CompensationView, "all">, readonly CompensationStatus[]>> = {
  waiting: ["awaiting_approval"],
  underway: ["planned", "approved", "sending"],
  paid: ["paid"],
  failed: ["failed"],
  ended: ["rejected", "voided"],
};
