import { Badge, BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { LOCALES, normalizeLocale } from "#app/ui/i18n.ts";

/** The languages that messages are written in, and which one takes the place of a language that is missing. */
export function LanguageCard({ shopLocale }: { readonly shopLocale: string }) {
  const { t } = useTranslation("admin-promises");
  return (
    <Card>
      <BlockStack gap="300">
        {LOCALES.map((locale) => (
          <InlineStack key={locale} gap="200" blockAlign="center">
            <Text as="span">{t(`language.${locale}`)}</Text>
            {locale === normalizeLocale(shopLocale) ? <Badge>{t("settings.messages.shopLanguage")}</Badge> : null}
          </InlineStack>
        ))}
        <Text as="p" tone="subdued">
          {t("settings.messages.languageRule")}
        </Text>
        <InlineStack>
          <Button url="/app/messages">{t("settings.messages.editTexts")}</Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
