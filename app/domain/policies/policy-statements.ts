import { describeCondition, describeOutcome } from "./describe-policy.ts";
import type { Explained } from "./explanation.ts";
import type { PolicyCondition } from "./policy-condition.ts";
import { flattened } from "./policy-condition.ts";
import type { DutiesRefund, Policy, PolicyOutcome, PolicyRule, ResolutionKind, TipsRefund } from "./policy.ts";

/** One paragraph of the policy page: when all of `when` holds about an item, `then` follows and no later paragraph counts. */
export interface PolicyStatement {
  /** All of these together; none: whatever no earlier paragraph spoke of. */
  readonly when: readonly Explained[];
  readonly then: readonly Explained[];
  /** Its conditions look at the customer: the page says "for some customers" instead of them. */
  readonly isPersonal: boolean;
}

/** What a shop's policy page says, as codes and params; the words live in the locale files. */
export interface PolicyPageText {
  /** In order: the first that fits an item counts. The last one fits everything. */
  readonly statements: readonly PolicyStatement[];
  /** Codes of the reasons for which no fee is taken. */
  readonly freeReasons: readonly string[];
  /** Codes of the reasons that need a photo, and of those with which one helps, whatever the paragraph says less. */
  readonly photoReasons: readonly string[];
  readonly photoHelpsReasons: readonly string[];
  /** A parcel without a delivery report counts as delivered so many days after it was sent. */
  readonly transitDays: number;
  readonly transitByCountry: readonly { readonly country: string; readonly days: number }[];
  readonly duties: DutiesRefund;
  readonly tips: TipsRefund;
}

/** What other shoppers need not read about: who somebody is, not what was bought. */
const PERSONAL: ReadonlySet<PolicyCondition["on"]> = new Set(["customer_tag", "customer_segment", "past_return_share_bp"]);

/**
 * The policy as its page states it: a paragraph for each enabled rule in the order the engine tries them, and one for everything
 * else. Read from the top, the first paragraph that fits gives the same answer as `decide`. A rule without conditions ends the page,
 * because nothing after it is ever reached. `impossible` is what this shop cannot give whatever its policy offers: the page does not promise it.
 */
export function policyPageText(policy: Policy, impossible: readonly ResolutionKind[] = []): PolicyPageText {
  const enabled = policy.rules.filter(({ isEnabled }) => isEnabled);
  const last = enabled.findIndex(({ conditions }) => conditions.length === 0);
  const reached = last < 0 ? enabled : enabled.slice(0, last + 1);
  const thenOf = (outcome: PolicyOutcome) => describeOutcome(withoutOffers(outcome, impossible));
  const statements = reached.map((rule) => ({ ...statementOf(rule, policy), then: thenOf(rule.outcome) }));
  const otherwise: PolicyStatement = { when: [], then: thenOf(policy.otherwise), isPersonal: false };
  return {
    statements: last < 0 ? [...statements, otherwise] : statements,
    freeReasons: policy.reasons.filter(({ fault }) => fault === "merchant").map(({ code }) => code),
    photoReasons: policy.reasons.filter(({ photo }) => photo === "required").map(({ code }) => code),
    photoHelpsReasons: policy.reasons.filter(({ photo }) => photo === "optional").map(({ code }) => code),
    transitDays: policy.transit.days,
    transitByCountry: policy.transit.byCountry,
    duties: policy.duties ?? "never",
    tips: policy.tips ?? "never",
  };
}

function withoutOffers(outcome: PolicyOutcome, impossible: readonly ResolutionKind[]): PolicyOutcome {
  if (outcome.kind === "ineligible") return outcome;
  return { ...outcome, resolutions: outcome.resolutions.filter(({ kind }) => !impossible.includes(kind)) };
}

function statementOf({ conditions }: PolicyRule, { questions }: Policy): Omit<PolicyStatement, "then"> {
  return {
    when: conditions.map((condition) => describeCondition(condition, questions)),
    isPersonal: flattened(conditions).some(({ on }) => PERSONAL.has(on)),
  };
}
