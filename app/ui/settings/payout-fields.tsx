import { Banner, BlockStack, Card, Checkbox, ChoiceList, InlineGrid, TextField } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { COMPENSATION_METHODS } from "#app/domain/compensation/compensation-settings.ts";
import { useFieldProblem } from "#app/ui/forms/field-problems.tsx";
import { useShopFormat } from "#app/ui/shop-format.tsx";
import type { CompensationForm } from "./compensation-form.ts";
import { DaysField } from "./days-field.tsx";
import type { FormPart } from "./form-props.ts";

/** How compensation reaches the customer, and for how long it is good. */
export function PayoutFields({ form, change, hasStoreCredit }: FormPart<CompensationForm> & { readonly hasStoreCredit: boolean }) {
  const { t } = useTranslation("admin-promises");
  return (
    <Card>
      <BlockStack gap="400">
        <ChoiceList
          title={t("settings.compensation.method.title")}
          choices={COMPENSATION_METHODS.map((value) => ({
            value,
            label: t(`settings.compensation.method.${value}`),
            helpText: t(`settings.compensation.method.${value}_help`),
          }))}
          selected={[form.method]}
          onChange={([value]) => change((before) => ({ ...before, method: value === "discount_code" ? value : "store_credit" }))}
        />
        {form.method === "store_credit" && !hasStoreCredit ? <Banner tone="info">{t("settings.compensation.noStoreCredit")}</Banner> : null}
        <Checkbox
          label={t("settings.compensation.hasExpiry")}
          checked={form.hasExpiry}
          onChange={(hasExpiry) => change((before) => ({ ...before, hasExpiry }))}
        />
        {form.hasExpiry ? (
          <InlineGrid columns={{ xs: 1, sm: 3 }}>
            <DaysField
              label={t("settings.compensation.expiryDays")}
              value={form.expiryDays}
              onChange={(expiryDays) => change((before) => ({ ...before, expiryDays }))}
              path="compensation.creditExpiryDays"
            />
          </InlineGrid>
        ) : null}
      </BlockStack>
    </Card>
  );
}

/** What may be given without a person: per day, per month, per payment. Empty is no limit. */
export function LimitFields({ form, change }: FormPart<CompensationForm>) {
  const { t } = useTranslation("admin-promises");
  const { currency } = useShopFormat();
  const problem = useFieldProblem();
  const limit = (name: "dailyBudget" | "monthlyBudget" | "approvalAbove") => (
    <TextField
      label={t(`settings.compensation.${name}`)}
      helpText={t(`settings.compensation.${name}Help`)}
      placeholder={t("settings.noLimit")}
      autoComplete="off"
      inputMode="decimal"
      value={form[name]}
      onChange={(value) => change((before) => ({ ...before, [name]: value }))}
      suffix={currency}
      error={problem(`compensation.${name}`)}
    />
  );
  return (
    <Card>
      <InlineGrid columns={{ xs: 1, sm: 3 }} gap="400">
        {limit("dailyBudget")}
        {limit("monthlyBudget")}
        {limit("approvalAbove")}
      </InlineGrid>
    </Card>
  );
}
