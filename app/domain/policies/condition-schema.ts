import { z } from "zod";
import type { PolicyCondition } from "./policy-condition.ts";
import { says } from "./policy-problems.ts";
import { amount, country, values, whole } from "./schema-parts.ts";

const isNegated = z.boolean(says("choice_unknown"));

const list = z.strictObject({
  on: z.enum(["product_type", "product_tag", "vendor", "reason", "customer_tag"]),
  oneOf: values,
  isNegated,
});

const countries = z.strictObject({ on: z.literal("country"), oneOf: z.array(country).min(1, says("value_needed")), isNegated });

const price = z
  .strictObject({ on: z.literal("unit_price"), atLeast: amount.nullable(), atMost: amount.nullable(), isNegated })
  .superRefine(({ atLeast, atMost }, context) => checkBounds(atLeast?.minor ?? null, atMost?.minor ?? null, context));

const range = z
  .strictObject({
    on: z.enum(["discount_share_bp", "days_since_delivery", "quantity"]),
    atLeast: whole.nullable(),
    atMost: whole.nullable(),
    isNegated,
  })
  .superRefine(({ atLeast, atMost }, context) => checkBounds(atLeast, atMost, context));

const flag = z.strictObject({ on: z.enum(["is_gift_card", "is_digital"]), isNegated });

/** Reads one condition; every message is the code of a policy problem. */
export const conditionSchema: z.ZodType<PolicyCondition> = z.discriminatedUnion(
  "on",
  [list, countries, price, range, flag],
  says("choice_unknown"),
);

function checkBounds(atLeast: number | null, atMost: number | null, context: z.RefinementCtx): void {
  if (atLeast === null && atMost === null) context.addIssue({ code: "custom", path: ["atLeast"], message: "range_needs_a_bound" });
  if (atLeast !== null && atMost !== null && atLeast > atMost) {
    context.addIssue({ code: "custom", path: ["atMost"], message: "range_upside_down" });
  }
}
