import type { DecisionFacts } from "./decision.ts";
import { plain, plainSet } from "./plain.ts";

/** The facts of one decision, made comparable once so that every condition is a plain comparison. */
export interface Probe {
  readonly facts: DecisionFacts;
  readonly productType: string;
  readonly vendor: string;
  /** Empty when unknown; no condition can name the empty text. */
  readonly country: string;
  readonly reason: string;
  readonly productTags: ReadonlySet<string>;
  readonly customerTags: ReadonlySet<string>;
}

/** Undefined: it cannot be told, because a fact that had to be found out is unknown. */
export type Predicate = (probe: Probe) => boolean | undefined;

/** Makes facts comparable: texts lose their case and surrounding blanks, as tags have none in Shopify. */
export function probeOf(facts: DecisionFacts): Probe {
  return {
    facts,
    productType: plain(facts.productType),
    vendor: plain(facts.vendor),
    country: plain(facts.country ?? ""),
    reason: plain(facts.reason ?? ""),
    productTags: plainSet(facts.productTags),
    customerTags: plainSet(facts.customerTags),
  };
}
