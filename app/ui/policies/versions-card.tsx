import { Badge, BlockStack, Box, Button, Card, Divider, InlineStack, Text } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useShopFormat } from "#app/ui/shop-format.tsx";

/** One line of the policy's history. */
export interface VersionEntry {
  readonly version: number;
  readonly status: "draft" | "published" | "superseded";
  readonly publishedAt: string | null;
  readonly updatedAt: string;
  /** "you", "system", or another member of staff by id. */
  readonly by: { readonly kind: "you" | "system" } | { readonly kind: "staff"; readonly id: string };
  readonly copiedFrom: number | null;
}

interface VersionsCardProps {
  readonly versions: readonly VersionEntry[];
  readonly onRollBack: (version: VersionEntry) => void;
}

const SHOWN = 5;

/** Every version with who published it and when, newest first; an earlier one can be put back. */
export function VersionsCard({ versions, onRollBack }: VersionsCardProps) {
  const { t } = useTranslation("admin-returns");
  const [isAll, setAll] = useState(false);
  const shown = isAll ? versions : versions.slice(0, SHOWN);
  return (
    <Card padding="0">
      <Box padding="400">
        <BlockStack gap="050">
          <Text as="h2" variant="headingSm">
            {t("versions.heading")}
          </Text>
          <Text as="p" tone="subdued">
            {t("versions.help")}
          </Text>
        </BlockStack>
      </Box>
      {shown.map((version) => (
        <Box key={version.version}>
          <Divider />
          <Box padding="300" paddingInline="400">
            <VersionRow version={version} onRollBack={onRollBack} />
          </Box>
        </Box>
      ))}
      {versions.length > SHOWN ? (
        <>
          <Divider />
          <Box padding="300" paddingInline="400">
            <Button variant="plain" onClick={() => setAll(!isAll)}>
              {t(isAll ? "versions.fewer" : "versions.all", { count: versions.length })}
            </Button>
          </Box>
        </>
      ) : null}
    </Card>
  );
}

function VersionRow({ version, onRollBack }: { version: VersionEntry; onRollBack: (version: VersionEntry) => void }) {
  const { t } = useTranslation("admin-returns");
  const format = useShopFormat();
  const { by, status, publishedAt, updatedAt, copiedFrom } = version;
  const who = t(`versions.by_${by.kind}`, by.kind === "staff" ? { id: by.id } : {});
  return (
    <InlineStack gap="200" align="space-between" blockAlign="center" wrap={false}>
      <BlockStack gap="050">
        <InlineStack gap="200" align="start" blockAlign="center">
          <Text as="span" fontWeight="medium">
            {t("versions.version", { version: version.version })}
          </Text>
          {status === "published" ? <Badge tone="success">{t("versions.published")}</Badge> : null}
          {status === "draft" ? <Badge tone="attention">{t("versions.draft")}</Badge> : null}
        </InlineStack>
        <Text as="span" tone="subdued" variant="bodySm">
          {publishedAt
            ? t("versions.when", { when: format.dateTime(publishedAt), who })
            : t("versions.saved", { when: format.dateTime(updatedAt) })}
        </Text>
        {copiedFrom !== null && status !== "draft" ? (
          <Text as="span" tone="subdued" variant="bodySm">
            {t("versions.copied", { version: copiedFrom })}
          </Text>
        ) : null}
      </BlockStack>
      {status === "superseded" ? (
        <Button size="slim" onClick={() => onRollBack(version)} accessibilityLabel={t("versions.rollBackTo", { version: version.version })}>
          {t("versions.rollBack")}
        </Button>
      ) : null}
    </InlineStack>
  );
}
