import { refuse, type Refusal, type Result } from "#app/domain/shared/result.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import type { CaseRecord } from "./ports.ts";

/** Which case, and the version of it that the person saw. */
export interface CaseAtHand {
  readonly caseId: string;
  readonly version: number;
}

export type CaseUnavailable = { readonly code: "not_found" } | { readonly code: "changed_meanwhile"; readonly version: number };

/**
 * Runs a staff member's step on a case in one transaction. Refuses `not_found` (also for another shop's case) and `changed_meanwhile` when
 * the case is not as they saw it any more, so that nobody answers over a colleague's answer.
 */
export async function workOnCase<T, E extends Refusal>(
  ctx: ShopContext,
  { caseId, version }: CaseAtHand,
  work: (tx: Repositories, record: CaseRecord) => Promise<Result<T, E>>,
): Promise<Result<T, E | CaseUnavailable>> {
  return ctx.transaction(async (tx) => {
    const record = await tx.cases.lock(caseId);
    if (!record) return refuse({ code: "not_found" });
    if (record.version !== version) return refuse({ code: "changed_meanwhile", version: record.version });
    return work(tx, record);
  });
}
