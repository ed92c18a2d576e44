import { DAY, after } from "#app/domain/shared/time.ts";
import type { ReturnStatus } from "./return-status.ts";

/**
 * Where the goods stand that a return is exchanged for. `wanted`: a job is about to see to it; `held`: kept from everybody else until a
 * time; `released`: not needed any more; `expired`: that time is over and there were still some; `sold_out`: there are none;
 * `not_needed`: nobody counts them; `off`: the shop keeps nothing; `not_allowed`: the permission is missing; `refused`: by Shopify.
 */
export const RESERVATION_STATES = [
  "wanted",
  "held",
  "released",
  "expired",
  "sold_out",
  "not_needed",
  "off",
  "not_allowed",
  "refused",
] as const;
export type ReservationState = (typeof RESERVATION_STATES)[number];

/** States that are not the last word while the return waits for its goods: another look may find them better. */
export const UNSETTLED_STATES = ["wanted", "sold_out", "not_allowed", "refused"] as const satisfies readonly ReservationState[];

/** A return in one of these has not sent the new goods yet, and will. */
const WAITS_FOR_GOODS: readonly ReturnStatus[] = ["approved", "in_transit", "received", "inspected"];

/** Whether a return in this status is going to send the goods that were wanted instead. */
export function waitsForGoods(status: ReturnStatus): boolean {
  return WAITS_FOR_GOODS.includes(status);
}

/** When goods that are kept for `days` from `since` on are free again: 14 days from 1 March, 09:00 UTC are 15 March, 09:00 UTC. */
export function keptUntil(since: Date, days: number): Date {
  return after(since, days * DAY);
}

export interface ReservationNow {
  readonly state: ReservationState;
  /** Null until it was looked at for the first time. */
  readonly until: Date | null;
}

/**
 * What is to be done about the goods kept for a return: `hold` them, `release` them because the return ended, `expire` a reservation whose
 * time is over, or `nothing`. While a return is being settled nothing is done here: whoever settles it hands the goods over.
 */
export function reservationStep(
  { state, until }: ReservationNow,
  status: ReturnStatus,
  now: Date,
): "hold" | "release" | "expire" | "nothing" {
  const isUnsettled = UNSETTLED_STATES.some((one) => one === state);
  if (!isUnsettled && state !== "held") return "nothing";
  if (status === "requested" || status === "processing") return "nothing";
  if (!waitsForGoods(status)) return "release";
  const isOver = until !== null && until <= now;
  if (!isOver) return isUnsettled ? "hold" : "nothing";
  return state === "held" || state === "wanted" ? "expire" : "nothing";
}
