import { BlockStack, Button, Card, ChoiceList, InlineStack, Tag, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { WEEKDAYS } from "#app/domain/promises/business-time.ts";
import { useFieldProblem } from "#app/ui/forms/field-problems.tsx";
import { useShopFormat } from "#app/ui/shop-format.tsx";
import type { DeliveryForm } from "./delivery-form.ts";
import type { FormPart } from "./form-props.ts";

/** The days on which parcels move. */
export function CalendarFields({ form, change }: FormPart<DeliveryForm>) {
  const { t } = useTranslation("admin-promises");
  const problem = useFieldProblem();
  return (
    <Card>
      <BlockStack gap="400">
        <ChoiceList
          allowMultiple
          title={t("settings.delivery.weekdays")}
          choices={WEEKDAYS.map((day, index) => ({ value: String(index + 1), label: t(`weekday.${day}`) }))}
          selected={form.weekdays.map(String)}
          onChange={(selected) => change((before) => ({ ...before, weekdays: selected.map(Number) }))}
          error={problem("deliveryPromises.calendar.weekdays") ?? ""}
        />
        <HolidayFields
          holidays={form.holidays}
          onChange={(holidays) => change((before) => ({ ...before, holidays }))}
          path="deliveryPromises.calendar.holidays"
        />
      </BlockStack>
    </Card>
  );
}

interface HolidayProps {
  readonly holidays: readonly string[];
  readonly onChange: (holidays: readonly string[]) => void;
  readonly path: string;
}

/** Dates on which nothing happens, added one at a time. */
export function HolidayFields({ holidays, onChange, path }: HolidayProps) {
  const { t } = useTranslation("admin-promises");
  const { calendarDate } = useShopFormat();
  const problem = useFieldProblem();
  const [date, setDate] = useState("");
  const isReady = /^\d{4}-\d{2}-\d{2}$/.test(date) && !holidays.includes(date);
  const add = () => {
    onChange([...holidays, date].sort());
    setDate("");
  };
  return (
    <BlockStack gap="200">
      <TextField
        type="date"
        label={t("settings.holidays")}
        autoComplete="off"
        value={date}
        onChange={setDate}
        connectedRight={
          <Button onClick={add} disabled={!isReady}>
            {t("settings.addHoliday")}
          </Button>
        }
        error={problem(path)}
      />
      {holidays.length > 0 ? (
        <InlineStack gap="200">
          {holidays.map((holiday) => (
            <Tag key={holiday} onRemove={() => onChange(holidays.filter((each) => each !== holiday))}>
              {calendarDate(holiday)}
            </Tag>
          ))}
        </InlineStack>
      ) : (
        <Text as="p" tone="subdued" variant="bodySm">
          {t("settings.noHolidays")}
        </Text>
      )}
    </BlockStack>
  );
}
