/** The lists of delivery promises that staff look at. `late` is broken and still under way, `broken` is delivered too late. */
export const DELIVERY_VIEWS = ["due", "late", "broken", "kept", "all"] as const;
export type DeliveryView = (typeof DELIVERY_VIEWS)[number];
