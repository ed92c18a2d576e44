import { Badge, BlockStack, Button, Card, InlineStack, Link, List, Text } from "@shopify/polaris";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

/** Where the policy's page in the online store stands. */
export interface ShopPageView {
  readonly state: "waiting" | "published" | "edited" | "deleted" | "refused";
  /** Shopify's own words for a refusal. */
  readonly message: string | null;
  readonly url: string | null;
  /** Every other language that the online store is published in, as of the last time the page was written. */
  readonly languages: readonly PageLanguageView[];
}

export interface PageLanguageView {
  readonly locale: string;
  readonly state: "published" | "edited" | "refused" | "no_permission" | "no_words";
  readonly message: string | null;
}

interface ShopPageCardProps {
  /** Null before a merchant wanted one. */
  readonly page: ShopPageView | null;
  readonly isBusy: boolean;
  readonly onPublish: () => void;
}

const PAGES = "write_online_store_pages";
const TRANSLATIONS = "write_translations";

const TONES = { waiting: "info", published: "success", edited: "attention", deleted: "attention", refused: "critical" } as const;

/** The policy as a page of the online store: made when a merchant wants it, and kept up to date with what is published. */
export function ShopPageCard({ page, isBusy, onPublish }: ShopPageCardProps) {
  const shopify = useAppBridge();
  const { t } = useTranslation("admin-returns");
  const [isDenied, setDenied] = useState(false);
  const publish = async (permission: string) => {
    const { granted } = await shopify.scopes.query();
    const isAllowed = granted.includes(permission) || (await shopify.scopes.request([permission])).result === "granted-all";
    setDenied(!isAllowed);
    if (isAllowed) onPublish();
  };
  const action = page === null ? "publish" : page.state === "deleted" ? "again" : page.state === "edited" ? "replace" : "update";
  return (
    <Card>
      <BlockStack gap="200">
        <InlineStack align="space-between" gap="200">
          <Text as="h2" variant="headingSm">
            {t("shopPage.heading")}
          </Text>
          {page ? <Badge tone={TONES[page.state]}>{t(`shopPage.state.${page.state}`)}</Badge> : null}
        </InlineStack>
        <Text as="p" tone="subdued">
          {t(page ? `shopPage.about.${page.state}` : "shopPage.about.none")}
        </Text>
        {page?.message ? (
          <Text as="p" breakWord>
            {page.message}
          </Text>
        ) : null}
        <PageLanguages languages={page?.languages ?? []} />
        {isDenied ? (
          <Text as="p" tone="caution">
            {t("shopPage.denied")}
          </Text>
        ) : null}
        {page?.url && page.state !== "deleted" ? (
          <Link url={page.url} target="_blank">
            {t("shopPage.open")}
          </Link>
        ) : null}
        <InlineStack gap="200">
          <Button disabled={isBusy || page?.state === "waiting"} onClick={() => void publish(PAGES)}>
            {t(`shopPage.${action}`)}
          </Button>
          {page?.languages.some(({ state }) => state === "no_permission") ? (
            <Button disabled={isBusy} onClick={() => void publish(TRANSLATIONS)}>
              {t("shopPage.allowLanguages")}
            </Button>
          ) : null}
        </InlineStack>
      </BlockStack>
    </Card>
  );
}

/** The languages that the page is in, and of the others why it is not. */
function PageLanguages({ languages }: { readonly languages: readonly PageLanguageView[] }) {
  const { t, i18n } = useTranslation("admin-returns");
  if (languages.length === 0) return null;
  const names = new Intl.DisplayNames(i18n.language, { type: "language" });
  return (
    <List>
      {languages.map(({ locale, state, message }) => (
        <List.Item key={locale}>
          {t(`shopPage.language.${state}`, { language: names.of(locale) ?? locale })}
          {message ? ` ${message}` : ""}
        </List.Item>
      ))}
    </List>
  );
}
