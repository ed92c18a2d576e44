/** What staff may decide about a compensation. */
export const DECISIONS = ["approve", "reject", "retry"] as const;
export type Decision = (typeof DECISIONS)[number];

/** What the page is told after a decision. */
export interface DecisionAnswer {
  readonly decision: Decision;
  /** The code of a refusal; absent when it was done. */
  readonly problem?: string;
}
