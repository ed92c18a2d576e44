import { BlockStack, Card, TextField } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { useFieldProblem } from "#app/ui/forms/field-problems.tsx";
import type { FormPart } from "./form-props.ts";
import type { LabelForm } from "./label-form.ts";

/** What stands on every packing slip. */
export function SlipFields({ form, change }: FormPart<LabelForm>) {
  const { t } = useTranslation("admin-promises");
  const problem = useFieldProblem();
  const text = (name: "returnAddress" | "instructions", rows: number) => (
    <TextField
      label={t(`settings.labels.${name}`)}
      helpText={t(`settings.labels.${name}Help`)}
      autoComplete="off"
      multiline={rows}
      value={form[name]}
      onChange={(value) => change((before) => ({ ...before, [name]: value }))}
      error={problem(`labels.${name}`)}
    />
  );
  return (
    <Card>
      <BlockStack gap="400">
        {text("returnAddress", 4)}
        {text("instructions", 3)}
      </BlockStack>
    </Card>
  );
}
