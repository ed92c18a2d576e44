import type { ClaimedUnits } from "#app/domain/returns/refunded-by-hand.ts";
import type { StoredDecision } from "#app/use-cases/policies/ports.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { ReturnEventRecord, StoredReturn } from "./ports.ts";
import { readClaims } from "./units-by-hand.server.ts";

/** A return that is being settled, as it stands in the database. */
export interface SettlingState {
  readonly record: StoredReturn;
  readonly own: readonly StoredReturn[];
  readonly decisions: readonly StoredDecision[];
  /** Units by which its order's returns were made smaller for refunds by hand. */
  readonly claims: readonly ClaimedUnits[];
  readonly events: readonly ReturnEventRecord[];
}

/** Reads it all at once. */
export async function readSettlingState(ctx: ShopContext, returnId: string): Promise<SettlingState | undefined> {
  return ctx.transaction(async (tx) => {
    const record = await tx.returns.find(returnId);
    if (!record) return undefined;
    const own = await tx.returns.ofOrder(record.orderGid);
    const [decisions, events] = [await tx.policies.decisionsOf(returnId), await tx.returns.events(returnId)];
    return { record, own, claims: await readClaims(tx, own), decisions, events };
  });
}
