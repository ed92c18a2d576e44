import { z } from "zod";
import { awaitsChoice } from "#app/domain/returns/regrade.ts";
import type { InspectionView } from "#app/ui/portal/status-views.ts";
import { CONDITION_CHOICE } from "#app/use-cases/inspection/choose-terms.server.ts";
import type { ReturnFollowed } from "#app/use-cases/returns/read-status.server.ts";

const money = z.object({ minor: z.int(), currency: z.string() });
const paysSchema = z.object({ payment: money, store_credit: money, gift_card: money });
const payoutSchema = z.object({ amount: money, deduction: money, pays: paysSchema.optional() });

/** What the inspection, or staff after it, said the return comes to; undefined before, and for one that noted conditions only. */
export function inspectedPayout({ events }: Pick<ReturnFollowed, "events">): z.output<typeof payoutSchema> | undefined {
  const detail = events.findLast(({ event }) => event === "inspect" || event === CONDITION_CHOICE)?.detail;
  return detail && payoutSchema.safeParse(detail).data;
}

/** What was found about each item, with the photos that prove it. `pictureUrl` is the address of a picture but for its id. */
export function inspectionView(followed: ReturnFollowed, pictureUrl: string): InspectionView | undefined {
  const { record, evidence } = followed;
  if (!record.lines.some(({ findings }) => findings)) return undefined;
  const payout = inspectedPayout(followed);
  const state = record.regrade?.state ?? "told";
  const terms = state === "waiting" && !awaitsChoice(record) ? undefined : TERMS[state];
  return {
    ...(terms ? { terms } : {}),
    lines: record.lines.map(({ title, variantTitle, lineGid, quantity, receivedQuantity, findings }) => ({
      title,
      ...(variantTitle ? { variantTitle } : {}),
      findings: (findings ?? []).map(({ quantity: units, gradeName, condition, deductionBp }) => ({
        quantity: units,
        grade: gradeName,
        condition,
        // What was paid at the carrier's scan keeps nothing for the condition.
        deductionBp: record.quote.paysAtFirstScan && !payout ? 0 : deductionBp,
      })),
      missing: quantity - receivedQuantity,
      photoUrls: evidence
        .filter((photo) => photo.source === "inspection" && photo.lineGid === lineGid)
        .map(({ id }) => `${pictureUrl}&picture=${id}`),
    })),
    ...(payout ? { amount: payout.amount } : {}),
    ...(payout && payout.deduction.minor > 0 ? { deduction: payout.deduction } : {}),
  };
}

/** Of what was paid before the items were seen nothing changes for the shopper. */
const TERMS = { applied: "better", waiting: "waiting", kept: "kept", ruled: "ruled", told: undefined } as const;
