import type { Fate, GradeCondition, InspectionSettings } from "#app/domain/inspection/inspection-settings.ts";
import { percentText, typedPercent } from "#app/ui/typed-text.ts";

/** One grade as it is typed. */
export interface GradeRow {
  readonly id: string;
  readonly name: string;
  readonly example: string;
  readonly condition: GradeCondition;
  readonly deduction: string;
  readonly fate: Fate;
}

export interface GradeForm {
  readonly rows: readonly GradeRow[];
}

export function gradeForm({ grades }: InspectionSettings): GradeForm {
  return { rows: grades.map(({ deductionBp, ...grade }) => ({ ...grade, deduction: percentText(deductionBp) })) };
}

/** A row that is no grade yet; its id is the first that is free. */
export function newRow(rows: readonly GradeRow[]): GradeRow {
  let number = rows.length + 1;
  while (rows.some(({ id }) => id === `grade-${number}`)) number += 1;
  return { id: `grade-${number}`, name: "", example: "", condition: "used", deduction: "0", fate: "refurbish" };
}

/** What the form says, in the shape of the stored document. */
export function gradeDocuments({ rows }: GradeForm): Record<"inspection", object> {
  return { inspection: { grades: rows.map(({ deduction, ...grade }) => ({ ...grade, deductionBp: typedPercent(deduction) })) } };
}
