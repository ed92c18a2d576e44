import { renderToStaticMarkup } from "react-dom/server";
import { formatDateTime } from "#app/ui/format.ts";
import { shopperTranslator } from "#app/ui/shopper-texts.ts";
import type { Translator } from "#app/ui/translator.ts";
import { PageDocument, type PageFrame } from "./page-document.tsx";

/** A customer's own case: what was written, and room to write more. Instants are ISO 8601. */
export interface AnswerView {
  readonly number: number;
  readonly orderName: string | null;
  readonly isClosed: boolean;
  readonly turns: readonly { readonly isFromShop: boolean; readonly name: string | null; readonly at: string; readonly body: string }[];
  readonly formKey: string;
  readonly text: string;
  readonly isSent: boolean;
  readonly problem: "empty_text" | "text_too_long" | "too_many" | null;
  readonly longest: number;
}

export interface AnswerFrame extends PageFrame {
  readonly zone: string;
}

/** The page as a whole HTML document that needs no script. */
export function renderAnswerPage(view: AnswerView, frame: AnswerFrame): string {
  const translator = shopperTranslator(frame.locale, ["survey"]);
  const title = translator.t("answer.title", { number: view.number });
  const document = (
    <PageDocument title={title} frame={frame} language={translator.locale}>
      <AnswerBody view={view} frame={frame} translator={translator} />
    </PageDocument>
  );
  return `<!doctype html>${renderToStaticMarkup(document)}`;
}

function AnswerBody({ view, frame, translator: { t, locale } }: { view: AnswerView; frame: AnswerFrame; translator: Translator }) {
  return (
    <>
      {view.orderName ? <p className="quiet">{t("answer.order", { order: view.orderName })}</p> : null}
      {view.isSent ? (
        <p className="alert good" role="status">
          {t("answer.sent", { shop: frame.shopName })}
        </p>
      ) : null}
      {view.problem ? (
        <p className="alert" role="alert" id="problem">
          {t(`answer.problem.${view.problem}`, { longest: view.longest })}
        </p>
      ) : null}
      <ol className="turns">
        {view.turns.map((turn) => (
          <li key={turn.at} className={turn.isFromShop ? "turn shop" : "turn"}>
            <p className="quiet">
              <strong>{turn.isFromShop ? (turn.name ?? frame.shopName) : t("answer.you")}</strong>{" "}
              <time dateTime={turn.at}>{formatDateTime({ at: turn.at, zone: frame.zone }, locale)}</time>
            </p>
            <p className="words">{turn.body}</p>
          </li>
        ))}
      </ol>
      <form method="post">
        <input type="hidden" name="formkey" value={view.formKey} />
        <label className="field" htmlFor="text">
          {t(view.isClosed ? "answer.reopen" : "answer.label")}
        </label>
        <textarea
          id="text"
          name="text"
          required
          maxLength={view.longest}
          defaultValue={view.text}
          aria-describedby={view.problem ? "problem" : undefined}
          aria-invalid={view.problem ? true : undefined}
        />
        <button type="submit">{t("answer.send")}</button>
      </form>
    </>
  );
}
