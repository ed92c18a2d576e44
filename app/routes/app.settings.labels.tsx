import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { adminRequest } from "#app/http/admin.server.ts";
import { readSettingsForm, settingsAnswer } from "#app/http/settings-form.server.ts";
import { FormSection, SaveFrame } from "#app/ui/forms/save-frame.tsx";
import { labelDocuments, labelForm } from "#app/ui/settings/label-form.ts";
import { SlipFields } from "#app/ui/settings/slip-fields.tsx";
import { useSettingsForm } from "#app/ui/settings/use-settings-form.ts";
import { readSettings } from "#app/use-cases/shops/read-settings.server.ts";
import { saveSettings } from "#app/use-cases/shops/save-settings.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = await adminRequest(args);
  return readSettings(ctx, ["labels"]);
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, staff } = await adminRequest(args);
  const { changes, revision } = await readSettingsForm(args.request, ["labels"]);
  return settingsAnswer(await saveSettings(ctx, { changes, actor: staff.actor }), revision);
}

export default function LabelSettingsPage() {
  const { t } = useTranslation("admin-promises");
  const { labels } = useLoaderData<typeof loader>();
  const loaded = useMemo(() => labelForm(labels.value), [labels]);
  const edited = useSettingsForm({ loaded, versions: { labels: labels.version }, documents: labelDocuments });
  return (
    <SaveFrame edited={edited} title={t("settings.labels.title")} backAction={{ content: t("settings.title"), url: "/app/settings" }}>
      <FormSection title={t("settings.labels.slipTitle")} about={t("settings.labels.slipAbout")}>
        <SlipFields form={edited.form} change={edited.change} />
      </FormSection>
    </SaveFrame>
  );
}
