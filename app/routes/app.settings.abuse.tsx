import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { adminRequest } from "#app/http/admin.server.ts";
import { readSettingsForm, settingsAnswer } from "#app/http/settings-form.server.ts";
import { FormSection, SaveFrame } from "#app/ui/forms/save-frame.tsx";
import { AbuseFields } from "#app/ui/settings/abuse-fields.tsx";
import type { AbuseForm } from "#app/ui/settings/abuse-form.ts";
import { abuseDocument, abuseForm } from "#app/ui/settings/abuse-form.ts";
import { useShopFormat } from "#app/ui/shop-format.tsx";
import { useSettingsForm } from "#app/ui/settings/use-settings-form.ts";
import { readSettings } from "#app/use-cases/shops/read-settings.server.ts";
import { saveSettings } from "#app/use-cases/shops/save-settings.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = await adminRequest(args);
  return readSettings(ctx, ["abuse"]);
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, staff } = await adminRequest(args);
  const { changes, revision } = await readSettingsForm(args.request, ["abuse"]);
  return settingsAnswer(await saveSettings(ctx, { changes, actor: staff.actor }), revision);
}

export default function AbuseSettingsPage() {
  const { t } = useTranslation("admin-promises");
  const { abuse } = useLoaderData<typeof loader>();
  const loaded = useMemo(() => abuseForm(abuse.value), [abuse]);
  const { currency } = useShopFormat();
  const documents = useCallback((form: AbuseForm) => ({ abuse: abuseDocument(form, currency) }), [currency]);
  const edited = useSettingsForm({ loaded, versions: { abuse: abuse.version }, documents });
  return (
    <SaveFrame edited={edited} title={t("settings.abuse.title")} backAction={{ content: t("settings.title"), url: "/app/settings" }}>
      <FormSection title={t("settings.abuse.reviewTitle")} about={t("settings.abuse.reviewAbout")}>
        <AbuseFields form={edited.form} change={edited.change} />
      </FormSection>
    </SaveFrame>
  );
}
