import { useTranslation } from "react-i18next";
import type { GradeCondition } from "#app/domain/inspection/inspection-settings.ts";

/** What a grade is called: the merchant's name for it, or the app's own word for its condition. */
export function useGradeName(): (grade: { readonly name: string; readonly condition: GradeCondition }) => string {
  const { t } = useTranslation("admin-returns");
  return ({ name, condition }) => name || t(`conditionFound.${condition}`);
}
