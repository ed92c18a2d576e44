import { TextField } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { useFieldProblem } from "#app/ui/forms/field-problems.tsx";

interface DaysFieldProps {
  readonly label: string;
  readonly helpText?: string;
  /** As it was typed. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Where its problems are told: "surveys.coolDownDays". */
  readonly path: string;
}

/** How many days something takes or lasts. */
export function DaysField({ path, ...field }: DaysFieldProps) {
  const { t } = useTranslation("admin-promises");
  const problem = useFieldProblem();
  return <TextField {...field} autoComplete="off" inputMode="numeric" suffix={t("settings.days")} error={problem(path)} />;
}
