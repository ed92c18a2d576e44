import { BlockStack, Button, Card, InlineError, InlineStack, Link, Text } from "@shopify/polaris";
import { ArrowDownIcon, PlusIcon } from "@shopify/polaris-icons";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFileDownload } from "#app/ui/use-file-download.ts";
import { AddLabel } from "./add-label.tsx";
import { LabelRow, PickupRow, PurchaseRow } from "./label-rows.tsx";
import type { ReturnView } from "./return-view.ts";
import { useLabels } from "./use-labels.ts";

/** How the goods come back: the papers for the parcels. */
export function WayBackCard({ view }: { view: ReturnView }) {
  const { t } = useTranslation("admin-returns");
  const slip = useFileDownload(view.slipUrl ?? "", `${view.name.replace("#", "")}.pdf`);
  const [isAdding, setAdding] = useState(false);
  const labels = useLabels(view.id);
  const papers = view.order.joined.find(({ hasPapers }) => hasPapers);
  if (view.slipUrl === null && view.labels.length + view.purchases.length === 0) return null;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingSm">
          {t("wayBack.heading")}
        </Text>
        {view.labels.map((label) => (
          <LabelRow key={label.id} label={label} isBusy={labels.isBusy} onRemove={() => void labels.remove(label.id)} />
        ))}
        {view.purchases.map((purchase) => (
          <PurchaseRow key={purchase.id} purchase={purchase} isBusy={labels.isBusy} onRetry={() => void labels.retry(purchase.id)} />
        ))}
        {view.pickups.map((pickup) => (
          <PickupRow key={pickup.id} pickup={pickup} />
        ))}
        {labels.problem && !isAdding ? <InlineError message={t(`wayBack.problem.${labels.problem}`)} fieldID="buy-label" /> : null}
        {view.slipUrl === null ? null : (
          <>
            <InlineStack gap="200">
              {view.canBuyLabel ? (
                <Button id="buy-label" onClick={() => void labels.buy()} loading={labels.isBusy}>
                  {t(view.labels.length > 0 ? "wayBack.buyAnother" : "wayBack.buy")}
                </Button>
              ) : null}
              <Button icon={ArrowDownIcon} onClick={slip.start} loading={slip.isBusy}>
                {t("wayBack.slip")}
              </Button>
              {isAdding || papers ? null : (
                <Button icon={PlusIcon} onClick={() => setAdding(true)}>
                  {t("wayBack.add")}
                </Button>
              )}
            </InlineStack>
            <Text as="p" tone="subdued">
              {t("wayBack.slipHelp")}
            </Text>
            {papers ? <Link url={`/app/returns/${papers.id}`}>{t("wayBack.papers", { name: papers.name })}</Link> : null}
            {isAdding ? <AddLabel labels={labels} onClose={() => setAdding(false)} /> : null}
          </>
        )}
      </BlockStack>
    </Card>
  );
}
