import type { DecisionFacts } from "./decision.ts";
import type { FoundOutSubject, PolicyCondition } from "./policy-condition.ts";
import { FOUND_OUT_SUBJECTS, flattened } from "./policy-condition.ts";

/** Of the facts that these conditions look at, those that are not known, in a fixed order. */
export function unknownFacts(conditions: readonly PolicyCondition[], facts: DecisionFacts): FoundOutSubject[] {
  const subjects = new Set(flattened(conditions).map(({ on }) => on));
  return FOUND_OUT_SUBJECTS.filter((subject) => subjects.has(subject) && isUnknown(subject, facts));
}

function isUnknown(subject: FoundOutSubject, facts: DecisionFacts): boolean {
  return (facts[FACT_OF[subject]] ?? null) === null;
}

const FACT_OF = {
  collection: "collections",
  is_final_sale: "isFinalSale",
  market: "market",
  customer_segment: "customerSegments",
  past_return_share_bp: "pastReturnShareBp",
  inspected_condition: "inspectedCondition",
} as const satisfies Record<FoundOutSubject, keyof DecisionFacts>;
