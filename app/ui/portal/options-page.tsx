import { Parts, RESOLUTION_ICONS, Terms, TotalLine } from "./amounts.tsx";
import { describedBy, errorsOf, ErrorSummary, FieldErrors, fieldId, StepForm, StepLink, SubmitButton } from "./controls.tsx";
import { lineField } from "./fields.ts";
import { ItemByItem } from "./item-by-item.tsx";
import { Icon } from "./icons.tsx";
import { Heading, ItemsList, OrderLine, Progress } from "./layout.tsx";
import type { Portal } from "./portal.ts";
import type { FieldError } from "./page-parts.ts";
import type { ExchangeLine, OptionsPage, ResolutionOption, VariantChoice } from "./solution-views.ts";

export function OptionsView({ portal, page }: { readonly portal: Portal; readonly page: OptionsPage }) {
  const { t } = portal;
  const hasError = errorsOf(page.errors, "resolution").length > 0;
  return (
    <div>
      <Progress portal={portal} current="options" />
      <ErrorSummary portal={portal} errors={page.errors} />
      <Heading lead={t("options.intro")}>{t("options.heading")}</Heading>
      <OrderLine portal={portal} order={page.order} />
      <section aria-label={t("options.yourItems")} className="amends-card amends-card--quiet">
        <ItemsList portal={portal} items={page.items} />
      </section>
      {page.options.length === 0 && !page.perItem ? (
        <p className="amends-card">{t("options.none")}</p>
      ) : (
        <StepForm portal={portal} step="options">
          <fieldset
            id={fieldId("resolution")}
            tabIndex={-1}
            className="amends-fieldset"
            aria-describedby={describedBy("resolution", { hasHint: false, hasError })}
          >
            <legend className="amends-subheading">{t("options.legend")}</legend>
            <FieldErrors portal={portal} name="resolution" errors={page.errors} />
            <div className="amends-options">
              {page.options.map((option) => (
                <OptionCard key={option.kind} portal={portal} option={option} isChosen={page.chosen === option.kind} errors={page.errors} />
              ))}
              <ItemByItem portal={portal} page={page} />
            </div>
          </fieldset>
          <div className="amends-actions">
            <SubmitButton>{t("options.submit")}</SubmitButton>
            <StepLink portal={portal} step="items" token={portal.frame.token}>
              {t("options.change")}
            </StepLink>
          </div>
        </StepForm>
      )}
    </div>
  );
}

interface OptionCardProps {
  readonly portal: Portal;
  readonly option: ResolutionOption;
  readonly isChosen: boolean;
  readonly errors: readonly FieldError[];
}

function OptionCard({ portal, option, isChosen, errors }: OptionCardProps) {
  const { t } = portal;
  const id = fieldId(`resolution-${option.kind}`);
  return (
    <div className="amends-card amends-option">
      <div className="amends-option__head">
        <input
          id={id}
          type="radio"
          name="resolution"
          value={option.kind}
          defaultChecked={isChosen}
          aria-describedby={`${id}-more`}
          className="amends-check"
        />
        <label htmlFor={id} className="amends-option__label">
          <Icon name={RESOLUTION_ICONS[option.kind]} />
          <span className="amends-option__name">
            <strong>{t(`resolution.${option.kind}`)}</strong>
            <span className="amends-muted">{t(`resolutionHint.${option.kind}`)}</span>
          </span>
          <TotalLine portal={portal} option={option} />
        </label>
      </div>
      <div id={`${id}-more`} className="amends-option__more">
        <Parts portal={portal} option={option} />
        <Terms portal={portal} option={option} />
      </div>
      {option.exchange?.map((line) => (
        <VariantField key={line.key} portal={portal} line={line} errors={errors} />
      ))}
    </div>
  );
}

function VariantField({
  portal,
  line,
  errors,
}: {
  readonly portal: Portal;
  readonly line: ExchangeLine;
  readonly errors: readonly FieldError[];
}) {
  const { t } = portal;
  const name = lineField("variant", line.key);
  const hasError = errorsOf(errors, name).length > 0;
  const title = line.variantTitle ? `${line.title} (${line.variantTitle})` : line.title;
  return (
    <div className="amends-field amends-option__choice">
      <label htmlFor={fieldId(name)} className="amends-label">
        {t("options.exchangeFor", { title })}
      </label>
      <select
        id={fieldId(name)}
        name={name}
        defaultValue={line.chosen ?? ""}
        aria-invalid={hasError || undefined}
        aria-describedby={describedBy(name, { hasHint: false, hasError })}
        className="amends-input"
      >
        <option value="">{t("options.exchangeChoose")}</option>
        {line.variants.map((variant) => (
          <option key={variant.id} value={variant.id} disabled={variant.stock === "sold-out"}>
            {variantText(portal, variant)}
          </option>
        ))}
      </select>
      <FieldErrors portal={portal} name={name} errors={errors} />
    </div>
  );
}

function variantText({ t, money }: Portal, variant: VariantChoice): string {
  const stock = t(`options.stock.${variant.stock}`, { count: variant.available ?? 1 });
  if (variant.stock === "sold-out") return t("options.variantSoldOut", { title: variant.title, stock });
  const { minor, currency } = variant.difference;
  const amount = money({ minor: Math.abs(minor), currency });
  const difference = minor === 0 ? t("options.same") : t(minor > 0 ? "options.more" : "options.less", { amount });
  return t("options.variantOption", { title: variant.title, stock, difference });
}
