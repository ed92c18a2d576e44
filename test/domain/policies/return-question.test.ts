import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compilePolicy } from "#app/domain/policies/compile-policy.ts";
import { decide } from "#app/domain/policies/decide.ts";
import { defaultPolicy } from "#app/domain/policies/default-policy.ts";
import { DEFAULT_QUESTIONS } from "#app/domain/policies/default-questions.ts";
import { parsePolicy } from "#app/domain/policies/policy-schema.ts";
import type { ReturnQuestion } from "#app/domain/policies/return-question.ts";
import {
  answersInWords,
  askedQuestions,
  checkAnswers,
  chosenAnswers,
  possibleQuestions,
  waysToAnswer,
} from "#app/domain/policies/return-question.ts";
import { offeredItems } from "#app/domain/returns/offered-items.ts";
import { SHOPPER_LANGUAGES } from "#app/domain/shops/languages.ts";
import { textIn } from "#app/domain/shops/localized-text.ts";
import { anOrder, anOrderLine } from "#test/builders/an-order.ts";
import { aPolicy, aRule, anEligibleOutcome, someFacts } from "#test/builders/a-policy.ts";
import { aQuestion } from "#test/builders/a-return-question.ts";

const worn = aQuestion({ id: "worn", texts: { en: "Was it worn?", de: "Wurde es getragen?" } });
const washed = aQuestion({ id: "washed", asked: { on: "answer", question: "worn", choices: ["yes"] }, isRequired: true });
const how = aQuestion({ id: "how", asked: { on: "answer", question: "washed", choices: ["yes"] }, kind: "text", choices: [] });
const sole = aQuestion({ id: "sole", asked: { on: "reason", reasons: ["too-small"], productTypes: ["Shoes"] } });
const tree = [worn, washed, how, sole];
const ids = (questions: readonly ReturnQuestion[]) => questions.map(({ id }) => id);

describe("which questions are asked", () => {
  test("a question of other goods or another reason does not come up, whatever the case of the type", () => {
    expect(ids(possibleQuestions(tree, { reason: "too-small", productType: "Shirts" }))).toEqual(["worn", "washed", "how"]);
    expect(ids(possibleQuestions(tree, { reason: "too-small", productType: " shoes" }))).toEqual(["worn", "washed", "how", "sole"]);
    expect(ids(possibleQuestions(tree, { reason: "too-big", productType: "Shoes" }))).toEqual(["worn", "washed", "how"]);
  });

  test("an answer leads to the next question, and taking it back takes all that followed with it", () => {
    expect(ids(askedQuestions(tree.slice(0, 3), {}))).toEqual(["worn"]);
    expect(ids(askedQuestions(tree.slice(0, 3), { worn: "yes", washed: "yes" }))).toEqual(["worn", "washed", "how"]);
    expect(ids(askedQuestions(tree.slice(0, 3), { worn: "no", washed: "yes" }))).toEqual(["worn"]);
  });

  test("what was not asked is dropped, what is missing or not offered is named", () => {
    expect(checkAnswers(tree, { worn: "no", washed: "yes", how: " hot " })).toEqual({ answers: { worn: "no" }, problems: [] });
    expect(checkAnswers([worn, washed], { worn: "yes", washed: " " }).problems).toEqual([{ code: "answer_missing", question: washed }]);
    expect(checkAnswers([worn], { worn: "perhaps" }).problems).toEqual([{ code: "answer_not_offered", question: worn }]);
    const long = checkAnswers(tree, { worn: "yes", washed: "yes", how: "x".repeat(201) });
    expect(long.problems).toEqual([{ code: "answer_too_long", question: how }]);
  });

  test("however they are answered, what passes the check passes it again unchanged", () => {
    const anyAnswer = fc.option(fc.constantFrom("yes", "no", "", "else"), { nil: undefined });
    fc.assert(
      fc.property(fc.record({ worn: anyAnswer, washed: anyAnswer, how: anyAnswer, sole: anyAnswer }), (given) => {
        const sent = Object.fromEntries(Object.entries(given).flatMap(([id, answer]) => (answer === undefined ? [] : [[id, answer]])));
        const { answers } = checkAnswers(tree, sent);
        expect(checkAnswers(tree, answers).answers).toEqual(answers);
        expect(askedQuestions(tree, answers).map(({ id }) => id)).toEqual(expect.arrayContaining(Object.keys(answers)));
      }),
    );
  });

  test("every way to answer is tried once, no answer included", () => {
    expect(waysToAnswer([worn, washed])).toEqual([
      {},
      { worn: "yes" },
      { worn: "no" },
      { worn: "yes", washed: "yes" },
      { worn: "yes", washed: "no" },
    ]);
    expect(waysToAnswer([worn, { ...worn, id: "b" }])).toHaveLength(9);
    expect(waysToAnswer(Array.from({ length: 40 }, (_, index) => ({ ...worn, id: `${index}` })))).toHaveLength(256);
  });
});

