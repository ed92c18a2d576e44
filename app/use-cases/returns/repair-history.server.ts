import { z } from "zod";
import type { RepairStage } from "#app/domain/returns/repair-stage.ts";
import { REPAIR_STAGES } from "#app/domain/returns/repair-stage.ts";
import type { ReturnEventRecord } from "./ports.ts";

/** A stage of a repair and when it was reached. */
export interface StageReached {
  readonly stage: RepairStage;
  readonly at: Date;
}

const staged = z.object({ stage: z.enum(REPAIR_STAGES) });

/** Every stage that a repair has had since its goods arrived last, oldest first. */
export function repairHistory(events: readonly ReturnEventRecord[]): StageReached[] {
  const arrived = events.findLastIndex(({ event }) => event === "receive");
  if (arrived < 0) return [];
  return events.slice(arrived).flatMap(({ event, detail, at }): StageReached[] => {
    if (event === "receive") return [{ stage: "diagnosis", at }];
    const read = event.startsWith("repair_") ? staged.safeParse(detail).data : undefined;
    return read ? [{ stage: read.stage, at }] : [];
  });
}
