import type { HTMLInputAutoCompleteAttribute, ReactNode } from "react";
import { LOCALE_FIELD, portalLink, REOPENED, TOKEN_FIELD } from "./fields.ts";
import type { FormField, PortalStep } from "./fields.ts";
import { Icon } from "./icons.tsx";
import type { OptionalWhile } from "./optional.tsx";
import { Optional } from "./optional.tsx";
import type { Portal } from "./portal.ts";
import type { FieldError } from "./page-parts.ts";

/** The id of a field's control; error summaries link to it. */
export function fieldId(name: string): string {
  return `amends-${name}`;
}

/** The ids that describe a control, for `aria-describedby`; undefined when there is nothing to describe. */
export function describedBy(name: string, parts: { readonly hasHint: boolean; readonly hasError: boolean }): string | undefined {
  const ids = [parts.hasHint && `${fieldId(name)}-hint`, parts.hasError && `${fieldId(name)}-error`].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}

/** The errors of one field. */
export function errorsOf(errors: readonly FieldError[], name: string): readonly FieldError[] {
  return errors.filter((error) => error.field === name);
}

function errorText({ t }: Portal, error: FieldError): string {
  return t(`errors.${error.code}`, { ...error.values, count: error.values?.["left"] });
}

interface StepFormProps {
  readonly portal: Portal;
  readonly step: PortalStep;
  readonly upload?: boolean;
  /** Names the form for fields that stand inside another one. */
  readonly id?: string;
  readonly children?: ReactNode;
}

/** A form that works by itself and that the custom element sends in the background where it can. */
export function StepForm({ portal, step, upload, id, children }: StepFormProps) {
  const { base, token } = portal.frame;
  return (
    <form
      id={id}
      action={portalLink(base, step, REOPENED.includes(step) ? token : undefined)}
      method="post"
      encType={upload ? "multipart/form-data" : undefined}
      className="amends-form"
    >
      {/* The token keeps the language; before there is one, the form does. */}
      <input type="hidden" name={token ? TOKEN_FIELD : LOCALE_FIELD} value={token ?? portal.locale} />
      {children}
    </form>
  );
}

interface StepLinkProps {
  readonly portal: Portal;
  readonly step: PortalStep;
  readonly token?: string;
  readonly look?: "link" | "primary" | "secondary";
  readonly children: ReactNode;
}

/** A link to another step; looks like a button when it is the main thing to do. */
export function StepLink({ portal, step, token, look = "link", children }: StepLinkProps) {
  const className = look === "link" ? "amends-link" : `amends-button amends-button--${look}`;
  return (
    <a href={portalLink(portal.frame.base, step, token)} className={className} data-amends-go="">
      {children}
    </a>
  );
}

export function SubmitButton({
  look = "primary",
  children,
}: {
  readonly look?: "primary" | "secondary" | "danger";
  readonly children: ReactNode;
}) {
  return (
    <button type="submit" className={`amends-button amends-button--${look}`}>
      {children}
    </button>
  );
}

/** What is wrong with one field, right under it. */
export function FieldErrors({
  portal,
  name,
  errors,
}: {
  readonly portal: Portal;
  readonly name: string;
  readonly errors: readonly FieldError[];
}) {
  const own = errorsOf(errors, name);
  if (own.length === 0) return null;
  return (
    <p id={`${fieldId(name)}-error`} className="amends-error">
      <Icon name="alert" />
      <span>{own.map((error) => errorText(portal, error)).join(" ")}</span>
    </p>
  );
}

/** Everything that is to be put right, first on the page and focused, each line leading to its field. */
export function ErrorSummary({ portal, errors }: { readonly portal: Portal; readonly errors: readonly FieldError[] }) {
  if (errors.length === 0) return null;
  return (
    <div
      role="alert"
      tabIndex={-1}
      autoFocus
      className={`amends-alert${areNewQuestions(errors) ? " amends-asks" : ""}`}
      data-amends-focus=""
    >
      <p className="amends-alert__title">{summaryTitle(portal, errors)}</p>
      <ul className="amends-alert__list">
        {errors.map((error, index) => (
          <li key={index}>
            {error.field ? (
              <a href={`#${fieldId(error.field)}`} className="amends-link">
                {errorText(portal, error)}
              </a>
            ) : (
              errorText(portal, error)
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Questions that only now come up are no mistake of anybody's. */
function areNewQuestions(errors: readonly FieldError[]): boolean {
  return errors.every(({ code }) => code === "question-asked");
}

function summaryTitle({ t }: Portal, errors: readonly FieldError[]): string {
  return t(areNewQuestions(errors) ? "frame.moreQuestions" : "frame.errorSummary", { count: errors.length });
}

interface TextFieldProps {
  readonly portal: Portal;
  readonly name: FormField;
  readonly label: string;
  readonly hint?: string;
  readonly value?: string;
  readonly type?: "text" | "email" | "tel";
  readonly autoComplete: HTMLInputAutoCompleteAttribute;
  readonly numeric?: boolean;
  /** May be left empty. */
  readonly optional?: boolean;
  /** Names and places begin with a capital letter. */
  readonly capitals?: boolean;
  readonly maxLength: number;
  readonly errors: readonly FieldError[];
}

/** A one-line field with its label, hint and errors. */
export function TextField({ portal, name, label, hint, value, type = "text", errors, ...more }: TextFieldProps) {
  const { autoComplete, numeric, optional, capitals, maxLength } = more;
  const hasError = errorsOf(errors, name).length > 0;
  return (
    <div className="amends-field">
      <label htmlFor={fieldId(name)} className="amends-label">
        {label} {optional ? <Optional portal={portal} /> : null}
      </label>
      <input
        id={fieldId(name)}
        name={name}
        type={type}
        defaultValue={value}
        required={!optional}
        maxLength={maxLength}
        autoComplete={autoComplete}
        inputMode={numeric ? "numeric" : undefined}
        autoCapitalize={capitals ? "words" : "none"}
        spellCheck={false}
        aria-invalid={hasError || undefined}
        aria-describedby={describedBy(name, { hasHint: hint !== undefined, hasError })}
        className={numeric ? "amends-input amends-input--code" : "amends-input"}
      />
      {hint ? (
        <p id={`${fieldId(name)}-hint`} className="amends-hint">
          {hint}
        </p>
      ) : null}
      <FieldErrors portal={portal} name={name} errors={errors} />
    </div>
  );
}

interface TextAreaProps {
  readonly portal: Portal;
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly value?: string;
  readonly required?: boolean;
  /** Absent: always, unless it is required. */
  readonly optionalWhile?: OptionalWhile | undefined;
  readonly maxLength: number;
  readonly errors: readonly FieldError[];
}

/** A field for several lines of text. */
export function TextArea({ portal, name, label, hint, value, required, optionalWhile, maxLength, errors }: TextAreaProps) {
  const hasError = errorsOf(errors, name).length > 0;
  return (
    <div className="amends-field">
      <label htmlFor={fieldId(name)} className="amends-label">
        {label} {required ? null : <Optional portal={portal} when={optionalWhile} />}
      </label>
      <textarea
        id={fieldId(name)}
        name={name}
        rows={3}
        maxLength={maxLength}
        required={required}
        defaultValue={value}
        aria-invalid={hasError || undefined}
        aria-describedby={describedBy(name, { hasHint: true, hasError })}
        className="amends-input"
      />
      <p id={`${fieldId(name)}-hint`} className="amends-hint">
        {hint}
      </p>
      <FieldErrors portal={portal} name={name} errors={errors} />
    </div>
  );
}
