import { z } from "zod";

/** How the shop deals with exchanges. */
export interface ExchangeSettings {
  /** For so many days from the approval on, goods that were chosen are kept from other customers; 0: not at all. */
  readonly keepStockDays: number;
}

export const exchangeSettingsSchema = z.object({ keepStockDays: z.int().min(0).max(100).default(14) });
