import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DAY } from "#app/domain/shared/time.ts";
import { mayAsk, surveySettingsSchema } from "#app/domain/surveys/may-ask.ts";
import type { Survey } from "#app/domain/surveys/survey.ts";
import { closesAt, lowScoreCaseKey, takeAnswer } from "#app/domain/surveys/survey.ts";
import { aSurvey } from "#test/builders/a-survey.ts";

const ASKED = aSurvey().askedAt;
const day = (days: number) => new Date(ASKED.getTime() + days * DAY);
const answer = (survey: Survey, score: number, days: number) => takeAnswer(survey, { score, comment: null }, day(days));

/** A survey that was answered after so many days. */
function answered(score: number, days: number): Survey {
  const taken = answer(aSurvey(), score, days);
  if (!taken.ok) throw new Error(taken.error.code);
  return taken.value.survey;
}

describe("an answer", () => {
  test("is taken within thirty days of the question", () => {
    expect(answer(aSurvey(), 4, 29.9)).toMatchObject({
      ok: true,
      value: {
        survey: { response: { score: 4, comment: null, answeredAt: day(29.9), changedAt: null } },
        previousScore: null,
        hasChanged: true,
        opensCase: false,
      },
    });
    expect(answer(aSurvey(), 4, 30)).toEqual({ ok: false, error: { code: "survey_expired", expiredAt: day(30) } });
  });

  test("can be changed for seven days, but not after the link expired", () => {
    expect(answer(answered(4, 1), 5, 7.9)).toMatchObject({
      ok: true,
      value: { previousScore: 4, survey: { response: { answeredAt: day(1), changedAt: day(7.9) } } },
    });
    expect(answer(answered(4, 1), 5, 8)).toEqual({ ok: false, error: { code: "answer_is_final", finalAt: day(8) } });
    expect(closesAt(answered(4, 29))).toEqual(day(30));
    expect(answer(answered(4, 29), 5, 30)).toMatchObject({ ok: false });
  });

  test("that is tapped twice changes nothing and is never refused", () => {
    const survey = answered(2, 1);
    expect(answer(survey, 2, 90)).toEqual({ ok: true, value: { survey, previousScore: 2, hasChanged: false, opensCase: false } });
  });

  test("keeps its comment when only the score changes", () => {
    const withComment = takeAnswer(answered(2, 1), { score: 2, comment: "Late" }, day(2));
    expect(withComment).toMatchObject({
      ok: true,
      value: { hasChanged: true, opensCase: false, survey: { response: { comment: "Late" } } },
    });
    if (withComment.ok)
      expect(answer(withComment.value.survey, 3, 3)).toMatchObject({ value: { survey: { response: { score: 3, comment: "Late" } } } });
  });

  test.each([0, 6, 3.5, -1, Number.NaN, Number.POSITIVE_INFINITY])("of %s is no answer", (score) => {
    expect(answer(aSurvey(), score, 1)).toEqual({ ok: false, error: { code: "invalid_score" } });
  });
});

describe("a low score", () => {
  test.each([
    [1, true],
    [2, true],
    [3, false],
    [5, false],
  ])("of %s opens a case: %s", (score, opensCase) => {
    expect(answer(aSurvey(), score, 1)).toMatchObject({ value: { opensCase } });
  });

  test("opens one when a better answer becomes it, and not again when it only gets lower", () => {
    expect(answer(answered(4, 1), 2, 2)).toMatchObject({ value: { opensCase: true } });
    expect(answer(answered(2, 1), 1, 2)).toMatchObject({ value: { opensCase: false } });
    expect(lowScoreCaseKey("s1")).toBe("low-score:s1");
  });

  test("never goes unnoticed, whatever the changes before it", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 10 }), (scores) => {
        let survey = aSurvey();
        let hasOpened = false;
        scores.forEach((score, index) => {
          const taken = answer(survey, score, 1 + index / 10);
          if (!taken.ok) throw new Error(taken.error.code);
          survey = taken.value.survey;
          hasOpened ||= taken.value.opensCase;
          expect(survey.response?.score).toBe(score);
        });
        expect(hasOpened).toBe(scores.some((score) => score <= 2));
      }),
    );
  });
});

describe("a customer is asked", () => {
  const facts = { touchpoint: "refund", lastAskedAt: null, hasUnsubscribed: false } as const;

  test("where the merchant wants it, unless they unsubscribed", () => {
    const settings = surveySettingsSchema.parse({});
    expect(mayAsk(facts, settings, day(0))).toEqual({ kind: "ask" });
    expect(mayAsk({ ...facts, lastAskedAt: day(0) }, settings, day(0))).toEqual({ kind: "ask" });
    expect(mayAsk({ ...facts, hasUnsubscribed: true }, settings, day(0))).toEqual({ kind: "skip", reason: "unsubscribed" });
    expect(mayAsk(facts, surveySettingsSchema.parse({ touchpoints: ["case_closed"] }), day(0))).toEqual({
      kind: "skip",
      reason: "switched_off",
    });
  });

  test("not again until the cool-down is over", () => {
    const settings = surveySettingsSchema.parse({ coolDownDays: 14 });
    expect(mayAsk({ ...facts, lastAskedAt: day(0) }, settings, day(13.9))).toEqual({ kind: "skip", reason: "cooling_down" });
    expect(mayAsk({ ...facts, lastAskedAt: day(0) }, settings, day(14))).toEqual({ kind: "ask" });
  });
});
