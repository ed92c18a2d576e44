import type { ParcelsView } from "#app/ui/portal/parcel-views.ts";

/** A booked collection, two parcels that may be collected, and the way to one more. */
export function aParcelsView(): ParcelsView {
  return {
    underWay: 0,
    moreKey: "parcel-2",
    pickups: [{ id: "p", state: "booked", date: "2026-11-30", fromHour: 9, toHour: 12, confirmation: "WTC00000017" }],
    pickupOffer: {
      parcels: [
        { labelId: "a", parcel: 2 },
        { labelId: "b", parcel: 3 },
      ],
      dates: ["2026-11-30", "2026-12-01"],
      windows: [
        { key: "9-12", fromHour: 9, toHour: 12 },
        { key: "12-17", fromHour: 12, toHour: 17 },
      ],
      addressLines: ["Jane Doe", "1 Main St", "12207 Albany NY"],
    },
  };
}
