import { Badge, BlockStack, Box, Card, InlineStack, List, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { ClashReport, RuleReport } from "#app/domain/policies/dry-run-report.ts";
import { useShopFormat } from "#app/ui/shop-format.tsx";
import { RowsCard } from "./rows-card.tsx";

const TONES = { decides: "success", waits: "info", blocked: "warning", unmet: "attention" } as const;

/** What each rule of the draft did, and what keeps it from deciding. */
export function DraftRulesCard({ rules }: { readonly rules: readonly RuleReport[] }) {
  const { t } = useTranslation("admin-policy");
  return (
    <RowsCard heading={t("testRules.heading")} none={t("testRules.none")} rows={rules} keyOf={({ ruleId }) => ruleId} padding="300">
      {(rule) => <RuleRow rule={rule} />}
    </RowsCard>
  );
}

function RuleRow({ rule }: { readonly rule: RuleReport }) {
  const { t } = useTranslation("admin-policy");
  const { locale } = useShopFormat();
  const { state, met, blockedBy } = rule;
  const details = {
    decides: { sold: rule.sold.toLocaleString(locale), asked: rule.asked.toLocaleString(locale) },
    blocked: { count: met, rule: blockedBy ?? "" },
    waits: {},
    unmet: {},
  };
  return (
    <InlineStack align="space-between" blockAlign="center" gap="200" wrap={false}>
      <BlockStack gap="050">
        <Text as="span" fontWeight="medium" breakWord>
          {rule.rule}
        </Text>
        <Text as="span" tone="subdued" variant="bodySm">
          {t(`testRules.${state}Detail`, details[state])}
        </Text>
      </BlockStack>
      <Box minWidth="fit-content">
        <Badge tone={TONES[state]}>{t(`testRules.${state}`)}</Badge>
      </Box>
    </InlineStack>
  );
}

/** Rules that say the opposite about the same items; absent where there are none. */
export function ClashesCard({ clashes }: { readonly clashes: readonly ClashReport[] }) {
  const { t } = useTranslation("admin-policy");
  if (clashes.length === 0) return null;
  return (
    <Card>
      <BlockStack gap="300">
        <BlockStack gap="050">
          <Text as="h2" variant="headingSm">
            {t("testRules.clashes")}
          </Text>
          <Text as="p" tone="subdued">
            {t("testRules.clashHelp")}
          </Text>
        </BlockStack>
        <List>
          {clashes.map(({ upper, lower, isUpperRefusing, items }) => (
            <List.Item key={`${upper} ${lower}`}>
              {t(isUpperRefusing ? "testRules.upperRefuses" : "testRules.upperAllows", { upper, lower, count: items })}
            </List.Item>
          ))}
        </List>
      </BlockStack>
    </Card>
  );
}
