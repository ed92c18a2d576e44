import { useTranslation } from "react-i18next";
import type { EditedForm } from "#app/ui/forms/use-edited-form.ts";
import { useEditedForm } from "#app/ui/forms/use-edited-form.ts";

/** The versions of the documents that a page edits, by name. */
export type Versions = Readonly<Record<string, number>>;

interface SettingsSource<Form> {
  readonly loaded: Form;
  readonly versions: Versions;
  /** The documents by name, as the form says them. */
  readonly documents: (form: Form) => Readonly<Record<string, object>>;
}

/** The form of a settings page: saved as documents, each with the version that it was made from. */
export function useSettingsForm<Form>({ loaded, versions, documents }: SettingsSource<Form>): EditedForm<Form> {
  const { t } = useTranslation("admin-promises");
  return useEditedForm({
    loaded,
    origin: versions,
    entries: (form, origin) => {
      const named = Object.entries(documents(form)).map(([name, value]) => [name, { value, version: origin[name] ?? 0 }]);
      return { documents: JSON.stringify(Object.fromEntries(named)) };
    },
    savedText: t("settings.saved"),
  });
}
