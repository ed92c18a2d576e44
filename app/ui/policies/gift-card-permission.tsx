import { BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

const PERMISSION = "write_gift_cards";

/** Gift cards need a permission that a merchant gives when they want them; until then they are not offered to shoppers. */
export function GiftCardPermission() {
  const shopify = useAppBridge();
  const { t } = useTranslation("admin-returns");
  const [isGranted, setGranted] = useState<boolean>();
  useEffect(() => {
    void shopify.scopes.query().then(({ granted }) => setGranted(granted.includes(PERMISSION)));
  }, [shopify]);
  if (isGranted !== false) return null;
  const ask = () => void shopify.scopes.request([PERMISSION]).then(({ result }) => setGranted(result === "granted-all"));
  return (
    <BlockStack gap="200">
      <Text as="p" tone="caution">
        {t("offer.giftCardPermission")}
      </Text>
      <InlineStack>
        <Button onClick={ask}>{t("offer.allowGiftCards")}</Button>
      </InlineStack>
    </BlockStack>
  );
}
