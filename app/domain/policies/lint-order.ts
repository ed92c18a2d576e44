import type { Finding } from "./lint-finding.ts";
import type { Reach } from "./lint-reach.ts";
import type { PolicyOutcome } from "./policy.ts";

/**
 * Rules that can never decide anything: their conditions contradict each other ("vendor is Acme" and "vendor is not Acme"), one earlier
 * rule takes all that they would, or several earlier ones do so together. A rule that is named here matches no item, whatever its
 * facts; a rule that is not may still never match, when that takes more reasoning than is done here.
 */
export function lintOrder(reaches: readonly Reach[]): Finding[] {
  return reaches.flatMap(({ rule, outcome, own, left, takenBy }): Finding[] => {
    if (rule === null) return [];
    const found = { tone: "problem" as const, ruleId: rule.id };
    if (own?.length === 0) return [{ ...found, code: "conditions_contradict", params: { rule: rule.name } }];
    if (left?.length !== 0) return [];
    if (takenBy === null) return [{ ...found, code: "rule_never_reached", params: { rule: rule.name } }];
    const code = isOpposite(outcome, takenBy.outcome) ? "rule_opposed" : "rule_taken";
    return [{ ...found, code, params: { rule: rule.name, by: takenBy.name } }];
  });
}

function isOpposite(one: PolicyOutcome, other: PolicyOutcome): boolean {
  return one.kind !== other.kind;
}
