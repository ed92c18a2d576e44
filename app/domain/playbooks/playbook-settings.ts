import { z } from "zod";
import type { PlaybookDefinition, Step } from "./definition.ts";
import { READY_MADE_PLAYBOOKS, REPAIR_FOLLOW_UP_DAYS } from "./ready-made.ts";

/** Which of the ready-made playbooks a shop has switched off; what else they depend on stands in the settings of their subject. */
export interface PlaybookSettings {
  readonly switchedOff: readonly string[];
  /** Whether a repair holds is asked this many days after the item is back with its customer. */
  readonly repairFollowUpDays: number;
}

export const playbookSettingsSchema = z.object({
  switchedOff: z.array(z.enum(READY_MADE_PLAYBOOKS.map(({ id }) => id))).default([]),
  repairFollowUpDays: z.int().min(1).max(365).default(REPAIR_FOLLOW_UP_DAYS),
});

/** The playbooks as they hold for one shop: all of them, each on or off, with the shop's own wait before a repair is asked about. */
export function playbooksOf(settings: PlaybookSettings): PlaybookDefinition[] {
  return READY_MADE_PLAYBOOKS.map((one) => ({
    ...one,
    isEnabled: one.isEnabled && !settings.switchedOff.includes(one.id),
    steps: one.on === "repair_delivered" ? one.steps.map((step) => waiting(step, settings.repairFollowUpDays)) : one.steps,
  }));
}

function waiting(step: Step, days: number): Step {
  return step.do === "wait" ? { do: "wait", for: { unit: "hours", amount: days * 24 } } : step;
}
