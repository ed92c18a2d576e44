import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Page } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { adminRequest } from "#app/http/admin.server.ts";
import { SettingsList } from "#app/ui/settings/settings-list.tsx";
import { settingsSummaries } from "#app/ui/settings/settings-summary.ts";
import { readSettings } from "#app/use-cases/shops/read-settings.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = await adminRequest(args);
  const stored = await readSettings(ctx, [
    "compensation",
    "deliveryPromises",
    "playbooks",
    "sending",
    "cases",
    "labels",
    "inspection",
    "orderChanges",
    "abuse",
    "help",
  ]);
  const settings = {
    compensation: stored.compensation.value,
    deliveryPromises: stored.deliveryPromises.value,
    playbooks: stored.playbooks.value,
    sending: stored.sending.value,
    cases: stored.cases.value,
    labels: stored.labels.value,
    inspection: stored.inspection.value,
    orderChanges: stored.orderChanges.value,
    abuse: stored.abuse.value,
    help: stored.help.value,
  };
  return { summaries: settingsSummaries(settings, ctx.links.portal("/")) };
}

export default function SettingsPage() {
  const { t } = useTranslation("admin-promises");
  const { summaries } = useLoaderData<typeof loader>();
  return (
    <Page title={t("settings.title")}>
      <SettingsList summaries={summaries} />
    </Page>
  );
}
