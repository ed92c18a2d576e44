import type { ReturnResolution } from "#app/domain/returns/resolution-quote.ts";
import type { ReturnStatus } from "#app/domain/returns/return-status.ts";
import type { Money } from "#app/domain/shared/money.ts";

/** One row of the list of returns. */
export interface ReturnListItem {
  readonly id: string;
  readonly name: string;
  readonly number: number;
  readonly status: ReturnStatus;
  readonly resolution: ReturnResolution;
  readonly needsReview: boolean;
  readonly errorCode?: string;
  readonly orderName: string;
  readonly customerName?: string;
  readonly email?: string;
  /** Units that come back. */
  readonly unitCount: number;
  /** What the customer gets, in the currency that was paid in. */
  readonly total: Money;
  readonly shopTotal: Money;
  readonly requestedAt: Date;
  readonly paidAt?: Date;
  /** It comes in one parcel with returns of other orders. */
  readonly isJoint: boolean;
}

export type ReturnListSort = "newest" | "oldest" | "largest" | "smallest";

export interface ReturnListFilter {
  readonly statuses?: readonly ReturnStatus[];
  /** Adds those that stopped on the way to `statuses`. */
  readonly orStopped?: boolean;
  /** Only what was paid. */
  readonly isPaid?: boolean;
  /** Narrows whatever the others let through. */
  readonly onlyStatuses?: readonly ReturnStatus[];
  readonly resolutions?: readonly ReturnResolution[];
  readonly from?: Date;
  readonly until?: Date;
  /** Found in number, name, order, customer and address. */
  readonly text?: string;
}

/** Where a row stands in the order it is listed in: its date in milliseconds or its amount in minor units, then its id. */
export interface ReturnPlace {
  readonly value: number;
  readonly id: string;
}

export interface ReturnListRange {
  readonly sort: ReturnListSort;
  readonly limit: number;
  /** Rows after this place, or before it when read backwards. */
  readonly place?: ReturnPlace;
  /** The rows come in the opposite order then. */
  readonly isBackwards: boolean;
}

export interface ReturnListRepository {
  page(filter: ReturnListFilter, range: ReturnListRange): Promise<ReturnListItem[]>;
  /** Stops counting at so many. */
  count(filter: ReturnListFilter, atMost: number): Promise<number>;
}
