import type { Case } from "#app/domain/cases/case.ts";
import type { CasePriority } from "#app/domain/cases/case-priority.ts";
import type { CaseType } from "#app/domain/cases/case-type.ts";
import type { CaseView } from "#app/domain/cases/case-view.ts";
import type { TimelineEntry } from "#app/domain/cases/timeline.ts";
import type { PromiseRecord } from "#app/domain/promises/promise.ts";
import type { CustomerGid, OrderGid } from "#app/domain/shared/gid.ts";
import type { Money } from "#app/domain/shared/money.ts";

/** A case with everything that is kept of it. */
export interface CaseRecord extends Case {
  /** What it was opened for, unique per shop: the same thing never opens two cases. */
  readonly key: string;
  /** The customer's own words in short; empty for a case that the app opened by itself. */
  readonly subject: string;
  readonly orderName: string | null;
  readonly returnId: string | null;
  readonly customerName: string | null;
  readonly email: string | null;
  readonly locale: string;
  /** When the first reply is due; null once it is given, and while the clock stands still. */
  readonly firstReplyDueAt: Date | null;
  readonly reopenedCount: number;
  readonly version: number;
  readonly updatedAt: Date;
}

export const CASE_EVENT_KINDS = [
  "opened",
  "customer_wrote",
  "replied",
  "note",
  "assigned",
  "waiting",
  "taken_back",
  "closed",
  "reopened",
  "first_reply_late",
  "priority_changed",
  "score_changed",
] as const;
export type CaseEventKind = (typeof CASE_EVENT_KINDS)[number];

/** One line of a case's history. `actor` is "customer", "system" or "staff:{id}". */
export interface CaseEventRecord {
  readonly id: string;
  readonly caseId: string;
  readonly kind: CaseEventKind;
  readonly actor: string;
  readonly at: Date;
  readonly body: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface CaseSearch {
  readonly view: CaseView;
  /** Who asks, for "mine". */
  readonly staffId: string;
  readonly now: Date;
  /** Found in number, order, customer, address and subject. */
  readonly text?: string;
  readonly types?: readonly CaseType[];
  readonly priorities?: readonly CasePriority[];
  readonly ownerId?: string;
  readonly limit: number;
  readonly offset: number;
}

/** The promise that somebody answers a case by its due time. One for each stretch in which the clock runs. */
export interface FirstReplyPromise extends PromiseRecord {
  readonly kind: "first_reply_by";
  readonly caseId: string;
}

export interface NewFirstReplyPromise {
  readonly id: string;
  readonly caseId: string;
  /** Counts the stretches of the clock from 0. */
  readonly stretch: number;
  readonly orderGid: OrderGid | null;
  readonly customerGid: CustomerGid | null;
  readonly zone: string;
  readonly dueAt: Date;
  readonly at: Date;
}

export interface CaseRepository {
  find(id: string): Promise<CaseRecord | undefined>;
  /** Reads the case and lets nobody else change it until the transaction ends. */
  lock(id: string): Promise<CaseRecord | undefined>;
  /** Finds by key, and lets nobody else open a case under it until the transaction ends. */
  claim(key: string): Promise<CaseRecord | undefined>;
  /** The newest conversation about the order that is not closed, locked; nobody else opens one until the transaction ends. */
  claimConversation(orderGid: OrderGid): Promise<CaseRecord | undefined>;
  ofOrder(orderGid: OrderGid): Promise<CaseRecord[]>;
  add(record: CaseRecord): Promise<void>;
  /** Saves a locked case under the next version. */
  save(record: CaseRecord): Promise<void>;
  addEvent(event: CaseEventRecord): Promise<void>;
  /** Whether the case's history has an event that carries this key. */
  hasEvent(caseId: string, key: string): Promise<boolean>;
  events(caseId: string): Promise<CaseEventRecord[]>;
  /** In the order of the inbox: by priority, then by the nearest first reply, then the oldest first; closed ones newest first. */
  search(search: CaseSearch): Promise<{ cases: CaseRecord[]; total: number }>;
  counts(who: Pick<CaseSearch, "staffId" | "now">): Promise<Record<CaseView, number>>;
  addPromise(promise: NewFirstReplyPromise): Promise<void>;
  /** The promise of the case's present stretch, or of its last one. */
  latestPromise(caseId: string): Promise<FirstReplyPromise | undefined>;
  settlePromise(id: string, status: PromiseRecord["status"], at: Date): Promise<void>;
  /** Whether a promise about the order is broken and not made good. */
  hasBrokenPromise(orderGid: OrderGid): Promise<boolean>;
}

/** What a timeline is about. */
export interface TimelineScope {
  readonly caseId: string;
  readonly orderGid: OrderGid | null;
}

/** A return as a case links to it. */
export interface LinkedReturn {
  readonly id: string;
  readonly number: number;
  readonly status: string;
  readonly total: Money;
}

export interface TimelineRepository {
  /** Everything that happened, in no order. */
  of(scope: TimelineScope): Promise<TimelineEntry[]>;
  returnsOf(orderGid: OrderGid): Promise<LinkedReturn[]>;
}
