import type { ReturnStatus } from "#app/domain/returns/return-status.ts";
import type { GoodsView } from "#app/ui/returns/return-view.ts";

/** A return as the warehouse expects it. */
export interface ExpectedReturn {
  readonly id: string;
  readonly name: string;
  readonly number: number;
  readonly orderName: string;
  readonly status: ReturnStatus;
  /** On its way or here, and not judged yet. */
  readonly canInspect: boolean;
  readonly lines: readonly GoodsView[];
}

/** What should be in one parcel: of one order, or of several that were sent together. */
export type Parcel = readonly [ExpectedReturn, ...ExpectedReturn[]];

/** What looking a code up answers; the others are returns of other orders that may be in the same parcel. */
export type FoundReturn =
  | { readonly ok: true; readonly found: ExpectedReturn; readonly others: readonly ExpectedReturn[] }
  | { readonly ok: false; readonly code: string };

/** What sending an inspection answers. */
export type InspectionAnswer = { readonly ok: true; readonly status: ReturnStatus } | { readonly ok: false; readonly code: string };
