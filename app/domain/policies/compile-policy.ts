import type { Money } from "#app/domain/shared/money.ts";
import type { Predicate } from "./probe.ts";
import { allOf, compileCondition } from "./compile-condition.ts";
import { describeCondition, describeOutcome } from "./describe-policy.ts";
import type { Explained } from "./explanation.ts";
import type { BackgroundNeeds } from "./order-background.ts";
import { backgroundNeeds } from "./order-background.ts";
import type { PolicyCondition } from "./policy-condition.ts";
import type { EligibleOutcome, Policy, PolicyOutcome, RegionFee } from "./policy.ts";

/** A policy version made ready to decide quickly and often. Keep it as long as the version; it never changes. */
export interface CompiledPolicy {
  readonly version: number;
  readonly policy: Policy;
  /** Only the enabled rules, in order. */
  readonly rules: readonly CompiledRule[];
  readonly otherwise: CompiledRule;
  /** Reasons that are the merchant's fault. */
  readonly merchantFaults: ReadonlySet<string>;
  /** Photos that reasons ask for. */
  readonly photoOf: ReadonlyMap<string, "optional" | "required">;
  /** What has to be found out about an order before this policy decides. */
  readonly needs: BackgroundNeeds;
}

export interface CompiledRule {
  /** Null for what happens otherwise. */
  readonly id: string | null;
  readonly name: string | null;
  readonly conditions: readonly PolicyCondition[];
  /** Undefined when it cannot be told. */
  readonly matches: Predicate;
  readonly outcome: PolicyOutcome;
  /** That this rule matched and why: the same for every item it matches. */
  readonly matched: readonly Explained[];
  /** What it refuses or grants, less what depends on the item. */
  readonly granted: readonly Explained[];
  readonly returnShippingFeeFor: (country: string | null) => Money | null;
}

/** Prepares one version of a policy for `decide`: conditions become predicates, everything that is the same for all items is built once. */
export function compilePolicy(policy: Policy, version: number): CompiledPolicy {
  const always = { conditions: [], outcome: policy.otherwise };
  return {
    version,
    policy,
    rules: policy.rules.filter(({ isEnabled }) => isEnabled).map((rule) => compileRule(rule, { id: rule.id, name: rule.name }, policy)),
    otherwise: compileRule(always, null, policy),
    merchantFaults: new Set(policy.reasons.filter(({ fault }) => fault === "merchant").map(({ code }) => code)),
    photoOf: new Map(policy.reasons.flatMap(({ code, photo }) => (photo ? [[code, photo]] : []))),
    needs: backgroundNeeds(policy),
  };
}

type RuleBody = Pick<Policy["rules"][number], "conditions" | "outcome">;

function compileRule(
  { conditions, outcome }: RuleBody,
  identity: { id: string; name: string } | null,
  { questions }: Pick<Policy, "questions">,
): CompiledRule {
  const head: Explained =
    identity === null ? { code: "otherwise_matched", params: {} } : { code: "rule_matched", params: { rule: identity.name } };
  return {
    id: identity?.id ?? null,
    name: identity?.name ?? null,
    conditions,
    matches: allOf(conditions.map(compileCondition)),
    outcome,
    matched: [head, ...conditions.map((condition) => describeCondition(condition, questions))],
    granted: describeOutcome(outcome).filter(({ code }) => SAID_IN_DECISIONS.has(code)),
    returnShippingFeeFor: outcome.kind === "eligible" ? feeByCountry(outcome) : () => null,
  };
}

/** Of an outcome's sentences, a decision repeats those that its terms do not already carry as figures. */
const SAID_IN_DECISIONS: ReadonlySet<Explained["code"]> = new Set(["refuses", "without_limit", "needs_review", "photo_required"]);

function feeByCountry({ returnShippingFees }: EligibleOutcome): (country: string | null) => Money | null {
  const covers = ({ countries }: RegionFee, country: string | null) =>
    countries.length === 0 || (country !== null && countries.includes(country));
  return (country) => returnShippingFees.find((fee) => covers(fee, country))?.amount ?? null;
}
