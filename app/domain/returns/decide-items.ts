import type { OrderLine, ReturnableOrder } from "#app/domain/orders/returnable-order.ts";
import type { CompiledPolicy } from "#app/domain/policies/compile-policy.ts";
import { decide } from "#app/domain/policies/decide.ts";
import { gatherFacts } from "#app/domain/policies/decision-facts.ts";
import type { Decision } from "#app/domain/policies/decision.ts";
import type { LineItemGid } from "#app/domain/shared/gid.ts";
import type { Refusal, Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import type { QuotedItem } from "./resolution-quote.ts";
import type { SelectedItem } from "./select-items.ts";

/** What is needed besides the selection to decide it. */
export interface DecideContext {
  readonly order: ReturnableOrder;
  /** The version the order was bought under. */
  readonly compiled: CompiledPolicy;
  readonly now: Date;
  /** The shop's IANA zone. */
  readonly zone: string;
}

/** A selected line that the policy lets come back. */
export interface DecidedItem {
  readonly selected: SelectedItem;
  readonly decision: Decision;
  readonly quoted: QuotedItem;
}

export interface NotEligible extends Refusal {
  readonly code: "not_eligible";
  /** The decisions that said no; each explains itself. */
  readonly decisions: readonly Decision[];
}

/** What the policy says about a line before the shopper chose a reason or a quantity: the list of items shows this. */
export function decideLine({ order, compiled, now, zone }: DecideContext, line: OrderLine): Decision {
  const { transit } = compiled.policy;
  return decide(compiled, gatherFacts(order, line, { now, zone, transit, reason: null, quantity: null }));
}

/** What the policy says about what was selected, reason and quantity included. Refuses with `not_eligible` if any item cannot come back. */
export function decideItems(context: DecideContext, selection: readonly SelectedItem[]): Result<DecidedItem[], NotEligible> {
  const { order, compiled, now, zone } = context;
  const decided = selection.map((selected) => {
    const { line, reason, quantity } = selected;
    const facts = gatherFacts(order, line, { now, zone, transit: compiled.policy.transit, reason: reason.code, quantity });
    return { selected, decision: decide(compiled, facts) };
  });
  const refused = decided.filter(({ decision }) => decision.terms === null).map(({ decision }) => decision);
  if (refused.length > 0) return refuse({ code: "not_eligible", decisions: refused });
  return ok(decided.flatMap((item) => withTerms(item)));
}

/** Whether staff have to agree before this return is approved: one item that needs it is enough. */
export function needsReview(decisions: readonly Decision[]): boolean {
  return decisions.some(({ outcome }) => outcome === "review");
}

/** The lines that the policy asks a photo of and that have none yet. */
export function photosMissing(items: readonly DecidedItem[], linesWithPhoto: ReadonlySet<string>): LineItemGid[] {
  return items
    .filter(({ decision, selected }) => decision.terms?.photo === "required" && !linesWithPhoto.has(selected.line.gid))
    .map(({ selected }) => selected.line.gid);
}

function withTerms({ selected, decision }: Omit<DecidedItem, "quoted">): DecidedItem[] {
  const { terms } = decision;
  if (terms === null) return [];
  const { line, quantity, exchange } = selected;
  return [{ selected, decision, quoted: { lineGid: line.gid, quantity, terms, exchange } }];
}
