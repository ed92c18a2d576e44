import { isRouteErrorResponse } from "@remix-run/react";
import { Banner, Page } from "@shopify/polaris";
import { createTranslator } from "./i18n.ts";

/** What staff see instead of a page that failed: outside the providers, so it brings its own texts. */
export function ErrorPage({ error }: { error: unknown }) {
  const { t } = createTranslator(typeof navigator === "undefined" ? "en" : navigator.language, ["admin"]);
  const isMissing = isRouteErrorResponse(error) && error.status === 404;
  const reference = isRouteErrorResponse(error) ? String(error.status) : "500";
  return (
    <Page>
      <Banner tone={isMissing ? "info" : "critical"} title={t(isMissing ? "error.notFound" : "error.title")}>
        <p>{t(isMissing ? "error.notFoundBody" : "error.body", { reference })}</p>
      </Banner>
    </Page>
  );
}
