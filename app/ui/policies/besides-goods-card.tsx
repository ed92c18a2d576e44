import { BlockStack, Card, Select, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { DUTIES_REFUNDS, TIPS_REFUNDS } from "#app/domain/policies/policy.ts";
import type { PolicyForm } from "./policy-form.ts";

interface BesidesGoodsCardProps {
  readonly form: PolicyForm;
  readonly onChange: (change: Partial<Pick<PolicyForm, "duties" | "tips">>) => void;
}

/** What goes back besides the goods, whichever rule fits them. */
export function BesidesGoodsCard({ form, onChange }: BesidesGoodsCardProps) {
  const { t } = useTranslation("admin-returns");
  return (
    <Card>
      <BlockStack gap="300">
        <BlockStack gap="050">
          <Text as="h3" variant="headingSm">
            {t("besidesGoods.heading")}
          </Text>
          <Text as="p" tone="subdued">
            {t("besidesGoods.help")}
          </Text>
        </BlockStack>
        <Select
          label={t("besidesGoods.duties")}
          helpText={t("besidesGoods.dutiesHelp")}
          options={DUTIES_REFUNDS.map((value) => ({ value, label: t(`besidesGoods.dutiesChoice.${value}`) }))}
          value={form.duties}
          onChange={(chosen) => onChange({ duties: DUTIES_REFUNDS.find((one) => one === chosen) ?? form.duties })}
        />
        <Select
          label={t("besidesGoods.tips")}
          options={TIPS_REFUNDS.toReversed().map((value) => ({ value, label: t(`besidesGoods.tipsChoice.${value}`) }))}
          value={form.tips}
          onChange={(chosen) => onChange({ tips: TIPS_REFUNDS.find((one) => one === chosen) ?? form.tips })}
        />
      </BlockStack>
    </Card>
  );
}
