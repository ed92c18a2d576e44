import type { SendingSettings } from "#app/domain/messages/may-send.ts";
import type { Brand } from "#app/domain/shops/brand.ts";
import { typedNumber } from "#app/ui/typed-text.ts";

/** Who messages come from and when they go out. */
export interface SendingForm {
  readonly name: string;
  readonly replyTo: string;
  readonly logoUrl: string;
  readonly address: string;
  readonly accentColor: string;
  readonly quietFrom: string;
  readonly quietTo: string;
  readonly hasCap: boolean;
  readonly capMessages: string;
  readonly capDays: string;
}

export function sendingForm({ brand, sending }: { readonly brand: Brand; readonly sending: SendingSettings }): SendingForm {
  const { quietHours, frequencyCap } = sending;
  return {
    name: brand.name,
    replyTo: brand.replyTo ?? "",
    logoUrl: brand.logoUrl ?? "",
    address: brand.address,
    accentColor: brand.accentColor,
    quietFrom: quietHours.from,
    quietTo: quietHours.to,
    hasCap: frequencyCap !== null,
    capMessages: String(frequencyCap?.messages ?? 3),
    capDays: String(frequencyCap?.days ?? 7),
  };
}

/** What the form says, in the shapes of the two stored documents. */
export function sendingDocuments(form: SendingForm): Record<"brand" | "sending", object> {
  return {
    brand: {
      name: form.name,
      replyTo: form.replyTo.trim() || null,
      logoUrl: form.logoUrl.trim() || null,
      address: form.address,
      accentColor: form.accentColor.trim(),
    },
    sending: {
      quietHours: { from: form.quietFrom, to: form.quietTo },
      frequencyCap: form.hasCap ? { messages: typedNumber(form.capMessages), days: typedNumber(form.capDays) } : null,
    },
  };
}
