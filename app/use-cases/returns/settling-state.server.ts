import type { StoredDecision } from "#app/use-cases/policies/ports.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { ReturnEventRecord, StoredReturn } from "./ports.ts";

/** A return that is being settled, as it stands in the database. */
export interface SettlingState {
  readonly record: StoredReturn;
  readonly own: readonly StoredReturn[];
  readonly decisions: readonly StoredDecision[];
  readonly events: readonly ReturnEventRecord[];
}

/** Reads it all at once. */
export async function readSettlingState(ctx: ShopContext, returnId: string): Promise<SettlingState | undefined> {
  return ctx.transaction(async (tx) => {
    const record = await tx.returns.find(returnId);
    if (!record) return undefined;
    const own = await tx.returns.ofOrder(record.orderGid);
    return { record, own, decisions: await tx.policies.decisionsOf(returnId), events: await tx.returns.events(returnId) };
  });
}
