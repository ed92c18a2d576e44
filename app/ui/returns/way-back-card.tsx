import { BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { ArrowDownIcon } from "@shopify/polaris-icons";
import { useTranslation } from "react-i18next";
import { useFileDownload } from "#app/ui/use-file-download.ts";
import type { ReturnView } from "./return-view.ts";

/** How the goods come back: the papers for the parcel. */
export function WayBackCard({ view }: { view: ReturnView }) {
  const { t } = useTranslation("admin-returns");
  const slip = useFileDownload(view.slipUrl ?? "", `${view.name.replace("#", "")}.pdf`);
  if (view.slipUrl === null) return null;
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingSm">
          {t("wayBack.heading")}
        </Text>
        <InlineStack>
          <Button icon={ArrowDownIcon} onClick={slip.start} loading={slip.isBusy}>
            {t("wayBack.slip")}
          </Button>
        </InlineStack>
        <Text as="p" tone="subdued">
          {t("wayBack.slipHelp")}
        </Text>
      </BlockStack>
    </Card>
  );
}
