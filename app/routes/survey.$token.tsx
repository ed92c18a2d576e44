import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { postedForm } from "#app/http/notice.server.ts";
import { surveyLocation, surveyRequest, surveyResponse } from "#app/http/survey.server.ts";
import { answerSurvey } from "#app/use-cases/surveys/answer-survey.server.ts";
import { redirect } from "@remix-run/node";

/** Shows the question with the score of the link chosen. Opening it answers nothing, whoever opens it. */
export async function loader(args: LoaderFunctionArgs) {
  const asked = await surveyRequest(args);
  return surveyResponse(asked);
}

/** Takes the answer that the customer confirmed. */
export async function action(args: ActionFunctionArgs) {
  const asked = await surveyRequest(args);
  if (!asked.ctx || asked.surveyId === undefined) return surveyResponse(asked);
  const form = await postedForm(args.request);
  const answer = { surveyId: asked.surveyId, score: Number(form.get("score") ?? Number.NaN), comment: text(form.get("comment")) };
  const taken = await answerSurvey(asked.ctx, answer);
  if (taken.ok) return redirect(surveyLocation(args.request, { thanks: true }), 303);
  return surveyResponse({ ...asked, isMissingScore: taken.error.code === "invalid_score" });
}

function text(value: FormDataEntryValue | null): string | null {
  return typeof value === "string" ? value : null;
}
