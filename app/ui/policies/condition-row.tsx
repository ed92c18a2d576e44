import { BlockStack, Box, Button, InlineGrid, InlineStack, Select } from "@shopify/polaris";
import { DeleteIcon } from "@shopify/polaris-icons";
import { useTranslation } from "react-i18next";
import { kindOfCondition } from "./condition-kind.ts";
import type { ConditionRowProps } from "./row-props.ts";
import { ConditionValues } from "./condition-values.tsx";
import { useSubjects } from "./policy-choices.tsx";
import { newCondition } from "./policy-form.ts";

/** One condition of a rule: what it looks at, whether it is turned round, and the values or bounds. */
export function ConditionRow({ condition, path, currency, onChange, onRemove }: ConditionRowProps) {
  const { t } = useTranslation("admin-returns");
  const subjects = useSubjects(condition.on);
  const isOn = (value: string) => subjects.find((subject) => subject === value) ?? condition.on;
  return (
    <Box background="bg-surface-secondary" borderRadius="200" padding="300">
      <BlockStack gap="200">
        <InlineStack gap="200" align="space-between" blockAlign="center" wrap={false}>
          <div style={{ flex: 1 }}>
            <InlineGrid columns={{ xs: 1, sm: 2 }} gap="200">
              <Select
                label={t("condition.on")}
                labelHidden
                options={subjects.map((value) => ({ value, label: t(`conditionSubject.${value}`) }))}
                value={condition.on}
                onChange={(value) => onChange(newCondition(isOn(value)))}
              />
              <Select
                label={t("condition.negation")}
                labelHidden
                options={["is", "isNot"].map((value) => ({
                  value,
                  label: t(`conditionNegation.${kindOfCondition(condition.on)}.${value}`),
                }))}
                value={condition.isNegated ? "isNot" : "is"}
                onChange={(value) => onChange({ ...condition, isNegated: value === "isNot" })}
              />
            </InlineGrid>
          </div>
          <Button
            icon={DeleteIcon}
            variant="tertiary"
            accessibilityLabel={t("condition.remove", { subject: t(`conditionSubject.${condition.on}`) })}
            onClick={onRemove}
          />
        </InlineStack>
        <ConditionValues condition={condition} path={path} currency={currency} onChange={onChange} />
      </BlockStack>
    </Box>
  );
}
