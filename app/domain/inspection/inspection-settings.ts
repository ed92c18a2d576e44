import { z } from "zod";

/** The most photos of one inspection. */
export const MOST_INSPECTION_PHOTOS = 12;

/** What becomes of goods that came back. */
export const FATES = ["restock", "refurbish", "donate", "destroy"] as const;
export type Fate = (typeof FATES)[number];

export const GRADE_CONDITIONS = ["as_new", "used", "damaged"] as const;
export type GradeCondition = (typeof GRADE_CONDITIONS)[number];

/** How a merchant judges goods that came back. */
export interface Grade {
  readonly id: string;
  /** As staff and shoppers read it; empty is the app's own word for the condition. */
  readonly name: string;
  /** What goods of this grade look like, for whoever holds them. */
  readonly example: string;
  readonly condition: GradeCondition;
  /** Kept from what was paid for the units, in basis points. */
  readonly deductionBp: number;
  /** What usually becomes of them. */
  readonly fate: Fate;
}

export interface InspectionSettings {
  /** The best first. */
  readonly grades: readonly Grade[];
  /** Goods that were paid for at the carrier's scan are missed when they are not here this many days after the payment. */
  readonly missingAfterDays: number;
}

/** Nothing is kept until a merchant says so. */
const USUAL_GRADES: readonly Grade[] = [
  { id: "as-new", name: "", example: "", condition: "as_new", deductionBp: 0, fate: "restock" },
  { id: "used", name: "", example: "", condition: "used", deductionBp: 0, fate: "refurbish" },
  { id: "damaged", name: "", example: "", condition: "damaged", deductionBp: 0, fate: "destroy" },
];

const gradeSchema = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/, { error: "value_invalid" }),
  name: z.string().trim().max(60).default(""),
  example: z.string().trim().max(300).default(""),
  condition: z.enum(GRADE_CONDITIONS),
  deductionBp: z.int().min(0).max(10_000).default(0),
  fate: z.enum(FATES),
});

export const inspectionSettingsSchema = z.object({
  grades: z
    .array(gradeSchema)
    .min(1)
    .max(12)
    .superRefine((grades, ctx) => {
      grades.forEach(({ id }, index) => {
        if (grades.findIndex((one) => one.id === id) < index)
          ctx.addIssue({ code: "custom", path: [index, "name"], message: "duplicate_row" });
      });
    })
    .default([...USUAL_GRADES]),
  missingAfterDays: z.int().min(1).max(180).default(21),
});
