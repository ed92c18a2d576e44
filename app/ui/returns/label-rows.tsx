import { Badge, BlockStack, Button, InlineStack, Link, Text } from "@shopify/polaris";
import { ArrowDownIcon, DeleteIcon } from "@shopify/polaris-icons";
import { useTranslation } from "react-i18next";
import { useShopFormat } from "#app/ui/shop-format.tsx";
import { useFileDownload } from "#app/ui/use-file-download.ts";
import type { LabelView, PickupView, PurchaseView } from "./return-view.ts";

interface LabelRowProps {
  readonly label: LabelView;
  readonly isBusy: boolean;
  readonly onRemove: () => void;
}

/** One parcel with its label, and how far it is. */
export function LabelRow({ label, isBusy, onRemove }: LabelRowProps) {
  const { t } = useTranslation("admin-returns");
  const format = useShopFormat();
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
        {label.cost ? (
          <Text as="p" tone="subdued">
            {t("wayBack.cost", { amount: format.money(label.cost) })}
          </Text>
        ) : null}
        {label.firstScanAt ? (
          <Text as="p" tone="subdued">
            {label.deliveredAt
              ? t("wayBack.deliveredAt", { when: format.dateTime(label.deliveredAt) })
              : t("wayBack.scannedAt", { when: format.dateTime(label.firstScanAt) })}
          </Text>
        ) : null}
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

interface PurchaseRowProps {
  readonly purchase: PurchaseView;
  readonly isBusy: boolean;
  readonly onRetry: () => void;
}

const PURCHASE_TONES = { wanted: "info", failed: "critical", refunding: "info", refunded: "success", not_refunded: "warning" } as const;

/** A label that is being bought, could not be (why, and the way to have it tried again), or was given back. */
export function PurchaseRow({ purchase, isBusy, onRetry }: PurchaseRowProps) {
  const { t } = useTranslation("admin-returns");
  return (
    <BlockStack gap="100">
      <InlineStack gap="200" align="space-between" blockAlign="center">
        <Badge tone={PURCHASE_TONES[purchase.state]}>{t(`wayBack.purchaseState.${purchase.state}`)}</Badge>
        {purchase.state === "failed" ? (
          <Button onClick={onRetry} disabled={isBusy}>
            {t("wayBack.retry")}
          </Button>
        ) : null}
      </InlineStack>
      {purchase.problem ? <Text as="p">{t(`wayBack.purchase.${purchase.problem}`)}</Text> : null}
      {purchase.message ? (
        <Text as="p" tone="subdued" breakWord>
          {purchase.message}
        </Text>
      ) : null}
    </BlockStack>
  );
}

/** When the carrier collects a parcel. */
export function PickupRow({ pickup }: { readonly pickup: PickupView }) {
  const { t } = useTranslation("admin-returns");
  const format = useShopFormat();
  const { date, fromHour, toHour, status, confirmation } = pickup;
  return (
    <Text as="p" tone={status === "booked" ? undefined : "subdued"}>
      {t(`wayBack.pickup.${status}`, { date: format.calendarDate(date), from: fromHour, to: toHour, confirmation: confirmation ?? "" })}
    </Text>
  );
}
