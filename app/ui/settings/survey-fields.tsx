import { Card, BlockStack, ChoiceList, InlineGrid, TextField } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { TOUCHPOINTS } from "#app/domain/surveys/touchpoint.ts";
import { useFieldProblem } from "#app/ui/forms/field-problems.tsx";
import type { FormPart } from "./form-props.ts";
import type { PlaybookForm } from "./playbook-form.ts";

/** When customers are asked how it went. */
export function SurveyFields({ form, change }: FormPart<PlaybookForm>) {
  const { t } = useTranslation("admin-promises");
  const problem = useFieldProblem();
  return (
    <Card>
      <BlockStack gap="400">
        <ChoiceList
          allowMultiple
          title={t("settings.playbooks.touchpoints")}
          choices={TOUCHPOINTS.map((value) => ({ value, label: t(`settings.playbooks.touchpoint.${value}`) }))}
          selected={[...form.touchpoints]}
          onChange={(selected) =>
            change((before) => ({ ...before, touchpoints: TOUCHPOINTS.filter((touchpoint) => selected.includes(touchpoint)) }))
          }
        />
        <InlineGrid columns={{ xs: 1, sm: 2 }}>
          <TextField
            label={t("settings.playbooks.coolDownDays")}
            helpText={t("settings.playbooks.coolDownDaysHelp")}
            autoComplete="off"
            inputMode="numeric"
            value={form.coolDownDays}
            onChange={(coolDownDays) => change((before) => ({ ...before, coolDownDays }))}
            suffix={t("settings.days")}
            error={problem("surveys.coolDownDays")}
          />
        </InlineGrid>
      </BlockStack>
    </Card>
  );
}
