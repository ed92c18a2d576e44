import { BlockStack, Card, InlineGrid, Text, TextField } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { addBusinessTime } from "#app/domain/promises/business-time.ts";
import { MINUTE, startOfDate } from "#app/domain/shared/time.ts";
import { useFieldProblem } from "#app/ui/forms/field-problems.tsx";
import { useShopFormat } from "#app/ui/shop-format.tsx";
import { typedNumber } from "#app/ui/typed-text.ts";
import type { FormPart } from "./form-props.ts";
import type { HoursForm } from "./hours-form.ts";
import { usableHours } from "./hours-form.ts";

/** A Friday, half an hour before an office closes. */
const ASKED_ON = "2026-11-20";
const ASKED_MINUTE = 17 * 60 + 30;

/** How soon somebody answers, with what that comes to for one question. */
export function FirstReplyFields({ form, change }: FormPart<HoursForm>) {
  const { t } = useTranslation("admin-promises");
  const problem = useFieldProblem();
  return (
    <Card>
      <BlockStack gap="300">
        <InlineGrid columns={{ xs: 1, sm: 2 }}>
          <TextField
            label={t("settings.hours.firstReply")}
            helpText={t("settings.hours.firstReplyHelp")}
            autoComplete="off"
            inputMode="numeric"
            value={form.firstReplyMinutes}
            onChange={(firstReplyMinutes) => change((before) => ({ ...before, firstReplyMinutes }))}
            suffix={t("settings.hours.minutes")}
            error={problem("cases.firstReplyMinutes")}
          />
        </InlineGrid>
        <ReplyExample form={form} />
      </BlockStack>
    </Card>
  );
}

function ReplyExample({ form }: { readonly form: HoursForm }) {
  const { t } = useTranslation("admin-promises");
  const { zone, locale } = useShopFormat();
  const hours = usableHours(form, zone);
  const minutes = typedNumber(form.firstReplyMinutes);
  if (hours === null || typeof minutes !== "number" || minutes > 10_080) return null;
  const asked = new Date(startOfDate(ASKED_ON, zone).getTime() + ASKED_MINUTE * MINUTE);
  const moment = new Intl.DateTimeFormat(locale, { weekday: "long", hour: "numeric", minute: "2-digit", timeZone: zone });
  const due = addBusinessTime(asked, minutes * MINUTE, hours);
  return <Text as="p">{t("settings.hours.example", { asked: moment.format(asked), due: moment.format(due) })}</Text>;
}
