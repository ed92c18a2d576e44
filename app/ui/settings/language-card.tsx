import { BlockStack, Button, Card, ChoiceList, InlineStack, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { nearestLanguage, SHOPPER_LANGUAGES } from "#app/domain/shops/languages.ts";
import type { FormPart } from "./form-props.ts";
import type { SendingForm } from "./sending-form.ts";

/** The languages that shoppers are spoken to in; the shop's own takes the place of one that is not among them, so it stays. */
export function LanguageCard({ form, change, shopLocale }: FormPart<SendingForm> & { readonly shopLocale: string }) {
  const { t } = useTranslation("admin-promises");
  const own = nearestLanguage(shopLocale, SHOPPER_LANGUAGES);
  const chosen = SHOPPER_LANGUAGES.filter((language) => form.languages.includes(language) || language === own);
  return (
    <Card>
      <BlockStack gap="300">
        <ChoiceList
          allowMultiple
          title={t("settings.messages.languageTitle")}
          titleHidden
          choices={SHOPPER_LANGUAGES.map((value) => ({
            value,
            label: t(`language.${value}`),
            disabled: value === own || (chosen.length === 1 && chosen[0] === value),
            ...(value === own ? { helpText: t("settings.messages.shopLanguage") } : {}),
          }))}
          selected={chosen}
          onChange={(selected) =>
            change((before) => ({ ...before, languages: SHOPPER_LANGUAGES.filter((language) => selected.includes(language)) }))
          }
        />
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
