import type { Fate, GradeCondition, InspectionSettings } from "#app/domain/inspection/inspection-settings.ts";
import { percentText, typedNumber, typedPercent } from "#app/ui/typed-text.ts";

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
  readonly missingAfterDays: string;
}

export function gradeForm({ grades, missingAfterDays }: InspectionSettings): GradeForm {
  const rows = grades.map(({ deductionBp, ...grade }) => ({ ...grade, deduction: percentText(deductionBp) }));
  return { rows, missingAfterDays: String(missingAfterDays) };
}

/** A row that is no grade yet. Its id is never one that a deleted grade had, which rules may still name. */
export function newRow(): GradeRow {
  return { id: `grade-${crypto.randomUUID().slice(0, 18)}`, name: "", example: "", condition: "used", deduction: "0", fate: "refurbish" };
}

/** What the form says, in the shape of the stored document. */
export function gradeDocuments({ rows, missingAfterDays }: GradeForm): Record<"inspection", object> {
  const grades = rows.map(({ deduction, ...grade }) => ({ ...grade, deductionBp: typedPercent(deduction) }));
  return { inspection: { grades, missingAfterDays: typedNumber(missingAfterDays) } };
}
