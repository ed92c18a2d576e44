import { BlockStack, Card, List, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { AbuseSignal } from "#app/domain/returns/abuse-signals.ts";
import { useShopFormat } from "#app/ui/shop-format.tsx";

/** Why a person looks at this return though the policy would have approved it, each reason with its figures. */
export function SignalsCard({ signals }: { signals: readonly AbuseSignal[] }) {
  const { t } = useTranslation("admin-returns");
  const words = useSignalWords();
  if (signals.length === 0) return null;
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingSm">
          {t("signals.heading")}
        </Text>
        <List>
          {signals.map((signal) => (
            <List.Item key={signal.code}>{words(signal)}</List.Item>
          ))}
        </List>
        <Text as="p" tone="subdued">
          {t("signals.about")}
        </Text>
      </BlockStack>
    </Card>
  );
}

function useSignalWords(): (signal: AbuseSignal) => string {
  const { t } = useTranslation("admin-returns");
  const format = useShopFormat();
  return (signal) => {
    switch (signal.code) {
      case "return_share":
        return t("signals.return_share", {
          returned: signal.returned,
          bought: signal.bought,
          certain: format.share(signal.lowerBp),
          limit: format.share(signal.limitBp),
        });
      case "value_at_risk":
        return t("signals.value_at_risk", { amount: format.money(signal.amount), limit: format.money(signal.limit) });
      default:
        return t(`signals.${signal.code}`, { count: signal.found });
    }
  };
}
