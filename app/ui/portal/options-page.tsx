import { Parts, RESOLUTION_ICONS, Terms, TotalLine } from "./amounts.tsx";
import { describedBy, errorsOf, ErrorSummary, FieldErrors, fieldId, StepForm, StepLink, SubmitButton } from "./controls.tsx";
import { ProductSearch, SEARCH_FORM, VariantField } from "./exchange-fields.tsx";
import { JointBar } from "./joint-parts.tsx";
import { ItemByItem } from "./item-by-item.tsx";
import { Icon } from "./icons.tsx";
import { Heading, ItemsList, OrderLine, Progress } from "./layout.tsx";
import type { Portal } from "./portal.ts";
import type { FieldError } from "./page-parts.ts";
import type { OptionsPage, ResolutionOption } from "./solution-views.ts";

export function OptionsView({ portal, page }: { readonly portal: Portal; readonly page: OptionsPage }) {
  const { t } = portal;
  const hasError = errorsOf(page.errors, "resolution").length > 0;
  return (
    <div>
      <Progress portal={portal} current="options" />
      <ErrorSummary portal={portal} errors={page.errors} />
      <Heading lead={t(page.order ? "options.intro" : "gift.options")}>{t("options.heading")}</Heading>
      <OrderLine portal={portal} order={page.order} />
      <JointBar portal={portal} joint={page.joint} />
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
                <OptionCard
                  key={option.kind}
                  portal={portal}
                  option={option}
                  isChosen={page.chosen === option.kind}
                  search={page.search}
                  isAmountTold={page.order !== undefined}
                  errors={page.errors}
                />
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
      {page.search ? <StepForm portal={portal} step="options" id={SEARCH_FORM} /> : null}
    </div>
  );
}

interface OptionCardProps {
  readonly portal: Portal;
  readonly option: ResolutionOption;
  readonly isChosen: boolean;
  readonly search: OptionsPage["search"];
  readonly isAmountTold: boolean;
  readonly errors: readonly FieldError[];
}

function OptionCard({ portal, option, isChosen, search, isAmountTold, errors }: OptionCardProps) {
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
          {isAmountTold ? <TotalLine portal={portal} option={option} /> : null}
        </label>
      </div>
      <div id={`${id}-more`} className="amends-option__more">
        <Parts portal={portal} option={option} />
        <Terms portal={portal} option={option} />
      </div>
      {option.exchange?.map((line) => (
        <VariantField key={line.key} portal={portal} line={line} errors={errors} />
      ))}
      {option.kind === "exchange" && search ? <ProductSearch portal={portal} search={search} /> : null}
    </div>
  );
}
