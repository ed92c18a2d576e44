import type { GiftSettings } from "#app/domain/gifts/gift-settings.ts";
import { typedNumber } from "#app/ui/typed-text.ts";

/** The settings as they are typed. */
export interface GiftForm {
  readonly isOn: boolean;
  readonly extraDays: string;
}

export function giftForm({ isOn, extraDays }: GiftSettings): GiftForm {
  return { isOn, extraDays: String(extraDays) };
}

/** What the form says, in the shape of the stored document. */
export function giftDocuments({ isOn, extraDays }: GiftForm): Record<"gifts", object> {
  return { gifts: { isOn, extraDays: typedNumber(extraDays) } };
}
