import { Badge, BlockStack, Box, Card, InlineStack, ResourceItem, ResourceList, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { TemplateKey } from "#app/domain/messages/template.ts";

/** One template of the list. */
export interface TemplateRow {
  readonly key: TemplateKey;
  readonly kind: string;
  readonly changedIn: readonly string[];
}

/** Templates as people look for them. */
const GROUPS: readonly { readonly name: string; readonly keys: readonly TemplateKey[] }[] = [
  { name: "delivery", keys: ["late_delivery", "compensation_issued", "tracking_silence"] },
  {
    name: "returns",
    keys: [
      "return_requested",
      "return_approved",
      "return_declined",
      "exchange_sold_out",
      "return_inspected",
      "refund_paid",
      "return_incentive",
    ],
  },
  { name: "repairs", keys: ["repair_received", "repair_impossible", "repair_sent", "repair_follow_up"] },
  { name: "parcels", keys: ["return_label", "pickup_booked", "pickup_cancelled"] },
  { name: "orders", keys: ["order_cancelled", "order_address_changed", "order_change_failed"] },
  { name: "cases", keys: ["case_opened", "case_reply", "case_closed"] },
  { name: "signIn", keys: ["one_time_code"] },
];

/** Every message that goes out, by what it is about. */
export function TemplateList({ templates }: { readonly templates: readonly TemplateRow[] }) {
  const { t } = useTranslation("admin-promises");
  const placed = new Set(GROUPS.flatMap(({ keys }) => keys));
  const others = templates.map(({ key }) => key).filter((key) => !placed.has(key));
  return (
    <BlockStack gap="400">
      {[...GROUPS, { name: "other", keys: others }].map(({ name, keys }) =>
        keys.length === 0 ? null : (
          <BlockStack key={name} gap="200">
            <Box paddingInline={{ xs: "400", sm: "0" }}>
              <Text as="h2" variant="headingMd">
                {t(`messages.group.${name}`)}
              </Text>
            </Box>
            <Card padding="0">
              <ResourceList
                resourceName={{ singular: t("messages.one"), plural: t("messages.many") }}
                items={keys.flatMap((key) => templates.find((template) => template.key === key) ?? [])}
                renderItem={(template) => <TemplateItem template={template} />}
              />
            </Card>
          </BlockStack>
        ),
      )}
    </BlockStack>
  );
}

function TemplateItem({ template }: { readonly template: TemplateRow }) {
  const { t } = useTranslation("admin-promises");
  const { key, kind, changedIn } = template;
  return (
    <ResourceItem id={key} url={`/app/messages/${key}`} accessibilityLabel={t(`template.${key}.name`)}>
      <InlineStack align="space-between" blockAlign="center" gap="200">
        <BlockStack gap="050">
          <Text as="h3" variant="bodyMd" fontWeight="semibold">
            {t(`template.${key}.name`)}
          </Text>
          <Text as="p" tone="subdued">
            {t(`template.${key}.when`)}
          </Text>
        </BlockStack>
        <InlineStack gap="100">
          {kind === "transactional" ? null : <Badge>{t(`messages.kind.${kind}`)}</Badge>}
          {changedIn.map((locale) => (
            <Badge key={locale} tone="info">
              {t("messages.changedIn", { language: t(`language.${locale}`) })}
            </Badge>
          ))}
        </InlineStack>
      </InlineStack>
    </ResourceItem>
  );
}
