/** What the page of a return says of its parcels: labels under way, and collections at the door. */

export interface ParcelsView {
  /** Labels that are being made. */
  readonly underWay: number;
  /** The key of one more label, where the shopper may ask for one. */
  readonly moreKey?: string;
  readonly pickups: readonly PickupShown[];
  readonly pickupOffer?: PickupOffer;
}

/** A collection that is booked or being booked. */
export interface PickupShown {
  readonly id: string;
  readonly state: "wanted" | "booked";
  /** "2026-03-16". */
  readonly date: string;
  readonly fromHour: number;
  readonly toHour: number;
  /** The carrier's. */
  readonly confirmation?: string;
}

/** When a parcel may be collected, and where it then has to be. */
export interface PickupOffer {
  readonly parcels: readonly { readonly labelId: string; readonly parcel: number }[];
  readonly dates: readonly string[];
  readonly windows: readonly { readonly key: string; readonly fromHour: number; readonly toHour: number }[];
  readonly addressLines: readonly string[];
}
