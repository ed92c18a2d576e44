import type { ReactNode } from "react";
import { errorsOf, StepForm, SubmitButton, TextArea } from "./controls.tsx";
import { PhotoField } from "./photo-field.tsx";
import type { Portal } from "./portal.ts";
import type { StatusPage } from "./status-views.ts";

export function AskForm({ portal, page }: { readonly portal: Portal; readonly page: StatusPage }) {
  const { t } = portal;
  return (
    <Fold title={t("status.ask")} isOpen={errorsOf(page.errors, "question").length > 0}>
      <WordsForm
        portal={portal}
        page={page}
        step="ask"
        name="question"
        words={page.question}
        hint={t("status.askHint", { max: page.questionMax })}
      />
    </Fold>
  );
}

/** The shopper sees the shop's findings differently. */
export function AppealForm({ portal, page }: { readonly portal: Portal; readonly page: StatusPage }) {
  const { t } = portal;
  return (
    <Fold title={t("status.appeal")} isOpen={errorsOf(page.errors, "appeal").length > 0}>
      <WordsForm portal={portal} page={page} step="appeal" name="appeal" words={page.appeal} hint={t("status.appealHint")} />
    </Fold>
  );
}

interface WordsFormProps {
  readonly portal: Portal;
  readonly page: StatusPage;
  readonly step: "ask" | "appeal";
  readonly name: "question" | "appeal";
  /** What was typed before. */
  readonly words: string | undefined;
  readonly hint: string;
}

function WordsForm({ portal, page, step, name, words, hint }: WordsFormProps) {
  const { t } = portal;
  return (
    <StepForm portal={portal} step={step}>
      <TextArea
        portal={portal}
        name={name}
        label={t(`status.${step}Label`)}
        hint={hint}
        value={words}
        required
        maxLength={page.questionMax}
        errors={page.errors}
      />
      <SubmitButton look="secondary">{t(`status.${step}Submit`)}</SubmitButton>
    </StepForm>
  );
}

export function PhotoForm({ portal, page }: { readonly portal: Portal; readonly page: StatusPage }) {
  const { t } = portal;
  return (
    <Fold title={t("status.photo")} isOpen={errorsOf(page.errors, "photo").length > 0}>
      <StepForm portal={portal} step="photo" upload>
        <PhotoField portal={portal} name="photo" label={t("status.photoLabel")} rules={page.photos} isRequired errors={page.errors} />
        <SubmitButton look="secondary">{t("status.photoSubmit")}</SubmitButton>
      </StepForm>
    </Fold>
  );
}

/** Opening the fold and pressing the button are the two deliberate steps a cancellation takes, with or without scripts. */
export function CancelForm({ portal, page }: { readonly portal: Portal; readonly page: StatusPage }) {
  const { t } = portal;
  return (
    <Fold title={t("status.cancel")} isOpen={false}>
      <StepForm portal={portal} step="cancel">
        <p className="amends-hint">{t("status.cancelHint")}</p>
        {page.canCancelAll ? (
          <fieldset className="amends-fieldset">
            <legend className="amends-label">{t("together.cancelWhat")}</legend>
            <div className="amends-choices">
              {(["all", "one"] as const).map((scope) => (
                <label key={scope} className="amends-choice">
                  <input type="radio" name="scope" value={scope} defaultChecked={scope === "all"} />
                  <span>{t(`together.cancel.${scope}`, { name: page.order?.name ?? "" })}</span>
                </label>
              ))}
            </div>
          </fieldset>
        ) : null}
        <SubmitButton look="danger">{t("status.cancelSubmit")}</SubmitButton>
      </StepForm>
    </Fold>
  );
}

function Fold({ title, isOpen, children }: { readonly title: string; readonly isOpen: boolean; readonly children: ReactNode }) {
  return (
    <details open={isOpen} className="amends-details">
      <summary className="amends-details__summary">{title}</summary>
      {children}
    </details>
  );
}
