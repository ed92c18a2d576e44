import { z } from "zod";

/** Whether what was given as a gift can be returned by whoever got it. */
export interface GiftSettings {
  readonly isOn: boolean;
  /** Days that a gift may come back longer than the policy's window. */
  readonly extraDays: number;
}

export const giftSettingsSchema = z.object({
  isOn: z.boolean().default(true),
  extraDays: z.int().min(0).max(365).default(0),
});
