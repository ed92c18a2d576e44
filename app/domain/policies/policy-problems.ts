/** How large a policy may grow. */
export const POLICY_LIMITS = {
  rules: 200,
  /** Also the most in one group. */
  conditionsPerRule: 20,
  /** A group in a rule is one deep. */
  groupDepth: 4,
  valuesPerCondition: 200,
  reasons: 60,
  questions: 40,
  choices: 12,
  /** Of a question, an answer to choose and one that is typed. */
  questionLength: 200,
  regionFees: 60,
  nameLength: 80,
  valueLength: 255,
  days: 3650,
  basisPoints: 10_000,
} as const;

/** Everything that can be wrong with a policy; locale files hold under `policyproblem.<code>` a text that says how to put it right. */
export const POLICY_PROBLEM_CODES = [
  "value_missing",
  "field_unknown",
  "choice_unknown",
  "format_unknown",
  "currency_invalid",
  "name_needed",
  "name_too_long",
  "rule_id_invalid",
  "rule_id_twice",
  "too_many_rules",
  "too_many_conditions",
  "condition_needed",
  "groups_too_deep",
  "too_many_reasons",
  "too_many_region_fees",
  "too_many_values",
  "value_needed",
  "value_too_long",
  "range_needs_a_bound",
  "range_upside_down",
  "days_range",
  "whole_number_needed",
  "basis_points_range",
  "amount_invalid",
  "amount_in_other_currency",
  "country_invalid",
  "reason_needed",
  "reason_code_invalid",
  "reason_twice",
  "reason_not_offered",
  "question_needed",
  "question_too_long",
  "question_unknown",
  "question_twice",
  "too_many_questions",
  "choice_text_needed",
  "choices_needed",
  "too_many_choices",
  "choice_gone",
  "follow_up_needs_choice",
  "resolution_needed",
  "resolution_twice",
  "bonus_only_for_credit",
  "only_for_keep_it",
  "repair_is_free",
  "limited_offer_alone",
  "expiry_only_for_credit",
] as const;
export type PolicyProblemCode = (typeof POLICY_PROBLEM_CODES)[number];

/** One thing to put right in a policy. */
export interface PolicyProblem {
  /** Where, in dots from the document's root: "rules.0.outcome.windowDays". */
  readonly path: string;
  readonly code: PolicyProblemCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/** The message option of a zod check: the code travels as the message. */
export function says(code: PolicyProblemCode): { error: PolicyProblemCode } {
  return { error: code };
}

const LIMIT_OF: Partial<Record<PolicyProblemCode, number>> = {
  too_many_rules: POLICY_LIMITS.rules,
  too_many_conditions: POLICY_LIMITS.conditionsPerRule,
  groups_too_deep: POLICY_LIMITS.groupDepth,
  too_many_reasons: POLICY_LIMITS.reasons,
  too_many_questions: POLICY_LIMITS.questions,
  too_many_choices: POLICY_LIMITS.choices,
  question_too_long: POLICY_LIMITS.questionLength,
  too_many_region_fees: POLICY_LIMITS.regionFees,
  too_many_values: POLICY_LIMITS.valuesPerCondition,
  name_too_long: POLICY_LIMITS.nameLength,
  value_too_long: POLICY_LIMITS.valueLength,
  days_range: POLICY_LIMITS.days,
  basis_points_range: POLICY_LIMITS.basisPoints,
};

/** What the text of a problem needs to name: the limit that was passed, as `limit`. */
export function problemParams(code: PolicyProblemCode): Readonly<Record<string, number>> {
  const limit = LIMIT_OF[code];
  return limit === undefined ? {} : { limit };
}
