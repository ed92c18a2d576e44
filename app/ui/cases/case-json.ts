import type { CasePriority } from "#app/domain/cases/case-priority.ts";
import type { CaseStatus } from "#app/domain/cases/case-status.ts";
import type { CaseType } from "#app/domain/cases/case-type.ts";
import type { FirstReplyState } from "#app/domain/cases/first-reply-clock.ts";
import type { TimelineEntry } from "#app/domain/cases/timeline.ts";
import type { Money } from "#app/domain/shared/money.ts";

/** Cases as pages get them: instants are ISO 8601. */
export interface CaseRow {
  readonly id: string;
  readonly number: number;
  readonly type: CaseType;
  readonly status: CaseStatus;
  readonly priority: CasePriority;
  readonly subject: string;
  readonly orderName: string | null;
  readonly customerName: string | null;
  readonly email: string | null;
  readonly ownerId: string | null;
  readonly firstReply: FirstReplyRow;
  readonly openedAt: string;
  readonly updatedAt: string;
}

export interface FirstReplyRow {
  readonly kind: FirstReplyState["kind"];
  readonly dueAt: string | null;
  /** Whole minutes of working time until the answer, or until now. */
  readonly elapsedMinutes: number;
}

export interface StaffRow {
  readonly id: string;
  readonly name: string;
}

/** One turn of the conversation between customer and staff, notes included. */
export interface TurnRow {
  readonly id: string;
  readonly kind: "customer" | "staff" | "note";
  readonly actor: string;
  /** Who signed it, where the mail named somebody. */
  readonly name: string | null;
  readonly at: string;
  readonly body: string;
}

export interface ParcelRow {
  readonly gid: string;
  readonly carrier: string | null;
  readonly trackingNumber: string | null;
  readonly trackingUrl: string | null;
  readonly status: string | null;
  readonly shippedAt: string;
  readonly expectedAt: string | null;
  readonly deliveredAt: string | null;
}

export interface OrderCardRow {
  readonly gid: string;
  readonly name: string;
  readonly placedAt: string;
  readonly total: Money;
  readonly refunded: Money | null;
  readonly items: readonly { readonly title: string; readonly quantity: number }[];
  readonly parcels: readonly ParcelRow[];
  readonly returns: readonly { readonly id: string; readonly number: number; readonly status: string; readonly total: Money }[];
}

/** What the app found when it opened a case by itself. */
export interface CaseFinding {
  readonly code: string;
  readonly amounts: readonly { readonly name: string; readonly amount: Money }[];
  /** The return, the ledger's key, Shopify's id, Shopify's own words. */
  readonly where: readonly string[];
}

export interface CasePageRow extends CaseRow {
  readonly finding: CaseFinding | null;
  readonly locale: string;
  readonly version: number;
  readonly reopenedCount: number;
  /** The score that opened the case, as it stands now. */
  readonly score: number | null;
  readonly turns: readonly TurnRow[];
  readonly timeline: readonly TimelineEntry<string>[];
  readonly order: OrderCardRow | null;
  readonly otherCases: readonly CaseRow[];
}
