import { renderToStaticMarkup } from "react-dom/server";
import type { Touchpoint } from "#app/domain/surveys/touchpoint.ts";
import { SCORES } from "#app/domain/surveys/survey.ts";
import { formatDate } from "#app/ui/format.ts";
import { shopperTranslator } from "#app/ui/shopper-texts.ts";
import type { Translate, Translator } from "#app/ui/translator.ts";
import { PageDocument, type PageFrame } from "./page-document.tsx";

/** Who asks. */
export interface SurveyFrame extends PageFrame {
  /** IANA zone in which dates are told. */
  readonly zone: string;
}

/** What was answered so far; instants are ISO 8601. */
export interface GivenAnswer {
  readonly score: number;
  readonly comment: string | null;
  readonly answeredAt: string;
  readonly changeableUntil: string;
  readonly isLow: boolean;
}

export type SurveyView =
  | {
      readonly kind: "ask";
      readonly touchpoint: Touchpoint;
      readonly orderName: string | null;
      /** The score that is chosen when the page opens, by the link or by the answer so far. */
      readonly chosen: number | null;
      readonly given: GivenAnswer | null;
      /** True right after the answer was kept. */
      readonly isThanks: boolean;
      readonly isMissingScore: boolean;
    }
  | { readonly kind: "final"; readonly score: number; readonly answeredAt: string }
  | { readonly kind: "expired"; readonly expiredAt: string }
  | { readonly kind: "unknown" };

interface Part {
  readonly t: Translate;
  readonly frame: SurveyFrame;
  readonly date: (at: string) => string;
}

/** The survey's page as a whole HTML document that needs no script. */
export function renderSurveyPage(view: SurveyView, frame: SurveyFrame): string {
  const translator = shopperTranslator(frame.locale, ["survey"]);
  return `<!doctype html>${renderToStaticMarkup(<SurveyDocument view={view} frame={frame} translator={translator} />)}`;
}

function SurveyDocument({ view, frame, translator }: { view: SurveyView; frame: SurveyFrame; translator: Translator }) {
  const { t, locale } = translator;
  const part: Part = { t, frame, date: (at) => formatDate({ at, zone: frame.zone }, locale) };
  return (
    <PageDocument title={titleOf(view, t)} frame={frame} language={locale}>
      <View view={view} part={part} />
    </PageDocument>
  );
}

function titleOf(view: SurveyView, t: Translate): string {
  if (view.kind === "ask") return view.isThanks ? t("thanks.title") : t("title");
  return t(`${view.kind}.title`);
}

function View({ view, part }: { view: SurveyView; part: Part }) {
  const { t, date } = part;
  switch (view.kind) {
    case "ask":
      return <Ask view={view} part={part} />;
    case "final":
      return (
        <>
          <p>{t("final.body", { date: date(view.answeredAt) })}</p>
          <p className="given">{t("scale", { score: view.score, label: t(`score.${view.score}`) })}</p>
        </>
      );
    case "expired":
      return <p>{t("expired.body", { date: date(view.expiredAt) })}</p>;
    case "unknown":
      return <p>{t("unknown.body")}</p>;
  }
}

function Ask({ view, part }: { view: Extract<SurveyView, { kind: "ask" }>; part: Part }) {
  const { t, frame } = part;
  const about = view.orderName ? t(`about.${view.touchpoint}Of`, { order: view.orderName }) : t(`about.${view.touchpoint}`);
  return (
    <>
      <p className="quiet">{about}</p>
      <Standing view={view} part={part} />
      {view.isMissingScore ? (
        <p className="alert" role="alert">
          {t("chooseFirst")}
        </p>
      ) : null}
      <form method="post">
        <fieldset>
          <legend>{t("scores")}</legend>
          <div className="scores">
            {SCORES.map((score) => (
              <label key={score} className="score">
                <input type="radio" name="score" value={score} required defaultChecked={view.chosen === score} />
                <span>
                  <b>{score}</b>
                  {t(`score.${score}`)}
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        <label className="field" htmlFor="comment">
          {t("comment")}
        </label>
        <textarea id="comment" name="comment" maxLength={2000} defaultValue={view.given?.comment ?? ""} aria-describedby="comment-hint" />
        <p id="comment-hint" className="quiet">
          {t("commentHint", { shop: frame.shopName })}
        </p>
        <button type="submit">{t(view.given ? "change" : "send")}</button>
      </form>
    </>
  );
}

/** What the customer is told before the form: that it is one press, or what their answer is so far. */
function Standing({ view, part }: { view: Extract<SurveyView, { kind: "ask" }>; part: Part }) {
  const { t, frame, date } = part;
  const { given } = view;
  if (!given) return <p>{t(view.chosen === null ? "lead" : "leadChosen")}</p>;
  if (!view.isThanks) return <p>{t("answered", { date: date(given.answeredAt) })}</p>;
  return (
    <div className="alert good" role="status">
      <p>{t(given.isLow ? "thanks.low" : "thanks.saved", { shop: frame.shopName })}</p>
      <p className="given">{t("scale", { score: given.score, label: t(`score.${given.score}`) })}</p>
      <p className="quiet">{t("thanks.until", { date: date(given.changeableUntil) })}</p>
    </div>
  );
}
