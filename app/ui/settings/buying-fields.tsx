import { BlockStack, Card, Checkbox, FormLayout, InlineGrid, Select, Text, TextField } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { ParcelAddress, ParcelSize } from "#app/domain/labels/label-settings.ts";
import { useFieldProblem } from "#app/ui/forms/field-problems.tsx";
import { useShopFormat } from "#app/ui/shop-format.tsx";
import { useCountries } from "#app/ui/use-countries.ts";
import type { FormPart } from "./form-props.ts";
import type { LabelForm } from "./label-form.ts";

/** Whether labels are bought, which, and for how much. */
export function BuyingFields({ form, change }: FormPart<LabelForm>) {
  const { t } = useTranslation("admin-promises");
  const { currency } = useShopFormat();
  const problem = useFieldProblem();
  const set = (part: Partial<LabelForm>) => change((before) => ({ ...before, ...part }));
  return (
    <Card>
      <BlockStack gap="400">
        <Checkbox
          label={t("settings.labels.isOn")}
          helpText={t("settings.labels.isOnHelp")}
          checked={form.isOn}
          onChange={(isOn) => set({ isOn })}
        />
        <InlineGrid columns={{ xs: 1, sm: 3 }} gap="400">
          <TextField
            label={t("settings.labels.carrier")}
            helpText={t("settings.labels.carrierHelp")}
            placeholder={t("settings.labels.cheapest")}
            autoComplete="off"
            value={form.carrier}
            onChange={(carrier) => set({ carrier })}
            error={problem("labels.buying.carrier")}
          />
          <TextField
            label={t("settings.labels.service")}
            helpText={t("settings.labels.serviceHelp")}
            placeholder={t("settings.labels.cheapest")}
            autoComplete="off"
            value={form.service}
            onChange={(service) => set({ service })}
            error={problem("labels.buying.service")}
          />
          <TextField
            label={t("settings.labels.maxPrice")}
            helpText={t("settings.labels.maxPriceHelp")}
            placeholder={t("settings.noLimit")}
            autoComplete="off"
            inputMode="decimal"
            suffix={currency}
            value={form.maxPrice}
            onChange={(maxPrice) => set({ maxPrice })}
            error={problem("labels.buying.maxPrice")}
          />
        </InlineGrid>
        <Checkbox
          label={t("settings.labels.offersPickup")}
          helpText={t("settings.labels.offersPickupHelp")}
          checked={form.offersPickup}
          onChange={(offersPickup) => set({ offersPickup })}
        />
      </BlockStack>
    </Card>
  );
}

/** Where parcels go, as carriers need it, and what a usual one is like. */
export function ParcelFields({ form, change }: FormPart<LabelForm>) {
  const { t } = useTranslation("admin-promises");
  const { choices } = useCountries();
  const problem = useFieldProblem();
  const setAddress = (part: Partial<ParcelAddress>) => change((before) => ({ ...before, address: { ...before.address, ...part } }));
  const line = (name: keyof ParcelAddress) => (
    <TextField
      label={t(`settings.labels.address.${name}`)}
      autoComplete="off"
      value={form.address[name]}
      onChange={(value) => setAddress({ [name]: value })}
      error={problem(`labels.buying.address.${name}`)}
    />
  );
  const size = (name: keyof ParcelSize) => (
    <TextField
      label={t(`settings.labels.parcel.${name}`)}
      autoComplete="off"
      inputMode="decimal"
      suffix={t(name === "grams" ? "settings.labels.gram" : "settings.labels.centimetre")}
      value={form.parcel[name]}
      onChange={(value) => change((before) => ({ ...before, parcel: { ...before.parcel, [name]: value } }))}
      error={problem(`labels.buying.parcel.${name}`)}
    />
  );
  return (
    <Card>
      <BlockStack gap="400">
        <FormLayout>
          <FormLayout.Group>
            {line("name")}
            {line("phone")}
          </FormLayout.Group>
          {line("street1")}
          {line("street2")}
          <FormLayout.Group>
            {line("city")}
            {line("state")}
          </FormLayout.Group>
          <FormLayout.Group>
            {line("zip")}
            <Select
              label={t("settings.labels.address.country")}
              options={[{ value: "", label: t("settings.labels.chooseCountry") }, ...choices]}
              value={form.address.country}
              onChange={(country) => setAddress({ country })}
              error={problem("labels.buying.address.country")}
            />
          </FormLayout.Group>
        </FormLayout>
        <Text as="h3" variant="headingSm">
          {t("settings.labels.usualParcel")}
        </Text>
        <InlineGrid columns={{ xs: 2, md: 4 }} gap="400">
          {size("grams")}
          {size("length")}
          {size("width")}
          {size("height")}
        </InlineGrid>
      </BlockStack>
    </Card>
  );
}
