import { unitsLeft } from "#app/domain/orders/order-line.ts";
import type { OrderLine, ReturnableOrder } from "#app/domain/orders/returnable-order.ts";
import { POLICY_LIMITS } from "#app/domain/policies/policy-problems.ts";
import type { Policy, PolicyReason } from "#app/domain/policies/policy.ts";
import type { Answers } from "#app/domain/policies/return-question.ts";
import { checkAnswers, possibleQuestions } from "#app/domain/policies/return-question.ts";
import type { Refusal, Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import type { ExchangeVariant } from "./resolution-quote.ts";

/** Shopify keeps at most this much of a customer's note. */
export const NOTE_LIMIT = 300;

/** What a shopper sent for one line; nothing in it is trusted. */
export interface RequestedItem {
  readonly lineGid: string;
  readonly quantity: number;
  readonly reason: string | null;
  readonly note: string;
  readonly exchangeVariantGid: string | null;
  /** To the policy's questions; absent: none. */
  readonly answers?: Answers;
}

/** A variant that may be wanted instead, as read from Shopify just now. */
export interface ExchangeOption extends ExchangeVariant {
  /** Units that can be sold; null when the shop sells it without counting. */
  readonly available: number | null;
  /** Of another product, why it is among them: it is similar, or somebody looked for it. Absent: of the same product. */
  readonly group?: "similar" | "found";
}

export interface SelectionContext {
  readonly order: ReturnableOrder;
  readonly policy: Pick<Policy, "reasons" | "questions">;
  /** For each line that was asked about, the variants it can be exchanged for. */
  readonly exchangeOptions: ReadonlyMap<string, readonly ExchangeOption[]>;
  /** The most units of each line that may be chosen, and no other line; absent: whatever is left of the order. */
  readonly most?: ReadonlyMap<string, number>;
}

/** One line of a selection that passed its checks. */
export interface SelectedItem {
  readonly line: OrderLine;
  readonly quantity: number;
  readonly reason: PolicyReason;
  readonly note: string;
  readonly exchange: ExchangeVariant | null;
  /** To the questions that were asked. */
  readonly answers: Answers;
}

/** Everything that can be wrong with a selection; locale files hold a text for each, `limit` goes into it. */
export const SELECTION_PROBLEM_CODES = [
  "nothing_selected",
  "line_unknown",
  "line_twice",
  "quantity_not_whole",
  "quantity_too_low",
  "quantity_too_high",
  "reason_missing",
  "reason_not_offered",
  "note_missing",
  "note_too_long",
  "answer_missing",
  "answer_not_offered",
  "answer_too_long",
  "variant_not_offered",
  "variant_out_of_stock",
] as const;

export interface SelectionProblem {
  readonly code: (typeof SELECTION_PROBLEM_CODES)[number];
  /** The line as it was sent; null for the whole selection. */
  readonly lineGid: string | null;
  readonly limit: number | null;
  /** The question's id, of a problem with an answer. */
  readonly question?: string;
}

export interface InvalidSelection extends Refusal {
  readonly code: "invalid_selection";
  readonly problems: readonly SelectionProblem[];
}

/**
 * Checks what a shopper selected against the order as Shopify has it and the policy's reasons, and answers with the lines
 * themselves. Refuses with `invalid_selection` and every problem at once, so that each can be shown beside its item.
 */
export function selectItems(requested: readonly RequestedItem[], context: SelectionContext): Result<SelectedItem[], InvalidSelection> {
  if (requested.length === 0) return invalid([{ code: "nothing_selected", lineGid: null, limit: null }]);
  const checked = requested.map((item, index) => checkItem(item, requested.slice(0, index), context));
  const problems = checked.flatMap((item) => item.problems);
  return problems.length > 0 ? invalid(problems) : ok(checked.flatMap(({ selected }) => selected ?? []));
}

interface CheckedItem {
  readonly problems: readonly SelectionProblem[];
  readonly selected: SelectedItem | null;
}

function checkItem(item: RequestedItem, earlier: readonly RequestedItem[], context: SelectionContext): CheckedItem {
  const { lineGid } = item;
  const line = context.order.lines.find(({ gid }) => gid === lineGid);
  if (!line || context.most?.has(lineGid) === false) return { problems: [{ code: "line_unknown", lineGid, limit: null }], selected: null };
  if (earlier.some((other) => other.lineGid === lineGid))
    return { problems: [{ code: "line_twice", lineGid, limit: null }], selected: null };
  const reason = context.policy.reasons.find(({ code }) => code === item.reason);
  const answered = reason ? answersTo(item, { reason: reason.code, productType: line.productType }, context) : NO_ANSWERS;
  const option = optionsOf(context, lineGid).find(({ variantGid }) => variantGid === item.exchangeVariantGid);
  const problems = [
    quantityProblem(item, Math.min(unitsLeft(context.order, line), context.most?.get(lineGid) ?? Infinity)),
    reasonProblem(item, reason),
    noteProblem(item, reason),
    ...answered.problems,
    variantProblem(item, option, unitsWanted(option, earlier)),
  ].filter((problem) => problem !== null);
  if (problems.length > 0 || !reason) return { problems, selected: null };
  const exchange = option ? { variantGid: option.variantGid, title: option.title, unitPrice: option.unitPrice } : null;
  return { problems, selected: { line, quantity: item.quantity, reason, note: item.note.trim(), exchange, answers: answered.answers } };
}

function quantityProblem({ lineGid, quantity }: RequestedItem, left: number): SelectionProblem | null {
  if (!Number.isSafeInteger(quantity)) return { code: "quantity_not_whole", lineGid, limit: null };
  if (quantity < 1) return { code: "quantity_too_low", lineGid, limit: 1 };
  return quantity > left ? { code: "quantity_too_high", lineGid, limit: left } : null;
}

function reasonProblem({ lineGid, reason }: RequestedItem, offered: PolicyReason | undefined): SelectionProblem | null {
  if (reason === null || reason === "") return { code: "reason_missing", lineGid, limit: null };
  return offered ? null : { code: "reason_not_offered", lineGid, limit: null };
}

function noteProblem({ lineGid, note }: RequestedItem, reason: PolicyReason | undefined): SelectionProblem | null {
  if (reason?.isNoteRequired && note.trim() === "") return { code: "note_missing", lineGid, limit: null };
  return [...note.trim()].length > NOTE_LIMIT ? { code: "note_too_long", lineGid, limit: NOTE_LIMIT } : null;
}

interface Answered {
  readonly answers: Answers;
  readonly problems: readonly SelectionProblem[];
}

const NO_ANSWERS: Answered = { answers: {}, problems: [] };

function answersTo(
  { lineGid, answers }: RequestedItem,
  about: Parameters<typeof possibleQuestions>[1],
  { policy }: SelectionContext,
): Answered {
  const checked = checkAnswers(possibleQuestions(policy.questions ?? [], about), answers ?? {});
  const problems = checked.problems.map(({ code, question }) => ({
    code,
    lineGid,
    limit: code === "answer_too_long" ? POLICY_LIMITS.questionLength : null,
    question: question.id,
  }));
  return { answers: checked.answers, problems };
}

function variantProblem(item: RequestedItem, option: ExchangeOption | undefined, wantedBefore: number): SelectionProblem | null {
  const { lineGid, exchangeVariantGid, quantity } = item;
  if (exchangeVariantGid === null) return null;
  if (!option) return { code: "variant_not_offered", lineGid, limit: null };
  const left = option.available === null ? Infinity : option.available - wantedBefore;
  return quantity > left ? { code: "variant_out_of_stock", lineGid, limit: Math.max(0, left) } : null;
}

/** Two lines of one selection may want the same variant: the stock is shared. */
function unitsWanted(option: ExchangeOption | undefined, earlier: readonly RequestedItem[]): number {
  return earlier
    .filter(({ exchangeVariantGid }) => exchangeVariantGid === option?.variantGid)
    .reduce((all, { quantity }) => all + quantity, 0);
}

function optionsOf({ exchangeOptions }: SelectionContext, lineGid: string): readonly ExchangeOption[] {
  return exchangeOptions.get(lineGid) ?? [];
}

function invalid(problems: readonly SelectionProblem[]): Result<never, InvalidSelection> {
  return refuse({ code: "invalid_selection", problems });
}
