import { Card, TextField } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { useFieldProblem } from "#app/ui/forms/field-problems.tsx";
import { FormSection } from "#app/ui/forms/save-frame.tsx";
import type { FormPart } from "./form-props.ts";

/** How large a video may be with which shoppers show what is wrong. */
export function VideoFields({ form, change }: FormPart<{ readonly videoMaxMegabytes: string }>) {
  const { t } = useTranslation("admin-promises");
  const problem = useFieldProblem();
  return (
    <FormSection title={t("settings.portal.videoTitle")} about={t("settings.portal.videoAbout")}>
      <Card>
        <TextField
          label={t("settings.portal.videoMax")}
          helpText={t("settings.portal.videoMaxHelp")}
          autoComplete="off"
          inputMode="numeric"
          suffix={t("settings.portal.megabytes")}
          value={form.videoMaxMegabytes}
          onChange={(videoMaxMegabytes) => change((before) => ({ ...before, videoMaxMegabytes }))}
          error={problem("evidence.videoMaxMegabytes")}
        />
      </Card>
    </FormSection>
  );
}
