import { Banner, BlockStack, Box, Card, InlineGrid, Layout, Page, Select, Text } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Policy } from "#app/domain/policies/policy.ts";
import { useShopFormat } from "#app/ui/shop-format.tsx";
import { PolicyChanges } from "./policy-changes.tsx";
import { RollBackModal } from "./policy-modals.tsx";
import type { VersionEntry } from "./versions-card.tsx";
import { VersionsCard } from "./versions-card.tsx";

interface NumberedPolicy {
  readonly version: number;
  readonly policy: Policy;
}

interface PolicyVersionsPageProps {
  readonly versions: readonly VersionEntry[];
  readonly before: NumberedPolicy;
  readonly after: NumberedPolicy;
  readonly isBusy: boolean;
  readonly refusal: string | undefined;
  readonly onCompare: (from: number, to: number) => void;
  readonly onRollBack: (to: number) => void;
}

/** The history of the policy: any two versions compared in words, who published what and when, and the way back. */
export function PolicyVersionsPage(props: PolicyVersionsPageProps) {
  const { versions, refusal, isBusy, onRollBack } = props;
  const { t } = useTranslation("admin-returns");
  const [asked, setAsked] = useState<VersionEntry>();
  return (
    <Page title={t("versionHistory.title")} subtitle={t("versions.help")} backAction={{ content: t("policy.title"), url: "/app/policy" }}>
      <Layout>
        {refusal ? (
          <Layout.Section variant="fullWidth">
            <Banner tone="warning">{t(`refused.${refusal}`, { defaultValue: t("refused.stale") })}</Banner>
          </Layout.Section>
        ) : null}
        <Layout.Section>
          <CompareCard {...props} />
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <VersionsCard versions={versions} onRollBack={setAsked} />
        </Layout.Section>
      </Layout>
      <RollBackModal
        version={asked}
        isBusy={isBusy}
        onClose={() => setAsked(undefined)}
        onConfirm={() => {
          setAsked(undefined);
          if (asked) onRollBack(asked.version);
        }}
      />
      <Box paddingBlockEnd="800" />
    </Page>
  );
}

function CompareCard({ versions, before, after, onCompare }: PolicyVersionsPageProps) {
  const { t } = useTranslation("admin-returns");
  const { dateTime } = useShopFormat();
  const options = versions.map(({ version, status, publishedAt }) => ({
    value: String(version),
    label: [t("versions.version", { version }), publishedAt ? dateTime(publishedAt) : t(`versions.${status}`)].join(" · "),
  }));
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingSm">
          {t("versionHistory.compare")}
        </Text>
        <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
          <Select
            label={t("versionHistory.from")}
            options={options}
            value={String(before.version)}
            onChange={(from) => onCompare(Number(from), after.version)}
          />
          <Select
            label={t("versionHistory.to")}
            options={options}
            value={String(after.version)}
            onChange={(to) => onCompare(before.version, Number(to))}
          />
        </InlineGrid>
        <PolicyChanges
          before={before.policy}
          after={after.policy}
          nothing={before.version === after.version ? t("versionHistory.sameVersion") : t("versionHistory.nothing")}
        />
      </BlockStack>
    </Card>
  );
}