describe("answers in words", () => {
  test("staff read them in the shop's language, else in English, and a typed one as it was typed", () => {
    const given = { worn: "yes", washed: "yes", how: "zu heiß" };
    expect(answersInWords(tree, given, "de-AT")).toEqual([
      { questionId: "worn", question: "Wurde es getragen?", choiceId: "yes", answer: "Yes" },
      { questionId: "washed", question: "Anything?", choiceId: "yes", answer: "Yes" },
      { questionId: "how", question: "Anything?", choiceId: null, answer: "zu heiß" },
    ]);
    expect(chosenAnswers(tree, given)).toEqual({ worn: "yes", washed: "yes" });
  });

  test("a text that is missing in the shopper's language is the shop's own", () => {
    expect(textIn({ de: "Wie?", en: "How?" }, "fr", "de")).toBe("Wie?");
    expect(textIn({ de: "Wie?", fr: " " }, "fr", "ja")).toBe("Wie?");
    expect(textIn({ "zh-CN": "怎么样？", en: "How?" }, "zh-TW")).toBe("怎么样？");
    expect(textIn({}, "en")).toBe("");
  });

  test("a new shop's questions are there in every language", () => {
    const texts = DEFAULT_QUESTIONS.flatMap((question) => [question.texts, ...question.choices.map((choice) => choice.texts)]);
    expect(texts.flatMap((each) => SHOPPER_LANGUAGES.filter((language) => !each[language]))).toEqual([]);
  });
});

describe("rules look at answers", () => {
  const isWorn = { on: "answer" as const, question: "worn", oneOf: ["yes"], isNegated: false };
  const order = anOrder({ lines: [anOrderLine()] });
  const context = (policy: Parameters<typeof compilePolicy>[0]) => ({
    order,
    compiled: compilePolicy(policy, 1),
    now: new Date("2026-03-15T12:00:00Z"),
    zone: "UTC",
  });

  test("worn goods are refused, and the explanation names question and answer as the shop worded them", () => {
    const compiled = compilePolicy(aPolicy({ questions: [worn], rules: [aRule({ conditions: [isWorn] })] }), 1);
    const refused = decide(compiled, someFacts({ answers: { worn: "YES" } }));
    expect(refused.outcome).toBe("ineligible");
    expect(refused.explanation[1]?.asked).toEqual({ question: worn.texts, answers: [{ en: "Yes" }] });
    expect(decide(compiled, someFacts({ answers: {} })).outcome).toBe("eligible");
  });

  test("an item that only an answer lets come back is offered, so that the question can be asked", () => {
    const refusing = { kind: "ineligible" as const, because: "not_returnable" as const, instead: [] };
    const allowing = aRule({ conditions: [{ ...isWorn, oneOf: ["no"] }], outcome: anEligibleOutcome() });
    const offered = offeredItems(context(aPolicy({ questions: [worn], rules: [allowing], otherwise: refusing })));
    expect(offered[0]?.reasons.map(({ code }) => code)).toEqual(["too-small", "damaged-or-defective", "other-reason"]);
    const never = aRule({ conditions: [{ ...isWorn, question: "gone" }], outcome: anEligibleOutcome() });
    expect(offeredItems(context(aPolicy({ questions: [worn], rules: [never], otherwise: refusing })))[0]?.reasons).toEqual([]);
  });

  test("a reason asks for its own photo; the stricter of rule and reason counts", () => {
    const reasons = [{ code: "stained", fault: "merchant" as const, isNoteRequired: false, photo: "required" as const }];
    const photo = (rule: "not_needed" | "required") =>
      decide(compilePolicy(aPolicy({ reasons, otherwise: anEligibleOutcome({ photo: rule }) }), 1), someFacts({ reason: "stained" }));
    expect(photo("not_needed").terms?.photo).toBe("required");
    expect(photo("not_needed").explanation.map(({ code }) => code)).toContain("photo_required");
    expect(photo("required").explanation.filter(({ code }) => code === "photo_required")).toHaveLength(1);
  });
});

describe("questions that cannot be saved name each field", () => {
  const problemsOf = (questions: readonly ReturnQuestion[]) => {
    const parsed = parsePolicy(aPolicy({ questions }));
    return parsed.ok ? [] : parsed.error.problems.map(({ path, code }) => `${path}: ${code}`);
  };
  test.each<[string, readonly ReturnQuestion[], string]>([
    ["no text", [aQuestion({ texts: { en: " " } })], "questions.0.texts: question_needed"],
    ["one answer", [aQuestion({ choices: worn.choices.slice(1) })], "questions.0.choices: choices_needed"],
    [
      "an answer without text",
      [aQuestion({ choices: [...worn.choices, { id: "c", texts: {} }] })],
      "questions.0.choices.2.texts: choice_text_needed",
    ],
    ["a follow-up before what leads to it", [washed, worn], "questions.0.asked.question: question_unknown"],
    ["a follow-up to a typed answer", [{ ...worn, kind: "text", choices: [] }, washed], "questions.1.asked.question: question_unknown"],
    [
      "a follow-up to an answer that is gone",
      [worn, { ...washed, asked: { on: "answer", question: "worn", choices: ["maybe"] } }],
      "questions.1.asked.choices: choice_gone",
    ],
    ["one question twice", [worn, worn], "questions.1.texts: question_twice"],
    [
      "a reason that is not offered",
      [aQuestion({ asked: { on: "reason", reasons: ["pilling"], productTypes: [] } })],
      "questions.0.asked.reasons: reason_not_offered",
    ],
  ])("%s", (_, questions, problem) => {
    expect(problemsOf(questions)).toEqual([problem]);
  });

  test("a rule that looks at an answer nobody can give", () => {
    const rules = [aRule({ conditions: [{ on: "answer", question: "worn", oneOf: ["maybe"], isNegated: false }] })];
    const parsed = parsePolicy({ ...defaultPolicy("USD"), rules });
    expect(parsed.ok ? [] : parsed.error.problems.map(({ path }) => path)).toEqual(["rules.0.conditions.0.question"]);
  });
});
