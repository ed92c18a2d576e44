import { z } from "zod";
import type { Money } from "#app/domain/shared/money.ts";
import { basisPoints } from "#app/domain/shared/money.ts";

/** What a shopper gets for the next order after money went back for a return. Amounts are in the shop's currency. */
export interface ReturnIncentiveSettings {
  readonly isEnabled: boolean;
  /** A share of what was refunded, or the same amount for everybody. */
  readonly kind: "share" | "amount";
  /** In basis points. */
  readonly rateBp: number;
  readonly amount: Money | null;
  /** The next order must come to at least this; null is any order. */
  readonly minimumOrder: Money | null;
  readonly expiryDays: number;
}

const moneySchema = z.object({ minor: z.int().min(0), currency: z.string().regex(/^[A-Z]{3}$/) });

/** Off until a merchant wants it: 10 % of what was refunded, good for 30 days. */
export const returnIncentiveSettingsSchema = z
  .object({
    isEnabled: z.boolean().default(false),
    kind: z.enum(["share", "amount"]).default("share"),
    rateBp: z.int().min(1).max(10_000).default(1_000),
    amount: moneySchema.nullable().default(null),
    minimumOrder: moneySchema.nullable().default(null),
    expiryDays: z.int().min(1).max(365).default(30),
  })
  .refine(({ isEnabled, kind, amount }) => !isEnabled || kind === "share" || (amount !== null && amount.minor > 0), {
    path: ["amount"],
    message: "value_needed",
  });

/**
 * What the code after a return is worth, from what was refunded, both in the shop's currency. Null when it is switched off, comes to nothing,
 * or its amount is in a currency that the shop no longer has.
 *
 * 10 % of 22.00 refunded: 2.20. With a fixed amount of 5.00: 5.00, however much was refunded. Nothing refunded: nothing.
 */
export function returnIncentive(refunded: Money, { isEnabled, kind, rateBp, amount }: ReturnIncentiveSettings): Money | null {
  if (!isEnabled || refunded.minor <= 0) return null;
  const worth = kind === "share" ? basisPoints(refunded, rateBp) : amount;
  return worth !== null && worth.minor > 0 && worth.currency === refunded.currency ? worth : null;
}
