import type { PolicyCondition } from "./policy-condition.ts";
import type { PolicyProblem, PolicyProblemCode } from "./policy-problems.ts";
import { POLICY_LIMITS, problemParams } from "./policy-problems.ts";
import { CREDIT_KINDS } from "./policy.ts";
import { answerProblems, questionProblems } from "./question-consistency.ts";
import type { EligibleOutcome, OfferedResolution, Policy, PolicyOutcome, PolicyRule } from "./policy.ts";

/** Problems that no field has by itself: something named twice, a reason that is not offered, an amount in a foreign currency. */
export function problemsBetweenFields(policy: Policy): PolicyProblem[] {
  return [
    ...repeated(policy.rules.map(({ id }) => id)).map((index) => problem(`rules.${index}.id`, "rule_id_twice")),
    ...repeated(policy.reasons.map(({ code }) => code)).map((index) => problem(`reasons.${index}.code`, "reason_twice")),
    ...questionProblems(policy),
    ...policy.rules.flatMap((rule, index) => ruleProblems(policy, rule, `rules.${index}`)),
    ...outcomeProblems(policy, policy.otherwise, "otherwise"),
  ];
}

function ruleProblems(policy: Policy, rule: PolicyRule, path: string): PolicyProblem[] {
  const ofConditions = rule.conditions.flatMap((condition, index) =>
    conditionProblems(policy, condition, { path: `${path}.conditions.${index}`, depth: 0 }),
  );
  return [...ofConditions, ...outcomeProblems(policy, rule.outcome, `${path}.outcome`)];
}

function conditionProblems(policy: Policy, condition: PolicyCondition, { path, depth }: Place): PolicyProblem[] {
  switch (condition.on) {
    case "all":
    case "any":
      if (depth >= POLICY_LIMITS.groupDepth) return [problem(path, "groups_too_deep")];
      return condition.conditions.flatMap((inner, index) =>
        conditionProblems(policy, inner, { path: `${path}.conditions.${index}`, depth: depth + 1 }),
      );
    case "reason":
      return condition.oneOf.every((code) => policy.reasons.some((reason) => reason.code === code))
        ? []
        : [problem(`${path}.oneOf`, "reason_not_offered")];
    case "answer":
      return answerProblems(policy, condition, path);
    case "unit_price":
    case "order_value":
      return (["atLeast", "atMost"] as const)
        .filter((bound) => condition[bound] !== null && condition[bound].currency !== policy.currency)
        .map((bound) => foreign(policy, `${path}.${bound}`));
    default:
      return [];
  }
}

/** Where a condition stands, and in how many groups. */
interface Place {
  readonly path: string;
  readonly depth: number;
}

function outcomeProblems(policy: Policy, outcome: PolicyOutcome, path: string): PolicyProblem[] {
  return outcome.kind === "ineligible" ? [] : eligibleProblems(policy, outcome, path);
}

function eligibleProblems(policy: Policy, outcome: EligibleOutcome, path: string): PolicyProblem[] {
  return [
    ...repeated(outcome.resolutions.map(({ kind }) => kind)).map((index) =>
      problem(`${path}.resolutions.${index}.kind`, "resolution_twice"),
    ),
    ...outcome.resolutions.flatMap((offer, index) => offerProblems(policy, offer, `${path}.resolutions.${index}`)),
    ...(outcome.resolutions.every(({ onlyUpTo }) => onlyUpTo !== undefined) ? [problem(`${path}.resolutions`, "limited_offer_alone")] : []),
    ...(outcome.paysAtFirstScanUpTo && outcome.paysAtFirstScanUpTo.currency !== policy.currency
      ? [foreign(policy, `${path}.paysAtFirstScanUpTo`)]
      : []),
    ...outcome.returnShippingFees.flatMap(({ amount }, index) =>
      amount.currency === policy.currency ? [] : [foreign(policy, `${path}.returnShippingFees.${index}.amount`)],
    ),
  ];
}

function offerProblems(policy: Policy, offer: OfferedResolution, path: string): PolicyProblem[] {
  return [...creditProblems(offer, path), ...keepProblems(policy, offer, path), ...repairProblems(offer, path)];
}

function keepProblems(policy: Policy, { kind, onlyUpTo, asksToDonate }: OfferedResolution, path: string): PolicyProblem[] {
  if (kind !== "keep_it") {
    return [
      ...(onlyUpTo ? [problem(`${path}.onlyUpTo`, "only_for_keep_it")] : []),
      ...(asksToDonate ? [problem(`${path}.asksToDonate`, "only_for_keep_it")] : []),
    ];
  }
  return onlyUpTo && onlyUpTo.currency !== policy.currency ? [foreign(policy, `${path}.onlyUpTo`)] : [];
}

/** Nothing is paid back that a fee could be kept from. */
function repairProblems({ kind, restockingFeeBp, takesReturnShippingFee }: OfferedResolution, path: string): PolicyProblem[] {
  if (kind !== "repair") return [];
  return [
    ...(restockingFeeBp > 0 ? [problem(`${path}.restockingFeeBp`, "repair_is_free")] : []),
    ...(takesReturnShippingFee ? [problem(`${path}.takesReturnShippingFee`, "repair_is_free")] : []),
  ];
}

function creditProblems({ kind, bonusBp, creditExpiresAfterDays }: OfferedResolution, path: string): PolicyProblem[] {
  if (CREDIT_KINDS.includes(kind)) return [];
  return [
    ...(bonusBp > 0 ? [problem(`${path}.bonusBp`, "bonus_only_for_credit")] : []),
    ...(creditExpiresAfterDays === null ? [] : [problem(`${path}.creditExpiresAfterDays`, "expiry_only_for_credit")]),
  ];
}

function repeated(keys: readonly string[]): number[] {
  return keys.map((key, index) => (keys.indexOf(key) < index ? index : -1)).filter((index) => index >= 0);
}

function problem(path: string, code: PolicyProblemCode): PolicyProblem {
  return { path, code, params: problemParams(code) };
}

function foreign({ currency }: Policy, path: string): PolicyProblem {
  return { path, code: "amount_in_other_currency", params: { currency } };
}
