import { Card, BlockStack, ChoiceList, InlineGrid } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { TOUCHPOINTS } from "#app/domain/surveys/touchpoint.ts";
import { DaysField } from "./days-field.tsx";
import type { FormPart } from "./form-props.ts";
import type { PlaybookForm } from "./playbook-form.ts";

/** When customers are asked how it went. */
export function SurveyFields({ form, change }: FormPart<PlaybookForm>) {
  const { t } = useTranslation("admin-promises");
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
          <DaysField
            label={t("settings.playbooks.coolDownDays")}
            helpText={t("settings.playbooks.coolDownDaysHelp")}
            value={form.coolDownDays}
            onChange={(coolDownDays) => change((before) => ({ ...before, coolDownDays }))}
            path="surveys.coolDownDays"
          />
        </InlineGrid>
      </BlockStack>
    </Card>
  );
}
