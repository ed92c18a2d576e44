import { z } from "zod";

/** Whether shoppers may do one thing to an order by themselves, and for how long. */
export interface ChangeRule {
  readonly isOn: boolean;
  /** Hours after the order; null is for as long as nothing of it is prepared. */
  readonly withinHours: number | null;
}

/** What shoppers may still change about an order before it leaves. */
export interface OrderChangeSettings {
  readonly cancel: ChangeRule;
  readonly address: ChangeRule;
}

/** A cancellation cannot be taken back, so nothing is offered until the merchant says so. */
const ruleSchema = z
  .object({ isOn: z.boolean().default(false), withinHours: z.int().min(1).max(8_760).nullable().default(24) })
  .prefault({});

export const orderChangeSettingsSchema = z.object({ cancel: ruleSchema, address: ruleSchema });
