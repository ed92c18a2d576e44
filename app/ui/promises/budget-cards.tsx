import { BlockStack, Card, InlineGrid, Link, ProgressBar, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { Money } from "#app/domain/shared/money.ts";
import { useShopFormat } from "#app/ui/shop-format.tsx";

/** What was given, and of how much. */
export interface BudgetData {
  readonly today: Money;
  readonly thisMonth: Money;
  readonly dailyBudget: Money | null;
  readonly monthlyBudget: Money | null;
}

interface BudgetCardsProps {
  readonly budget: BudgetData;
  /** How many payments wait for a person; absent where the page is about one of them. */
  readonly waiting?: number;
}

/** What of the budgets is used today and this month, and what waits for a person. */
export function BudgetCards({ budget, waiting }: BudgetCardsProps) {
  const { t } = useTranslation("admin-promises");
  return (
    <InlineGrid columns={{ xs: 1, sm: waiting === undefined ? 2 : 3 }} gap="400">
      {waiting === undefined ? null : (
        <Card>
          <BlockStack gap="200">
            <Text as="h2" variant="headingSm">
              {t("budget.waiting")}
            </Text>
            <Text as="p" variant="headingLg">
              {String(waiting)}
            </Text>
            {waiting > 0 ? (
              <Link url="/app/promises/compensation?view=waiting">{t("budget.review")}</Link>
            ) : (
              <Text as="p" tone="subdued">
                {t("budget.nothingWaits")}
              </Text>
            )}
          </BlockStack>
        </Card>
      )}
      <BudgetCard title={t("budget.today")} spent={budget.today} limit={budget.dailyBudget} />
      <BudgetCard title={t("budget.thisMonth")} spent={budget.thisMonth} limit={budget.monthlyBudget} />
    </InlineGrid>
  );
}

function BudgetCard({ title, spent, limit }: { readonly title: string; readonly spent: Money; readonly limit: Money | null }) {
  const { t } = useTranslation("admin-promises");
  const { money } = useShopFormat();
  const used = limit === null || limit.minor === 0 ? 0 : Math.min(100, Math.floor((spent.minor * 100) / limit.minor));
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingSm">
          {title}
        </Text>
        <Text as="p" variant="headingLg" numeric>
          {money(spent)}
        </Text>
        {limit === null ? (
          <Text as="p" tone="subdued">
            {t("budget.noLimit")}
          </Text>
        ) : (
          <BlockStack gap="100">
            <ProgressBar progress={used} size="small" tone={used >= 100 ? "critical" : "primary"} />
            <Text as="p" tone="subdued">
              {t("budget.of", { limit: money(limit) })}
            </Text>
          </BlockStack>
        )}
      </BlockStack>
    </Card>
  );
}
