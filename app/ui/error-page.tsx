import { isRouteErrorResponse } from "@remix-run/react";
import { AppProvider, Banner, Page } from "@shopify/polaris";
import polarisChinese from "@shopify/polaris/locales/zh-CN.json" with { type: "json" };
import polarisEnglish from "@shopify/polaris/locales/en.json" with { type: "json" };
import { createTranslator } from "./i18n.ts";

/** What staff see instead of a page that failed: outside the providers, so it brings its own texts. */
export function ErrorPage({ error }: { error: unknown }) {
  const { t, locale } = createTranslator(typeof navigator === "undefined" ? "en" : navigator.language, ["admin"]);
  const isMissing = isRouteErrorResponse(error) && error.status === 404;
  const reference = isRouteErrorResponse(error) ? String(error.status) : "500";
  return (
    <AppProvider i18n={locale === "zh-CN" ? polarisChinese : polarisEnglish}>
      <Page>
        <Banner tone={isMissing ? "info" : "critical"} title={t(isMissing ? "error.notFound" : "error.title")}>
          <p>{t(isMissing ? "error.notFoundBody" : "error.body", { reference })}</p>
        </Banner>
      </Page>
    </AppProvider>
  );
}
