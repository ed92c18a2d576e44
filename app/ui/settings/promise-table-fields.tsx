import { BlockStack, Box, Button, Card, InlineGrid, InlineStack, Select, Text, TextField } from "@shopify/polaris";
import { DeleteIcon, PlusIcon } from "@shopify/polaris-icons";
import { useTranslation } from "react-i18next";
import { useFieldProblem } from "#app/ui/forms/field-problems.tsx";
import { removed, replaced } from "#app/ui/policies/list-edits.ts";
import { useCountries } from "#app/ui/use-countries.ts";
import type { DeliveryForm, PromiseRowForm } from "./delivery-form.ts";
import { NEW_ROW } from "./delivery-form.ts";
import type { FormPart } from "./form-props.ts";

/** The shop's own delivery promises, a row for each country and product type that differs. */
export function PromiseTableFields({ form, change }: FormPart<DeliveryForm>) {
  const { t } = useTranslation("admin-promises");
  const { rows } = form;
  const setRows = (update: (rows: readonly PromiseRowForm[]) => readonly PromiseRowForm[]) =>
    change((before) => ({ ...before, rows: update(before.rows) }));
  const add = () => setRows((before) => [...before, NEW_ROW]);
  return (
    <Card>
      {rows.length === 0 ? (
        <BlockStack gap="300" inlineAlign="start">
          <Text as="h3" variant="headingSm">
            {t("settings.delivery.noRows")}
          </Text>
          <Text as="p">{t("settings.delivery.noRowsBody")}</Text>
          <Button icon={PlusIcon} onClick={add}>
            {t("settings.delivery.addRow")}
          </Button>
        </BlockStack>
      ) : (
        <BlockStack gap="300">
          {rows.map((row, index) => (
            <PromiseRowFields
              key={index}
              row={row}
              index={index}
              onChange={(next) => setRows((before) => replaced(before, index, next))}
              onRemove={() => setRows((before) => removed(before, index))}
            />
          ))}
          <InlineStack>
            <Button icon={PlusIcon} onClick={add}>
              {t("settings.delivery.addRow")}
            </Button>
          </InlineStack>
          <Text as="p" tone="subdued" variant="bodySm">
            {t("settings.delivery.specificity")}
          </Text>
        </BlockStack>
      )}
    </Card>
  );
}

interface PromiseRowProps {
  readonly row: PromiseRowForm;
  readonly index: number;
  readonly onChange: (row: PromiseRowForm) => void;
  readonly onRemove: () => void;
}

function PromiseRowFields({ row, index, onChange, onRemove }: PromiseRowProps) {
  const { t } = useTranslation("admin-promises");
  const problem = useFieldProblem();
  const { choices } = useCountries();
  const path = `deliveryPromises.table.${index}`;
  return (
    <Box background="bg-surface-secondary" borderRadius="200" padding="300">
      <BlockStack gap="300">
        <InlineGrid columns="minmax(0, 1fr) auto" gap="300" alignItems="end">
          <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
            <Select
              label={t("settings.delivery.country")}
              options={[{ value: "*", label: t("settings.delivery.anyCountry") }, ...choices]}
              value={row.country}
              onChange={(country) => onChange({ ...row, country })}
              error={problem(`${path}.country`)}
            />
            <TextField
              label={t("settings.delivery.productType")}
              placeholder={t("settings.delivery.anyProductType")}
              autoComplete="off"
              value={row.productType}
              onChange={(productType) => onChange({ ...row, productType })}
              error={problem(`${path}.productType`)}
            />
          </InlineGrid>
          <Button
            icon={DeleteIcon}
            variant="tertiary"
            accessibilityLabel={t("settings.delivery.removeRow", { row: index + 1 })}
            onClick={onRemove}
          />
        </InlineGrid>
        <InlineGrid columns={{ xs: 1, sm: 3 }} gap="300">
          <TextField
            label={t("settings.delivery.days")}
            autoComplete="off"
            inputMode="numeric"
            value={row.days}
            onChange={(days) => onChange({ ...row, days })}
            error={problem(`${path}.days`)}
          />
          <Select
            label={t("settings.delivery.unit")}
            options={[
              { value: "workdays", label: t("settings.delivery.workdays") },
              { value: "calendar_days", label: t("settings.delivery.calendarDays") },
            ]}
            value={row.unit}
            onChange={(unit) => onChange({ ...row, unit: unit === "workdays" ? unit : "calendar_days" })}
          />
          <Select
            label={t("settings.delivery.from")}
            options={[
              { value: "shipped", label: t("settings.delivery.shipped") },
              { value: "ordered", label: t("settings.delivery.ordered") },
            ]}
            value={row.from}
            onChange={(from) => onChange({ ...row, from: from === "shipped" ? from : "ordered" })}
          />
        </InlineGrid>
      </BlockStack>
    </Box>
  );
}
