import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { adminRequest } from "#app/http/admin.server.ts";
import { readSettingsForm, settingsAnswer } from "#app/http/settings-form.server.ts";
import { FormSection, SaveFrame } from "#app/ui/forms/save-frame.tsx";
import { BrandFields } from "#app/ui/settings/brand-fields.tsx";
import { LanguageCard } from "#app/ui/settings/language-card.tsx";
import { SendingFields } from "#app/ui/settings/sending-fields.tsx";
import { sendingDocuments, sendingForm } from "#app/ui/settings/sending-form.ts";
import { useSettingsForm } from "#app/ui/settings/use-settings-form.ts";
import { readSettings } from "#app/use-cases/shops/read-settings.server.ts";
import { saveSettings } from "#app/use-cases/shops/save-settings.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = await adminRequest(args);
  return { ...(await readSettings(ctx, ["brand", "sending", "languages"])), shopLocale: ctx.shop.locale };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, staff } = await adminRequest(args);
  const { changes, revision } = await readSettingsForm(args.request, ["brand", "sending", "languages"]);
  return settingsAnswer(await saveSettings(ctx, { changes, actor: staff.actor }), revision);
}

export default function MessageSettingsPage() {
  const { t } = useTranslation("admin-promises");
  const { brand, sending, languages, shopLocale } = useLoaderData<typeof loader>();
  const loaded = useMemo(
    () => sendingForm({ brand: brand.value, sending: sending.value, languages: languages.value }),
    [brand, sending, languages],
  );
  const edited = useSettingsForm({
    loaded,
    versions: { brand: brand.version, sending: sending.version, languages: languages.version },
    documents: sendingDocuments,
  });
  const { form, change } = edited;
  return (
    <SaveFrame edited={edited} title={t("settings.messages.title")} backAction={{ content: t("settings.title"), url: "/app/settings" }}>
      <FormSection title={t("settings.messages.brandTitle")} about={t("settings.messages.brandAbout")}>
        <BrandFields form={form} change={change} />
      </FormSection>
      <FormSection title={t("settings.messages.sendingTitle")} about={t("settings.messages.sendingAbout")}>
        <SendingFields form={form} change={change} />
      </FormSection>
      <FormSection title={t("settings.messages.languageTitle")} about={t("settings.messages.languageAbout")}>
        <LanguageCard form={form} change={change} shopLocale={shopLocale} />
      </FormSection>
    </SaveFrame>
  );
}
