import type { QuestionChoice, ReturnQuestion } from "#app/domain/policies/return-question.ts";

/** A question to fill in, asked with the first reason that is offered; it starts as a choice between two answers. */
export function newQuestion(id: string, reasons: readonly string[]): ReturnQuestion {
  return {
    id,
    asked: { on: "reason", reasons: reasons.slice(0, 1), productTypes: [] },
    kind: "choice",
    isRequired: false,
    texts: {},
    choices: [newChoice([]), newChoice([{ id: "a" }])],
  };
}

/** An answer to fill in, with the first letter that is free: answers keep their ids, because rules point at them. */
export function newChoice(choices: readonly Pick<QuestionChoice, "id">[]): QuestionChoice {
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(97 + index));
  const id = letters.find((letter) => !choices.some((choice) => choice.id === letter));
  return { id: id ?? crypto.randomUUID(), texts: {} };
}

/** The question in the other kind; what can be chosen is still there after trying the other one. */
export function asKind(question: ReturnQuestion, kind: ReturnQuestion["kind"]): ReturnQuestion {
  const choices = kind === "choice" && question.choices.length === 0 ? newQuestion("", []).choices : question.choices;
  return { ...question, kind, choices };
}

/** Asked with reasons, or after the first answer to an earlier question. */
export function askedOn(question: ReturnQuestion, on: "reason" | "answer", earlier: readonly ReturnQuestion[]): ReturnQuestion {
  if (on === "reason") return { ...question, asked: { on, reasons: [], productTypes: [] } };
  const leading = earlier.find(({ kind }) => kind === "choice");
  return leading
    ? { ...question, asked: { on, question: leading.id, choices: leading.choices.slice(0, 1).map(({ id }) => id) } }
    : question;
}
