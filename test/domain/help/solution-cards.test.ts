import { describe, expect, test } from "vitest";
import type { HelpSettings, HelpTopic } from "#app/domain/help/solution-cards.ts";
import {
  FEWEST_PROBLEMS,
  HELP_TOPICS,
  caseTypeOf,
  helpSettingsSchema,
  shownCards,
  topicOfCase,
  topicOfReason,
  usualCard,
} from "#app/domain/help/solution-cards.ts";
import { defaultPolicy } from "#app/domain/policies/default-policy.ts";

const usual: HelpSettings = { order: "frequent", cards: HELP_TOPICS.map(usualCard) };
const shown = (settings: HelpSettings, counts: Partial<Record<HelpTopic, number>> = {}) =>
  shownCards(settings, new Map(HELP_TOPICS.map((topic) => [topic, counts[topic] ?? 0]))).map(({ topic }) => topic);

describe("the answers before a question", () => {
  test("begin with the most frequent problem; equally frequent ones stay as the merchant put them", () => {
    expect(shown(usual, { late: 2, fit: 9 })).toEqual(["fit", "late", "damaged", "money", "change"]);
    expect(shown(usual, { change: 6, money: 6 })).toEqual(["money", "change", "late", "fit", "damaged"]);
  });

  test("are as the merchant put them while few problems are known, or when they want it so", () => {
    expect(shown(usual, { fit: FEWEST_PROBLEMS - 1 })).toEqual([...HELP_TOPICS]);
    expect(shown(usual, { fit: FEWEST_PROBLEMS })[0]).toBe("fit");
    expect(shown({ ...usual, order: "own", cards: [usualCard("money"), usualCard("late")] }, { late: 99 })).toEqual(["money", "late"]);
  });

  test("leave out what is switched off, however frequent it is", () => {
    const cards = usual.cards.map((card) => ({ ...card, isOn: card.topic !== "fit" }));
    expect(shown({ ...usual, cards }, { fit: 50, money: 3 })).toEqual(["money", "late", "damaged", "change"]);
  });

  test("start with all five in English order, and a topic twice is refused", () => {
    expect(helpSettingsSchema.parse({})).toEqual(usual);
    const twice = helpSettingsSchema.safeParse({ cards: [usualCard("late"), usualCard("fit"), usualCard("late")] });
    expect(twice.error?.issues).toMatchObject([{ path: ["cards", 2, "topic"], message: "duplicate_row" }]);
    const unknown = { ...usualCard("late"), title: { nl: "Waar is mijn pakket?" } };
    expect(helpSettingsSchema.safeParse({ cards: [unknown] }).success).toBe(false);
  });
});

describe("a topic", () => {
  test("is known from the reason of a return", () => {
    const reasons = defaultPolicy("USD").reasons.flatMap(({ code }) => topicOfReason(code) ?? []);
    expect(reasons).toEqual(["fit", "fit", "damaged", "late"]);
    expect(topicOfReason("style")).toBeUndefined();
  });

  test("leads to the right kind of case, and a case without one may say it", () => {
    expect(HELP_TOPICS.map(caseTypeOf)).toEqual(["delivery", "return", "return", "refund", "question"]);
    expect([topicOfCase("delivery"), topicOfCase("refund"), topicOfCase("low_score")]).toEqual(["late", "money", undefined]);
  });
});
