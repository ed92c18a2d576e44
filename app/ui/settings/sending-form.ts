import type { SendingSettings } from "#app/domain/messages/may-send.ts";
import type { Brand } from "#app/domain/shops/brand.ts";
import type { LanguageSettings, ShopperLanguage } from "#app/domain/shops/languages.ts";
import { typedNumber } from "#app/ui/typed-text.ts";

/** Who messages come from, when they go out, and in which languages. */
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
  readonly languages: readonly ShopperLanguage[];
}

interface SendingDocuments {
  readonly brand: Brand;
  readonly sending: SendingSettings;
  readonly languages: LanguageSettings;
}

export function sendingForm({ brand, sending, languages }: SendingDocuments): SendingForm {
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
    languages: languages.offered,
  };
}

/** What the form says, in the shapes of the stored documents. */
export function sendingDocuments(form: SendingForm): Record<keyof SendingDocuments, object> {
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
    languages: { offered: form.languages },
  };
}
