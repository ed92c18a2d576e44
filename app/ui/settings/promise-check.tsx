import { BlockStack, Card, InlineGrid, Select, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { dateOf, rowFor } from "#app/domain/promises/promise-table.ts";
import { useCountries } from "#app/ui/use-countries.ts";
import { useShopFormat } from "#app/ui/shop-format.tsx";
import type { DeliveryForm } from "./delivery-form.ts";
import { usableRows } from "./delivery-form.ts";

/** Answers which row counts for a parcel, and what it would promise for one that is sent today. */
export function PromiseCheck({ form, today }: { readonly form: DeliveryForm; readonly today: string }) {
  const { t } = useTranslation("admin-promises");
  const { choices } = useCountries();
  const [country, setCountry] = useState("US");
  const [productType, setProductType] = useState("");
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h3" variant="headingSm">
          {t("settings.delivery.checkTitle")}
        </Text>
        <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
          <Select label={t("settings.delivery.country")} options={choices} value={country} onChange={setCountry} />
          <TextField
            label={t("settings.delivery.productType")}
            autoComplete="off"
            value={productType}
            onChange={setProductType}
            placeholder={t("settings.delivery.checkProductType")}
          />
        </InlineGrid>
        <Answer form={form} today={today} country={country} productType={productType} />
      </BlockStack>
    </Card>
  );
}

interface AnswerProps {
  readonly form: DeliveryForm;
  readonly today: string;
  readonly country: string;
  readonly productType: string;
}

function Answer({ form, today, country, productType }: AnswerProps) {
  const { t } = useTranslation("admin-promises");
  const { calendarDate, zone } = useShopFormat();
  const rows = usableRows(form);
  const row = rowFor(
    rows.map((each) => each.row),
    country,
    productType,
  );
  if (row === null || form.weekdays.length === 0) return <Text as="p">{t("settings.delivery.checkNone")}</Text>;
  const number = (rows.find((each) => each.row === row)?.index ?? 0) + 1;
  const promised = dateOf(row, { shippedOn: today, orderedOn: today }, { zone, weekdays: form.weekdays, holidays: form.holidays });
  return (
    <Text as="p">
      {t(row.from === "shipped" ? "settings.delivery.checkShipped" : "settings.delivery.checkOrdered", {
        row: number,
        days: t(row.unit === "workdays" ? "settings.delivery.workdayCount" : "settings.delivery.dayCount", { count: row.days }),
        date: calendarDate(promised),
      })}
    </Text>
  );
}
