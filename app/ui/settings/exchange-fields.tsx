import { Card } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { DaysField } from "./days-field.tsx";
import type { FormPart } from "./form-props.ts";

/** For how long goods that were chosen in an exchange are kept from other customers. */
export function ExchangeFields({ form, change }: FormPart<{ readonly keepStockDays: string }>) {
  const { t } = useTranslation("admin-promises");
  return (
    <Card>
      <DaysField
        label={t("settings.portal.keepStock")}
        helpText={t("settings.portal.keepStockHelp")}
        value={form.keepStockDays}
        onChange={(keepStockDays) => change((before) => ({ ...before, keepStockDays }))}
        path="exchanges.keepStockDays"
      />
    </Card>
  );
}
