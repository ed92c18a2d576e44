import { BlockStack, Card, Checkbox, ChoiceList, InlineGrid, TextField } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { useFieldProblem } from "#app/ui/forms/field-problems.tsx";
import { useShopFormat } from "#app/ui/shop-format.tsx";
import type { CompensationForm } from "./compensation-form.ts";
import { DaysField } from "./days-field.tsx";
import type { FormPart } from "./form-props.ts";

type AfterReturn = CompensationForm["afterReturn"];

/** The code for the next order that follows a refunded return. */
export function AfterReturnFields({ form: { afterReturn }, change }: FormPart<CompensationForm>) {
  const { t } = useTranslation("admin-promises");
  const { currency } = useShopFormat();
  const problem = useFieldProblem();
  const set = (part: Partial<AfterReturn>) => change((before) => ({ ...before, afterReturn: { ...before.afterReturn, ...part } }));
  return (
    <Card>
      <BlockStack gap="400">
        <Checkbox
          label={t("settings.compensation.afterReturn.isEnabled")}
          checked={afterReturn.isEnabled}
          onChange={(isEnabled) => set({ isEnabled })}
        />
        {afterReturn.isEnabled ? (
          <>
            <ChoiceList
              title={t("settings.compensation.afterReturn.kind")}
              choices={(["share", "amount"] as const).map((value) => ({ value, label: t(`settings.compensation.afterReturn.${value}`) }))}
              selected={[afterReturn.kind]}
              onChange={([value]) => set({ kind: value === "amount" ? value : "share" })}
            />
            <InlineGrid columns={{ xs: 1, sm: 3 }} gap="400">
              {afterReturn.kind === "share" ? (
                <TextField
                  label={t("settings.compensation.afterReturn.rate")}
                  autoComplete="off"
                  inputMode="decimal"
                  suffix="%"
                  value={afterReturn.rate}
                  onChange={(rate) => set({ rate })}
                  error={problem("compensation.afterReturn.rateBp")}
                />
              ) : (
                <TextField
                  label={t("settings.compensation.afterReturn.fixed")}
                  autoComplete="off"
                  inputMode="decimal"
                  suffix={currency}
                  value={afterReturn.amount}
                  onChange={(amount) => set({ amount })}
                  error={problem("compensation.afterReturn.amount")}
                />
              )}
              <TextField
                label={t("settings.compensation.afterReturn.minimum")}
                helpText={t("settings.compensation.afterReturn.minimumHelp")}
                autoComplete="off"
                inputMode="decimal"
                suffix={currency}
                value={afterReturn.minimumOrder}
                onChange={(minimumOrder) => set({ minimumOrder })}
                error={problem("compensation.afterReturn.minimumOrder")}
              />
              <DaysField
                label={t("settings.compensation.afterReturn.days")}
                value={afterReturn.expiryDays}
                onChange={(expiryDays) => set({ expiryDays })}
                path="compensation.afterReturn.expiryDays"
              />
            </InlineGrid>
          </>
        ) : null}
      </BlockStack>
    </Card>
  );
}
