import { ErrorSummary, fieldId, StepForm, SubmitButton, TextArea } from "./controls.tsx";
import { portalLink } from "./fields.ts";
import type { CardView, HelpPage, QuestionPage } from "./help-views.ts";
import { Icon } from "./icons.tsx";
import { Heading } from "./layout.tsx";
import type { Portal } from "./portal.ts";
import { safeUrl } from "./safe-url.ts";

/** The answers to the most frequent problems, each with what solves it, before anything is written to the shop. */
export function HelpView({ portal, page }: { readonly portal: Portal; readonly page: HelpPage }) {
  const { t, frame } = portal;
  return (
    <div className="amends-narrow">
      {page.notice ? (
        <p role="status" className="amends-notice">
          <Icon name="check" />
          <span>{t(page.notice === "solved" ? "help.solvedNotice" : "status.notice.question-sent")}</span>
        </p>
      ) : null}
      <Heading lead={t("help.intro")}>{t("help.heading")}</Heading>
      <div className="amends-cards amends-help">
        {page.cards.map((card) => (
          <SolutionCard key={card.topic} portal={portal} page={page} card={card} />
        ))}
      </div>
      <p className="amends-aside">
        {page.canAsk ? (
          <a href={questionLink(portal, "other")} className="amends-link" data-amends-go="">
            {t("help.other")}
          </a>
        ) : (
          <>
            <span className="amends-muted">{t("help.findFirst")}</span>
            <a href={frame.base} className="amends-link" data-amends-go="">
              {t("help.action.find")}
            </a>
          </>
        )}
      </p>
    </div>
  );
}

interface CardProps {
  readonly portal: Portal;
  readonly page: HelpPage;
  readonly card: CardView;
}

function SolutionCard({ portal, page, card }: CardProps) {
  const { t } = portal;
  const url = safeUrl(card.action?.url);
  return (
    <details className="amends-card amends-details" name="solution">
      <summary className="amends-details__summary">{cardTitle(portal, card)}</summary>
      <p className="amends-help__answer">{card.answer ?? t(`help.card.${card.topic}.answer`)}</p>
      {url && card.action ? (
        <p>
          <a
            href={url}
            className="amends-button amends-button--primary"
            {...(card.action.kind === "track" ? { target: "_blank", rel: "noopener noreferrer" } : { "data-amends-go": "" })}
          >
            {t(`help.action.${card.action.kind}`)}
          </a>
        </p>
      ) : null}
      {page.canAsk ? (
        <div className="amends-row amends-help__end">
          <StepForm portal={portal} step="solved">
            <input type="hidden" name="topic" value={card.topic} />
            <button type="submit" className="amends-link amends-link--button">
              {t("help.solved")}
              <span className="amends-hidden">: {cardTitle(portal, card)}</span>
            </button>
          </StepForm>
          <a href={questionLink(portal, card.topic)} className="amends-link" data-amends-go="">
            {t("help.askAnyway")}
            <span className="amends-hidden">: {cardTitle(portal, card)}</span>
          </a>
        </div>
      ) : null}
    </details>
  );
}

function cardTitle({ t }: Portal, { topic, title }: Pick<CardView, "topic" | "title">): string {
  return title ?? t(`help.card.${topic}.title`);
}

function questionLink({ frame }: Portal, topic: QuestionPage["topic"]): string {
  return `${portalLink(frame.base, "question", frame.token)}&topic=${topic}`;
}

/** A question to the shop, with what it is about. */
export function QuestionView({ portal, page }: { readonly portal: Portal; readonly page: QuestionPage }) {
  const { t, frame } = portal;
  const helpUrl = safeUrl(frame.helpUrl);
  return (
    <div className="amends-narrow">
      <ErrorSummary portal={portal} errors={page.errors} />
      <Heading lead={t("help.questionIntro")}>{t("status.ask")}</Heading>
      <div className="amends-card">
        <StepForm portal={portal} step="ask">
          <div className="amends-field">
            <label htmlFor={fieldId("topic")} className="amends-label">
              {t("help.about")}
            </label>
            <select id={fieldId("topic")} name="topic" defaultValue={page.topic} className="amends-input">
              {page.topics.map((each) => (
                <option key={each.topic} value={each.topic}>
                  {cardTitle(portal, each)}
                </option>
              ))}
              <option value="other">{t("help.something")}</option>
            </select>
          </div>
          <TextArea
            portal={portal}
            name="question"
            label={t("status.askLabel")}
            hint={t("status.askHint", { max: page.questionMax })}
            value={page.question}
            required
            maxLength={page.questionMax}
            errors={page.errors}
          />
          <div className="amends-actions">
            <SubmitButton>{t("status.askSubmit")}</SubmitButton>
          </div>
        </StepForm>
      </div>
      {helpUrl ? (
        <p className="amends-aside">
          <a href={helpUrl} className="amends-link" data-amends-go="">
            {t("help.back")}
          </a>
        </p>
      ) : null}
    </div>
  );
}
