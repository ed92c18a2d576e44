import { RESOLUTION_ICONS, solutionText } from "./amounts.tsx";
import { FieldErrors, describedBy, errorsOf, fieldId } from "./controls.tsx";
import { FitHint, ProductSearch } from "./exchange-fields.tsx";
import { lineField } from "./fields.ts";
import { Icon } from "./icons.tsx";
import type { Portal } from "./portal.ts";
import type { FieldError } from "./page-parts.ts";
import type { ItemToSolve, OptionsPage } from "./solution-views.ts";

/** The last of the solutions: one of its own for each item, with its exact amount. */
export function ItemByItem({ portal, page }: { readonly portal: Portal; readonly page: OptionsPage }) {
  const { t } = portal;
  if (!page.perItem) return null;
  const id = fieldId("resolution-mixed");
  return (
    <div className="amends-card amends-option amends-option--each">
      <div className="amends-option__head">
        <input
          id={id}
          type="radio"
          name="resolution"
          value="mixed"
          defaultChecked={page.chosen === "mixed" || page.options.length === 0}
          aria-describedby={page.sharedFee ? `${id}-more` : undefined}
          className="amends-check"
        />
        <label htmlFor={id} className="amends-option__label">
          <Icon name={RESOLUTION_ICONS.mixed} />
          <span className="amends-option__name">
            <strong>{t("resolution.mixed")}</strong>
            <span className="amends-muted">{t("resolutionHint.mixed")}</span>
          </span>
        </label>
      </div>
      {page.perItem.map((item) => (
        <ItemField key={item.key} portal={portal} item={item} errors={page.errors} />
      ))}
      {page.search && page.options.every(({ kind }) => kind !== "exchange") ? <ProductSearch portal={portal} search={page.search} /> : null}
      {page.sharedFee ? (
        <p id={`${id}-more`} className="amends-hint">
          {t("options.sharedFee", { amount: portal.money(page.sharedFee) })}
        </p>
      ) : null}
    </div>
  );
}

interface ItemFieldProps {
  readonly portal: Portal;
  readonly item: ItemToSolve;
  readonly errors: readonly FieldError[];
}

function ItemField({ portal, item, errors }: ItemFieldProps) {
  const { t } = portal;
  const name = lineField("choice", item.key);
  const hasError = errorsOf(errors, name).length > 0;
  return (
    <div className="amends-field amends-option__choice">
      <label htmlFor={fieldId(name)} className="amends-label">
        {[item.title, t("frame.quantity", { count: item.quantity })].join(" · ")}
      </label>
      <select
        id={fieldId(name)}
        name={name}
        defaultValue={item.chosen ?? ""}
        aria-invalid={hasError || undefined}
        aria-describedby={describedBy(name, { hasHint: item.fit !== undefined, hasError })}
        className="amends-input"
      >
        <option value="">{t("options.exchangeChoose")}</option>
        {item.choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.isSuggested ? t("options.nextSize", { variant: solutionText(portal, choice) }) : solutionText(portal, choice)}
          </option>
        ))}
      </select>
      <FitHint portal={portal} name={name} fit={item.fit} />
      <FieldErrors portal={portal} name={name} errors={errors} />
    </div>
  );
}
