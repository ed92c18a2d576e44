import { expect, test } from "vitest";
import { answersTo, questionsOfPreview } from "#app/ui/policies/preview-questions.ts";
import { aQuestion } from "#test/builders/a-return-question.ts";

const about = (id: string, productTypes: string[]) => aQuestion({ id, asked: { on: "reason", reasons: ["too-small"], productTypes } });
const questions = [
  about("shoes", ["Shoes"]),
  about("mugs", ["Mugs"]),
  aQuestion({ id: "why", asked: { on: "answer", question: "shoes", choices: ["yes"] } }),
  aQuestion({ id: "words", kind: "text", choices: [] }),
];
const asked = (tried: Parameters<typeof questionsOfPreview>[1]) => questionsOfPreview(questions, tried).map(({ id }) => id);

test("a trial asks what comes up about any line of the order, follow-ups once what leads to them was chosen, and nothing to type", () => {
  expect(asked({ reason: "too-small", types: ["Shoes", "Hats"], answers: {} })).toEqual(["shoes"]);
  expect(asked({ reason: "too-small", types: ["Shoes", "Mugs"], answers: { shoes: "yes" } })).toEqual(["shoes", "mugs", "why"]);
  expect(asked({ reason: "too-big", types: ["Shoes"], answers: {} })).toEqual([]);
  expect(asked({ reason: "", types: ["Shoes"], answers: {} })).toEqual([]);
});

test("only answers that are still among the choices are tried", () => {
  expect(answersTo(questions, { shoes: "yes", mugs: "gone", other: "yes" })).toEqual({ shoes: "yes" });
});
