import { BlockStack, Card, Checkbox, ChoiceList, InlineGrid, TextField } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { useFieldProblem } from "#app/ui/forms/field-problems.tsx";
import type { CompensationForm } from "./compensation-form.ts";
import type { FormPart } from "./form-props.ts";

const CHOICES = {
  start: ["end_of_day", "start_of_day"],
  counting: ["completed", "started"],
  base: ["goods", "goods_and_shipping"],
  settle: ["once", "top_up"],
  rounding: ["half-up", "half-even"],
} as const;

/** How lateness turns into money: the share for each block of hours, and everything that decides the exact amount. */
export function LateDeliveryFields({ form, change }: FormPart<CompensationForm>) {
  const { t } = useTranslation("admin-promises");
  const problem = useFieldProblem();
  const figure = (name: "blockHours" | "rate" | "cap", path: string, suffix: string) => (
    <TextField
      label={t(`settings.compensation.${name}`)}
      autoComplete="off"
      inputMode={name === "blockHours" ? "numeric" : "decimal"}
      value={form[name]}
      onChange={(value) => change((before) => ({ ...before, [name]: value }))}
      suffix={suffix}
      error={problem(`compensation.lateDelivery.${path}`)}
    />
  );
  return (
    <Card>
      <BlockStack gap="400">
        <Checkbox
          label={t("settings.compensation.isEnabled")}
          helpText={t("settings.compensation.isEnabledHelp")}
          checked={form.isEnabled}
          onChange={(isEnabled) => change((before) => ({ ...before, isEnabled }))}
        />
        <InlineGrid columns={{ xs: 1, sm: 3 }} gap="400">
          {figure("rate", "rateBp", "%")}
          {figure("blockHours", "blockHours", t("settings.compensation.hours"))}
          {figure("cap", "capBp", "%")}
        </InlineGrid>
        <InlineGrid columns={{ xs: 1, md: 2 }} gap="400">
          <Choices name="start" form={form} change={change} />
          <Choices name="counting" form={form} change={change} />
          <Choices name="base" form={form} change={change} />
          <Choices name="settle" form={form} change={change} />
          <Choices name="rounding" form={form} change={change} />
        </InlineGrid>
      </BlockStack>
    </Card>
  );
}

function Choices({ name, form, change }: FormPart<CompensationForm> & { readonly name: keyof typeof CHOICES }) {
  const { t } = useTranslation("admin-promises");
  return (
    <ChoiceList
      title={t(`settings.compensation.${name}.title`)}
      choices={CHOICES[name].map((value) => ({
        value,
        label: t(`settings.compensation.${name}.${value}`),
        helpText: t(`settings.compensation.${name}.${value}_help`),
      }))}
      selected={[form[name]]}
      onChange={([value]) => change((before) => ({ ...before, [name]: value }))}
    />
  );
}
