import { BlockStack, Button, Card, InlineStack, Select, Text, TextField } from "@shopify/polaris";
import { DeleteIcon, PlusIcon } from "@shopify/polaris-icons";
import { useTranslation } from "react-i18next";
import { useCountries } from "#app/ui/use-countries.ts";
import { useFieldProblem } from "./field-problems.tsx";
import { removed, replaced } from "./list-edits.ts";
import type { PolicyForm } from "./policy-form.ts";

interface TransitCardProps {
  readonly form: PolicyForm;
  readonly onChange: (change: Partial<Pick<PolicyForm, "transitDays" | "transitByCountry">>) => void;
}

/** When a parcel counts as delivered that no carrier ever reported as delivered. */
export function TransitCard({ form, onChange }: TransitCardProps) {
  const { t } = useTranslation("admin-returns");
  const problem = useFieldProblem();
  const { choices } = useCountries();
  const rows = form.transitByCountry;
  const days = (label: string, value: string, set: (days: string) => void) => (path: string) => (
    <TextField
      label={label}
      autoComplete="off"
      inputMode="numeric"
      value={value}
      onChange={set}
      suffix={t("unit.days")}
      error={problem(path)}
    />
  );
  return (
    <Card>
      <BlockStack gap="300">
        <BlockStack gap="050">
          <Text as="h3" variant="headingSm">
            {t("transit.heading")}
          </Text>
          <Text as="p" tone="subdued">
            {t("transit.help")}
          </Text>
        </BlockStack>
        {days(t("transit.days"), form.transitDays, (transitDays) => onChange({ transitDays }))("transit.days")}
        {rows.map((row, index) => (
          <InlineStack key={index} gap="200" blockAlign="end" wrap={false}>
            <div style={{ flex: 1 }}>
              <Select
                label={t("transit.country")}
                options={choices}
                value={row.country}
                onChange={(country) => onChange({ transitByCountry: replaced(rows, index, { ...row, country }) })}
                error={problem(`transit.byCountry.${index}.country`)}
              />
            </div>
            <div style={{ flex: 1 }}>
              {days(t("transit.daysThere"), row.days, (next) =>
                onChange({ transitByCountry: replaced(rows, index, { ...row, days: next }) }),
              )(`transit.byCountry.${index}.days`)}
            </div>
            <Button
              icon={DeleteIcon}
              variant="tertiary"
              accessibilityLabel={t("transit.remove")}
              onClick={() => onChange({ transitByCountry: removed(rows, index) })}
            />
          </InlineStack>
        ))}
        <InlineStack>
          <Button
            icon={PlusIcon}
            onClick={() => onChange({ transitByCountry: [...rows, { country: freeCountry(choices, rows), days: form.transitDays }] })}
          >
            {t("transit.add")}
          </Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}

function freeCountry(choices: readonly { value: string }[], rows: PolicyForm["transitByCountry"]): string {
  return choices.find(({ value }) => !rows.some(({ country }) => country === value))?.value ?? "US";
}
