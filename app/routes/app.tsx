import type { HeadersFunction, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, Outlet, isRouteErrorResponse, useLoaderData, useRouteError } from "@remix-run/react";
import { NavMenu } from "@shopify/app-bridge-react";
import polarisEnglish from "@shopify/polaris/locales/en.json" with { type: "json" };
import polarisChinese from "@shopify/polaris/locales/zh-CN.json" with { type: "json" };
import polarisStyles from "@shopify/polaris/build/esm/styles.css?url";
import { AppProvider } from "@shopify/shopify-app-remix/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { useState } from "react";
import { I18nextProvider, useTranslation } from "react-i18next";
import { adminRequest } from "#app/http/admin.server.ts";
import { ErrorPage } from "#app/ui/error-page.tsx";
import { ADMIN_NAMESPACES, createTranslator, normalizeLocale } from "#app/ui/i18n.ts";
import { ShopFormatProvider } from "#app/ui/shop-format.tsx";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: polarisStyles }];

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = await adminRequest(args);
  const { currency, timezone } = ctx.shop;
  const locale = new URL(args.request.url).searchParams.get("locale") ?? ctx.shop.locale;
  return { apiKey: args.context.app.env.SHOPIFY_API_KEY, locale, language: normalizeLocale(locale), shop: { currency, timezone } };
}

export const meta: MetaFunction = () => [{ title: "Amends" }];

/** The language of the person in Shopify admin comes with the document only, so what came first stays. */
function useDocumentTranslator(locale: string) {
  const [translator] = useState(() => createTranslator(locale, ADMIN_NAMESPACES));
  return translator;
}

export default function AdminLayout() {
  const { apiKey, locale, shop } = useLoaderData<typeof loader>();
  const translator = useDocumentTranslator(locale);
  return (
    <AppProvider isEmbeddedApp={false} apiKey={apiKey} i18n={translator.locale === "zh-CN" ? polarisChinese : polarisEnglish}>
      <I18nextProvider i18n={translator.i18n}>
        <ShopFormatProvider value={{ locale: translator.locale, currency: shop.currency, zone: shop.timezone }}>
          <AdminNavigation />
          <main>
            <Outlet />
          </main>
        </ShopFormatProvider>
      </I18nextProvider>
    </AppProvider>
  );
}

const PAGES = [
  ["/app/returns", "returns"],
  ["/app/inspect", "inspect"],
  ["/app/cases", "cases"],
  ["/app/promises", "promises"],
  ["/app/policy", "policy"],
  ["/app/messages", "messages"],
  ["/app/settings", "settings"],
] as const;

function AdminNavigation() {
  const { t } = useTranslation("admin");
  return (
    <NavMenu>
      <Link to="/app" rel="home">
        {t("nav.dashboard")}
      </Link>
      {PAGES.map(([path, name]) => (
        <Link key={path} to={path}>
          {t(`nav.${name}`)}
        </Link>
      ))}
    </NavMenu>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  // The library answers with a page of its own (bounce, redirect to sign-in) as an error; everything else is ours to show.
  const isLibraryPage = isRouteErrorResponse(error) && typeof error.data === "string" && error.data.includes("<script");
  return isLibraryPage ? boundary.error(error) : <ErrorPage error={error} />;
}

export const headers: HeadersFunction = (args) => boundary.headers(args);
