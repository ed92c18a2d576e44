import { useTranslation } from "react-i18next";
import { useGradeName } from "#app/ui/inspection/use-grade-name.ts";
import { useFieldProblem } from "./field-problems.tsx";
import { useGrades } from "./policy-choices.tsx";
import type { ConditionRowProps } from "./row-props.ts";
import { ValuePicker } from "./value-picker.tsx";

/** Which grades of the inspection a condition names. One that was deleted meanwhile keeps the name it had, so that it can be taken out. */
export function GradeValues({ condition, path, onChange }: Pick<ConditionRowProps, "condition" | "path" | "onChange">) {
  const { t } = useTranslation("admin-returns");
  const problem = useFieldProblem();
  const nameOf = useGradeName();
  const known = useGrades();
  const error = problem(`${path}.oneOf`);
  const grades = [...known, ...condition.grades.filter(({ id }) => !known.some((grade) => grade.id === id))];
  return (
    <ValuePicker
      label={t("condition.values", { subject: t("conditionSubject.inspected_condition") })}
      hasHiddenLabel
      values={condition.grades.map(({ id }) => id)}
      onChange={(ids) => onChange({ ...condition, grades: ids.flatMap((id) => grades.find((grade) => grade.id === id) ?? []) })}
      choices={grades.map((grade) => ({ value: grade.id, label: nameOf(grade) }))}
      takesOthers={false}
      helpText={t("condition.gradesHelp")}
      {...(error ? { error } : {})}
    />
  );
}
