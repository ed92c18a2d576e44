import type { LabelBuying, LabelSettings, ParcelAddress, ParcelSize } from "#app/domain/labels/label-settings.ts";
import { amountText, typedAmount, typedNumber } from "#app/ui/typed-text.ts";

/** How goods come back, as it is typed. */
export interface LabelForm extends Pick<LabelBuying, "isOn" | "carrier" | "service" | "offersPickup"> {
  readonly returnAddress: string;
  readonly instructions: string;
  readonly address: ParcelAddress;
  readonly parcel: Readonly<Record<keyof ParcelSize, string>>;
  readonly maxPrice: string;
}

export function labelForm({ returnAddress, instructions, buying }: LabelSettings): LabelForm {
  const { isOn, address, parcel, carrier, service, maxPrice, offersPickup } = buying;
  const { grams, length, width, height } = parcel;
  return {
    ...{ returnAddress, instructions, isOn, address, carrier, service, offersPickup, maxPrice: amountText(maxPrice) },
    parcel: { grams: String(grams), length: String(length), width: String(width), height: String(height) },
  };
}

/** What the form says, in the shape of the stored document; nothing is checked here. */
export function labelDocuments(form: LabelForm, currency: string): Record<"labels", object> {
  const { returnAddress, instructions, parcel, maxPrice, isOn, address, carrier, service, offersPickup } = form;
  const size = Object.fromEntries(Object.entries(parcel).map(([name, typed]) => [name, typedNumber(typed)]));
  const buying = { isOn, address, carrier, service, offersPickup, parcel: size, maxPrice: typedAmount(maxPrice, currency) };
  return { labels: { returnAddress, instructions, buying } };
}
