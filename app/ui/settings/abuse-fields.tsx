import { BlockStack, Card, Checkbox, TextField } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { useFieldProblem } from "#app/ui/forms/field-problems.tsx";
import { useShopFormat } from "#app/ui/shop-format.tsx";
import type { AbuseForm } from "./abuse-form.ts";
import type { FormPart } from "./form-props.ts";

/** From which figures on a person looks at a return first. */
export function AbuseFields({ form, change }: FormPart<AbuseForm>) {
  const { t } = useTranslation("admin-promises");
  const { currency } = useShopFormat();
  const problem = useFieldProblem();
  const figure = (name: Exclude<keyof AbuseForm, "isEnabled">, path: string, suffix?: string) => (
    <TextField
      label={t(`settings.abuse.${name}`)}
      helpText={t(`settings.abuse.${name}Help`)}
      autoComplete="off"
      inputMode="decimal"
      value={form[name]}
      onChange={(value) => change((before) => ({ ...before, [name]: value }))}
      error={problem(`abuse.${path}`)}
      {...(suffix ? { suffix } : {})}
      {...(name === "valueAtRisk" ? { placeholder: t("settings.noLimit") } : {})}
      {...(name === "sharedAddress" || name === "sharedDevice" ? { placeholder: t("settings.abuse.unwatched") } : {})}
    />
  );
  return (
    <Card>
      <BlockStack gap="400">
        <Checkbox
          label={t("settings.abuse.isEnabled")}
          helpText={t("settings.abuse.isEnabledHelp")}
          checked={form.isEnabled}
          onChange={(isEnabled) => change((before) => ({ ...before, isEnabled }))}
        />
        {form.isEnabled ? (
          <>
            {figure("returnShare", "returnShareBp", "%")}
            {figure("valueAtRisk", "valueAtRisk", currency)}
            {figure("sharedAddress", "sharedAddress")}
            {figure("sharedDevice", "sharedDevice")}
            {figure("missingReturns", "missingReturns")}
          </>
        ) : null}
      </BlockStack>
    </Card>
  );
}
