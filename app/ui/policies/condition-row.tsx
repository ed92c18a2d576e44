import { BlockStack, Box, Button, InlineGrid, InlineStack, Select, Text, TextField } from "@shopify/polaris";
import { DeleteIcon } from "@shopify/polaris-icons";
import { useTranslation } from "react-i18next";
import type { PolicyCondition } from "#app/domain/policies/policy-condition.ts";
import { CONDITION_SUBJECTS } from "#app/domain/policies/policy-condition.ts";
import { useFieldProblem } from "./field-problems.tsx";
import { useChoicesFor } from "./policy-choices.tsx";
import type { ConditionForm } from "./policy-form.ts";
import { newCondition } from "./policy-form.ts";
import { ValuePicker } from "./value-picker.tsx";

interface ConditionRowProps {
  readonly condition: ConditionForm;
  /** Where it stands in the document. */
  readonly path: string;
  readonly currency: string;
  readonly onChange: (condition: ConditionForm) => void;
  readonly onRemove: () => void;
}

/** One condition of a rule: what it looks at, whether it is turned round, and the values or bounds. */
export function ConditionRow({ condition, path, currency, onChange, onRemove }: ConditionRowProps) {
  const { t } = useTranslation("admin-returns");
  const isOn = (value: string) => CONDITION_SUBJECTS.find((subject) => subject === value) ?? condition.on;
  return (
    <Box background="bg-surface-secondary" borderRadius="200" padding="300">
      <BlockStack gap="200">
        <InlineStack gap="200" align="space-between" blockAlign="center" wrap={false}>
          <div style={{ flex: 1 }}>
            <InlineGrid columns={{ xs: 1, sm: 2 }} gap="200">
              <Select
                label={t("condition.on")}
                labelHidden
                options={CONDITION_SUBJECTS.map((value) => ({ value, label: t(`conditionSubject.${value}`) }))}
                value={condition.on}
                onChange={(value) => onChange(newCondition(isOn(value)))}
              />
              <Select
                label={t("condition.negation")}
                labelHidden
                options={["is", "isNot"].map((value) => ({ value, label: t(`conditionNegation.${kindOf(condition.on)}.${value}`) }))}
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

function ConditionValues({ condition, path, currency, onChange }: Omit<ConditionRowProps, "onRemove">) {
  switch (kindOf(condition.on)) {
    case "list":
      return <ListValues condition={condition} path={path} onChange={onChange} />;
    case "range":
      return <RangeValues condition={condition} path={path} currency={currency} onChange={onChange} />;
    case "flag":
      return null;
  }
}

function ListValues({ condition, path, onChange }: Pick<ConditionRowProps, "condition" | "path" | "onChange">) {
  const { t } = useTranslation("admin-returns");
  const problem = useFieldProblem();
  const choices = useChoicesFor(condition.on);
  const error = problem(`${path}.oneOf`);
  return (
    <ValuePicker
      label={t("condition.values", { subject: t(`conditionSubject.${condition.on}`) })}
      hasHiddenLabel
      values={condition.oneOf}
      onChange={(oneOf) => onChange({ ...condition, oneOf })}
      choices={choices}
      takesOthers={condition.on !== "country" && condition.on !== "reason"}
      {...(error ? { error } : {})}
    />
  );
}

function RangeValues({ condition, path, currency, onChange }: Omit<ConditionRowProps, "onRemove">) {
  const { t } = useTranslation("admin-returns");
  const problem = useFieldProblem();
  const unit = condition.on === "unit_price" ? currency : t(`conditionUnit.${condition.on}`);
  const field = (name: "atLeast" | "atMost") => (
    <TextField
      label={t(`condition.${name}`)}
      autoComplete="off"
      inputMode={condition.on === "unit_price" || condition.on === "discount_share_bp" ? "decimal" : "numeric"}
      value={condition[name]}
      onChange={(value) => onChange({ ...condition, [name]: value })}
      suffix={unit}
      error={problem(`${path}.${name}`)}
    />
  );
  return (
    <BlockStack gap="100">
      <InlineGrid columns={2} gap="200">
        {field("atLeast")}
        {field("atMost")}
      </InlineGrid>
      <Text as="p" tone="subdued" variant="bodySm">
        {t("condition.openBound")}
      </Text>
    </BlockStack>
  );
}

/** Which fields a condition has. */
function kindOf(on: PolicyCondition["on"]): "list" | "range" | "flag" {
  switch (on) {
    case "is_gift_card":
    case "is_digital":
      return "flag";
    case "unit_price":
    case "discount_share_bp":
    case "days_since_delivery":
    case "quantity":
      return "range";
    case "product_type":
    case "product_tag":
    case "vendor":
    case "country":
    case "reason":
    case "customer_tag":
      return "list";
  }
}
