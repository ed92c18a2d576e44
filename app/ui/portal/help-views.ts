import type { CardAction, HelpTopic } from "#app/domain/help/solution-cards.ts";
import type { FieldError } from "./page-parts.ts";

/** What the server tells the pages that come before a question to the shop. */

/** The answer to a frequent problem. Texts are the merchant's own; without one the page has its own. */
export interface CardView {
  readonly topic: HelpTopic;
  readonly title?: string;
  readonly answer?: string;
  /** What solves it and where; "find" for visitors who have not looked up their order yet. */
  readonly action?: { readonly kind: Exclude<CardAction, "question"> | "find"; readonly url: string };
}

export interface HelpPage {
  readonly page: "help";
  readonly cards: readonly CardView[];
  /** Whether the visitor has looked up an order, about which a question can be asked. */
  readonly canAsk: boolean;
  readonly notice?: "solved" | "question-sent";
}

/** The form of a question. */
export interface QuestionPage {
  readonly page: "question";
  /** Topics with the merchant's own titles where there are some. */
  readonly topics: readonly Pick<CardView, "topic" | "title">[];
  readonly topic: HelpTopic | "other";
  readonly question?: string;
  readonly questionMax: number;
  readonly errors: readonly FieldError[];
}
