import { BlockStack, Card, Checkbox, InlineGrid, Text, TextField } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { useFieldProblem } from "#app/ui/forms/field-problems.tsx";
import type { FormPart } from "./form-props.ts";
import type { SendingForm } from "./sending-form.ts";

/** When messages wait, and how many are enough. */
export function SendingFields({ form, change }: FormPart<SendingForm>) {
  const { t } = useTranslation("admin-promises");
  const problem = useFieldProblem();
  const time = (name: "quietFrom" | "quietTo", path: string) => (
    <TextField
      type="time"
      label={t(`settings.messages.${name}`)}
      autoComplete="off"
      value={form[name]}
      onChange={(value) => change((before) => ({ ...before, [name]: value }))}
      error={problem(`sending.quietHours.${path}`)}
    />
  );
  const figure = (name: "capMessages" | "capDays", path: string) => (
    <TextField
      label={t(`settings.messages.${name}`)}
      autoComplete="off"
      inputMode="numeric"
      value={form[name]}
      onChange={(value) => change((before) => ({ ...before, [name]: value }))}
      error={problem(`sending.frequencyCap.${path}`)}
    />
  );
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="200">
          <InlineGrid columns={2} gap="400">
            {time("quietFrom", "from")}
            {time("quietTo", "to")}
          </InlineGrid>
          <Text as="p" tone="subdued" variant="bodySm">
            {t("settings.messages.quietHelp")}
          </Text>
        </BlockStack>
        <Checkbox
          label={t("settings.messages.hasCap")}
          helpText={t("settings.messages.hasCapHelp")}
          checked={form.hasCap}
          onChange={(hasCap) => change((before) => ({ ...before, hasCap }))}
        />
        {form.hasCap ? (
          <InlineGrid columns={2} gap="400">
            {figure("capMessages", "messages")}
            {figure("capDays", "days")}
          </InlineGrid>
        ) : null}
      </BlockStack>
    </Card>
  );
}
