import type { LoaderFunctionArgs } from "@remix-run/node";
import { isLow, parseScore } from "#app/domain/surveys/survey.ts";
import { renderSurveyPage, type SurveyFrame, type SurveyView } from "#app/ui/mail-pages/survey-page.tsx";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { readSurvey, type OpenedSurvey } from "#app/use-cases/surveys/read-survey.server.ts";
import { browserLocale, frameOf, pageResponse, shopOfLink } from "./notice.server.ts";
import { speakable } from "#app/use-cases/shops/languages.server.ts";
import { surveyOfToken } from "#app/use-cases/surveys/survey-links.server.ts";

/** A request for a survey's page: whose it is says the signed token, and the score is only what the button showed. */
export interface SurveyRequest {
  readonly ctx?: ShopContext;
  readonly surveyId?: string;
  readonly chosen: number | null;
  readonly isThanks: boolean;
  readonly isMissingScore?: boolean;
  /** For a page that belongs to nobody known. */
  readonly browserLocale: string;
}

export async function surveyRequest({ context, request, params }: LoaderFunctionArgs): Promise<SurveyRequest> {
  const url = new URL(request.url);
  const shared = {
    chosen: parseScore(Number(url.searchParams.get("score") ?? Number.NaN)),
    isThanks: url.searchParams.has("thanks"),
    browserLocale: browserLocale(request),
  };
  const ctx = await shopOfLink({ context, request });
  const surveyId = ctx && (await surveyOfToken(ctx, params["token"] ?? ""));
  return { ...shared, ...(ctx && surveyId !== undefined ? { ctx, surveyId } : {}) };
}

/** The same page, for the redirect after an answer; a reload then sends nothing twice. */
export function surveyLocation(request: Request, { thanks }: { thanks: boolean }): string {
  const url = new URL(request.url);
  url.searchParams.delete("score");
  if (thanks) url.searchParams.set("thanks", "1");
  return `${url.pathname}${url.search}`;
}

const NOBODY: Omit<SurveyFrame, "locale"> = { zone: "UTC", shopName: "", logoUrl: null, accentColor: "#1a1a1a" };

/** The page with its status: 404 for a link that is forged or another shop's, 410 for a question that was closed unanswered, 422 without a score. */
export async function surveyResponse(asked: SurveyRequest): Promise<Response> {
  const facts = asked.ctx && (await readSurvey(asked.ctx, asked.surveyId));
  if (!asked.ctx || !facts?.opened) return html({ kind: "unknown" }, { ...NOBODY, locale: asked.browserLocale });
  const frame = { ...frameOf(facts.brand, await speakable(asked.ctx, facts.opened.survey.locale)), zone: asked.ctx.shop.timezone };
  return html(viewOf(facts.opened, asked), frame);
}

function viewOf({ survey, orderName, closesAt, isClosed }: OpenedSurvey, asked: SurveyRequest): SurveyView {
  const { response } = survey;
  if (isClosed && response) return { kind: "final", score: response.score, answeredAt: response.answeredAt.toISOString() };
  if (isClosed) return { kind: "expired", expiredAt: closesAt.toISOString() };
  const given = response && {
    score: response.score,
    comment: response.comment,
    answeredAt: response.answeredAt.toISOString(),
    changeableUntil: closesAt.toISOString(),
    isLow: isLow(response.score),
  };
  return {
    kind: "ask",
    touchpoint: survey.touchpoint,
    orderName,
    chosen: asked.chosen ?? response?.score ?? null,
    given,
    isThanks: asked.isThanks && given !== null,
    isMissingScore: asked.isMissingScore ?? false,
  };
}

const STATUS: Readonly<Record<SurveyView["kind"], number>> = { ask: 200, final: 200, expired: 410, unknown: 404 };

function html(view: SurveyView, frame: SurveyFrame): Response {
  const status = view.kind === "ask" && view.isMissingScore ? 422 : STATUS[view.kind];
  return pageResponse(renderSurveyPage(view, frame), status);
}
