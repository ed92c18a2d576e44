import type { PolicyProblem } from "./policy-problems.ts";
import { problemParams } from "./policy-problems.ts";
import type { Policy } from "./policy.ts";
import type { ReturnQuestion } from "./return-question.ts";

/**
 * What is wrong between the questions of a policy: the same one twice, a reason that is not offered, a follow-up to a question that does
 * not stand before it (so that no two questions ever wait for each other) or to an answer that is gone.
 */
export function questionProblems({ questions = [], reasons }: Pick<Policy, "questions" | "reasons">): PolicyProblem[] {
  return questions.flatMap((question, index) => {
    const path = `questions.${index}`;
    const earlier = questions.slice(0, index);
    const isTwice = earlier.some(({ id }) => id === question.id);
    return [...(isTwice ? [problem(`${path}.texts`, "question_twice")] : []), ...askedProblems(question, { earlier, reasons, path })];
  });
}

interface Around {
  readonly earlier: readonly ReturnQuestion[];
  readonly reasons: Policy["reasons"];
  readonly path: string;
}

function askedProblems({ asked }: ReturnQuestion, { earlier, reasons, path }: Around): PolicyProblem[] {
  if (asked.on === "reason") {
    const known = asked.reasons.every((code) => reasons.some((reason) => reason.code === code));
    return known ? [] : [problem(`${path}.asked.reasons`, "reason_not_offered")];
  }
  const leading = earlier.find(({ id }) => id === asked.question);
  if (leading?.kind !== "choice") return [problem(`${path}.asked.question`, "question_unknown")];
  const known = asked.choices.every((choice) => leading.choices.some(({ id }) => id === choice));
  return known ? [] : [problem(`${path}.asked.choices`, "choice_gone")];
}

/** What is wrong with a condition on an answer: no such question to choose from, or an answer that is gone. */
export function answerProblems(
  { questions = [] }: Pick<Policy, "questions">,
  condition: { readonly question: string; readonly oneOf: readonly string[] },
  path: string,
): PolicyProblem[] {
  const question = questions.find(({ id }) => id === condition.question);
  if (question?.kind !== "choice") return [problem(`${path}.question`, "question_unknown")];
  const known = condition.oneOf.every((choice) => question.choices.some(({ id }) => id === choice));
  return known ? [] : [problem(`${path}.oneOf`, "choice_gone")];
}

function problem(path: string, code: PolicyProblem["code"]): PolicyProblem {
  return { path, code, params: problemParams(code) };
}
