import { DAY } from "#app/domain/shared/time.ts";
import type { CaseType } from "./case-type.ts";

/** From what comes first to what comes last. */
export const CASE_PRIORITIES = ["urgent", "high", "normal"] as const;
export type CasePriority = (typeof CASE_PRIORITIES)[number];

/** What is known about the case and its customer at opening. */
export interface PriorityFacts {
  readonly type: CaseType;
  /** CSAT 1 to 5 that led to the case, or null. */
  readonly score: number | null;
  readonly isVip: boolean;
  /** Whether a promise to this customer is broken right now. */
  readonly hasBrokenPromise: boolean;
}

/**
 * How soon a case is looked at: money that does not add up, the lowest score, and a VIP with a broken promise are urgent; a low
 * score, a broken promise or a VIP are high; the rest is normal.
 */
export function priorityOf(facts: PriorityFacts): CasePriority {
  if (facts.type === "disagreement" || facts.score === 1) return "urgent";
  if (facts.isVip && facts.hasBrokenPromise) return "urgent";
  return facts.type === "low_score" || facts.isVip || facts.hasBrokenPromise ? "high" : "normal";
}

/** One step more pressing: what becomes of a case whose first reply is late. Urgent stays urgent. */
export function raised(priority: CasePriority): CasePriority {
  return CASE_PRIORITIES[Math.max(0, CASE_PRIORITIES.indexOf(priority) - 1)] ?? priority;
}

/** A case as the inbox sorts it. */
export interface Sortable {
  readonly priority: CasePriority;
  /** When the first reply is due; null when it is given, or while the case waits for the customer. */
  readonly firstReplyDueAt: Date | null;
  readonly openedAt: Date;
}

/** Comparator of the inbox: by priority, then by the nearest first reply, then the oldest first. */
export function compareCases(a: Sortable, b: Sortable): number {
  return (
    CASE_PRIORITIES.indexOf(a.priority) - CASE_PRIORITIES.indexOf(b.priority) ||
    dueOrLast(a) - dueOrLast(b) ||
    a.openedAt.getTime() - b.openedAt.getTime()
  );
}

function dueOrLast(one: Sortable): number {
  return one.firstReplyDueAt?.getTime() ?? 8.64e15 - DAY;
}
