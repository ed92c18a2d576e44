import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { adminRequest } from "#app/http/admin.server.ts";
import { readSettingsForm, settingsAnswer } from "#app/http/settings-form.server.ts";
import { FormSection, SaveFrame } from "#app/ui/forms/save-frame.tsx";
import { gradeDocuments, gradeForm } from "#app/ui/settings/grade-form.ts";
import { GradeFields, MissingGoodsField } from "#app/ui/settings/grade-fields.tsx";
import { useSettingsForm } from "#app/ui/settings/use-settings-form.ts";
import { readSettings } from "#app/use-cases/shops/read-settings.server.ts";
import { saveSettings } from "#app/use-cases/shops/save-settings.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = await adminRequest(args);
  return readSettings(ctx, ["inspection"]);
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, staff } = await adminRequest(args);
  const { changes, revision } = await readSettingsForm(args.request, ["inspection"]);
  return settingsAnswer(await saveSettings(ctx, { changes, actor: staff.actor }), revision);
}

export default function InspectionSettingsPage() {
  const { t } = useTranslation("admin-promises");
  const { inspection } = useLoaderData<typeof loader>();
  const loaded = useMemo(() => gradeForm(inspection.value), [inspection]);
  const edited = useSettingsForm({ loaded, versions: { inspection: inspection.version }, documents: gradeDocuments });
  return (
    <SaveFrame edited={edited} title={t("settings.inspection.title")} backAction={{ content: t("settings.title"), url: "/app/settings" }}>
      <FormSection title={t("settings.inspection.gradesTitle")} about={t("settings.inspection.gradesAbout")}>
        <GradeFields form={edited.form} change={edited.change} />
      </FormSection>
      <FormSection title={t("settings.inspection.missingTitle")} about={t("settings.inspection.missingAbout")}>
        <MissingGoodsField form={edited.form} change={edited.change} />
      </FormSection>
    </SaveFrame>
  );
}
