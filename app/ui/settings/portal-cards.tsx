import { BlockStack, Button, Card, InlineStack, Link, List, Text, TextField } from "@shopify/polaris";
import { ExternalIcon } from "@shopify/polaris-icons";
import { useTranslation } from "react-i18next";
import { FormSection } from "#app/ui/forms/save-frame.tsx";

/** Where shoppers reach the portal, and who decides about that address. */
export function PortalAddress({ proxyPath, portalUrl }: { readonly proxyPath: string; readonly portalUrl: string }) {
  const { t } = useTranslation("admin-promises");
  return (
    <FormSection title={t("settings.portal.addressTitle")} about={t("settings.portal.addressAbout")}>
      <Card>
        <BlockStack gap="400">
          <TextField
            label={t("settings.portal.path")}
            helpText={t("settings.portal.pathHelp")}
            autoComplete="off"
            value={proxyPath}
            readOnly
          />
          <Text as="p" breakWord>
            <Link url={portalUrl} target="_blank">
              {portalUrl}
            </Link>
          </Text>
          <InlineStack>
            <Button icon={ExternalIcon} url={portalUrl} target="_blank">
              {t("settings.portal.open")}
            </Button>
          </InlineStack>
        </BlockStack>
      </Card>
    </FormSection>
  );
}

/** Where the portal's words and colours are changed. */
export function PortalTexts({ editorUrl }: { readonly editorUrl: string }) {
  const { t } = useTranslation("admin-promises");
  return (
    <FormSection title={t("settings.portal.textsTitle")} about={t("settings.portal.textsAbout")}>
      <Card>
        <BlockStack gap="400">
          <List type="number">
            <List.Item>{t("settings.portal.step1")}</List.Item>
            <List.Item>{t("settings.portal.step2")}</List.Item>
            <List.Item>{t("settings.portal.step3")}</List.Item>
          </List>
          <InlineStack>
            <Button icon={ExternalIcon} url={editorUrl} target="_top" variant="primary">
              {t("settings.portal.addBlock")}
            </Button>
          </InlineStack>
          <Text as="p" tone="subdued">
            {t("settings.portal.languages")}
          </Text>
        </BlockStack>
      </Card>
    </FormSection>
  );
}
