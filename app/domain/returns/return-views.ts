import type { ReturnStatus } from "./return-status.ts";

/** How staff look at returns: what waits for them first. */
export const RETURN_VIEWS = ["review", "open", "received", "refunded", "all"] as const;
export type ReturnView = (typeof RETURN_VIEWS)[number];

/** What a view lets through; what is not named is not asked. */
export interface ViewRule {
  readonly statuses?: readonly ReturnStatus[];
  /** Adds those whose last step failed: somebody has to look at them before anything goes on. */
  readonly orStopped?: true;
  /** Only what was paid, whether or not it is closed since. */
  readonly isPaid?: true;
}

/** How far returns are counted: it means that many or more. Counting a million takes longer than showing a page of them. */
export const MOST_COUNTED = 10_000;

/** The returns of each view. */
export const VIEW_RULES: Readonly<Record<ReturnView, ViewRule>> = {
  review: { statuses: ["requested"], orStopped: true },
  open: { statuses: ["approved", "in_transit"] },
  received: { statuses: ["received", "inspected", "processing"] },
  refunded: { isPaid: true },
  all: {},
};
