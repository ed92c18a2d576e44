import { repairStepsShown } from "#app/domain/returns/repair-steps.ts";
import type { RepairStepShown } from "#app/domain/returns/repair-steps.ts";
import { addDays, dateIn } from "#app/domain/shared/time.ts";
import type { RepairStageKey, RepairView, StepKey, TimelineStep } from "#app/ui/portal/status-views.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { ReturnFollowed } from "#app/use-cases/returns/read-status.server.ts";
import { repairHistory } from "#app/use-cases/returns/repair-history.server.ts";
import { momentIn } from "./portal-moments.server.ts";
import { KINDS } from "./portal-per-item-view.server.ts";

const STAGES: Readonly<Partial<Record<string, RepairStageKey>>> = {
  diagnosis: "diagnosis",
  in_repair: "in-repair",
  repaired: "repaired",
  irreparable: "irreparable",
  sent_back: "sent-back",
  delivered: "delivered",
};

const STEPS: Readonly<Record<RepairStepShown["step"], StepKey>> = {
  in_repair: "in-repair",
  repaired: "repaired",
  irreparable: "irreparable",
  sent_back: "sent-back",
  delivered: "delivered",
};

/** How the repair of a request stands, from its goods' arrival on; absent before, without one, and after it became something else. */
export function repairView(ctx: ShopContext, { record, repair: followed }: ReturnFollowed): RepairView | undefined {
  const repair = followed?.record.repair;
  const stage = STAGES[repair?.stage ?? ""];
  if (!followed || !repair || !stage || followed.record.status === "cancelled") return undefined;
  const isWhole = followed.record.id === record.id;
  return {
    stage,
    isWhole,
    // The page's own timeline shows the steps of a return that is a repair and nothing else.
    steps: isWhole ? [] : repairSteps(ctx, followed),
    ...(repair.carrier ? { carrier: repair.carrier } : {}),
    ...(repair.trackingNumber ? { trackingNumber: repair.trackingNumber } : {}),
    ...(repair.note ? { note: repair.note } : {}),
    options: followed.instead.map(({ resolution, total }) => ({ kind: KINDS[resolution], amount: total.presentment })),
  };
}

/** The steps from the goods' arrival on, with the day on which they should be on their way back. */
export function repairSteps(ctx: ShopContext, { record, events }: NonNullable<ReturnFollowed["repair"]>): TimelineStep[] {
  const history = repairHistory(events);
  const arrived = history[0]?.at;
  const backOn = arrived && addDays(dateIn(ctx.shop.timezone, arrived), record.quote.expectedDays);
  return repairStepsShown(history.map(({ stage }) => stage)).map(({ step, state }): TimelineStep => {
    const at = history.findLast(({ stage }) => stage === step)?.at;
    const isToCome = state === "next" || state === "ahead";
    return {
      key: STEPS[step],
      state: isToCome ? "next" : state,
      ...(at && !isToCome ? { at: momentIn(ctx, at) } : {}),
      ...(isToCome && step === "sent_back" && backOn ? { expectedOn: backOn } : {}),
    };
  });
}
