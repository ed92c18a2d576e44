import type { LineParcel } from "#app/domain/orders/returnable-order.ts";
import { dateIn } from "#app/domain/shared/time.ts";

/** Shopify's handle for goods that came too late. */
const LATE = "arrived-late";

/** A broken promise about one parcel. */
export interface BrokenDelivery {
  /** The fulfillment's gid. */
  readonly subject: string;
  /** Calendar date on wall clocks in `zone`. */
  readonly promisedOn: string;
  readonly zone: string;
}

/** A reason that the order itself gives, and what it is taken from: both calendar dates where the parcel went. */
export interface SuggestedReason {
  readonly reason: string;
  readonly promisedOn: string;
  readonly arrivedOn: string;
}

/**
 * The reason that is suggested for a line: "arrived-late" when one of its parcels arrived after the day it was promised for and the reason is
 * among those offered; the latest parcel counts. Promised for 2026-03-03, arrived on 2026-03-05: suggested. On its way or on time: none.
 */
export function suggestReason(
  parcels: readonly Pick<LineParcel, "fulfillmentGid" | "deliveredAt">[],
  broken: readonly BrokenDelivery[],
  offered: readonly string[],
): SuggestedReason | null {
  if (!offered.includes(LATE)) return null;
  const late = parcels.flatMap(({ fulfillmentGid, deliveredAt }) => {
    const promise = broken.find(({ subject }) => subject === fulfillmentGid);
    if (!promise || !deliveredAt) return [];
    const arrivedOn = dateIn(promise.zone, deliveredAt);
    return arrivedOn > promise.promisedOn ? [{ reason: LATE, promisedOn: promise.promisedOn, arrivedOn }] : [];
  });
  return late.toSorted((a, b) => b.arrivedOn.localeCompare(a.arrivedOn))[0] ?? null;
}
