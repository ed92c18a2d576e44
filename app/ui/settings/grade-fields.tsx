import { BlockStack, Button, Card, InlineGrid, InlineStack, Select, TextField } from "@shopify/polaris";
import { DeleteIcon, PlusIcon } from "@shopify/polaris-icons";
import { useTranslation } from "react-i18next";
import { FATES, GRADE_CONDITIONS } from "#app/domain/inspection/inspection-settings.ts";
import { useFieldProblem } from "#app/ui/forms/field-problems.tsx";
import { removed, replaced } from "#app/ui/policies/list-edits.ts";
import { DaysField } from "./days-field.tsx";
import type { FormPart } from "./form-props.ts";
import type { GradeForm, GradeRow } from "./grade-form.ts";
import { newRow } from "./grade-form.ts";

/** The merchant's grades, each with its example and what it costs. */
export function GradeFields({ form, change }: FormPart<GradeForm>) {
  const { t } = useTranslation("admin-promises");
  const set = (update: (rows: readonly GradeRow[]) => readonly GradeRow[]) =>
    change((before) => ({ ...before, rows: update(before.rows) }));
  const addRow = (row: GradeRow) => set((rows) => [...rows, row]);
  return (
    <BlockStack gap="400">
      {form.rows.map((row, index) => (
        <GradeCard
          key={row.id}
          row={row}
          index={index}
          onChange={(next) => set((rows) => replaced(rows, index, next))}
          onRemove={form.rows.length > 1 ? () => set((rows) => removed(rows, index)) : undefined}
        />
      ))}
      <InlineStack>
        <Button icon={PlusIcon} onClick={() => addRow(newRow())}>
          {t("settings.inspection.add")}
        </Button>
      </InlineStack>
    </BlockStack>
  );
}

/** After how many days goods that were paid for are missed. */
export function MissingGoodsField({ form, change }: FormPart<GradeForm>) {
  const { t } = useTranslation("admin-promises");
  return (
    <Card>
      <DaysField
        label={t("settings.inspection.missingAfterDays")}
        value={form.missingAfterDays}
        onChange={(missingAfterDays) => change((before) => ({ ...before, missingAfterDays }))}
        path="inspection.missingAfterDays"
      />
    </Card>
  );
}

interface GradeCardProps {
  readonly row: GradeRow;
  readonly index: number;
  readonly onChange: (row: GradeRow) => void;
  readonly onRemove: (() => void) | undefined;
}

function GradeCard({ row, index, onChange, onRemove }: GradeCardProps) {
  const { t } = useTranslation(["admin-promises", "admin-returns"]);
  const problem = useFieldProblem();
  const path = `inspection.grades.${index}`;
  const word = t(`admin-returns:conditionFound.${row.condition}`);
  return (
    <Card>
      <BlockStack gap="300">
        <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
          <TextField
            label={t("settings.inspection.name")}
            helpText={t("settings.inspection.nameHelp", { word })}
            autoComplete="off"
            value={row.name}
            onChange={(name) => onChange({ ...row, name })}
            error={problem(`${path}.name`)}
          />
          <Select
            label={t("settings.inspection.condition")}
            options={GRADE_CONDITIONS.map((value) => ({ value, label: t(`admin-returns:conditionFound.${value}`) }))}
            value={row.condition}
            onChange={(condition) => onChange({ ...row, condition: GRADE_CONDITIONS.find((one) => one === condition) ?? row.condition })}
          />
          <TextField
            label={t("settings.inspection.deduction")}
            autoComplete="off"
            inputMode="decimal"
            suffix="%"
            value={row.deduction}
            onChange={(deduction) => onChange({ ...row, deduction })}
            error={problem(`${path}.deductionBp`)}
          />
          <Select
            label={t("settings.inspection.fate")}
            options={FATES.map((value) => ({ value, label: t(`admin-returns:fate.${value}`) }))}
            value={row.fate}
            onChange={(fate) => onChange({ ...row, fate: FATES.find((one) => one === fate) ?? row.fate })}
          />
        </InlineGrid>
        <TextField
          label={t("settings.inspection.example")}
          autoComplete="off"
          multiline={2}
          value={row.example}
          onChange={(example) => onChange({ ...row, example })}
          error={problem(`${path}.example`)}
        />
        {onRemove ? (
          <InlineStack align="end">
            <Button
              icon={DeleteIcon}
              variant="tertiary"
              accessibilityLabel={t("settings.inspection.remove", { row: index + 1 })}
              onClick={onRemove}
            />
          </InlineStack>
        ) : null}
      </BlockStack>
    </Card>
  );
}
