import { z } from "zod";
import type { PlaybookDefinition } from "./definition.ts";
import { READY_MADE_PLAYBOOKS } from "./ready-made.ts";

/** Which of the ready-made playbooks a shop has switched off; what else they depend on stands in the settings of their subject. */
export interface PlaybookSettings {
  readonly switchedOff: readonly string[];
}

export const playbookSettingsSchema = z.object({
  switchedOff: z.array(z.enum(READY_MADE_PLAYBOOKS.map(({ id }) => id))).default([]),
});

/** The playbooks as they hold for one shop: all of them, each on or off. */
export function playbooksOf(settings: PlaybookSettings): PlaybookDefinition[] {
  return READY_MADE_PLAYBOOKS.map((one) => ({ ...one, isEnabled: one.isEnabled && !settings.switchedOff.includes(one.id) }));
}
