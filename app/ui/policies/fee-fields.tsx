import { BlockStack, Box, Button, InlineStack, Text, TextField } from "@shopify/polaris";
import { DeleteIcon, PlusIcon } from "@shopify/polaris-icons";
import { useTranslation } from "react-i18next";
import { useCountries } from "#app/ui/use-countries.ts";
import { useFieldProblem } from "./field-problems.tsx";
import { removed, replaced } from "./list-edits.ts";
import type { OutcomeFieldsProps } from "./outcome-fields-props.ts";
import type { FeeForm } from "./policy-form.ts";
import { ValuePicker } from "./value-picker.tsx";

/** What sending something back costs the shopper, by destination of the order. */
export function FeeFields({ outcome, path, currency, onChange }: OutcomeFieldsProps) {
  const { t } = useTranslation("admin-returns");
  const { fees } = outcome;
  const setFees = (next: readonly FeeForm[]) => onChange({ ...outcome, fees: next });
  return (
    <BlockStack gap="200">
      <BlockStack gap="050">
        <Text as="h4" variant="bodyMd">
          {t("fee.title")}
        </Text>
        <Text as="p" tone="subdued" variant="bodySm">
          {t(fees.length === 0 ? "fee.none" : "fee.help")}
        </Text>
      </BlockStack>
      {fees.map((fee, index) => (
        <FeeRow
          key={index}
          fee={fee}
          path={`${path}.returnShippingFees.${index}`}
          currency={currency}
          onChange={(next) => setFees(replaced(fees, index, next))}
          onRemove={() => setFees(removed(fees, index))}
        />
      ))}
      <InlineStack>
        <Button icon={PlusIcon} onClick={() => setFees([...fees, { countries: [], amount: "" }])}>
          {t("fee.add")}
        </Button>
      </InlineStack>
    </BlockStack>
  );
}

interface FeeRowProps {
  readonly fee: FeeForm;
  readonly path: string;
  readonly currency: string;
  readonly onChange: (fee: FeeForm) => void;
  readonly onRemove: () => void;
}

function FeeRow({ fee, path, currency, onChange, onRemove }: FeeRowProps) {
  const { t } = useTranslation("admin-returns");
  const problem = useFieldProblem();
  const { choices: countries } = useCountries();
  const error = problem(`${path}.countries`);
  return (
    <Box background="bg-surface-secondary" borderRadius="200" padding="300">
      <BlockStack gap="200">
        <InlineStack gap="200" blockAlign="end" align="space-between" wrap={false}>
          <TextField
            label={t("fee.amount")}
            autoComplete="off"
            inputMode="decimal"
            value={fee.amount}
            onChange={(amount) => onChange({ ...fee, amount })}
            suffix={currency}
            error={problem(`${path}.amount`)}
          />
          <Button icon={DeleteIcon} variant="tertiary" accessibilityLabel={t("fee.remove")} onClick={onRemove} />
        </InlineStack>
        <ValuePicker
          label={t("fee.countries")}
          values={fee.countries}
          onChange={(next) => onChange({ ...fee, countries: next })}
          choices={countries}
          takesOthers={false}
          {...(fee.countries.length === 0 ? { helpText: t("fee.everywhere") } : {})}
          {...(error ? { error } : {})}
        />
      </BlockStack>
    </Box>
  );
}
