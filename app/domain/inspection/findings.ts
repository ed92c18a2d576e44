import type { Refusal, Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import type { Fate, Grade, GradeCondition } from "./inspection-settings.ts";

/** Some units of a line that were judged alike, with the grade as it was then: what the merchant changes later changes nothing here. */
export interface Finding {
  readonly quantity: number;
  readonly gradeId: string;
  /** Empty is the app's own word for the condition. */
  readonly gradeName: string;
  readonly condition: GradeCondition;
  /** Kept from what was paid for these units, in basis points. */
  readonly deductionBp: number;
  readonly fate: Fate;
}

/** What somebody in the warehouse says about some units. */
export interface Judged {
  readonly gradeId: string;
  readonly quantity: number;
  /** Where it differs from what usually becomes of the grade. */
  readonly fate?: Fate | undefined;
}

export interface FindingsInvalid extends Refusal {
  /** A grade that does not exist (any more); or a count that is no whole number from 1, or more units than were to come back. */
  readonly code: "grade_unknown" | "quantity_invalid";
}

/**
 * What was found about the units of one line, by the merchant's grades. Units that are in no finding did not come. `limit` is how many were
 * to come back. Refuses with `grade_unknown` or `quantity_invalid`.
 *
 * Of 3 shirts: 1 as new, 1 used (keeps 2,000 bp), the third is missing: two findings of one unit each.
 */
export function findingsOf(grades: readonly Grade[], judged: readonly Judged[], limit: number): Result<Finding[], FindingsInvalid> {
  const findings: Finding[] = [];
  for (const { gradeId, quantity, fate } of judged) {
    const grade = grades.find(({ id }) => id === gradeId);
    if (!grade) return refuse({ code: "grade_unknown" });
    if (!Number.isSafeInteger(quantity) || quantity < 1) return refuse({ code: "quantity_invalid" });
    const { name: gradeName, condition, deductionBp } = grade;
    findings.push({ quantity, gradeId, gradeName, condition, deductionBp, fate: fate ?? grade.fate });
  }
  return unitsIn(findings) > limit ? refuse({ code: "quantity_invalid" }) : ok(findings);
}

/** How many units there are. */
export function unitsIn(findings: readonly Pick<Finding, "quantity">[]): number {
  return findings.reduce((all, { quantity }) => all + quantity, 0);
}

const WORST_FIRST: readonly GradeCondition[] = ["damaged", "used", "as_new"];

/** The condition that describes a whole line: the worst of its units', or "missing" when nothing came. */
export function worstCondition(findings: readonly Finding[]): GradeCondition | "missing" {
  return WORST_FIRST.find((condition) => findings.some((finding) => finding.condition === condition)) ?? "missing";
}

/** What Shopify calls what becomes of goods. */
export type ShopifyFate = "restocked" | "not_restocked" | "processing_required";

const IN_SHOPIFY: Readonly<Record<Fate, ShopifyFate>> = {
  restock: "restocked",
  refurbish: "processing_required",
  donate: "not_restocked",
  destroy: "not_restocked",
};

/** The word that Shopify has for it: only what is restocked goes back into stock there. */
export function fateInShopify(fate: Fate): ShopifyFate {
  return IN_SHOPIFY[fate];
}

/** The first so many units of the findings, in their order. 2 of [1 restock, 3 destroy]: 1 restock, 1 destroy. */
export function firstUnits(findings: readonly Finding[], units: number): Finding[] {
  let left = units;
  return findings.flatMap((finding) => {
    const quantity = Math.min(finding.quantity, left);
    left -= quantity;
    return quantity > 0 ? [{ ...finding, quantity }] : [];
  });
}
