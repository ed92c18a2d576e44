import { z } from "zod";

/** How the shop looks in mails and on its pages. */
export interface Brand {
  /** What customers know the shop as. */
  readonly name: string;
  /** Address that answers go to; null is the shop's own. */
  readonly replyTo: string | null;
  /** An https picture, or null. */
  readonly logoUrl: string | null;
  /** The shop's postal address as it stands at the foot of mails; empty for none. */
  readonly address: string;
  /** Six-digit hex colour of buttons. */
  readonly accentColor: string;
}

/** The brand as a merchant enters it; an untouched one is the shop's name in black. */
export function brandSchema(shopName: string) {
  return z
    .object({
      name: z.string().trim().min(1).max(100).default(shopName),
      replyTo: z.email().nullable().default(null),
      logoUrl: z
        .url({ protocol: /^https$/ })
        .nullable()
        .default(null),
      address: z.string().trim().max(300).default(""),
      accentColor: z
        .string()
        .regex(/^#[0-9a-f]{6}$/i, { error: "hex_color" })
        .default("#1a1a1a"),
    })
    .prefault({});
}
