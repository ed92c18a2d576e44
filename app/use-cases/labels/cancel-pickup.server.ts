import type { Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { openDesk } from "./carrier-account.server.ts";
import { tellOfPickup } from "./tell-of-pickup.server.ts";

/**
 * Takes a booked collection back, at the carrier first, and tells the shopper. Twice is once. Refuses with `pickup_unknown`, or `too_late` when the carrier does not
 * take it back any more.
 */
export async function cancelPickup(
  ctx: ShopContext,
  { returnId, pickupId, actor }: { readonly returnId: string; readonly pickupId: string; readonly actor: string },
): Promise<Result<null, { readonly code: "pickup_unknown" | "too_late" }>> {
  const pickup = await ctx.transaction((tx) => tx.pickups.find(pickupId));
  if (pickup?.returnId !== returnId || (pickup.status !== "booked" && pickup.status !== "cancelled"))
    return refuse({ code: "pickup_unknown" });
  if (pickup.status === "cancelled" || !pickup.pickupRef) return ok(null);
  const desk = await openDesk(ctx);
  const cancelled = await desk?.cancelPickup(pickup.pickupRef);
  if (!cancelled?.ok) return refuse({ code: "too_late" });
  const at = ctx.clock.now();
  await ctx.transaction(async (tx) => {
    await tx.pickups.save({ ...pickup, status: "cancelled", updatedAt: at });
    await tx.returns.addEvent({ id: ctx.ids.next(), returnId, event: "pickup_cancelled", actor, at, detail: { pickupId } });
    await tellOfPickup(tx, ctx, { pickup, news: "pickup_cancelled" });
  });
  return ok(null);
}
