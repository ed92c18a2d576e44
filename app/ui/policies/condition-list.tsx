import { BlockStack, Box, Button, InlineError, InlineStack, Select } from "@shopify/polaris";
import { DeleteIcon, PlusIcon } from "@shopify/polaris-icons";
import { useTranslation } from "react-i18next";
import { POLICY_LIMITS } from "#app/domain/policies/policy-problems.ts";
import { ConditionRow } from "./condition-row.tsx";
import { useFieldProblem } from "./field-problems.tsx";
import { removed, replaced } from "./list-edits.ts";
import type { ConditionForm } from "./policy-form.ts";
import { newCondition } from "./policy-form.ts";

interface ConditionListProps {
  readonly conditions: readonly ConditionForm[];
  /** Where they stand in the document. */
  readonly path: string;
  readonly currency: string;
  /** In how many groups they are. */
  readonly depth: number;
  readonly onChange: (conditions: readonly ConditionForm[]) => void;
}

/** Conditions that hold together, groups of others among them, with what adds one more. */
export function ConditionList({ conditions, path, currency, depth, onChange }: ConditionListProps) {
  const { t } = useTranslation("admin-returns");
  const add = (on: "product_type" | "any") => onChange([...conditions, newCondition(on)]);
  return (
    <BlockStack gap="200">
      {conditions.map((condition, index) => {
        const props = {
          condition,
          path: `${path}.${index}`,
          currency,
          onChange: (next: ConditionForm) => onChange(replaced(conditions, index, next)),
          onRemove: () => onChange(removed(conditions, index)),
        };
        const isGroup = condition.on === "all" || condition.on === "any";
        return isGroup ? <ConditionGroup key={index} {...props} depth={depth + 1} /> : <ConditionRow key={index} {...props} />;
      })}
      <InlineStack gap="200">
        <Button icon={PlusIcon} onClick={() => add("product_type")}>
          {t("condition.add")}
        </Button>
        {depth < POLICY_LIMITS.groupDepth ? (
          <Button icon={PlusIcon} variant="tertiary" onClick={() => add("any")}>
            {t("condition.addGroup")}
          </Button>
        ) : null}
      </InlineStack>
    </BlockStack>
  );
}

interface ConditionGroupProps {
  readonly condition: ConditionForm;
  readonly path: string;
  readonly currency: string;
  readonly depth: number;
  readonly onChange: (condition: ConditionForm) => void;
  readonly onRemove: () => void;
}

const JOINS = ["any", "all", "anyNot", "allNot"] as const;

/** Conditions that count as one: all of them, at least one, none, or not all. */
function ConditionGroup({ condition, path, currency, depth, onChange, onRemove }: ConditionGroupProps) {
  const { t } = useTranslation("admin-returns");
  const problem = useFieldProblem();
  const error = problem(`${path}.conditions`) ?? problem(path);
  const join = `${condition.on}${condition.isNegated ? "Not" : ""}`;
  const choose = (value: string) =>
    onChange({ ...condition, on: value.startsWith("all") ? "all" : "any", isNegated: value.endsWith("Not") });
  return (
    <Box borderColor="border" borderWidth="025" borderRadius="200" padding="300" role="group">
      <BlockStack gap="200">
        <InlineStack gap="200" align="space-between" blockAlign="center" wrap={false}>
          <div style={{ flex: 1 }}>
            <Select
              label={t("condition.join")}
              labelHidden
              options={JOINS.map((value) => ({ value, label: t(`conditionJoin.${value}`) }))}
              value={join}
              onChange={choose}
            />
          </div>
          <Button icon={DeleteIcon} variant="tertiary" accessibilityLabel={t("condition.removeGroup")} onClick={onRemove} />
        </InlineStack>
        <ConditionList
          conditions={condition.conditions}
          path={`${path}.conditions`}
          currency={currency}
          depth={depth}
          onChange={(conditions) => onChange({ ...condition, conditions })}
        />
        {error ? <InlineError message={error} fieldID={`${path}.conditions`} /> : null}
      </BlockStack>
    </Box>
  );
}
