import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { adminRequest } from "#app/http/admin.server.ts";
import { readSettingsForm, settingsAnswer } from "#app/http/settings-form.server.ts";
import { FormSection, SaveFrame } from "#app/ui/forms/save-frame.tsx";
import { FirstReplyFields } from "#app/ui/settings/first-reply-fields.tsx";
import { hoursDocument, hoursForm } from "#app/ui/settings/hours-form.ts";
import { useSettingsForm } from "#app/ui/settings/use-settings-form.ts";
import { WeekFields } from "#app/ui/settings/week-fields.tsx";
import { useShopFormat } from "#app/ui/shop-format.tsx";
import { readSettings } from "#app/use-cases/shops/read-settings.server.ts";
import { saveSettings } from "#app/use-cases/shops/save-settings.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = await adminRequest(args);
  return readSettings(ctx, ["cases"]);
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, staff } = await adminRequest(args);
  const { changes, revision } = await readSettingsForm(args.request, ["cases"]);
  return settingsAnswer(await saveSettings(ctx, { changes, actor: staff.actor }), revision);
}

export default function HoursSettingsPage() {
  const { t } = useTranslation("admin-promises");
  const { cases } = useLoaderData<typeof loader>();
  const { zone } = useShopFormat();
  const loaded = useMemo(() => hoursForm(cases.value), [cases]);
  const edited = useSettingsForm({
    loaded,
    versions: { cases: cases.version },
    documents: (form) => ({ cases: hoursDocument(form, zone) }),
  });
  const { form, change } = edited;
  return (
    <SaveFrame edited={edited} title={t("settings.hours.title")} backAction={{ content: t("settings.title"), url: "/app/settings" }}>
      <FormSection title={t("settings.hours.replyTitle")} about={t("settings.hours.replyAbout")}>
        <FirstReplyFields form={form} change={change} />
      </FormSection>
      <FormSection title={t("settings.hours.weekTitle")} about={t("settings.hours.weekAbout", { zone })}>
        <WeekFields form={form} change={change} />
      </FormSection>
    </SaveFrame>
  );
}
