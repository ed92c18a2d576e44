import { z } from "zod";
import type { Money } from "#app/domain/shared/money.ts";
import type { LateDeliverySettings } from "./late-delivery-settings.ts";
import { lateDeliverySettingsSchema } from "./late-delivery-settings.ts";
import type { ReturnIncentiveSettings } from "./return-incentive.ts";
import { returnIncentiveSettingsSchema } from "./return-incentive.ts";

/** How compensation reaches the customer. Where the shop has no store credit, a single-use discount code takes its place. */
export const COMPENSATION_METHODS = ["store_credit", "discount_code"] as const;
export type CompensationMethod = (typeof COMPENSATION_METHODS)[number];

/** The shop's rules for what it gives beyond what is owed. Limits are in the shop's currency; null is no limit. */
export interface CompensationSettings {
  readonly lateDelivery: LateDeliverySettings;
  readonly afterReturn: ReturnIncentiveSettings;
  readonly method: CompensationMethod;
  /** Days until credit or code expires; null never. */
  readonly creditExpiryDays: number | null;
  readonly dailyBudget: Money | null;
  readonly monthlyBudget: Money | null;
  /** A single payment above this waits for a person; exactly this does not. */
  readonly approvalAbove: Money | null;
}

/** Money in minor units, zero or more. */
const limitSchema = z.object({ minor: z.int().min(0), currency: z.string().regex(/^[A-Z]{3}$/) });

export const compensationSettingsSchema = z.object({
  lateDelivery: lateDeliverySettingsSchema.prefault({}),
  afterReturn: returnIncentiveSettingsSchema.prefault({}),
  method: z.enum(COMPENSATION_METHODS).default("store_credit"),
  creditExpiryDays: z.int().min(1).max(3_650).nullable().default(null),
  dailyBudget: limitSchema.nullable().default(null),
  monthlyBudget: limitSchema.nullable().default(null),
  approvalAbove: limitSchema.nullable().default(null),
});

/** The method that works for this customer: credit needs a shop that has it and a customer account to put it in. */
export function methodFor(
  wanted: CompensationMethod,
  can: { readonly hasStoreCredit: boolean; readonly hasCustomer: boolean },
): CompensationMethod {
  return wanted === "store_credit" && can.hasStoreCredit && can.hasCustomer ? "store_credit" : "discount_code";
}
