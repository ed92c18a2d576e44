import type { ReturnEvent } from "#app/domain/returns/return-status.ts";
import { isKept } from "#app/domain/returns/return.ts";
import { waitsForGoods } from "#app/domain/returns/stock-reservation.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import type { StoredReturn } from "./ports.ts";

/**
 * Has the goods that a return is exchanged for kept from its approval on, and let go when it ends, by a job of the caller's transaction.
 * What is kept by the shopper is settled at once, so nothing is reserved for it; a settling that stopped wants its goods kept again.
 */
export async function wantStock(
  tx: Repositories,
  ctx: Pick<ShopContext, "clock">,
  { record, event }: { readonly record: StoredReturn; readonly event: ReturnEvent },
): Promise<void> {
  if (record.quote.exchanges.length === 0 || isKept(record) || record.status === "processing") return;
  const { id: returnId, orderGid } = record;
  const known = await tx.stockReservations.find(returnId);
  const at = ctx.clock.now();
  if (waitsForGoods(record.status)) {
    const hasStopped = event === "fail_processing" || event === "fail_early_processing";
    if (known ? !(hasStopped && known.state === "released") : event === "reopen") return;
    const fresh = { returnId, orderGid, goods: [], draftGid: null, until: null, message: null, createdAt: at };
    await tx.stockReservations.save({ ...(known ?? fresh), state: "wanted", updatedAt: at });
  } else if (!known) return;
  await tx.outbox.send("reserve-stock", { returnId });
}
