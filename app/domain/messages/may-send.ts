import { z } from "zod";
import { isTimeZone } from "#app/domain/shared/time.ts";
import { DAY } from "#app/domain/shared/time.ts";
import type { QuietHours } from "./quiet-hours.ts";
import { quietUntil } from "./quiet-hours.ts";
import type { MessageKind, Urgency } from "./template.ts";

const clockSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** How the shop treats its customers' time. */
export const sendingSettingsSchema = z.object({
  quietHours: z.object({ from: clockSchema, to: clockSchema }).default({ from: "21:00", to: "08:00" }),
  /** At most so many courtesy and marketing messages to one customer in so many elapsed days; null is no cap. */
  frequencyCap: z
    .object({ messages: z.int().min(1).max(100), days: z.int().min(1).max(90) })
    .nullable()
    .default({ messages: 3, days: 7 }),
});

export interface SendingSettings {
  readonly quietHours: QuietHours;
  readonly frequencyCap: { readonly messages: number; readonly days: number } | null;
}

/** Who it goes to, as far as it matters. */
export interface Recipient {
  /** False when there is no address: the order has none, or personal data was deleted. */
  readonly hasAddress: boolean;
  /** IANA zone of the customer, or null when unknown. */
  readonly zone: string | null;
  readonly hasMarketingConsent: boolean;
  /** Whether the customer switched off what is not transactional. */
  readonly hasUnsubscribed: boolean;
  /** Whether a case of theirs is open right now. */
  readonly hasOpenCase: boolean;
  /** When courtesy and marketing messages were sent to them, in any order. */
  readonly recentlySentAt: readonly Date[];
}

/** `outdated`: what it was about to say stopped being true while it waited, such as a late parcel that arrived in the night. */
export type SuppressionReason = "no_address" | "outdated" | "unsubscribed" | "no_consent" | "already_talking" | "too_many";

export type SendDecision =
  | { readonly kind: "send" }
  /** Ask again at `until`; the answer may be another one then. */
  | { readonly kind: "defer"; readonly until: Date }
  | { readonly kind: "suppress"; readonly reason: SuppressionReason };

/** A message about to be sent, at `now`, from a shop in `shopZone`. */
export interface Sending {
  readonly message: { readonly kind: MessageKind; readonly urgency: Urgency; readonly isOutdated?: boolean };
  readonly recipient: Recipient;
  readonly now: Date;
  readonly shopZone: string;
}

/**
 * Whether a message goes out now, later or not at all. What is transactional always goes, at night only when it answers something the
 * customer just did. Anything else also needs that the customer did not unsubscribe, is not in a conversation with the shop, and has
 * not had too many; marketing needs consent on top. Quiet hours are the customer's, by the shop's clock where theirs is unknown.
 */
export function maySend(sending: Sending, settings: SendingSettings): SendDecision {
  const reason = suppression(sending, settings);
  if (reason !== null) return { kind: "suppress", reason };
  if (sending.message.urgency === "now") return { kind: "send" };
  const zone = sending.recipient.zone !== null && isTimeZone(sending.recipient.zone) ? sending.recipient.zone : sending.shopZone;
  const until = quietUntil(settings.quietHours, sending.now, zone);
  return until === null ? { kind: "send" } : { kind: "defer", until };
}

function suppression({ message, recipient, now }: Sending, { frequencyCap }: SendingSettings): SuppressionReason | null {
  if (!recipient.hasAddress) return "no_address";
  if (message.isOutdated) return "outdated";
  if (message.kind === "transactional") return null;
  if (recipient.hasUnsubscribed) return "unsubscribed";
  if (message.kind === "marketing" && !recipient.hasMarketingConsent) return "no_consent";
  if (recipient.hasOpenCase) return "already_talking";
  if (frequencyCap === null) return null;
  const since = now.getTime() - frequencyCap.days * DAY;
  return recipient.recentlySentAt.filter((at) => at.getTime() > since && at <= now).length >= frequencyCap.messages ? "too_many" : null;
}
