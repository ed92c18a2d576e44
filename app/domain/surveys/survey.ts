import type { OrderGid } from "#app/domain/shared/gid.ts";
import type { Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import { after, DAY } from "#app/domain/shared/time.ts";
import type { Touchpoint } from "./touchpoint.ts";

/** A score of satisfaction, 1 (very bad) to 5 (very good). */
export const SCORES = [1, 2, 3, 4, 5] as const;
export type Score = (typeof SCORES)[number];

/** Days after which a link answers nothing any more, and days in which an answer can be changed. */
export const EXPIRES_AFTER_DAYS = 30;
const CHANGEABLE_FOR_DAYS = 7;

/** One CSAT question put to one customer. One per touchpoint and subject (a refund gid, a case id). */
export interface Survey {
  /** UUIDv7. */
  readonly id: string;
  readonly touchpoint: Touchpoint;
  readonly subject: string;
  readonly orderGid: OrderGid | null;
  readonly askedAt: Date;
  readonly response: Response | null;
}

/** The one answer to a survey. */
export interface Response {
  readonly score: Score;
  readonly comment: string | null;
  readonly answeredAt: Date;
  readonly changedAt: Date | null;
}

/** What a customer answers. A null comment leaves the earlier one. */
export interface Answer {
  readonly score: number;
  readonly comment: string | null;
}

export type AnswerRefusal =
  | { readonly code: "invalid_score" }
  | { readonly code: "survey_expired"; readonly expiredAt: Date }
  | { readonly code: "answer_is_final"; readonly finalAt: Date };

/** An answer taken: the survey with it, the score before, and whether it calls for a case. */
export interface AnswerTaken {
  readonly survey: Survey;
  readonly previousScore: Score | null;
  readonly hasChanged: boolean;
  /** True once per survey at most as long as the score stays low: a score of 1 or 2 that follows none or a better one. */
  readonly opensCase: boolean;
}

/** How long a survey can be answered or changed. */
export function closesAt(survey: Survey): Date {
  const expires = after(survey.askedAt, EXPIRES_AFTER_DAYS * DAY);
  const final = survey.response === null ? expires : after(survey.response.answeredAt, CHANGEABLE_FOR_DAYS * DAY);
  return final < expires ? final : expires;
}

/**
 * Takes a customer's answer: one per survey, within 30 days of the question, changeable for 7 days after the first answer but not after
 * the link expired. The same answer again changes nothing and is never refused, so a double tap is harmless. Refuses `invalid_score`,
 * `survey_expired` and `answer_is_final`.
 */
export function takeAnswer(survey: Survey, answer: Answer, now: Date): Result<AnswerTaken, AnswerRefusal> {
  const score = parseScore(answer.score);
  if (score === null) return refuse({ code: "invalid_score" });
  const before = survey.response;
  const comment = answer.comment ?? before?.comment ?? null;
  if (before?.score === score && before.comment === comment) {
    return ok({ survey, previousScore: before.score, hasChanged: false, opensCase: false });
  }
  const closed = closesAt(survey);
  if (now >= closed) {
    return before === null ? refuse({ code: "survey_expired", expiredAt: closed }) : refuse({ code: "answer_is_final", finalAt: closed });
  }
  const response: Response = {
    score,
    comment,
    answeredAt: before?.answeredAt ?? now,
    changedAt: before === null ? null : now,
  };
  const opensCase = isLow(score) && (before === null || !isLow(before.score));
  return ok({ survey: { ...survey, response }, previousScore: before?.score ?? null, hasChanged: true, opensCase });
}

/** A whole number from 1 to 5, or null. */
export function parseScore(value: number): Score | null {
  return SCORES.find((score) => score === value) ?? null;
}

/** Whether a score asks for a person: 1 or 2. */
export function isLow(score: Score): boolean {
  return score <= 2;
}

/** The key under which a survey's low score opens its case: one case per survey, however often the answer changes. */
export function lowScoreCaseKey(surveyId: string): string {
  return `low-score:${surveyId}`;
}
