import type { ReturnStatus } from "#app/domain/returns/return-status.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import { isCalledOff, jointReturns } from "#app/use-cases/returns/joint-return.server.ts";
import type { StoredReturn } from "#app/use-cases/returns/ports.ts";
import type { LabelPurchase } from "./carrier-ports.server.ts";

/** After these nothing is sent any more. */
const NOTHING_COMES: readonly ReturnStatus[] = ["cancelled", "declined"];

/**
 * Has every label of a return that nothing is sent for any more given back, and its collections called off, by jobs of the caller's
 * transaction; one that comes with returns of other orders needs its label until the last of them is called off. A label that is being bought at this moment is looked at by its job too. One whose parcel the carrier has is used.
 */
export async function giveBackLabels(tx: Repositories, ctx: Pick<ShopContext, "clock">, record: StoredReturn): Promise<void> {
  if (!NOTHING_COMES.includes(record.status)) return;
  const together = await jointReturns(tx, record);
  if (!isCalledOff(together)) return;
  const [lead] = together;
  const purchases = await tx.labelPurchases.ofReturn(lead.id);
  if (purchases.length === 0) return;
  const used = new Set((await tx.labels.ofReturn(lead.id)).filter(({ firstScanAt }) => firstScanAt).map(({ id }) => id));
  for (const purchase of purchases) {
    if (used.has(purchase.id)) continue;
    if (purchase.status === "bought") await giveBack(tx, ctx, purchase);
    if (purchase.status === "wanted") await tx.outbox.send("refund-label", { purchaseId: purchase.id });
  }
}

/** Marks one label as not used and has a job ask for its price, once. */
export async function giveBack(tx: Repositories, ctx: Pick<ShopContext, "clock">, purchase: LabelPurchase): Promise<void> {
  await tx.labelPurchases.save({ ...purchase, status: "unused", updatedAt: ctx.clock.now() });
  await tx.outbox.send("refund-label", { purchaseId: purchase.id });
}
