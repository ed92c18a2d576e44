import { z } from "zod";
import { GRADE_CONDITIONS } from "#app/domain/inspection/inspection-settings.ts";
import type { Money } from "#app/domain/shared/money.ts";
import { POLICY_LIMITS, says } from "./policy-problems.ts";

/** A whole number. */
export const whole = z.int(says("whole_number_needed"));

/** Whole days, 0 to ten years. */
export const days = z.int(says("days_range")).min(0, says("days_range")).max(POLICY_LIMITS.days, says("days_range"));

/** A share from 0 to 100 %. */
export const basisPoints = z
  .int(says("basis_points_range"))
  .min(0, says("basis_points_range"))
  .max(POLICY_LIMITS.basisPoints, says("basis_points_range"));

/** An amount that is not negative. */
export const amount: z.ZodType<Money> = z.strictObject({
  minor: z.int(says("amount_invalid")).min(0, says("amount_invalid")),
  currency: z.string().regex(/^[A-Z]{3}$/, says("currency_invalid")),
});

/** An ISO 3166-1 alpha-2 country code. */
export const country = z.string(says("country_invalid")).regex(/^[A-Z]{2}$/, says("country_invalid"));

/** What staff call a rule. */
export const name = z.string(says("name_needed")).trim().min(1, says("name_needed")).max(POLICY_LIMITS.nameLength, says("name_too_long"));

/** The values a list condition names. */
export const values = z
  .array(z.string(says("value_needed")).trim().min(1, says("value_needed")).max(POLICY_LIMITS.valueLength, says("value_too_long")))
  .min(1, says("value_needed"))
  .max(POLICY_LIMITS.valuesPerCondition, says("too_many_values"));

/** Things of the shop that a condition names. */
export const namedThings = z
  .array(
    z.strictObject({
      gid: z.string().regex(/^gid:\/\/shopify\/\w+\/\d+$/, says("value_needed")),
      name: z.string(says("value_needed")).trim().min(1, says("value_needed")).max(POLICY_LIMITS.valueLength, says("value_too_long")),
    }),
  )
  .min(1, says("value_needed"))
  .max(POLICY_LIMITS.valuesPerCondition, says("too_many_values"));

/** Grades of the merchant's that a condition names. */
export const namedGrades = z
  .array(
    z.strictObject({
      id: z.string().regex(/^[a-z0-9-]{1,40}$/, says("value_needed")),
      name: z.string(says("value_needed")).trim().max(POLICY_LIMITS.valueLength, says("value_too_long")),
      condition: z.enum(GRADE_CONDITIONS, says("value_needed")),
    }),
  )
  .min(1, says("value_needed"))
  .max(POLICY_LIMITS.valuesPerCondition, says("too_many_values"));
