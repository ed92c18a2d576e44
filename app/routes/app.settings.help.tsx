import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { chooseLanguage, offeredLanguages } from "#app/domain/shops/languages.ts";
import { adminRequest } from "#app/http/admin.server.ts";
import { usualTexts } from "#app/http/help-texts.server.ts";
import { readSettingsForm, settingsAnswer } from "#app/http/settings-form.server.ts";
import { FormSection, SaveFrame } from "#app/ui/forms/save-frame.tsx";
import { HelpCardFields, HelpOrderField } from "#app/ui/settings/help-fields.tsx";
import { helpForm } from "#app/ui/settings/help-form.ts";
import { useSettingsForm } from "#app/ui/settings/use-settings-form.ts";
import { readSettings } from "#app/use-cases/shops/read-settings.server.ts";
import { saveSettings } from "#app/use-cases/shops/save-settings.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = await adminRequest(args);
  const { help, languages } = await readSettings(ctx, ["help", "languages"]);
  const offered = offeredLanguages(languages.value, ctx.shop.locale);
  const own = chooseLanguage(ctx.shop.locale, ctx.shop.locale, offered);
  const ownFirst = [own, ...offered.filter((language) => language !== own)];
  return { help, languages: ownFirst, usual: usualTexts(ownFirst) };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, staff } = await adminRequest(args);
  const { changes, revision } = await readSettingsForm(args.request, ["help"]);
  return settingsAnswer(await saveSettings(ctx, { changes, actor: staff.actor }), revision);
}

export default function HelpSettingsPage() {
  const { t } = useTranslation("admin-promises");
  const { help, languages, usual } = useLoaderData<typeof loader>();
  const loaded = useMemo(() => helpForm(help.value), [help]);
  const edited = useSettingsForm({ loaded, versions: { help: help.version }, documents: (form) => ({ help: form }) });
  return (
    <SaveFrame edited={edited} title={t("settings.help.title")} backAction={{ content: t("settings.title"), url: "/app/settings" }}>
      <FormSection title={t("settings.help.orderTitle")} about={t("settings.help.orderAbout")}>
        <HelpOrderField form={edited.form} change={edited.change} />
      </FormSection>
      <FormSection title={t("settings.help.cardsTitle")} about={t("settings.help.cardsAbout")}>
        <HelpCardFields form={edited.form} change={edited.change} languages={languages} usual={usual} />
      </FormSection>
    </SaveFrame>
  );
}
