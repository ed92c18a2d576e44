import { FieldErrors, describedBy, errorsOf, fieldId } from "./controls.tsx";
import { lineField } from "./fields.ts";
import type { Portal } from "./portal.ts";
import type { FieldError } from "./page-parts.ts";
import type { ExchangeLine, OptionsPage, VariantChoice } from "./solution-views.ts";

interface VariantFieldProps {
  readonly portal: Portal;
  readonly line: ExchangeLine;
  readonly errors: readonly FieldError[];
}

/** What one item is exchanged for: its own product first, then similar ones, then what was searched for. */
export function VariantField({ portal, line, errors }: VariantFieldProps) {
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
        aria-describedby={describedBy(name, { hasHint: line.fit !== undefined, hasError })}
        className="amends-input"
      >
        <option value="">{t("options.exchangeChoose")}</option>
        <Variants portal={portal} variants={line.variants.filter(({ group }) => group === undefined)} />
        {(["similar", "found"] as const).map((group) => (
          <Group key={group} portal={portal} line={line} group={group} />
        ))}
      </select>
      <FitHint portal={portal} name={name} fit={line.fit} />
      <FieldErrors portal={portal} name={name} errors={errors} />
    </div>
  );
}

/** How a product runs, under the field of this name. */
export function FitHint({ portal, name, fit }: { readonly portal: Portal; readonly name: string; readonly fit: ExchangeLine["fit"] }) {
  if (!fit) return null;
  return (
    <p id={`${fieldId(name)}-hint`} className="amends-hint">
      {portal.t(`options.runs.${fit.runs}`, { count: fit.agreeing, of: fit.of })}
    </p>
  );
}

function Group({ portal, line, group }: Omit<VariantFieldProps, "errors"> & { readonly group: "similar" | "found" }) {
  const variants = line.variants.filter((variant) => variant.group === group);
  if (variants.length === 0) return null;
  return (
    <optgroup label={portal.t(`options.group.${group}`)}>
      <Variants portal={portal} variants={variants} />
    </optgroup>
  );
}

function Variants({ portal, variants }: { readonly portal: Portal; readonly variants: readonly VariantChoice[] }) {
  return variants.map((variant) => (
    <option key={variant.id} value={variant.id} disabled={variant.stock === "sold-out"}>
      {variantText(portal, variant)}
    </option>
  ));
}

function variantText({ t, money }: Portal, variant: VariantChoice): string {
  const stock = t(`options.stock.${variant.stock}`, { count: variant.available ?? 1 });
  if (variant.stock === "sold-out") return t("options.variantSoldOut", { title: variant.title, stock });
  const { minor, currency } = variant.difference;
  const amount = money({ minor: Math.abs(minor), currency });
  const difference = minor === 0 ? t("options.same") : t(minor > 0 ? "options.more" : "options.less", { amount });
  const text = t("options.variantOption", { title: variant.title, stock, difference });
  return variant.isSuggested ? t("options.nextSize", { variant: text }) : text;
}

/** The form that the search belongs to: it stands inside the form of solutions, and Enter in it must not choose one. */
export const SEARCH_FORM = "amends-find-product";

/** Looks for another product by its title; what is found joins the lists. */
export function ProductSearch({ portal, search }: { readonly portal: Portal; readonly search: NonNullable<OptionsPage["search"]> }) {
  const { t } = portal;
  return (
    <div className="amends-field amends-option__choice">
      <label htmlFor={fieldId("search")} className="amends-label">
        {t("options.search")}
      </label>
      <div className="amends-search">
        <input
          id={fieldId("search")}
          name="search"
          form={SEARCH_FORM}
          type="search"
          defaultValue={search.text}
          maxLength={80}
          autoComplete="off"
          aria-describedby={`${fieldId("search")}-hint`}
          className="amends-input"
        />
        <button type="submit" form={SEARCH_FORM} className="amends-button amends-button--secondary">
          {t("options.searchSubmit")}
        </button>
      </div>
      <p id={`${fieldId("search")}-hint`} className="amends-hint" role="status">
        {foundText(portal, search)}
      </p>
    </div>
  );
}

function foundText({ t }: Portal, { text, found }: NonNullable<OptionsPage["search"]>): string {
  if (found === undefined) return t("options.searchHint");
  return found === 0 ? t("options.searchNone", { text }) : t("options.searchFound", { count: found, text });
}
