import { BlockStack, Card, Checkbox, Divider, Select, TextField } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { useFieldProblem } from "#app/ui/forms/field-problems.tsx";
import type { FormPart } from "./form-props.ts";
import type { ChangeRuleForm, OrderChangeForm } from "./order-change-form.ts";

/** What shoppers may do by themselves to an order that has not left, and for how long. */
export function OrderChangeFields({ form, change }: FormPart<OrderChangeForm>) {
  const rule = (name: keyof OrderChangeForm) => (
    <RuleFields
      name={name}
      rule={form[name]}
      onChange={(more) => change((before) => ({ ...before, [name]: { ...before[name], ...more } }))}
    />
  );
  return (
    <Card>
      <BlockStack gap="400">
        {rule("cancel")}
        <Divider />
        {rule("address")}
      </BlockStack>
    </Card>
  );
}

interface RuleProps {
  readonly name: keyof OrderChangeForm;
  readonly rule: ChangeRuleForm;
  readonly onChange: (more: Partial<ChangeRuleForm>) => void;
}

function RuleFields({ name, rule, onChange }: RuleProps) {
  const { t } = useTranslation("admin-promises");
  const problem = useFieldProblem();
  return (
    <BlockStack gap="300">
      <Checkbox
        label={t(`settings.portal.${name}`)}
        helpText={t(`settings.portal.${name}Help`)}
        checked={rule.isOn}
        onChange={(isOn) => onChange({ isOn })}
      />
      {rule.isOn ? (
        <Select
          label={t("settings.portal.limit")}
          options={[
            { value: "hours", label: t("settings.portal.limitHours") },
            { value: "none", label: t("settings.portal.limitNone") },
          ]}
          value={rule.hasLimit ? "hours" : "none"}
          onChange={(value) => onChange({ hasLimit: value === "hours" })}
        />
      ) : null}
      {rule.isOn && rule.hasLimit ? (
        <TextField
          label={t("settings.portal.hours")}
          autoComplete="off"
          inputMode="numeric"
          suffix={t("settings.portal.hoursUnit")}
          value={rule.hours}
          onChange={(hours) => onChange({ hours })}
          error={problem(`orderChanges.${name}.withinHours`)}
        />
      ) : null}
    </BlockStack>
  );
}
