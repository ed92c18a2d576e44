import { firstReplyState, type FirstReplyRules, type FirstReplyState } from "#app/domain/cases/first-reply-clock.ts";
import type { CaseView } from "#app/domain/cases/case-view.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { readFirstReplyRules } from "./first-reply-rules.server.ts";
import type { CaseRecord, CaseSearch } from "./ports.ts";
import { readStaff, type StaffMember } from "./staff-register.server.ts";

/** A case with how its first reply stands. */
export interface ListedCase {
  readonly record: CaseRecord;
  readonly firstReply: FirstReplyState;
}

export interface CaseList {
  readonly cases: readonly ListedCase[];
  readonly total: number;
  readonly counts: Readonly<Record<CaseView, number>>;
  readonly staff: readonly StaffMember[];
}

/** One page of the inbox with the number of cases in each view. */
export async function listCases(ctx: ShopContext, search: Omit<CaseSearch, "now">): Promise<CaseList> {
  const now = ctx.clock.now();
  return ctx.transaction(async (tx) => {
    const rules = await readFirstReplyRules(tx, ctx.shop);
    const { cases, total } = await tx.cases.search({ ...search, now });
    return {
      cases: cases.map((record) => ({ record, firstReply: firstReplyOf(record, rules, now) })),
      total,
      counts: await tx.cases.counts({ staffId: search.staffId, now }),
      staff: await readStaff(tx),
    };
  });
}

/** How the first reply of a case stands; the due time is the one that was promised. */
export function firstReplyOf(record: CaseRecord, rules: FirstReplyRules, now: Date): FirstReplyState {
  const clock = { openedAt: record.openedAt, repliedAt: record.firstRepliedAt, pauses: record.pauses };
  const state = firstReplyState(clock, rules, now);
  return record.firstReplyDueAt === null ? state : { ...state, dueAt: record.firstReplyDueAt };
}
