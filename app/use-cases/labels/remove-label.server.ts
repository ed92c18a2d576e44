import type { Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { giveBack } from "./give-back-label.server.ts";

/**
 * Takes a label back; its link leads nowhere from then on. A bought one that no carrier has seen is given back to the seller for its price.
 * Refuses `label_unknown`.
 */
export async function removeLabel(
  ctx: ShopContext,
  { returnId, labelId, actor }: { readonly returnId: string; readonly labelId: string; readonly actor: string },
): Promise<Result<null, { readonly code: "label_unknown" }>> {
  return ctx.transaction(async (tx) => {
    const label = (await tx.labels.ofReturn(returnId)).find(({ id }) => id === labelId);
    if (!label) return refuse({ code: "label_unknown" });
    await tx.labels.remove(labelId);
    const purchase = label.firstScanAt ? undefined : await tx.labelPurchases.find(labelId);
    if (purchase?.status === "bought") await giveBack(tx, ctx, purchase);
    const event = { id: ctx.ids.next(), returnId, event: "label_removed", actor, at: ctx.clock.now() };
    await tx.returns.addEvent({ ...event, detail: { labelId, parcel: label.parcel } });
    return ok(null);
  });
}
