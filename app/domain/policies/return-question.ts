import type { LocalizedText } from "#app/domain/shops/localized-text.ts";
import { textIn } from "#app/domain/shops/localized-text.ts";
import { POLICY_LIMITS } from "./policy-problems.ts";

/** Something a shop wants to know about an item that comes back. */
export interface ReturnQuestion {
  /** Stays the same through edits and versions: answers and conditions point at it. */
  readonly id: string;
  readonly asked: AskedWhen;
  /** One of several answers, or a short text. */
  readonly kind: "choice" | "text";
  readonly isRequired: boolean;
  readonly texts: LocalizedText;
  /** What can be chosen; empty for a text. */
  readonly choices: readonly QuestionChoice[];
}

/** With a reason (no reasons: with each; no product types: about each), or after certain answers to an earlier question. */
export type AskedWhen =
  | { readonly on: "reason"; readonly reasons: readonly string[]; readonly productTypes: readonly string[] }
  | { readonly on: "answer"; readonly question: string; readonly choices: readonly string[] };

export interface QuestionChoice {
  readonly id: string;
  readonly texts: LocalizedText;
}

/** By the question's id: the id of what was chosen, or what was typed. */
export type Answers = Readonly<Record<string, string>>;

/** An answer as it is kept with a return, in words that stay readable when the questions have changed. */
export interface AnswerGiven {
  readonly questionId: string;
  readonly question: string;
  /** Null for one that was typed. */
  readonly choiceId: string | null;
  readonly answer: string;
}

export interface AnswerProblem {
  readonly code: "answer_missing" | "answer_not_offered" | "answer_too_long";
  readonly question: ReturnQuestion;
}

/** What somebody says about an item that questions depend on. */
interface AboutItem {
  readonly reason: string;
  readonly productType: string;
}

/** The questions that can come up about an item returned for this reason, those that answers lead to among them, in their order. */
export function possibleQuestions(questions: readonly ReturnQuestion[], { reason, productType }: AboutItem): ReturnQuestion[] {
  const type = productType.trim().toLowerCase();
  const possible = new Map<string, ReturnQuestion>();
  for (const question of questions) {
    const { asked } = question;
    const comesUp =
      asked.on === "answer"
        ? possible.has(asked.question)
        : (asked.reasons.length === 0 || asked.reasons.includes(reason)) &&
          (asked.productTypes.length === 0 || asked.productTypes.some((each) => each.trim().toLowerCase() === type));
    if (comesUp) possible.set(question.id, question);
  }
  return [...possible.values()];
}

/** Of the questions that can come up, those that are asked after these answers: a follow-up only once what leads to it was chosen. */
export function askedQuestions(possible: readonly ReturnQuestion[], answers: Answers): ReturnQuestion[] {
  const asked: ReturnQuestion[] = [];
  for (const question of possible) {
    const { asked: when } = question;
    const isAsked =
      when.on === "reason" || (asked.some(({ id }) => id === when.question) && when.choices.includes(answers[when.question] ?? ""));
    if (isAsked) asked.push(question);
  }
  return asked;
}

/**
 * Reads what was sent: answers to questions that are not asked are dropped, typed ones lose surrounding blanks, empty ones are none. Names
 * what is missing, not among the choices, or longer than 200 characters.
 */
export function checkAnswers(
  possible: readonly ReturnQuestion[],
  sent: Answers,
): { readonly answers: Answers; readonly problems: readonly AnswerProblem[] } {
  const asked = askedQuestions(possible, sent);
  const given = asked.flatMap(({ id }) => (sent[id]?.trim() ? [[id, sent[id].trim()] as const] : []));
  const answers = Object.fromEntries(given);
  const problems = asked.flatMap((question): AnswerProblem[] => {
    const code = problemOf(question, answers[question.id]);
    return code ? [{ code, question }] : [];
  });
  return { answers, problems };
}

function problemOf({ isRequired, kind, choices }: ReturnQuestion, answer: string | undefined): AnswerProblem["code"] | undefined {
  if (answer === undefined) return isRequired ? "answer_missing" : undefined;
  if (kind === "choice") return choices.some(({ id }) => id === answer) ? undefined : "answer_not_offered";
  return [...answer].length > POLICY_LIMITS.questionLength ? "answer_too_long" : undefined;
}

/** The answers that a policy may look at: what was chosen. What was typed is for people to read. */
export function chosenAnswers(questions: readonly ReturnQuestion[], answers: Answers): Answers {
  const isChosen = (id: string) => questions.some((question) => question.id === id && question.kind === "choice");
  return Object.fromEntries(Object.entries(answers).filter(([id]) => isChosen(id)));
}

/** Answers as staff read them, in the shop's language. */
export function answersInWords(questions: readonly ReturnQuestion[], answers: Answers, shopLocale: string): AnswerGiven[] {
  return questions.flatMap(({ id, kind, texts, choices }): AnswerGiven[] => {
    const answer = answers[id];
    if (answer === undefined) return [];
    const question = textIn(texts, shopLocale);
    if (kind === "text") return [{ questionId: id, question, choiceId: null, answer }];
    const choice = choices.find((each) => each.id === answer);
    return choice ? [{ questionId: id, question, choiceId: choice.id, answer: textIn(choice.texts, shopLocale) }] : [];
  });
}

/** More ways to answer than this are not tried. */
const MOST_WAYS = 256;

/**
 * Every way in which the choices among these questions can be answered, no answer included, at most 256 of them: two questions with two
 * choices each are nine ways.
 */
export function waysToAnswer(possible: readonly ReturnQuestion[]): Answers[] {
  let ways: Answers[] = [{}];
  for (const question of possible.filter(({ kind }) => kind === "choice")) {
    const longer = ways.flatMap((way) =>
      askedQuestions(possible, way).includes(question) ? question.choices.map(({ id }) => ({ ...way, [question.id]: id })) : [],
    );
    ways = [...ways, ...longer].slice(0, MOST_WAYS);
  }
  return ways;
}
