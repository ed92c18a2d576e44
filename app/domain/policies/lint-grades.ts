import type { Finding } from "./lint-finding.ts";
import { flattened } from "./policy-condition.ts";
import type { Policy } from "./policy.ts";

/**
 * Rules that name grades which the shop no longer judges its goods by: no inspection can find them, so that a rule waiting for them never
 * applies. Named as they were when the rule was written: a grade without a name by its condition.
 */
export function lintGrades({ rules }: Pick<Policy, "rules">, gradeIds: readonly string[]): Finding[] {
  return rules.flatMap((rule): Finding[] => {
    if (!rule.isEnabled) return [];
    const named = flattened(rule.conditions).flatMap((condition) => (condition.on === "inspected_condition" ? condition.oneOf : []));
    const gone = named.filter(({ id }) => !gradeIds.includes(id));
    const grades = [...new Set(gone.map(({ name, condition }) => name || condition))];
    return grades.length === 0 ? [] : [{ code: "grade_gone", tone: "problem", ruleId: rule.id, params: { rule: rule.name, grades } }];
  });
}
