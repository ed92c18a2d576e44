import type { OrderLine, ReturnableOrder } from "#app/domain/orders/returnable-order.ts";
import type { CompiledPolicy } from "#app/domain/policies/compile-policy.ts";
import { decide } from "#app/domain/policies/decide.ts";
import { gatherFacts } from "#app/domain/policies/decision-facts.ts";
import type { Decision } from "#app/domain/policies/decision.ts";
import type { OrderBackground } from "#app/domain/policies/order-background.ts";
import type { Answers } from "#app/domain/policies/return-question.ts";
import { chosenAnswers } from "#app/domain/policies/return-question.ts";
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
  /** What was found out beyond the order, as far as the policy asks; nothing when left out. */
  readonly background?: OrderBackground;
  /** The receiver of a gift asks, with a code. */
  readonly gift?: GiftBounds;
}

/** What the code of a gift lets come back. */
export interface GiftBounds {
  /** By line; nothing of a line that is not there. */
  readonly units: ReadonlyMap<string, number>;
  /** On top of the policy's window. */
  readonly extraDays: number;
}

/** What a shopper has said about a line so far. */
export interface SaidOfLine {
  readonly reason: string | null;
  /** Null: all that can still come back. */
  readonly quantity: number | null;
  readonly hasPhoto: boolean;
  /** To the policy's questions; absent: none yet. */
  readonly answers?: Answers;
}

const NOTHING_SAID: SaidOfLine = { reason: null, quantity: null, hasPhoto: false };

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
export function decideLine(context: DecideContext, line: OrderLine): Decision {
  return decideSaid(context, line, NOTHING_SAID);
}

/**
 * What the policy says about a line given what was said of it. Where only a photo stands between no and yes, the yes counts and its
 * terms require the photo: the shopper is asked for it instead of being turned away.
 */
export function decideSaid({ order, compiled, now, zone, background, gift }: DecideContext, line: OrderLine, said: SaidOfLine): Decision {
  const { reason, quantity, hasPhoto, answers = {} } = said;
  const { transit, questions = [] } = compiled.policy;
  const facts = gatherFacts(order, line, {
    now,
    zone,
    transit,
    reason,
    quantity,
    hasEvidence: hasPhoto,
    answers: chosenAnswers(questions, answers),
    ...(background ? { background } : {}),
    ...(gift ? { gift: { units: gift.units.get(line.gid) ?? 0, extraDays: gift.extraDays } } : {}),
  });
  const decision = decide(compiled, facts);
  if (decision.terms !== null || hasPhoto || !compiled.needs.evidence) return decision;
  const withPhoto = decide(compiled, { ...facts, hasEvidence: true });
  return withPhoto.terms === null ? decision : { ...withPhoto, terms: { ...withPhoto.terms, photo: "required" } };
}

/**
 * What the policy says about what was selected, reason and quantity included. `linesWithPhoto` are those that a photo was given of.
 * Refuses with `not_eligible` if any item cannot come back.
 */
export function decideItems(
  context: DecideContext,
  selection: readonly SelectedItem[],
  linesWithPhoto: ReadonlySet<string> = new Set(),
): Result<DecidedItem[], NotEligible> {
  const decided = selection.map((selected) => {
    const { line, reason, quantity, answers } = selected;
    const said = { reason: reason.code, quantity, hasPhoto: linesWithPhoto.has(line.gid), answers };
    return { selected, decision: decideSaid(context, line, said) };
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
