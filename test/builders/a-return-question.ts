import type { ReturnQuestion } from "#app/domain/policies/return-question.ts";

/** "Anything?" with yes and no to choose from, asked with every reason, about everything, and not required. */
export function aQuestion(overrides: Partial<ReturnQuestion> = {}): ReturnQuestion {
  return {
    id: "anything",
    asked: { on: "reason", reasons: [], productTypes: [] },
    kind: "choice",
    isRequired: false,
    texts: { en: "Anything?" },
    choices: [
      { id: "yes", texts: { en: "Yes" } },
      { id: "no", texts: { en: "No" } },
    ],
    ...overrides,
  };
}
