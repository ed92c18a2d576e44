import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { adminRequest } from "#app/http/admin.server.ts";
import { readSettingsForm, settingsAnswer } from "#app/http/settings-form.server.ts";
import { SaveFrame } from "#app/ui/forms/save-frame.tsx";
import { PortalAddress, PortalTexts } from "#app/ui/settings/portal-cards.tsx";
import { useSettingsForm } from "#app/ui/settings/use-settings-form.ts";
import { VideoFields } from "#app/ui/settings/video-fields.tsx";
import { typedNumber } from "#app/ui/typed-text.ts";
import { readSettings } from "#app/use-cases/shops/read-settings.server.ts";
import { saveSettings } from "#app/use-cases/shops/save-settings.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = await adminRequest(args);
  const { evidence } = await readSettings(ctx, ["evidence"]);
  const block = `${args.context.app.env.SHOPIFY_API_KEY}/returns`;
  return {
    evidence,
    proxyPath: ctx.shop.proxyPath,
    portalUrl: ctx.links.portal("/"),
    editorUrl: `shopify://admin/themes/current/editor?template=page&addAppBlockId=${block}&target=newAppsSection`,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, staff } = await adminRequest(args);
  const { changes, revision } = await readSettingsForm(args.request, ["evidence"]);
  return settingsAnswer(await saveSettings(ctx, { changes, actor: staff.actor }), revision);
}

export default function PortalSettingsPage() {
  const { t } = useTranslation("admin-promises");
  const { proxyPath, portalUrl, editorUrl, evidence } = useLoaderData<typeof loader>();
  const loaded = useMemo(() => ({ videoMaxMegabytes: String(evidence.value.videoMaxMegabytes) }), [evidence]);
  const edited = useSettingsForm({
    loaded,
    versions: { evidence: evidence.version },
    documents: (form) => ({ evidence: { videoMaxMegabytes: typedNumber(form.videoMaxMegabytes) } }),
  });
  return (
    <SaveFrame edited={edited} title={t("settings.portal.title")} backAction={{ content: t("settings.title"), url: "/app/settings" }}>
      <PortalAddress proxyPath={proxyPath} portalUrl={portalUrl} />
      <VideoFields form={edited.form} change={edited.change} />
      <PortalTexts editorUrl={editorUrl} />
    </SaveFrame>
  );
}
