import { Badge, BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { Difference } from "#app/domain/compensation/reconcile.ts";
import type { Money } from "#app/domain/shared/money.ts";
import { useShopFormat } from "#app/ui/shop-format.tsx";

/** What the ledger page is told of the last night. */
export interface ReconciliationView {
  readonly checkedAt: string;
  readonly checked: number;
  readonly unreadable: number;
  readonly differences: readonly Difference[];
}

const SHOWN = 20;

/** Whether the ledger and Shopify agreed last night, and what remains unexplained. */
export function ReconciliationCard({ reconciliation }: { reconciliation: ReconciliationView | null }) {
  const { t } = useTranslation("admin-promises");
  const format = useShopFormat();
  if (reconciliation === null)
    return (
      <Card>
        <Text as="p" tone="subdued">
          {t("reconciliation.never")}
        </Text>
      </Card>
    );
  const { checkedAt, checked, unreadable, differences } = reconciliation;
  return (
    <Card>
      <BlockStack gap="200">
        <InlineStack align="space-between" gap="200" blockAlign="center">
          <Text as="h2" variant="headingSm">
            {t("reconciliation.heading")}
          </Text>
          <Badge tone={differences.length === 0 ? "success" : "critical"}>
            {t("reconciliation.unexplained", { count: differences.length })}
          </Badge>
        </InlineStack>
        <Text as="p" tone="subdued">
          {t("reconciliation.checked", { count: checked, when: format.dateTime(checkedAt) })}
          {unreadable > 0 ? ` ${t("reconciliation.unreadable", { count: unreadable })}` : ""}
        </Text>
        {differences.slice(0, SHOWN).map((one, index) => (
          <InlineStack key={index} align="space-between" gap="200">
            <Text as="span" breakWord>
              {t(`difference.${one.code}`, { about: "key" in one ? one.key : one.gid })}
            </Text>
            <Text as="span" numeric fontWeight="semibold">
              {amountsOf(one).map(format.money).join(" / ")}
            </Text>
          </InlineStack>
        ))}
      </BlockStack>
    </Card>
  );
}

function amountsOf(difference: Difference): Money[] {
  if (difference.code === "amount_differs") return [difference.ledger, difference.shopify];
  return difference.code === "claimed_twice" ? [] : [difference.amount];
}
