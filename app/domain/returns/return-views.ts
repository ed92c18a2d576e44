import type { ReturnStatus } from "./return-status.ts";

/** How staff look at returns: what waits for them first. */
export const RETURN_VIEWS = ["review", "open", "received", "refunded", "all"] as const;
export type ReturnView = (typeof RETURN_VIEWS)[number];

/**
 * The statuses of each view; null is every one. "review" also shows what stopped on the way, whatever its status: see
 * `isStoppedShown`.
 */
export const VIEW_STATUSES: Readonly<Record<ReturnView, readonly ReturnStatus[] | null>> = {
  review: ["requested"],
  open: ["approved", "in_transit"],
  received: ["received", "inspected", "processing"],
  refunded: ["refunded"],
  all: null,
};

/** Whether the view also holds returns whose last step failed: somebody has to look at them before anything goes on. */
export function isStoppedShown(view: ReturnView): boolean {
  return view === "review";
}
