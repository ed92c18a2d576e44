import { BlockStack, Button, Card, Divider, InlineError, InlineGrid, InlineStack, Text, TextField } from "@shopify/polaris";
import { DeleteIcon, PlusIcon } from "@shopify/polaris-icons";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { WEEKDAYS, type Shift, type Weekday } from "#app/domain/promises/business-time.ts";
import { useFieldProblem } from "#app/ui/forms/field-problems.tsx";
import { removed, replaced } from "#app/ui/policies/list-edits.ts";
import { HolidayFields } from "./calendar-fields.tsx";
import type { FormPart } from "./form-props.ts";
import type { HoursForm } from "./hours-form.ts";

const USUAL_SHIFT: Shift = { from: "09:00", to: "18:00" };

/** The shifts of each weekday, and the dates on which nobody works. */
export function WeekFields({ form, change }: FormPart<HoursForm>) {
  const problem = useFieldProblem();
  const isNeverOpen = WEEKDAYS.every((day) => form.week[day].length === 0);
  const week = isNeverOpen ? problem("cases.hours.week") : undefined;
  return (
    <Card>
      <BlockStack gap="300">
        {WEEKDAYS.map((day, index) => (
          <Fragment key={day}>
            {index > 0 ? <Divider /> : null}
            <DayFields
              day={day}
              shifts={form.week[day]}
              onChange={(shifts) => change((before) => ({ ...before, week: { ...before.week, [day]: shifts } }))}
            />
          </Fragment>
        ))}
        {week ? <InlineError message={week} fieldID="week" /> : null}
        <Divider />
        <HolidayFields
          holidays={form.holidays}
          onChange={(holidays) => change((before) => ({ ...before, holidays }))}
          path="cases.hours.holidays"
        />
      </BlockStack>
    </Card>
  );
}

interface DayProps {
  readonly day: Weekday;
  readonly shifts: readonly Shift[];
  readonly onChange: (shifts: readonly Shift[]) => void;
}

function DayFields({ day, shifts, onChange }: DayProps) {
  const { t } = useTranslation("admin-promises");
  return (
    <InlineGrid columns={{ xs: 1, sm: "minmax(0, 1fr) minmax(0, 3fr)" }} gap="200" alignItems="start">
      <InlineStack align="space-between" blockAlign="center" gap="200">
        <Text as="h3" variant="bodyMd" fontWeight="medium">
          {t(`weekday.${day}`)}
        </Text>
      </InlineStack>
      <BlockStack gap="200">
        {shifts.length === 0 ? (
          <Text as="p" tone="subdued">
            {t("settings.hours.closed")}
          </Text>
        ) : null}
        {shifts.map((shift, index) => (
          <ShiftFields
            key={index}
            day={day}
            index={index}
            shift={shift}
            onChange={(next) => onChange(replaced(shifts, index, next))}
            onRemove={() => onChange(removed(shifts, index))}
          />
        ))}
        <InlineStack>
          <Button
            icon={PlusIcon}
            variant="plain"
            onClick={() => onChange([...shifts, USUAL_SHIFT])}
            accessibilityLabel={t("settings.hours.addShiftOn", { day: t(`weekday.${day}`) })}
          >
            {t("settings.hours.addShift")}
          </Button>
        </InlineStack>
      </BlockStack>
    </InlineGrid>
  );
}

interface ShiftProps {
  readonly day: Weekday;
  readonly index: number;
  readonly shift: Shift;
  readonly onChange: (shift: Shift) => void;
  readonly onRemove: () => void;
}

function ShiftFields({ day, index, shift, onChange, onRemove }: ShiftProps) {
  const { t } = useTranslation("admin-promises");
  const problem = useFieldProblem();
  const time = (name: "from" | "to") => (
    <TextField
      type="time"
      label={t(`settings.hours.${name}`)}
      labelHidden
      autoComplete="off"
      value={shift[name]}
      onChange={(value) => onChange({ ...shift, [name]: value })}
      error={problem(`cases.hours.week.${day}.${index}.${name}`)}
    />
  );
  return (
    <InlineGrid columns="minmax(0, 1fr) minmax(0, 1fr) auto" gap="200" alignItems="start">
      {time("from")}
      {time("to")}
      <Button
        icon={DeleteIcon}
        variant="tertiary"
        accessibilityLabel={t("settings.hours.removeShift", { day: t(`weekday.${day}`) })}
        onClick={onRemove}
      />
    </InlineGrid>
  );
}
