import { BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { useShopFormat } from "#app/ui/shop-format.tsx";
import type { CaseFinding } from "./case-json.ts";

/** What the app found when it opened the case by itself: in words, with the amounts and where they stand. */
export function FindingCard({ finding }: { finding: CaseFinding }) {
  const { t } = useTranslation("admin-cases");
  const format = useShopFormat();
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t("finding.heading")}
        </Text>
        <Text as="p">{t(`finding.code.${finding.code}`, { defaultValue: t("finding.other") })}</Text>
        {finding.amounts.map(({ name, amount }) => (
          <InlineStack key={name} align="space-between" gap="200" wrap={false}>
            <Text as="span">{t(`finding.amount.${name}`, { defaultValue: t("finding.amount.amount") })}</Text>
            <Text as="span" fontWeight="semibold" numeric>
              {format.money(amount)}
            </Text>
          </InlineStack>
        ))}
        {finding.where.map((where) => (
          <Text key={where} as="p" tone="subdued" breakWord>
            {where}
          </Text>
        ))}
      </BlockStack>
    </Card>
  );
}
