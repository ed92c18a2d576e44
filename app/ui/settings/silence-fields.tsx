import { BlockStack, Box, Button, InlineGrid, InlineStack, Select, Text, TextField } from "@shopify/polaris";
import { DeleteIcon, PlusIcon } from "@shopify/polaris-icons";
import { useTranslation } from "react-i18next";
import { useFieldProblem } from "#app/ui/forms/field-problems.tsx";
import { removed, replaced } from "#app/ui/policies/list-edits.ts";
import { useCountries } from "#app/ui/use-countries.ts";
import type { FormPart } from "./form-props.ts";
import type { PlaybookForm, RouteForm } from "./playbook-form.ts";
import { NEW_ROUTE } from "./playbook-form.ts";

/** How long a parcel may say nothing, and where that differs. */
export function SilenceFields({ form, change }: FormPart<PlaybookForm>) {
  const { t } = useTranslation("admin-promises");
  const problem = useFieldProblem();
  const figure = (name: "silentWorkdays" | "firstScanWorkdays", field: string) => (
    <TextField
      label={t(`settings.playbooks.${name}`)}
      helpText={t(`settings.playbooks.${name}Help`)}
      autoComplete="off"
      inputMode="numeric"
      value={form[name]}
      onChange={(value) => change((before) => ({ ...before, [name]: value }))}
      suffix={t("settings.workdays")}
      error={problem(`silence.${field}`)}
    />
  );
  const setRoutes = (update: (routes: readonly RouteForm[]) => readonly RouteForm[]) =>
    change((before) => ({ ...before, routes: update(before.routes) }));
  return (
    <BlockStack gap="300">
      <InlineGrid columns={{ xs: 1, sm: 2 }} gap="400">
        {figure("silentWorkdays", "workdays")}
        {figure("firstScanWorkdays", "firstScanWorkdays")}
      </InlineGrid>
      <Text as="h4" variant="headingSm">
        {t("settings.playbooks.routes")}
      </Text>
      {form.routes.map((route, index) => (
        <RouteRow
          key={index}
          route={route}
          index={index}
          onChange={(next) => setRoutes((before) => replaced(before, index, next))}
          onRemove={() => setRoutes((before) => removed(before, index))}
        />
      ))}
      <InlineStack>
        <Button icon={PlusIcon} onClick={() => setRoutes((before) => [...before, NEW_ROUTE])}>
          {t("settings.playbooks.addRoute")}
        </Button>
      </InlineStack>
    </BlockStack>
  );
}

interface RouteRowProps {
  readonly route: RouteForm;
  readonly index: number;
  readonly onChange: (route: RouteForm) => void;
  readonly onRemove: () => void;
}

function RouteRow({ route, index, onChange, onRemove }: RouteRowProps) {
  const { t } = useTranslation("admin-promises");
  const problem = useFieldProblem();
  const { choices } = useCountries();
  const options = [{ value: "*", label: t("settings.delivery.anyCountry") }, ...choices];
  const path = `silence.routes.${index}`;
  return (
    <Box background="bg-surface-secondary" borderRadius="200" padding="300">
      <InlineGrid columns="minmax(0, 1fr) auto" gap="300" alignItems="end">
        <InlineGrid columns={{ xs: 1, sm: 3 }} gap="300">
          <Select
            label={t("settings.playbooks.fromCountry")}
            options={options}
            value={route.fromCountry}
            onChange={(fromCountry) => onChange({ ...route, fromCountry })}
            error={problem(`${path}.fromCountry`)}
          />
          <Select
            label={t("settings.playbooks.toCountry")}
            options={options}
            value={route.toCountry}
            onChange={(toCountry) => onChange({ ...route, toCountry })}
            error={problem(`${path}.toCountry`)}
          />
          <TextField
            label={t("settings.playbooks.routeWorkdays")}
            autoComplete="off"
            inputMode="numeric"
            value={route.workdays}
            onChange={(workdays) => onChange({ ...route, workdays })}
            error={problem(`${path}.workdays`)}
          />
        </InlineGrid>
        <Button
          icon={DeleteIcon}
          variant="tertiary"
          accessibilityLabel={t("settings.playbooks.removeRoute", { row: index + 1 })}
          onClick={onRemove}
        />
      </InlineGrid>
    </Box>
  );
}
