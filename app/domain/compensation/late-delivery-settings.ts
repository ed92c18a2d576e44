import { z } from "zod";
import type { RoundingMode } from "#app/domain/shared/money.ts";
import type { ClockStart } from "#app/domain/promises/delivery-promise.ts";

/** How lateness turns into money. Rates are basis points: 200 is 2 %. */
export interface LateDeliverySettings {
  readonly isEnabled: boolean;
  /** Where the clock of lateness starts on the promised day. */
  readonly start: ClockStart;
  /** Whether a block of hours pays once it is complete, or as soon as it has started. */
  readonly counting: "completed" | "started";
  readonly blockHours: number;
  readonly rateBp: number;
  readonly capBp: number;
  /** What the rate is applied to; both after discounts. */
  readonly base: "goods" | "goods_and_shipping";
  readonly rounding: RoundingMode;
  /** Paid once, at delivery or when the cap is reached, or topped up as it grows. */
  readonly settle: "once" | "top_up";
}

/** A fulfillment pays 2 % of its goods for every completed 12 hours after the end of the promised day, at most 10 %, once. */
export const lateDeliverySettingsSchema = z.object({
  isEnabled: z.boolean().default(true),
  start: z.enum(["end_of_day", "start_of_day"]).default("end_of_day"),
  counting: z.enum(["completed", "started"]).default("completed"),
  blockHours: z.int().min(1).max(720).default(12),
  rateBp: z.int().min(0).max(10_000).default(200),
  capBp: z.int().min(0).max(10_000).default(1_000),
  base: z.enum(["goods", "goods_and_shipping"]).default("goods"),
  rounding: z.enum(["half-up", "half-even"]).default("half-up"),
  settle: z.enum(["once", "top_up"]).default("once"),
});
