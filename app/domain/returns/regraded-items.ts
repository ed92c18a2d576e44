import type { Finding } from "#app/domain/inspection/findings.ts";
import { firstUnits, unitsIn } from "#app/domain/inspection/findings.ts";
import type { DecisionTerms } from "#app/domain/policies/decision.ts";
import type { ResolutionKind } from "#app/domain/policies/policy.ts";
import { sendsGoods } from "./quote-resolutions.ts";
import type { RegradedUnits } from "./regrade.ts";
import type { UnitGroup } from "./refund-quote.ts";
import type { SettledItem } from "./settlement-figure.ts";
import { asMoney } from "./settlement-figure.ts";

/** What was found about the units of one line, and what counts of it. */
export interface FoundOfLine {
  readonly findings: readonly Finding[];
  /** Of this line, those that are settled by other terms than they were agreed with. */
  readonly counting: readonly RegradedUnits[];
  /** What was agreed for the line. */
  readonly kind: ResolutionKind;
  readonly isFeeElsewhere: boolean;
}

/**
 * Splits the units of a line by the terms that their condition gives them: units of a grade that changes nothing stay with what was agreed. Units
 * are counted in the order in which they were found.
 *
 * Of 3 shirts 1 as new and 2 used, for which a rule keeps 20 %: one group of 1 as agreed and one of 2 with the fee.
 */
export function splitByGrade(item: SettledItem, found: FoundOfLine): SettledItem[] {
  if (found.counting.length === 0) return [item];
  const seen = firstUnits(found.findings, item.quantity);
  const byTerms = Map.groupBy(seen, ({ gradeId }) => found.counting.find((units) => units.gradeId === gradeId));
  const unseen = item.quantity - unitsIn(seen);
  let skip = 0;
  const groupOf = (name: string, quantity: number): UnitGroup => {
    const group = { name, skip, of: item.quantity };
    skip += quantity;
    return group;
  };
  const asAgreed = byTerms.get(undefined) ?? [];
  const left = unitsIn(asAgreed) + unseen;
  const rest = left > 0 ? [{ ...item, quantity: left, deductions: deductionsOf(asAgreed), group: groupOf("", left) }] : [];
  const regraded = [...byTerms].flatMap(([units, own]) => {
    if (!units) return [];
    const quantity = unitsIn(own);
    const group = groupOf(units.gradeId, quantity);
    return [regradedItem({ ...item, quantity, deductions: deductionsOf(own), group }, units, found)];
  });
  return [...rest, ...regraded];
}

function regradedItem(item: SettledItem, { terms, becomes }: RegradedUnits, { kind, isFeeElsewhere }: FoundOfLine): SettledItem {
  const opened = item.terms;
  if (terms === null || becomes === "nothing" || becomes === "not_possible") {
    const shown = sendsGoods(kind) ? { terms: asMoney(opened, kind), kind: "refund" as const } : { terms: opened, kind };
    const { refundsDuties: _duties, refundsTip: _tip, ...shownTerms } = shown.terms;
    return {
      ...item,
      // Nothing is paid for them, neither duties nor tip, and no fee of theirs falls on the others.
      terms: { ...shownTerms, areFeesWaived: true, returnShippingFee: null },
      deductions: [{ quantity: item.quantity, bp: 10_000 }],
      regraded: { opened, kind: shown.kind, takesNewFee: false },
    };
  }
  return { ...item, terms, regraded: { opened, kind: becomes, takesNewFee: takesNewFee(opened, terms, isFeeElsewhere) } };
}

/** Whether a fee for the way back is taken that was not agreed, because the rule about the condition asks for it. */
function takesNewFee(agreed: DecisionTerms, granted: DecisionTerms, isElsewhere: boolean): boolean {
  return !isElsewhere && granted.returnShippingFee !== null && !granted.areFeesWaived && agreed.returnShippingFee === null;
}

function deductionsOf(findings: readonly Finding[]) {
  return findings.map(({ quantity, deductionBp }) => ({ quantity, bp: deductionBp }));
}
