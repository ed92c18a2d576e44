import { BlockStack, Card, InlineStack, Link, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { CaseView } from "#app/domain/cases/case-view.ts";

interface Waiting {
  readonly cases: Readonly<Record<CaseView, number>>;
  readonly returns: number;
  readonly compensations: number;
}

/** What waits for a person at this moment, each with the way to it. */
export function NowCard({ waiting }: { waiting: Waiting }) {
  const { t } = useTranslation("admin");
  const { cases, returns, compensations } = waiting;
  const links = [
    { count: returns, text: "returns", url: "/app/returns?view=review" },
    { count: compensations, text: "compensations", url: "/app/promises/compensation?view=waiting" },
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
        {links.length === 0 ? (
          <Text as="p" tone="subdued">
            {t("dashboard.nowNothing")}
          </Text>
        ) : (
          <InlineStack gap={{ xs: "200", md: "600" }}>
            {links.map(({ count, text, url }) => (
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
