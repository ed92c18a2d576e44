import { BlockStack, InlineGrid, Text, TextField } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { kindOfCondition } from "./condition-kind.ts";
import { AnswerValues } from "./answer-values.tsx";
import { GradeValues } from "./grade-values.tsx";
import { useFieldProblem } from "./field-problems.tsx";
import { useChoicesFor, useNamedChoices } from "./policy-choices.tsx";
import type { ConditionRowProps } from "./row-props.ts";
import { ValuePicker } from "./value-picker.tsx";

/** What a condition compares with: values from a list, things of the shop, or bounds. */
export function ConditionValues({ condition, path, currency, onChange }: Omit<ConditionRowProps, "onRemove">) {
  switch (kindOfCondition(condition.on)) {
    case "list":
      return <ListValues condition={condition} path={path} onChange={onChange} />;
    case "grades":
      return <GradeValues condition={condition} path={path} onChange={onChange} />;
    case "answer":
      return <AnswerValues condition={condition} path={path} onChange={onChange} />;
    case "named":
      return <NamedValues condition={condition} path={path} onChange={onChange} />;
    case "range":
      return <RangeValues condition={condition} path={path} currency={currency} onChange={onChange} />;
    case "flag":
    case "group":
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

/** Things that are gone from the shop meanwhile keep the name they had. */
function NamedValues({ condition, path, onChange }: Pick<ConditionRowProps, "condition" | "path" | "onChange">) {
  const { t } = useTranslation("admin-returns");
  const problem = useFieldProblem();
  const known = useNamedChoices(condition.on);
  const error = problem(`${path}.oneOf`);
  const things = [...known, ...condition.named.filter(({ gid }) => !known.some((thing) => thing.gid === gid))];
  return (
    <ValuePicker
      label={t("condition.values", { subject: t(`conditionSubject.${condition.on}`) })}
      hasHiddenLabel
      values={condition.named.map(({ gid }) => gid)}
      onChange={(gids) => onChange({ ...condition, named: gids.flatMap((gid) => things.find((thing) => thing.gid === gid) ?? []) })}
      choices={things.map(({ gid, name }) => ({ value: gid, label: name }))}
      takesOthers={false}
      {...(error ? { error } : {})}
    />
  );
}

function RangeValues({ condition, path, currency, onChange }: Omit<ConditionRowProps, "onRemove">) {
  const { t } = useTranslation("admin-returns");
  const problem = useFieldProblem();
  const isAmount = condition.on === "unit_price" || condition.on === "order_value";
  const isShare = condition.on === "discount_share_bp" || condition.on === "past_return_share_bp";
  const unit = isAmount ? currency : t(`conditionUnit.${condition.on}`);
  const field = (name: "atLeast" | "atMost") => (
    <TextField
      label={t(`condition.${name}`)}
      autoComplete="off"
      inputMode={isAmount || isShare ? "decimal" : "numeric"}
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
