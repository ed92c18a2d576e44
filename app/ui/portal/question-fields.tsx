import { POLICY_LIMITS } from "#app/domain/policies/policy-problems.ts";
import { describedBy, errorsOf, FieldErrors, fieldId } from "./controls.tsx";
import { Optional } from "./optional.tsx";
import { answerField, lineField } from "./fields.ts";
import type { Portal } from "./portal.ts";
import type { ItemLine, ItemsPage, QuestionView } from "./view-models.ts";

interface QuestionFieldsProps {
  readonly portal: Portal;
  readonly page: ItemsPage;
  readonly line: ItemLine;
}

/** Longest typed answer. */
const ANSWER_MAX = POLICY_LIMITS.questionLength;

/**
 * The shop's questions about one item. Those that are not asked (yet) are hidden and disabled, so that nothing of them is sent: the
 * custom element opens them with the answers, and without it the server does when the form comes in.
 */
export function QuestionFields({ portal, page, line }: QuestionFieldsProps) {
  return (line.questions ?? []).map((question) => (
    <QuestionField key={question.key} portal={portal} page={page} lineKey={line.key} question={question} />
  ));
}

interface QuestionFieldProps extends Omit<QuestionFieldsProps, "line"> {
  readonly lineKey: string;
  readonly question: QuestionView;
}

function QuestionField({ portal, page, lineKey, question }: QuestionFieldProps) {
  const { when, isAsked, label, isRequired, kind } = question;
  const name = answerField(question.key, lineKey);
  const errors = page.errors.filter(({ code }) => code !== "question-asked");
  const hasError = errorsOf(errors, name).length > 0;
  return (
    <fieldset
      id={kind === "choice" ? fieldId(name) : undefined}
      tabIndex={kind === "choice" ? -1 : undefined}
      className="amends-fieldset amends-question"
      data-amends-when={[when.field, ...when.values].join(" ")}
      hidden={!isAsked}
      disabled={!isAsked}
      aria-describedby={kind === "choice" ? describedBy(name, { hasHint: false, hasError }) : undefined}
    >
      <input type="hidden" name={lineField("asked", lineKey)} value={question.key} />
      {kind === "choice" ? (
        <legend className="amends-label">
          {label} {isRequired ? null : <Optional portal={portal} />}
        </legend>
      ) : (
        <label htmlFor={fieldId(name)} className="amends-label">
          {label} {isRequired ? null : <Optional portal={portal} />}
        </label>
      )}
      {kind === "choice" ? <Choices name={name} question={question} /> : null}
      {kind === "text" ? (
        <input
          id={fieldId(name)}
          name={name}
          type="text"
          defaultValue={question.answer}
          maxLength={ANSWER_MAX}
          autoComplete="off"
          aria-invalid={hasError || undefined}
          aria-describedby={describedBy(name, { hasHint: false, hasError })}
          className="amends-input"
        />
      ) : null}
      <FieldErrors portal={portal} name={name} errors={errors} />
    </fieldset>
  );
}

function Choices({ name, question }: { readonly name: string; readonly question: QuestionView }) {
  return (
    <div className="amends-choices">
      {question.choices.map(({ value, label }) => (
        <label key={value} className="amends-choice">
          <input type="radio" name={name} value={value} defaultChecked={question.answer === value} className="amends-check" />
          <span>{label}</span>
        </label>
      ))}
    </div>
  );
}
