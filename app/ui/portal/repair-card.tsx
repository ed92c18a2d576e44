import { RESOLUTION_ICONS } from "./amounts.tsx";
import { FieldErrors, StepForm, SubmitButton, errorsOf, fieldId } from "./controls.tsx";
import { Icon } from "./icons.tsx";
import type { Portal } from "./portal.ts";
import type { RepairView, StatusPage } from "./status-views.ts";
import { Steps } from "./timeline.tsx";

interface RepairCardProps {
  readonly portal: Portal;
  readonly page: StatusPage;
  readonly repair: RepairView;
}

/** How the repair stands: its steps where it is a part of a request, how it went back, and the choice once it failed. */
export function RepairCard({ portal, page, repair }: RepairCardProps) {
  const { t } = portal;
  const isSaid = repair.steps.length > 0 || repair.note || repair.trackingNumber || repair.carrier || repair.options.length > 0;
  if (!isSaid) return null;
  return (
    <section aria-labelledby="amends-repair" className="amends-card amends-card--stack">
      <h2 id="amends-repair" className="amends-subheading">
        {t("status.repair.heading")}
      </h2>
      {repair.steps.length > 0 ? <Steps portal={portal} steps={repair.steps} /> : null}
      {repair.note ? (
        <figure className="amends-plain">
          <figcaption className="amends-label">{t("status.declineNote")}</figcaption>
          <blockquote className="amends-quote">{repair.note}</blockquote>
        </figure>
      ) : null}
      {repair.carrier || repair.trackingNumber ? (
        <dl className="amends-columns">
          <Fact name={t("status.repair.carrier")} value={repair.carrier} />
          <Fact name={t("status.repair.tracking")} value={repair.trackingNumber} />
        </dl>
      ) : null}
      {repair.options.length > 0 ? <InsteadForm portal={portal} page={page} repair={repair} /> : null}
    </section>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string | undefined }) {
  if (!value) return null;
  return (
    <div>
      <dt className="amends-label">{name}</dt>
      <dd>
        <code className="amends-code">{value}</code>
      </dd>
    </div>
  );
}

/** What is offered instead, each with its exact amount; nothing is chosen for the shopper. */
function InsteadForm({ portal, page, repair }: RepairCardProps) {
  const { t } = portal;
  const hasError = errorsOf(page.errors, "resolution").length > 0;
  return (
    <StepForm portal={portal} step="instead">
      <fieldset
        id={fieldId("resolution")}
        tabIndex={-1}
        className="amends-fieldset"
        aria-describedby={hasError ? `${fieldId("resolution")}-error` : undefined}
      >
        <legend className="amends-label">{t("status.repair.instead")}</legend>
        <FieldErrors portal={portal} name="resolution" errors={page.errors} />
        {repair.options.map(({ kind, amount }) => (
          <div key={kind} className="amends-option__head">
            <input id={fieldId(`instead-${kind}`)} type="radio" name="resolution" value={kind} required className="amends-check" />
            <label htmlFor={fieldId(`instead-${kind}`)} className="amends-option__label">
              <Icon name={RESOLUTION_ICONS[kind]} />
              <span className="amends-option__name">
                <strong>{t(`resolution.${kind}`)}</strong>
                <span className="amends-muted">{t(`resolutionHint.${kind}`)}</span>
              </span>
              <span className="amends-total">
                <span className="amends-total__amount">{portal.money(amount)}</span>
              </span>
            </label>
          </div>
        ))}
      </fieldset>
      <div className="amends-actions">
        <SubmitButton>{t("status.repair.choose")}</SubmitButton>
      </div>
    </StepForm>
  );
}
