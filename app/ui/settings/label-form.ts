import type { LabelSettings } from "#app/domain/labels/label-settings.ts";

/** How goods come back, as it is typed. */
export interface LabelForm {
  readonly returnAddress: string;
  readonly instructions: string;
}

export function labelForm({ returnAddress, instructions }: LabelSettings): LabelForm {
  return { returnAddress, instructions };
}

/** What the form says, in the shape of the stored document. */
export function labelDocuments({ returnAddress, instructions }: LabelForm): Record<"labels", object> {
  return { labels: { returnAddress, instructions } };
}
