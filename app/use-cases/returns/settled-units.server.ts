import type { DecisionTerms } from "#app/domain/policies/decision.ts";
import type { ResolutionKind } from "#app/domain/policies/policy.ts";
import { termsAfterRepair } from "#app/domain/returns/after-repair.ts";
import { splitByGrade } from "#app/domain/returns/regraded-items.ts";
import { countingUnits, isFeeElsewhere } from "#app/domain/returns/regrade.ts";
import { unitsIn } from "#app/domain/inspection/findings.ts";
import { sendsGoods } from "#app/domain/returns/quote-resolutions.ts";
import { kindOfLine } from "#app/domain/returns/resolution-quote.ts";
import type { SettledItem } from "#app/domain/returns/settlement-figure.ts";
import type { StoredDecision } from "#app/use-cases/policies/ports.ts";
import type { StoredReturn, StoredReturnLine } from "./ports.ts";
import type { Settling, ShopifyReturn } from "./shopify-return.server.ts";

/** Units that are paid for: those found at the inspection, or all of them when it is settled before the goods are back. */
function unitsOf({ quantity, receivedQuantity, condition }: StoredReturnLine): number {
  if (condition === undefined) return quantity;
  return condition === "missing" ? 0 : receivedQuantity;
}

/** Units that were paid some other way already, by our line's id: processed in Shopify, or refunded there by hand. */
export type PaidElsewhere = ReadonlyMap<string, number>;

/** Counts what Shopify has processed of each line, and what was refunded there by hand outside of the return. */
export function paidElsewhere(record: StoredReturn, { lines }: ShopifyReturn, byHand: PaidElsewhere): PaidElsewhere {
  return new Map(
    record.lines.map(({ id, gid }) => [id, (lines.find((one) => one.gid === gid)?.processedQuantity ?? 0) + (byHand.get(id) ?? 0)]),
  );
}

/** Units of a line that are still to be settled. */
function unitsDue(line: StoredReturnLine, paid: PaidElsewhere): number {
  return Math.max(0, unitsOf(line) - (paid.get(line.id) ?? 0));
}

/** Shopify's lines with the units that are settled now; what was processed or refunded there already is left out. */
export function settledLines(record: StoredReturn, { lines }: ShopifyReturn, paid: PaidElsewhere): Settling["lines"] {
  return record.lines.flatMap((line) => {
    const left = lines.find(({ gid }) => gid === line.gid)?.unprocessedQuantity ?? 0;
    const quantity = Math.min(unitsDue(line, paid), left);
    return line.gid && quantity > 0 ? [{ gid: line.gid, quantity }] : [];
  });
}

/** The same by line of the order, with what each was granted, and what its condition changed about it. Units of a return that Shopify made itself are owed without any fee. */
export function settledItems(record: StoredReturn, decisions: readonly StoredDecision[], paid: PaidElsewhere): SettledItem[] {
  const byLine = Map.groupBy(record.lines, ({ lineGid }) => lineGid);
  return [...byLine].flatMap(([lineGid, lines]) => {
    const quantity = lines.reduce((all, line) => all + unitsDue(line, paid), 0);
    // What was asked for in Shopify was never shown our fees: there the decision only advises staff.
    const decided = decisions.find((one) => one.lineGid === lineGid)?.decision.terms;
    const granted = record.source === "shopify" ? null : decided;
    const terms = granted
      ? termsAsSettled(record, granted)
      : { ...plainTerms({ resolution: kindOfLine(record.quote, lineGid) }), ...besidesGoods(decided) };
    const findings = lines.flatMap((line) => line.findings ?? []);
    const deductions = findings.map((one) => ({ quantity: one.quantity, bp: one.deductionBp }));
    if (quantity === 0) return [];
    const kind = kindOfLine(record.quote, lineGid);
    const found = { findings, counting: countingOf(record, lineGid), kind, isFeeElsewhere: isFeeElsewhere(record, terms, kind) };
    return splitByGrade({ lineGid, quantity, terms, deductions }, found);
  });
}

/** Whether duties and tip go back is the shop's to say, wherever the return was asked for. */
function besidesGoods(decided: DecisionTerms | null | undefined): Pick<DecisionTerms, "refundsDuties" | "refundsTip"> {
  return { ...(decided?.refundsDuties ? { refundsDuties: true } : {}), ...(decided?.refundsTip ? { refundsTip: true } : {}) };
}

function countingOf({ regrade }: Pick<StoredReturn, "regrade">, lineGid: string) {
  return regrade ? countingUnits(regrade).filter((units) => units.lineGid === lineGid) : [];
}

/** What cannot be repaired is settled by other terms than those it was sent for. */
function termsAsSettled({ repair }: StoredReturn, granted: DecisionTerms): DecisionTerms {
  return repair?.stage === "settled" ? termsAfterRepair(granted) : granted;
}

/** Exchanged goods go out for as many units as came back of the line they were wanted for, less those whose condition made them something else. */
export function settledExchanges(record: StoredReturn, { exchanges }: ShopifyReturn): Settling["exchanges"] {
  const wanted = new Map<string, number>();
  for (const line of record.lines) {
    if (line.exchangeVariantGid)
      wanted.set(line.exchangeVariantGid, (wanted.get(line.exchangeVariantGid) ?? 0) + unitsExchanged(record, line));
  }
  return exchanges.flatMap(({ gid, variantGid, unprocessedQuantity }) => {
    const left = variantGid ? (wanted.get(variantGid) ?? 0) : 0;
    const quantity = Math.min(left, unprocessedQuantity);
    if (variantGid) wanted.set(variantGid, left - quantity);
    return quantity > 0 ? [{ gid, quantity }] : [];
  });
}

function unitsExchanged(record: StoredReturn, line: StoredReturnLine): number {
  const others = countingOf(record, line.lineGid).filter(
    ({ becomes }) => becomes === "nothing" || becomes === "not_possible" || !sendsGoods(becomes),
  );
  const settledOtherwise = (line.findings ?? []).filter((finding) => others.some(({ gradeId }) => gradeId === finding.gradeId));
  return Math.max(0, unitsOf(line) - unitsIn(settledOtherwise));
}

/** A refund as it was paid, nothing kept and nothing added: what a return gets that no policy of ours decided. */
export function plainTerms({ resolution }: { readonly resolution: ResolutionKind }): DecisionTerms {
  return {
    resolutions: [
      { kind: resolution, bonusBp: 0, restockingFeeBp: 0, takesReturnShippingFee: false, expectedDays: 5, creditExpiresAfterDays: null },
    ],
    approval: "review",
    photo: "not_needed",
    labelPaidBy: "customer",
    areFeesWaived: true,
    returnShippingFee: null,
    refundsShipping: false,
    eligibleUntilOn: null,
  };
}
