/** Where a carrier sees a parcel. */
export interface ParcelSighting {
  readonly status: string;
  readonly at: Date;
}

/** The two moments of a parcel's way back that something depends on. */
export interface ParcelJourney {
  /** When the carrier first had it in hand. */
  readonly firstScanAt?: Date;
  readonly deliveredAt?: Date;
}

/** A carrier that only knows of the label has not seen the parcel. */
const NOT_SEEN = ["unknown", "pre_transit", "cancelled", "error"];

/**
 * What a carrier's scans say of a parcel, in whatever order they are told: "label printed" on Monday, "picked up" on Tuesday and
 * "delivered" on Friday is a first scan on Tuesday and a delivery on Friday.
 */
export function journeyOf(sightings: readonly ParcelSighting[]): ParcelJourney {
  const seen = sightings.filter(({ status }) => !NOT_SEEN.includes(status)).toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const delivered = seen.find(({ status }) => status === "delivered");
  const [first] = seen;
  return { ...(first ? { firstScanAt: first.at } : {}), ...(delivered ? { deliveredAt: delivered.at } : {}) };
}
