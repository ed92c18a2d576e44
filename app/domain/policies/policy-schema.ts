import { z } from "zod";
import type { Refusal, Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import { conditionSchema } from "./condition-schema.ts";
import { problemsBetweenFields } from "./policy-consistency.ts";
import type { PolicyProblem, PolicyProblemCode } from "./policy-problems.ts";
import { POLICY_LIMITS, POLICY_PROBLEM_CODES, problemParams, says } from "./policy-problems.ts";
import type { Policy } from "./policy.ts";
import { ALTERNATIVES, DUTIES_REFUNDS, REFUSAL_REASONS, RESOLUTION_KINDS, TIPS_REFUNDS } from "./policy.ts";
import { questionSchema } from "./question-schema.ts";
import { amount, basisPoints, country, days, name } from "./schema-parts.ts";

const resolution = z.strictObject({
  kind: z.enum(RESOLUTION_KINDS, says("choice_unknown")),
  bonusBp: basisPoints,
  restockingFeeBp: basisPoints,
  takesReturnShippingFee: z.boolean(says("choice_unknown")),
  expectedDays: days,
  creditExpiresAfterDays: days.min(1, says("days_range")).nullable(),
  onlyUpTo: amount.optional(),
  asksToDonate: z.boolean(says("choice_unknown")).optional(),
});

const eligible = z.strictObject({
  kind: z.literal("eligible"),
  windowDays: days.nullable(),
  resolutions: z.array(resolution).min(1, says("resolution_needed")),
  approval: z.enum(["auto", "review"], says("choice_unknown")),
  photo: z.enum(["not_needed", "optional", "required"], says("choice_unknown")),
  labelPaidBy: z.enum(["merchant", "customer"], says("choice_unknown")),
  returnShippingFees: z
    .array(z.strictObject({ countries: z.array(country), amount }))
    .max(POLICY_LIMITS.regionFees, says("too_many_region_fees")),
  refundsShippingAtFault: z.boolean(says("choice_unknown")),
  paysAtFirstScan: z.boolean(says("choice_unknown")).optional(),
  paysAtFirstScanUpTo: amount.optional(),
});

const ineligible = z.strictObject({
  kind: z.literal("ineligible"),
  because: z.enum(REFUSAL_REASONS, says("choice_unknown")),
  instead: z.array(z.enum(ALTERNATIVES, says("choice_unknown"))),
});

const outcome = z.discriminatedUnion("kind", [eligible, ineligible], says("choice_unknown"));

const rule = z.strictObject({
  id: z.string().regex(/^[\w-]{1,64}$/, says("rule_id_invalid")),
  name,
  isEnabled: z.boolean(says("choice_unknown")),
  conditions: z.array(conditionSchema).max(POLICY_LIMITS.conditionsPerRule, says("too_many_conditions")),
  outcome,
});

const reason = z.strictObject({
  code: z.string().regex(/^[a-z0-9-]{1,64}$/, says("reason_code_invalid")),
  fault: z.enum(["merchant", "customer"], says("choice_unknown")),
  isNoteRequired: z.boolean(says("choice_unknown")),
  photo: z.enum(["optional", "required"], says("choice_unknown")).optional(),
});

const policySchema: z.ZodType<Policy> = z.strictObject({
  format: z.literal(1, says("format_unknown")),
  currency: z.string().regex(/^[A-Z]{3}$/, says("currency_invalid")),
  rules: z.array(rule).max(POLICY_LIMITS.rules, says("too_many_rules")),
  otherwise: outcome,
  reasons: z.array(reason).min(1, says("reason_needed")).max(POLICY_LIMITS.reasons, says("too_many_reasons")),
  questions: z.array(questionSchema).max(POLICY_LIMITS.questions, says("too_many_questions")).optional(),
  transit: z.strictObject({ days, byCountry: z.array(z.strictObject({ country, days })) }),
  duties: z.enum(DUTIES_REFUNDS, says("choice_unknown")).optional(),
  tips: z.enum(TIPS_REFUNDS, says("choice_unknown")).optional(),
});

/** A policy that cannot be saved, with a problem for each field to put right. */
export interface InvalidPolicy extends Refusal {
  readonly code: "invalid_policy";
  readonly problems: readonly PolicyProblem[];
}

/**
 * Reads a policy from outside (the editor's form, a stored document). Refuses with `invalid_policy` and every problem at once;
 * each names its field ("rules.0.outcome.windowDays") and a code whose text says how to put it right.
 */
export function parsePolicy(input: unknown): Result<Policy, InvalidPolicy> {
  const parsed = policySchema.safeParse(input);
  const problems = parsed.success ? problemsBetweenFields(parsed.data) : parsed.error.issues.map(problemOf);
  if (parsed.success && problems.length === 0) return ok(parsed.data);
  return refuse({ code: "invalid_policy", problems });
}

function problemOf({ code: issueCode, path, message }: z.core.$ZodIssue): PolicyProblem {
  const code = issueCode === "unrecognized_keys" ? "field_unknown" : knownCode(message);
  return { path: path.map(String).join("."), code, params: problemParams(code) };
}

/** A check without a code of its own is a value of the wrong type. */
function knownCode(message: string): PolicyProblemCode {
  return POLICY_PROBLEM_CODES.find((code) => code === message) ?? "value_missing";
}
