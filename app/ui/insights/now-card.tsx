import { BlockStack, Card, InlineStack, Link, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { CaseView } from "#app/domain/cases/case-view.ts";

/** What waits for a person at this moment, each with the way to it. */
export function NowCard({ cases }: { cases: Readonly<Record<CaseView, number>> }) {
  const { t } = useTranslation("admin");
  const waiting = [
    { count: cases.breached, text: "late", url: "/app/cases?view=breached" },
    { count: cases.unassigned, text: "unassigned", url: "/app/cases?view=unassigned" },
    { count: cases.open, text: "open", url: "/app/cases" },
  ].filter(({ count }) => count > 0);
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingSm">
          {t("dashboard.now")}
        </Text>
        {waiting.length === 0 ? (
          <Text as="p" tone="subdued">
            {t("dashboard.nowNothing")}
          </Text>
        ) : (
          <InlineStack gap={{ xs: "200", md: "600" }}>
            {waiting.map(({ count, text, url }) => (
              <Link key={text} url={url}>
                {t(`dashboard.${text}`, { count })}
              </Link>
            ))}
          </InlineStack>
        )}
      </BlockStack>
    </Card>
  );
}
