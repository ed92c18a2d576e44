import { z } from "zod";
import { describeGranted } from "#app/domain/policies/describe-policy.ts";
import type { Decision } from "#app/domain/policies/decision.ts";
import type { Explained } from "#app/domain/policies/explanation.ts";
import { awaitsChoice, canApplyRule } from "#app/domain/returns/regrade.ts";
import type { RegradedUnits } from "#app/domain/returns/regrade.ts";
import { kindOfLine } from "#app/domain/returns/resolution-quote.ts";
import type { RegradedView, TermsView } from "#app/ui/returns/return-view.ts";
import { TERMS_BY_CONDITION } from "#app/use-cases/inspection/note-regrade.server.ts";
import type { ReturnDossier } from "#app/use-cases/returns/read-return-dossier.server.ts";

const money = z.object({ minor: z.int(), currency: z.string() });
const figuresSchema = z.object({ kept: money.optional(), ruled: money.optional() });

/** What the condition of a return's goods changed about its terms, as its page shows it; null when nothing. */
export function termsView(dossier: ReturnDossier): TermsView | null {
  const { record, events } = dossier;
  const { regrade } = record;
  if (!regrade || (regrade.state === "waiting" && !awaitsChoice(record))) return null;
  const figures = figuresSchema.safeParse(events.findLast(({ event }) => event === TERMS_BY_CONDITION)?.detail).data;
  return {
    state: regrade.state,
    units: regrade.units.flatMap((units) => regradedView(dossier, units)),
    kept: figures?.kept ?? null,
    ruled: figures?.ruled ?? null,
    canApplyRule: canApplyRule(regrade),
  };
}

function regradedView({ record, decisions, takenAgain }: ReturnDossier, units: RegradedUnits): RegradedView[] {
  const { lineGid, gradeId, effect, becomes } = units;
  const lines = record.lines.filter((line) => line.lineGid === lineGid);
  const findings = lines.flatMap((line) => line.findings ?? []).filter((finding) => finding.gradeId === gradeId);
  const [line, finding] = [lines[0], findings[0]];
  if (!line || !finding) return [];
  const agreed = decisions.find((stored) => stored.lineGid === lineGid)?.decision ?? null;
  const found = takenAgain.find(({ id }) => id === units.decisionId)?.decision ?? null;
  return [
    {
      ...{ title: line.title, variantTitle: line.variantTitle ?? null, effect, becomes, agreed, found },
      quantity: findings.reduce((all, { quantity }) => all + quantity, 0),
      grade: { name: finding.gradeName, condition: finding.condition },
      agreedOffer: offerOf(agreed, kindOfLine(record.quote, lineGid)),
      foundOffer: offerOf(found, becomes),
    },
  ];
}

function offerOf(decision: Decision | null, kind: string): Explained | null {
  return (decision?.terms && describeGranted(decision.terms, kind)) ?? null;
}
