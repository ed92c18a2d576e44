import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Box, Page } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { adminRequest } from "#app/http/admin.server.ts";
import { TemplateList } from "#app/ui/messages/template-list.tsx";
import { listTemplates } from "#app/use-cases/messages/templates.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = await adminRequest(args);
  return { templates: await listTemplates(ctx) };
}

export default function MessagesPage() {
  const { t } = useTranslation("admin-promises");
  const { templates } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t("messages.title")}
      subtitle={t("messages.subtitle")}
      secondaryActions={[
        { content: t("messages.toSent"), url: "/app/messages/sent" },
        { content: t("messages.toSettings"), url: "/app/settings/messages" },
      ]}
    >
      <TemplateList templates={templates} />
      <Box paddingBlockEnd="800" />
    </Page>
  );
}
