import type { Answers, ReturnQuestion } from "#app/domain/policies/return-question.ts";
import { askedQuestions, possibleQuestions } from "#app/domain/policies/return-question.ts";

interface Tried {
  /** Empty before one is chosen. */
  readonly reason: string;
  /** Product types of the order's lines; empty before they are known. */
  readonly types: readonly string[];
  readonly answers: Answers;
}

/**
 * The questions that a trial asks: those with choices that come up about any line of the order after what was answered so far, in the
 * policy's order. What shoppers type is for people to read, so no rule looks at it.
 */
export function questionsOfPreview(questions: readonly ReturnQuestion[], { reason, types, answers }: Tried): ReturnQuestion[] {
  if (reason === "") return [];
  const asked = types.flatMap((productType) => askedQuestions(possibleQuestions(questions, { reason, productType }), answers));
  return questions.filter((question) => question.kind === "choice" && asked.includes(question));
}

/** The answers that are still among the choices: a question may have been edited or left since. */
export function answersTo(questions: readonly ReturnQuestion[], answers: Answers): Answers {
  const given = questions.flatMap(({ id, choices }) =>
    choices.filter((choice) => choice.id === answers[id]).map((choice) => [id, choice.id] as const),
  );
  return Object.fromEntries(given);
}
