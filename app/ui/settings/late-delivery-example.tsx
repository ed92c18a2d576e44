import { Banner, BlockStack, Card, DataTable, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { lateDelivery, type LateDelivery } from "#app/domain/compensation/late-delivery.ts";
import { lateDeliverySettingsSchema, type LateDeliverySettings } from "#app/domain/compensation/late-delivery-settings.ts";
import { fractionDigitsOf } from "#app/domain/shared/currency.ts";
import { add, money, type Money } from "#app/domain/shared/money.ts";
import { HOUR } from "#app/domain/shared/time.ts";
import { useShopFormat } from "#app/ui/shop-format.tsx";
import type { CompensationForm } from "./compensation-form.ts";
import { lateDeliveryDocument } from "./compensation-form.ts";

/** A Friday; on the clock of the example, which has no daylight saving. */
const PROMISED_ON = "2026-11-20";
const ZONE = "UTC";
/** A Sunday afternoon first: the sentence is about it. */
const DELIVERIES = ["2026-11-22T15:00:00Z", "2026-11-21T10:00:00Z", "2026-11-24T09:00:00Z", "2026-11-26T12:00:00Z"] as const;

/** What the settings, as they are being edited, come to for one order: computed by the same function that pays. */
export function LateDeliveryExample({ form }: { readonly form: CompensationForm }) {
  const { t } = useTranslation("admin-promises");
  const { currency, money: formatted, locale, share } = useShopFormat();
  const settings = lateDeliverySettingsSchema.safeParse(lateDeliveryDocument(form));
  if (!settings.success) return <Banner tone="info">{t("settings.example.invalid")}</Banner>;
  const goods = exampleAmount(12, currency);
  const shipping = exampleAmount(1, currency);
  const rows = DELIVERIES.map((deliveredAt) => ({ deliveredAt, late: lateFor(deliveredAt, { goods, shipping }, settings.data) }));
  const day = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: ZONE });
  const moment = new Intl.DateTimeFormat(locale, { weekday: "long", hour: "numeric", minute: "2-digit", timeZone: ZONE });
  const withShipping = settings.data.base === "goods_and_shipping";
  const [first] = rows;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h3" variant="headingSm">
          {t("settings.example.title")}
        </Text>
        {first ? (
          <Text as="p">
            {t(withShipping ? "settings.example.sentenceWithShipping" : "settings.example.sentence", {
              order: formatted(withShipping ? add(goods, shipping) : goods),
              shipping: formatted(shipping),
              promised: day.format(new Date(`${PROMISED_ON}T12:00:00Z`)),
              delivered: moment.format(new Date(first.deliveredAt)),
              blocks: t("settings.example.blocks", { count: first.late.lateBlocks }),
              share: share(first.late.rateBp),
              amount: formatted(first.late.amount),
            })}
          </Text>
        ) : null}
        <DataTable
          columnContentTypes={["text", "numeric", "numeric", "numeric"]}
          headings={["delivered", "late", "share", "amount"].map((name) => t(`settings.example.${name}`))}
          rows={[...rows]
            .sort((a, b) => a.deliveredAt.localeCompare(b.deliveredAt))
            .map(({ deliveredAt, late }) => [
              moment.format(new Date(deliveredAt)),
              t("settings.example.hoursLate", { count: hoursLate(deliveredAt, late) }),
              late.capReached ? t("settings.example.shareCapped", { share: share(late.rateBp) }) : share(late.rateBp),
              formatted(late.amount),
            ])}
          increasedTableDensity
        />
      </BlockStack>
    </Card>
  );
}

function lateFor(
  deliveredAt: string,
  { goods, shipping }: { goods: Money; shipping: Money },
  settings: LateDeliverySettings,
): LateDelivery {
  const at = new Date(deliveredAt);
  return lateDelivery({ promisedOn: PROMISED_ON, zone: ZONE, deliveredAt: at, goods, shipping }, settings, at);
}

function hoursLate(deliveredAt: string, late: LateDelivery): number {
  return Math.max(0, Math.floor((new Date(deliveredAt).getTime() - late.startsAt.getTime()) / HOUR));
}

/** Ten units of a currency times `tens`; a currency without decimals has a hundred times as many, as their prices do. */
function exampleAmount(tens: number, currency: string): Money {
  const digits = fractionDigitsOf(currency);
  return money(tens * 10 * 10 ** (digits === 0 ? 2 : digits), currency);
}
