import { Badge, BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { useShopFormat } from "#app/ui/shop-format.tsx";
import type { StockView } from "./return-view.ts";

const TONES = {
  wanted: "info",
  held: "success",
  expired: "attention",
  sold_out: "critical",
  not_needed: undefined,
  off: undefined,
  not_allowed: "warning",
  refused: "warning",
} as const;

/** Whether the goods that the customer chose instead are kept for them, and until when. */
export function StockCard({ stock }: { stock: StockView | null }) {
  const { t } = useTranslation("admin-returns");
  const format = useShopFormat();
  if (stock === null) return null;
  const { state, until, message } = stock;
  const tone = TONES[state];
  return (
    <Card>
      <BlockStack gap="200">
        <InlineStack align="space-between" gap="200">
          <Text as="h2" variant="headingSm">
            {t("stock.heading")}
          </Text>
          <Badge {...(tone ? { tone } : {})}>{t(`stock.state.${state}`)}</Badge>
        </InlineStack>
        <Text as="p" tone="subdued">
          {t(`stock.about.${state}`, { when: until === null ? "" : format.dateTime(until) })}
        </Text>
        {message ? (
          <Text as="p" breakWord>
            {message}
          </Text>
        ) : null}
      </BlockStack>
    </Card>
  );
}
