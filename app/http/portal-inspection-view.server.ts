import { z } from "zod";
import { describeGranted } from "#app/domain/policies/describe-policy.ts";
import { awaitsChoice, countingUnits } from "#app/domain/returns/regrade.ts";
import type { ConditionTermsView, InspectionView } from "#app/ui/portal/status-views.ts";
import { CONDITION_CHOICE } from "#app/use-cases/inspection/choose-terms.server.ts";
import type { StoredReturn } from "#app/use-cases/returns/ports.ts";
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
    byCondition: conditionTerms(record),
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

/** What the rules say about the conditions that were found, as far as it counts; the same terms of several items once. */
function conditionTerms({ regrade, lines }: StoredReturn): ConditionTermsView[] {
  const shown = new Map<string, ConditionTermsView>();
  for (const { lineGid, gradeId, terms, becomes } of regrade && regrade.state !== "waiting" ? countingUnits(regrade) : []) {
    const findings = lines.filter((line) => line.lineGid === lineGid).flatMap((line) => line.findings ?? []);
    const found = findings.find((finding) => finding.gradeId === gradeId);
    const offer = terms && describeGranted(terms, becomes);
    const view = found && { grade: found.gradeName, condition: found.condition, ...(offer ? { offer } : {}) };
    if (view) shown.set(JSON.stringify(view), view);
  }
  return [...shown.values()];
}

/** Of what was paid before the items were seen nothing changes for the shopper. */
const TERMS = { applied: "better", waiting: "waiting", kept: "kept", ruled: "ruled", told: undefined } as const;
