import type { Fate, GradeCondition } from "#app/domain/inspection/inspection-settings.ts";
import type { ReturnStatus } from "#app/domain/returns/return-status.ts";

/** A return as the warehouse expects it. */
export interface ExpectedReturn {
  readonly id: string;
  readonly name: string;
  readonly number: number;
  readonly status: ReturnStatus;
  /** On its way or here, and not judged yet. */
  readonly canInspect: boolean;
  readonly lines: readonly ExpectedLine[];
}

export interface ExpectedLine {
  readonly id: string;
  readonly title: string;
  readonly variantTitle: string | null;
  readonly sku: string | null;
  readonly imageUrl: string | null;
  readonly quantity: number;
  readonly reason: string;
  /** The shopper's own words. */
  readonly note: string | null;
}

export interface GradeChoice {
  readonly id: string;
  readonly name: string;
  readonly example: string;
  readonly condition: GradeCondition;
  readonly deductionBp: number;
  readonly fate: Fate;
}

/** What looking a code up answers. */
export type FoundReturn = { readonly ok: true; readonly found: ExpectedReturn } | { readonly ok: false; readonly code: string };

/** What sending an inspection answers. */
export type InspectionAnswer = { readonly ok: true; readonly status: ReturnStatus } | { readonly ok: false; readonly code: string };
