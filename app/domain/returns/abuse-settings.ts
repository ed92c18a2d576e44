import { z } from "zod";
import type { Money } from "#app/domain/shared/money.ts";

/** From when on a return that the policy would approve at once is looked at by staff first. */
export interface AbuseSettings {
  readonly isEnabled: boolean;
  /** Of the units a customer bought, the share that certainly comes back, in basis points. */
  readonly returnShareBp: number;
  /** What a customer may have on its way back without anybody having seen it, in the shop's currency; null is no limit. */
  readonly valueAtRisk: Money | null;
  /** Other customers who sent something back from the same address; null does not look, because parcel shops and halls share one. */
  readonly sharedAddress: number | null;
  /** Other customers who asked for a return with the same device; null neither looks nor keeps anything of a device. */
  readonly sharedDevice: number | null;
  /** Earlier returns of the customer in which units were missing. */
  readonly missingReturns: number;
}

export const abuseSettingsSchema = z.object({
  isEnabled: z.boolean().default(true),
  returnShareBp: z.int().min(1).max(10_000).default(6_000),
  valueAtRisk: z
    .object({ minor: z.int().min(0), currency: z.string().regex(/^[A-Z]{3}$/) })
    .nullable()
    .default(null),
  sharedAddress: z.int().min(1).max(100).nullable().default(null),
  sharedDevice: z.int().min(1).max(100).nullable().default(null),
  missingReturns: z.int().min(1).max(100).default(2),
});
