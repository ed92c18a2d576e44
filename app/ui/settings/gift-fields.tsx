import { BlockStack, Card, Checkbox, TextField } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { useFieldProblem } from "#app/ui/forms/field-problems.tsx";
import { FormSection } from "#app/ui/forms/save-frame.tsx";
import type { FormPart } from "./form-props.ts";
import type { GiftForm } from "./gift-form.ts";

/** Whether gifts can be returned by whoever got them, and how much longer. */
export function GiftFields({ form, change }: FormPart<GiftForm>) {
  const { t } = useTranslation("admin-promises");
  const problem = useFieldProblem();
  return (
    <FormSection title={t("settings.portal.giftsTitle")} about={t("settings.portal.giftsAbout")}>
      <Card>
        <BlockStack gap="300">
          <Checkbox
            label={t("settings.portal.gifts")}
            helpText={t("settings.portal.giftsHelp")}
            checked={form.isOn}
            onChange={(isOn) => change((before) => ({ ...before, isOn }))}
          />
          {form.isOn ? (
            <TextField
              label={t("settings.portal.giftDays")}
              helpText={t("settings.portal.giftDaysHelp")}
              autoComplete="off"
              inputMode="numeric"
              suffix={t("settings.portal.days")}
              value={form.extraDays}
              onChange={(extraDays) => change((before) => ({ ...before, extraDays }))}
              error={problem("gifts.extraDays")}
            />
          ) : null}
        </BlockStack>
      </Card>
    </FormSection>
  );
}
