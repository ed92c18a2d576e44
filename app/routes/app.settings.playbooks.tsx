import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { adminRequest } from "#app/http/admin.server.ts";
import { readSettingsForm, settingsAnswer } from "#app/http/settings-form.server.ts";
import { FormSection, SaveFrame } from "#app/ui/forms/save-frame.tsx";
import { DaysField } from "#app/ui/settings/days-field.tsx";
import { PlaybookCard } from "#app/ui/settings/playbook-fields.tsx";
import { playbookDocuments, playbookForm } from "#app/ui/settings/playbook-form.ts";
import { SilenceFields } from "#app/ui/settings/silence-fields.tsx";
import { SurveyFields } from "#app/ui/settings/survey-fields.tsx";
import { useSettingsForm } from "#app/ui/settings/use-settings-form.ts";
import { readSettings } from "#app/use-cases/shops/read-settings.server.ts";
import { saveSettings } from "#app/use-cases/shops/save-settings.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = await adminRequest(args);
  return readSettings(ctx, ["playbooks", "silence", "surveys"]);
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, staff } = await adminRequest(args);
  const { changes, revision } = await readSettingsForm(args.request, ["playbooks", "silence", "surveys"]);
  return settingsAnswer(await saveSettings(ctx, { changes, actor: staff.actor }), revision);
}

export default function PlaybookSettingsPage() {
  const { t } = useTranslation("admin-promises");
  const { playbooks, silence, surveys } = useLoaderData<typeof loader>();
  const loaded = useMemo(
    () => playbookForm({ playbooks: playbooks.value, silence: silence.value, surveys: surveys.value }),
    [playbooks, silence, surveys],
  );
  const edited = useSettingsForm({
    loaded,
    versions: { playbooks: playbooks.version, silence: silence.version, surveys: surveys.version },
    documents: playbookDocuments,
  });
  const { form, change } = edited;
  return (
    <SaveFrame edited={edited} title={t("settings.playbooks.title")} backAction={{ content: t("settings.title"), url: "/app/settings" }}>
      <FormSection title={t("settings.playbooks.parcelTitle")} about={t("settings.playbooks.parcelAbout")}>
        <PlaybookCard id="late_delivery" form={form} change={change} />
        <PlaybookCard id="tracking_silence" form={form} change={change}>
          <SilenceFields form={form} change={change} />
        </PlaybookCard>
      </FormSection>
      <FormSection title={t("settings.playbooks.afterTitle")} about={t("settings.playbooks.afterAbout")}>
        <PlaybookCard id="refund_paid" form={form} change={change} />
        <PlaybookCard id="repair_follow_up" form={form} change={change}>
          <DaysField
            label={t("settings.playbooks.repairFollowUpDays")}
            value={form.repairFollowUpDays}
            onChange={(repairFollowUpDays) => change((before) => ({ ...before, repairFollowUpDays }))}
            path="playbooks.repairFollowUpDays"
          />
        </PlaybookCard>
        <PlaybookCard id="case_closed" form={form} change={change} />
        <SurveyFields form={form} change={change} />
      </FormSection>
    </SaveFrame>
  );
}
