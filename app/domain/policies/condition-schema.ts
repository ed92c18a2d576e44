import { z } from "zod";
import type { PolicyCondition } from "./policy-condition.ts";
import { POLICY_LIMITS, says } from "./policy-problems.ts";
import { amount, country, namedGrades, namedThings, values, whole } from "./schema-parts.ts";

const isNegated = z.boolean(says("choice_unknown"));

const list = z.strictObject({
  on: z.enum(["product_type", "product_tag", "vendor", "reason", "customer_tag"]),
  oneOf: values,
  isNegated,
});

const countries = z.strictObject({ on: z.literal("country"), oneOf: z.array(country).min(1, says("value_needed")), isNegated });

const named = z.strictObject({ on: z.enum(["product", "collection", "market", "customer_segment"]), oneOf: namedThings, isNegated });

const inspected = z.strictObject({ on: z.literal("inspected_condition"), oneOf: namedGrades, isNegated });

const answer = z.strictObject({
  on: z.literal("answer"),
  question: z.string().regex(/^[\w-]{1,64}$/, says("value_missing")),
  oneOf: values,
  isNegated,
});

const price = z
  .strictObject({ on: z.enum(["unit_price", "order_value"]), atLeast: amount.nullable(), atMost: amount.nullable(), isNegated })
  .superRefine(({ atLeast, atMost }, context) => checkBounds(atLeast?.minor ?? null, atMost?.minor ?? null, context));

const range = z
  .strictObject({
    on: z.enum(["discount_share_bp", "days_since_delivery", "quantity", "past_return_share_bp"]),
    atLeast: whole.nullable(),
    atMost: whole.nullable(),
    isNegated,
  })
  .superRefine(({ atLeast, atMost }, context) => checkBounds(atLeast, atMost, context));

const flag = z.strictObject({ on: z.enum(["is_gift_card", "is_digital", "is_final_sale", "has_evidence"]), isNegated });

const group = z.strictObject({
  on: z.enum(["all", "any"]),
  conditions: z.lazy(() =>
    z.array(conditionSchema).min(1, says("condition_needed")).max(POLICY_LIMITS.conditionsPerRule, says("too_many_conditions")),
  ),
  isNegated,
});

/** Reads one condition; every message is the code of a policy problem. */
export const conditionSchema: z.ZodType<PolicyCondition> = z.discriminatedUnion(
  "on",
  [list, countries, named, inspected, answer, price, range, flag, group],
  says("choice_unknown"),
);

function checkBounds(atLeast: number | null, atMost: number | null, context: z.RefinementCtx): void {
  if (atLeast === null && atMost === null) context.addIssue({ code: "custom", path: ["atLeast"], message: "range_needs_a_bound" });
  if (atLeast !== null && atMost !== null && atLeast > atMost) {
    context.addIssue({ code: "custom", path: ["atMost"], message: "range_upside_down" });
  }
}
