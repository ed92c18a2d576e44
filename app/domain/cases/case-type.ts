/** What a case is about. */
export const CASE_TYPES = ["question", "delivery", "return", "refund", "low_score", "disagreement", "other"] as const;
export type CaseType = (typeof CASE_TYPES)[number];
