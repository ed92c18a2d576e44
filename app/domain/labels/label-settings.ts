import { z } from "zod";
import type { Money } from "#app/domain/shared/money.ts";

/** How goods come back, as the merchant sets it. */
export interface LabelSettings {
  /** Name, street, town and country, a line each; empty is the place in Shopify that the order was sent from. */
  readonly returnAddress: string;
  /** What the merchant adds to the slip's own instructions, in their words; empty for nothing. */
  readonly instructions: string;
  readonly buying: LabelBuying;
}

/** Which labels are bought from the merchant's account, as soon as a return is approved. */
export interface LabelBuying {
  readonly isOn: boolean;
  /** Where the parcels go, as carriers need it. */
  readonly address: ParcelAddress;
  readonly parcel: ParcelSize;
  /** As the seller of labels writes them ("USPS", "GroundAdvantage"); empty for any. */
  readonly carrier: string;
  readonly service: string;
  /** The most that one label may cost, in the shop's currency; null for no limit. */
  readonly maxPrice: Money | null;
  /** Whether shoppers may have a parcel collected at their door. */
  readonly offersPickup: boolean;
}

/** A postal address in parts. */
export interface ParcelAddress {
  readonly name: string;
  readonly street1: string;
  readonly street2: string;
  readonly city: string;
  /** State or province, where the country has them. */
  readonly state: string;
  readonly zip: string;
  /** ISO 3166, two letters. */
  readonly country: string;
  readonly phone: string;
}

/** What a usual parcel weighs in grams, with its sides in centimetres. */
export interface ParcelSize {
  readonly grams: number;
  readonly length: number;
  readonly width: number;
  readonly height: number;
}

const line = z.string().trim().max(100).default("");
const side = z.number().min(1).max(300);

const addressSchema = z
  .object({
    ...{ name: line, street1: line, street2: line, city: line, state: line, zip: line, phone: line },
    country: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^([A-Z]{2})?$/, { message: "country_code" })
      .default(""),
  })
  .prefault({});

const buyingSchema = z
  .object({
    isOn: z.boolean().default(false),
    address: addressSchema,
    parcel: z.object({ grams: z.int().min(1).max(70_000), length: side, width: side, height: side }).default({
      ...{ grams: 1_000, length: 35, width: 25, height: 10 },
    }),
    carrier: z.string().trim().max(60).default(""),
    service: z.string().trim().max(60).default(""),
    maxPrice: z
      .object({ minor: z.int().min(1), currency: z.string().length(3) })
      .nullable()
      .default(null),
    offersPickup: z.boolean().default(false),
  })
  .prefault({})
  .superRefine((buying, refused) => {
    if (!buying.isOn) return;
    for (const part of NEEDED)
      if (buying.address[part] === "") refused.addIssue({ code: "custom", message: "value_needed", path: ["address", part] });
  });

/** Without these no carrier takes an address. */
const NEEDED = ["name", "street1", "city", "zip", "country"] as const;

export const labelSettingsSchema = z.object({
  returnAddress: z.string().trim().max(300).default(""),
  instructions: z.string().trim().max(600).default(""),
  buying: buyingSchema,
});

/** The lines of a typed address, without empty ones. */
export function addressLines(typed: string): string[] {
  return typed
    .split("\n")
    .map((text) => text.trim())
    .filter((text) => text !== "");
}
