import type { RepairStage } from "./repair-stage.ts";

/** The steps of a repair that its page shows once the goods are there, in order. */
export const REPAIR_STEPS = ["in_repair", "repaired", "sent_back", "delivered"] as const satisfies readonly RepairStage[];

export interface RepairStepShown {
  /** "irreparable" stands in the place of the mending that did not succeed. */
  readonly step: (typeof REPAIR_STEPS)[number] | "irreparable";
  readonly state: "done" | "current" | "next" | "ahead";
}

/**
 * How far a repair has come: `history` holds every stage it has had, oldest first, the last being where it stands. What was passed over
 * is left out; what cannot be mended skips the mending; one that became something else ends there.
 *
 * History diagnosis, in_repair: in_repair "current", repaired "next", sent_back and delivered "ahead".
 */
export function repairStepsShown(history: readonly RepairStage[]): RepairStepShown[] {
  const stage = history.at(-1) ?? "waiting";
  const lastOf = (one: RepairStage) => history.lastIndexOf(one);
  const isGivenUp = lastOf("irreparable") > Math.max(lastOf("repaired"), stage === "in_repair" ? lastOf("in_repair") : -1);
  const way: readonly RepairStepShown["step"][] = isGivenUp ? ["in_repair", "irreparable", "sent_back", "delivered"] : REPAIR_STEPS;
  const reached = way.findLastIndex((step) => history.includes(step));
  const isOpenEnded = isGivenUp && (stage === "irreparable" || stage === "settled");
  return way.flatMap((step, index): RepairStepShown[] => {
    if (step === stage) return [{ step, state: "current" }];
    if (index <= reached) return history.includes(step) ? [{ step, state: "done" }] : [];
    return isOpenEnded ? [] : [{ step, state: index === reached + 1 ? "next" : "ahead" }];
  });
}
