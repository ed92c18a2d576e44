import type { OrderLine } from "#app/domain/orders/returnable-order.ts";
import type { Decision } from "#app/domain/policies/decision.ts";
import type { Answers } from "#app/domain/policies/return-question.ts";
import { checkAnswers, possibleQuestions } from "#app/domain/policies/return-question.ts";
import type { DecideContext } from "./decide-items.ts";
import { decideSaid } from "./decide-items.ts";
import { decideAgain } from "./regrade.ts";
import { quoteResolutions } from "./quote-resolutions.ts";
import type { ResolutionQuote } from "./resolution-quote.ts";

/** What a policy would do with one line of an order, returned alone with all its units. */
export interface LinePreview {
  readonly line: Pick<OrderLine, "gid" | "title" | "variantTitle" | "imageUrl" | "quantity" | "productType">;
  readonly decision: Decision;
  /** With exact amounts; empty when it cannot come back. An exchange has none before a variant is chosen. */
  readonly quotes: readonly ResolutionQuote[];
  readonly isExchangeOffered: boolean;
}

/** What is supposed to be said about every line; a line takes of the answers those to questions that it is asked. */
export interface SupposedlySaid {
  /** A reason's code; null: before one is chosen, when nothing is asked. */
  readonly reason: string | null;
  readonly answers: Answers;
  readonly hasPhoto: boolean;
  /** Id of the grade that the goods are found to be of; null or absent: before the inspection. */
  readonly grade?: string | null;
}

/**
 * Tries a policy on an order: for each line what would be decided for what was said and what each resolution would come to if all units
 * that are left came back now. A question about shoes alone counts for shoes alone. Nothing is stored.
 */
export function previewLines(context: DecideContext, said: SupposedlySaid): LinePreview[] {
  return context.order.lines.map((line) => previewLine(context, line, said));
}

function previewLine(context: DecideContext, line: OrderLine, { reason, answers, hasPhoto, grade = null }: SupposedlySaid): LinePreview {
  const { gid, title, variantTitle, imageUrl, quantity, productType } = line;
  const { questions = [] } = context.compiled.policy;
  const possible = reason === null ? [] : possibleQuestions(questions, { reason, productType });
  const given = checkAnswers(possible, answers).answers;
  const asked = decideSaid(context, line, { reason, quantity: null, hasPhoto, answers: given });
  const decision = grade === null ? asked : decideAgain(context.compiled, asked, grade);
  const { terms } = decision;
  const item = terms && { lineGid: gid, quantity: decision.factsUsed.quantity, terms, exchange: null };
  return {
    line: { gid, title, variantTitle, imageUrl, quantity, productType },
    decision,
    quotes: item ? quoteResolutions({ order: context.order, items: [item], requestedAt: context.now }) : [],
    isExchangeOffered: terms?.resolutions.some(({ kind }) => kind === "exchange") ?? false,
  };
}
