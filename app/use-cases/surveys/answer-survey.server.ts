import { plainText } from "#app/domain/shared/plain-text.ts";
import { ok, refuse, type Result } from "#app/domain/shared/result.ts";
import { isLow, lowScoreCaseKey, takeAnswer, type AnswerRefusal, type AnswerTaken } from "#app/domain/surveys/survey.ts";
import { changeCase } from "#app/use-cases/cases/change-case.server.ts";
import { openCase } from "#app/use-cases/cases/open-case.server.ts";
import { recordMetric } from "#app/use-cases/insights/record-metric.server.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import type { SurveyRecord } from "./ports.ts";

export interface SurveyAnswer {
  readonly surveyId: string;
  readonly score: number;
  readonly comment: string | null;
}

export type SurveyRefusal = AnswerRefusal | { readonly code: "not_found" };

/** Comments longer than this are cut. */
const COMMENT_LENGTH = 2_000;

/**
 * Takes a customer's score from 1 to 5: one answer per survey, changeable for 7 days. It counts on the day of the first answer, and a
 * change corrects that day. A score of 1 or 2 opens a case, once per survey; when the score changes later, the case says so.
 * Refuses `not_found`, `invalid_score`, `survey_expired` and `answer_is_final`.
 */
export async function answerSurvey(
  ctx: ShopContext,
  { surveyId, score, comment }: SurveyAnswer,
): Promise<Result<SurveyRecord, SurveyRefusal>> {
  return ctx.transaction(async (tx) => {
    const survey = await tx.surveys.lock(surveyId);
    if (!survey) return refuse({ code: "not_found" });
    const words = (comment && plainText(comment).slice(0, COMMENT_LENGTH)) || null;
    const taken = takeAnswer(survey, { score, comment: words }, ctx.clock.now());
    if (!taken.ok) return taken;
    const answered: SurveyRecord = { ...survey, ...taken.value.survey };
    if (taken.value.hasChanged) await keepAnswer(tx, ctx, { survey: answered, taken: taken.value });
    return ok(answered);
  });
}

interface Kept {
  readonly survey: SurveyRecord;
  readonly taken: AnswerTaken;
}

async function keepAnswer(tx: Repositories, ctx: ShopContext, { survey, taken }: Kept): Promise<void> {
  const { response } = survey;
  if (response === null) return;
  await tx.surveys.saveResponse(survey);
  const dimensions = { touchpoint: survey.touchpoint };
  await recordMetric(tx, { key: `csat:${survey.id}`, metric: "csat", at: response.answeredAt, value: response.score, dimensions });
  const opened = await tx.cases.claim(lowScoreCaseKey(survey.id));
  if (opened) await tellCase(tx, ctx, { caseId: opened.id, survey, taken });
  else if (taken.opensCase) await openLowScoreCase(tx, ctx, survey);
}

async function openLowScoreCase(tx: Repositories, ctx: ShopContext, survey: SurveyRecord): Promise<void> {
  const order = survey.orderGid ? await tx.orders.find(survey.orderGid) : undefined;
  const earlier = survey.caseId ? await tx.cases.find(survey.caseId) : undefined;
  const comment = survey.response?.comment ?? null;
  await openCase(tx, ctx, {
    key: lowScoreCaseKey(survey.id),
    type: "low_score",
    subject: comment?.split("\n")[0] ?? "",
    body: comment,
    orderGid: survey.orderGid ?? undefined,
    orderName: order?.name ?? earlier?.orderName ?? undefined,
    returnId: survey.returnId ?? earlier?.returnId ?? undefined,
    customerGid: survey.customerGid ?? undefined,
    customerName: order?.customerName ?? earlier?.customerName ?? undefined,
    email: survey.email ?? undefined,
    locale: survey.locale,
    score: survey.response?.score,
    ownerId: earlier?.ownerId ?? undefined,
    detail: { surveyId: survey.id, touchpoint: survey.touchpoint, ...(earlier ? { about: earlier.number } : {}) },
  });
}

/** A customer who is unhappy again opens the closed case again; a better score is only noted, for staff to see that it worked. */
async function tellCase(tx: Repositories, ctx: ShopContext, { caseId, survey, taken }: Kept & { caseId: string }): Promise<void> {
  const record = await tx.cases.lock(caseId);
  const { response } = survey;
  if (!record || response === null) return;
  const detail = { from: taken.previousScore, to: response.score };
  const entry = { kind: "score_changed", actor: "customer", body: response.comment, detail } as const;
  if (record.status === "closed" && isLow(response.score)) {
    await changeCase(tx, ctx, { record, step: { event: "customer_wrote", ...entry } });
    return;
  }
  await tx.cases.addEvent({ id: ctx.ids.next(), caseId, at: ctx.clock.now(), ...entry });
}
