import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Page } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { adminRequest } from "#app/http/admin.server.ts";
import { PortalAddress, PortalTexts } from "#app/ui/settings/portal-cards.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = await adminRequest(args);
  const block = `${args.context.app.env.SHOPIFY_API_KEY}/returns`;
  return {
    proxyPath: ctx.shop.proxyPath,
    portalUrl: ctx.links.portal("/"),
    editorUrl: `shopify://admin/themes/current/editor?template=page&addAppBlockId=${block}&target=newAppsSection`,
  };
}

export default function PortalSettingsPage() {
  const { t } = useTranslation("admin-promises");
  const { proxyPath, portalUrl, editorUrl } = useLoaderData<typeof loader>();
  return (
    <Page title={t("settings.portal.title")} backAction={{ content: t("settings.title"), url: "/app/settings" }}>
      <BlockStack gap={{ xs: "400", md: "600" }}>
        <PortalAddress proxyPath={proxyPath} portalUrl={portalUrl} />
        <PortalTexts editorUrl={editorUrl} />
      </BlockStack>
    </Page>
  );
}
