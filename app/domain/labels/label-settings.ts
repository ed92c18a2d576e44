import { z } from "zod";

/** How goods come back, as the merchant sets it. */
export interface LabelSettings {
  /** Name, street, town and country, a line each; empty is the place in Shopify that the order was sent from. */
  readonly returnAddress: string;
  /** What the merchant adds to the slip's own instructions, in their words; empty for nothing. */
  readonly instructions: string;
}

export const labelSettingsSchema = z.object({
  returnAddress: z.string().trim().max(300).default(""),
  instructions: z.string().trim().max(600).default(""),
});

/** The lines of a typed address, without empty ones. */
export function addressLines(typed: string): string[] {
  return typed
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
