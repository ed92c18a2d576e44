/** What a case is about. */
export const CASE_TYPES = ["question", "delivery", "return", "refund", "low_score", "disagreement", "other"] as const;
export type CaseType = (typeof CASE_TYPES)[number];

/**
 * Whether a case of this type begins with words of the customer: then more words about the same order go on in the case that is open,
 * and the customer is told that somebody will answer. A low score and figures that disagree stand on their own.
 */
export function isConversation(type: CaseType): boolean {
  return type !== "low_score" && type !== "disagreement" && type !== "other";
}
