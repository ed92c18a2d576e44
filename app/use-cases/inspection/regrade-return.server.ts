import type { Decision } from "#app/domain/policies/decision.ts";
import type { ResolutionKind } from "#app/domain/policies/policy.ts";
import type { RegradedUnits, RegradeState } from "#app/domain/returns/regrade.ts";
import { decideAgain, isFeeElsewhere, isForStaff, looksAtCondition, regradedTo } from "#app/domain/returns/regrade.ts";
import { kindOfLine } from "#app/domain/returns/resolution-quote.ts";
import { isRepair } from "#app/domain/returns/return.ts";
import { policyOfVersion } from "#app/use-cases/policies/pinned-policy.server.ts";
import type { StoredDecision } from "#app/use-cases/policies/ports.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import type { StoredReturn, StoredReturnLine } from "#app/use-cases/returns/ports.ts";

/** A judged return with what the condition of its goods changed, and the decisions that say so. */
export interface RegradedReturn {
  readonly record: StoredReturn;
  readonly decisions: readonly StoredDecision[];
}

/**
 * Takes the decision about every unit again, now that its condition is known: on the version that decided when the return was asked for, with the
 * facts of that moment and the grade besides, never with those of today. What that makes better for the shopper holds by itself; where it
 * makes anything worse, the return waits for staff. One that was paid before its goods were seen only says what it would have been. Decisions of
 * units to which nothing changes are kept as well. A repair, and what was asked for on Shopify's own page, is not decided again.
 */
export async function regradeReturn(tx: Repositories, ctx: ShopContext, judged: StoredReturn): Promise<RegradedReturn> {
  const record: StoredReturn = { ...judged, regrade: undefined };
  if (isRepair(record) || record.repair || record.source === "shopify") return { record, decisions: [] };
  const agreed = await tx.policies.decisionsOf(record.id);
  const decisions: StoredDecision[] = [];
  const units: RegradedUnits[] = [];
  for (const { line, gradeId, before } of gradesOf(record, agreed)) {
    const policy = await policyOfVersion(tx, before.decision.policyVersion);
    if (!policy || !looksAtCondition(policy.compiled)) continue;
    const again = decideAgain(policy.compiled, before.decision, gradeId);
    const decisionId = ctx.ids.next();
    decisions.push({ ...before, id: decisionId, returnId: record.id, decision: again, decidedAt: ctx.clock.now() });
    const change = changeFor(ctx, record, { line, before: before.decision, again });
    if (change) units.push({ lineGid: line.lineGid, gradeId, decisionId, ...change });
  }
  if (units.length === 0) return { record, decisions };
  return { record: { ...record, regrade: { state: stateOf(record, units), units } }, decisions };
}

interface Graded {
  readonly line: StoredReturnLine;
  readonly gradeId: string;
  readonly before: StoredDecision;
}

/** Each grade of each line of the order once, however many parcels it came in. */
function gradesOf({ lines }: StoredReturn, agreed: readonly StoredDecision[]): Graded[] {
  const found: Graded[] = [];
  for (const line of lines) {
    const before = agreed.find(({ lineGid }) => lineGid === line.lineGid);
    for (const { gradeId } of line.findings ?? []) {
      const isKnown = found.some((one) => one.line.lineGid === line.lineGid && one.gradeId === gradeId);
      if (before?.decision.terms && !isKnown) found.push({ line, gradeId, before });
    }
  }
  return found;
}

interface Both {
  readonly line: StoredReturnLine;
  readonly before: Decision;
  readonly again: Decision;
}

function changeFor({ shop }: ShopContext, record: StoredReturn, { line, before, again }: Both) {
  const agreed = before.terms;
  if (!agreed) return undefined;
  const kind = kindOfLine(record.quote, line.lineGid);
  const hasCustomer = record.customerGid !== undefined || record.giftId !== undefined;
  const possible: ResolutionKind[] = [
    ...(record.giftId ? [] : ["refund" as const]),
    ...(hasCustomer && shop.hasStoreCredit ? ["store_credit" as const] : []),
    ...(hasCustomer && shop.scopes.includes("write_gift_cards") ? ["gift_card" as const] : []),
  ];
  return regradedTo(again, { agreed, kind, possible, isFeeElsewhere: isFeeElsewhere(record, agreed, kind) });
}

function stateOf({ status }: StoredReturn, units: readonly RegradedUnits[]): RegradeState {
  if (status === "refunded") return "told";
  return isForStaff(units) ? "waiting" : "applied";
}
