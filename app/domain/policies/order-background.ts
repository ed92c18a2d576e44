import type { ConditionSubject, PolicyCondition } from "./policy-condition.ts";
import { flattened } from "./policy-condition.ts";
import type { Policy } from "./policy.ts";

/** What a policy may ask about an order that the order itself does not say. What was not found out, or not looked for, is unknown. */
export interface OrderBackground {
  /** By product gid, the gids of the collections it is in; a product that is not there is unknown. */
  readonly collections: ReadonlyMap<string, readonly string[]>;
  /** The gids of the customer's segments, of those that the policy names; none for a guest. Null: unknown. */
  readonly segments: readonly string[] | null;
  /** The gid of the market that the order's country belongs to; empty when it is in none. Null: unknown. */
  readonly market: string | null;
  /** Units of the customer's other orders, and how many of them came back. Null for a guest and when unknown. */
  readonly pastReturns: PastReturns | null;
}

export interface PastReturns {
  readonly bought: number;
  readonly returned: number;
}

/** Nothing was looked for. */
export const NOTHING_FOUND_OUT: OrderBackground = { collections: new Map(), segments: null, market: null, pastReturns: null };

/** What has to be found out before a policy can decide, so that nothing is read that no rule looks at. */
export interface BackgroundNeeds {
  readonly collections: boolean;
  /** Gids of the segments that a rule names. */
  readonly segments: readonly string[];
  readonly market: boolean;
  readonly pastReturns: boolean;
  /** Whether a rule asks for a photo as a condition. */
  readonly evidence: boolean;
  /** Whether a rule looks at answers. */
  readonly answers: boolean;
}

/** What the enabled rules of a policy look at beyond the order. */
export function backgroundNeeds({ rules }: Pick<Policy, "rules">): BackgroundNeeds {
  const conditions = flattened(rules.filter(({ isEnabled }) => isEnabled).flatMap((rule) => rule.conditions));
  const looksAt = (subject: ConditionSubject) => conditions.some(({ on }) => on === subject);
  return {
    collections: looksAt("collection"),
    segments: [...new Set(conditions.flatMap(segmentsIn))],
    market: looksAt("market"),
    pastReturns: looksAt("past_return_share_bp"),
    evidence: looksAt("has_evidence"),
    answers: looksAt("answer"),
  };
}

function segmentsIn(condition: PolicyCondition): string[] {
  return condition.on === "customer_segment" ? condition.oneOf.map(({ gid }) => gid) : [];
}

/** What two policies need together, so that both can be tried on one reading. */
export function needsOfBoth(one: BackgroundNeeds, other: BackgroundNeeds): BackgroundNeeds {
  return {
    collections: one.collections || other.collections,
    segments: [...new Set([...one.segments, ...other.segments])],
    market: one.market || other.market,
    pastReturns: one.pastReturns || other.pastReturns,
    evidence: one.evidence || other.evidence,
    answers: one.answers || other.answers,
  };
}
