/** The moment a customer is asked about. */
export const TOUCHPOINTS = ["refund", "case_closed"] as const;
export type Touchpoint = (typeof TOUCHPOINTS)[number];
