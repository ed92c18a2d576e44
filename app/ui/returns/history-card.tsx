import { BlockStack, Box, Card, InlineStack, Text } from "@shopify/polaris";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { REPAIR_EVENTS } from "#app/domain/returns/repair-stage.ts";
import { RETURN_EVENTS } from "#app/domain/returns/return-status.ts";
import type { Money } from "#app/domain/shared/money.ts";
import { useShopFormat } from "#app/ui/shop-format.tsx";
import type { HistoryEntry } from "./return-view.ts";

/** Everything that happened to the return, newest first, with who made it happen. */
export function HistoryCard({ history }: { history: readonly HistoryEntry[] }) {
  const { t } = useTranslation("admin-returns");
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingSm">
          {t("history.heading")}
        </Text>
        <ol style={{ listStyle: "none", margin: 0, padding: 0 }}>
          {history.toReversed().map((entry, index) => (
            <HistoryLine key={entry.id} entry={entry} isLast={index === history.length - 1} />
          ))}
        </ol>
      </BlockStack>
    </Card>
  );
}

const OTHER_EVENTS = [
  "photo_added",
  "opened",
  "open_refused",
  "settling",
  "refunded_in_shopify",
  "order_changed",
  "adapted",
  "invoice_sent",
  "invoice_refused",
  "balance_paid",
  "label_added",
  "label_removed",
  "label_failed",
  "label_refund_asked",
  "label_refunded",
  "label_not_refunded",
  "first_scan",
  "parcel_delivered",
  "pickup_booked",
  "pickup_failed",
  "pickup_cancelled",
  "stock_reserved",
  "stock_expired",
  "stock_sold_out",
  "stock_refused",
  "terms_by_condition",
  "condition_choice",
  ...REPAIR_EVENTS.map((event) => `repair_${event}` as const),
] as const;

function HistoryLine({ entry, isLast }: { entry: HistoryEntry; isLast: boolean }) {
  const { t } = useTranslation("admin-returns");
  const format = useShopFormat();
  const known = [...RETURN_EVENTS, ...OTHER_EVENTS].find((event) => event === entry.event) ?? "other";
  const who = t(`by.${entry.by.kind}`, entry.by.kind === "staff" ? { name: entry.by.name } : {});
  const detail = useDetail(entry);
  return (
    <li>
      <InlineStack gap="300" wrap={false} blockAlign="stretch">
        <Rail isLast={isLast} />
        <Box paddingBlockEnd={isLast ? "0" : "400"} width="100%">
          <BlockStack gap="050">
            <InlineStack align="space-between" gap="200">
              <Text as="p">{t(`returnEvent.${known}`, { event: entry.event })}</Text>
              <Text as="p" tone="subdued" variant="bodySm">
                {t("history.who", { when: format.dateTime(entry.at), who })}
              </Text>
            </InlineStack>
            {detail ? (
              <Text as="p" tone="subdued" breakWord>
                {detail}
              </Text>
            ) : null}
          </BlockStack>
        </Box>
      </InlineStack>
    </li>
  );
}

function Rail({ isLast }: { isLast: boolean }) {
  return (
    <span aria-hidden="true" style={{ display: "flex", flexDirection: "column", alignItems: "center", width: 10, flex: "none" }}>
      <span style={{ width: 10, height: 10, marginTop: 5, borderRadius: 5, background: "var(--p-color-icon-secondary)", flex: "none" }} />
      {isLast ? null : <span style={{ width: 2, flex: 1, marginTop: 4, background: "var(--p-color-border)" }} />}
    </span>
  );
}

/** What the condition of the goods changed, by which rules, and what staff chose. */
function termsDetail({ event, detail }: Pick<HistoryEntry, "event" | "detail">, t: TFunction<"admin-returns">): string[] {
  if (event === "condition_choice") return [t(`byCondition.chose.${detail.choice === "rule" ? "rule" : "keep"}`)];
  if (event !== "terms_by_condition" || !isText(detail.state)) return [];
  const rules = Array.isArray(detail.rules) ? detail.rules.filter(isText).join(", ") : "";
  return [
    t(`byCondition.state.${detail.state}`, { defaultValue: detail.state }),
    ...(rules === "" ? [] : [t("byCondition.byRule", { rules })]),
  ];
}

/** What belongs to a line of history besides what happened: words, figures, reasons. */
function useDetail({ event, detail }: HistoryEntry): string | undefined {
  const { t } = useTranslation("admin-returns");
  const format = useShopFormat();
  const parts = [
    detail.by === "shopify" ? t("history.inShopify") : undefined,
    event === "decline" && isText(detail.reason) ? t(`declineReason.${detail.reason}`, { defaultValue: detail.reason }) : undefined,
    isText(detail.note) ? detail.note : undefined,
    isMoney(detail.refund) && detail.refund.minor > 0 ? format.money(detail.refund) : undefined,
    isMoney(detail.owed) && detail.owed.minor > 0 ? format.money(detail.owed) : undefined,
    isMoney(detail.bonus) && detail.bonus.minor > 0 ? t("history.bonus", { amount: format.money(detail.bonus) }) : undefined,
    isMoney(detail.tooMuch) ? t("history.tooMuch", { amount: format.money(detail.tooMuch) }) : undefined,
    isMoney(detail.tooLittle) ? t("history.tooLittle", { amount: format.money(detail.tooLittle) }) : undefined,
    ...termsDetail({ event, detail }, t),
    isMoney(detail.giftCard) && detail.giftCard.minor > 0 ? t("history.giftCard", { amount: format.money(detail.giftCard) }) : undefined,
    isMoney(detail.accepted) ? t("history.accepted", { amount: format.money(detail.accepted) }) : undefined,
    isText(detail.code) ? t(`stoppedShort.${detail.code}`, { defaultValue: detail.code }) : undefined,
    event === "stock_reserved" && isText(detail.until) ? t("history.until", { when: format.dateTime(detail.until) }) : undefined,
    isText(detail.message) ? detail.message : undefined,
    isText(detail.carrier) ? detail.carrier : undefined,
    isText(detail.trackingNumber) ? detail.trackingNumber : undefined,
    event === "repair_choose_instead" && isText(detail.resolution) ? t(`resolution.${detail.resolution}`) : undefined,
    isText(detail.shopifyName) ? detail.shopifyName : undefined,
  ].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(" · ") : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

function isMoney(value: unknown): value is Money {
  return typeof value === "object" && value !== null && "minor" in value && "currency" in value;
}
