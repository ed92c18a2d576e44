import { BlockStack, Box, Card, Icon, ResourceItem, ResourceList, Text } from "@shopify/polaris";
import {
  AutomationIcon,
  BarcodeIcon,
  ClockIcon,
  DeliveryIcon,
  EmailIcon,
  ClipboardCheckIcon,
  QuestionCircleIcon,
  ReturnIcon,
  ViewIcon,
  WalletIcon,
} from "@shopify/polaris-icons";
import { useTranslation } from "react-i18next";
import { useShopFormat } from "#app/ui/shop-format.tsx";
import type { SettingsSummary } from "./settings-summary.ts";

const ICONS = {
  compensation: WalletIcon,
  delivery: DeliveryIcon,
  playbooks: AutomationIcon,
  messages: EmailIcon,
  hours: ClockIcon,
  labels: BarcodeIcon,
  inspection: ClipboardCheckIcon,
  abuse: ViewIcon,
  help: QuestionCircleIcon,
  portal: ReturnIcon,
} as const;

/** Every settings page with what it is about and how it is set now. */
export function SettingsList({ summaries }: { readonly summaries: readonly SettingsSummary[] }) {
  const { t } = useTranslation("admin-promises");
  const { share } = useShopFormat();
  return (
    <Card padding="0">
      <ResourceList
        resourceName={{ singular: t("settings.title"), plural: t("settings.title") }}
        items={[...summaries]}
        renderItem={({ page, text, values }) => {
          const { rateBp, capBp } = values;
          const shares = typeof rateBp === "number" && typeof capBp === "number" ? { rate: share(rateBp), cap: share(capBp) } : {};
          return (
            <ResourceItem
              id={page}
              url={`/app/settings/${page}`}
              accessibilityLabel={t(`settings.${page}.title`)}
              media={
                <Box background="bg-surface-secondary" borderRadius="200" padding="200">
                  <Icon source={ICONS[page]} tone="base" />
                </Box>
              }
            >
              <BlockStack gap="050">
                <Text as="h2" variant="bodyMd" fontWeight="semibold">
                  {t(`settings.${page}.title`)}
                </Text>
                <Text as="p" tone="subdued" breakWord>
                  {t(`settings.summary.${page}.${text}`, { ...values, ...shares })}
                </Text>
              </BlockStack>
            </ResourceItem>
          );
        }}
      />
    </Card>
  );
}
