import { z } from "zod";

/** A megabyte as people count files: 1,000,000 bytes. */
export const MEGABYTE = 1_000_000;

/** The largest photo of a shopper or of the warehouse. */
export const PHOTO_MAX_BYTES = 5 * MEGABYTE;

/** What shoppers may show beside photos. */
export interface EvidenceSettings {
  /** The largest video in megabytes; 0: no videos. */
  readonly videoMaxMegabytes: number;
}

export const evidenceSettingsSchema = z.object({ videoMaxMegabytes: z.int().min(0).max(50).default(25) });
