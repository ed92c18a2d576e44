import { BlockStack, Button, Card, InlineStack, Link, Text } from "@shopify/polaris";
import { ArrowDownIcon, DeleteIcon, PlusIcon } from "@shopify/polaris-icons";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFileDownload } from "#app/ui/use-file-download.ts";
import { AddLabel } from "./add-label.tsx";
import type { LabelView, ReturnView } from "./return-view.ts";
import { useLabels } from "./use-labels.ts";

/** How the goods come back: the papers for the parcels. */
export function WayBackCard({ view }: { view: ReturnView }) {
  const { t } = useTranslation("admin-returns");
  const slip = useFileDownload(view.slipUrl ?? "", `${view.name.replace("#", "")}.pdf`);
  const [isAdding, setAdding] = useState(false);
  const labels = useLabels(view.id);
  if (view.slipUrl === null && view.labels.length === 0) return null;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingSm">
          {t("wayBack.heading")}
        </Text>
        {view.labels.map((label) => (
          <LabelRow key={label.id} label={label} isBusy={labels.isBusy} onRemove={() => void labels.remove(label.id)} />
        ))}
        {view.slipUrl === null ? null : (
          <>
            <InlineStack gap="200">
              <Button icon={ArrowDownIcon} onClick={slip.start} loading={slip.isBusy}>
                {t("wayBack.slip")}
              </Button>
              {isAdding ? null : (
                <Button icon={PlusIcon} onClick={() => setAdding(true)}>
                  {t("wayBack.add")}
                </Button>
              )}
            </InlineStack>
            <Text as="p" tone="subdued">
              {t("wayBack.slipHelp")}
            </Text>
            {isAdding ? <AddLabel labels={labels} onClose={() => setAdding(false)} /> : null}
          </>
        )}
      </BlockStack>
    </Card>
  );
}

interface LabelRowProps {
  readonly label: LabelView;
  readonly isBusy: boolean;
  readonly onRemove: () => void;
}

function LabelRow({ label, isBusy, onRemove }: LabelRowProps) {
  const { t } = useTranslation("admin-returns");
  const file = useFileDownload(label.fileUrl, `label-${label.parcel}`);
  const number = [label.carrier, label.trackingNumber].filter(Boolean).join(" ");
  return (
    <InlineStack align="space-between" blockAlign="center" gap="200" wrap={false}>
      <BlockStack>
        <Text as="p" fontWeight="semibold">
          {t("wayBack.parcel", { parcel: label.parcel })}
        </Text>
        {number === "" ? null : label.trackingUrl ? (
          <Link url={label.trackingUrl} target="_blank">
            {number}
          </Link>
        ) : (
          <Text as="p" breakWord>
            {number}
          </Text>
        )}
        {label.isInShopify ? (
          <Text as="p" tone="subdued">
            {t("wayBack.inShopify")}
          </Text>
        ) : null}
      </BlockStack>
      <InlineStack gap="100" wrap={false}>
        <Button icon={ArrowDownIcon} accessibilityLabel={t("wayBack.download")} onClick={file.start} loading={file.isBusy} />
        <Button icon={DeleteIcon} accessibilityLabel={t("wayBack.remove", { parcel: label.parcel })} onClick={onRemove} disabled={isBusy} />
      </InlineStack>
    </InlineStack>
  );
}
