import type { ShopContext } from "#app/use-cases/ports.ts";
import type { DeliveryView } from "#app/domain/promises/delivery-views.ts";
import type { Delivery, DeliveryListSearch } from "./ports.ts";

/** One page of delivery promises with everything around each, and how many every view holds. */
export interface DeliveryPage {
  readonly deliveries: readonly Delivery[];
  readonly total: number;
  readonly counts: Readonly<Record<DeliveryView, number>>;
}

/** What is promised, late, broken and kept. */
export async function listDeliveries(ctx: ShopContext, search: DeliveryListSearch): Promise<DeliveryPage> {
  return ctx.transaction(async (tx) => {
    const { gids, total } = await tx.deliveryList.search(search);
    const known = await tx.deliveries.read(gids);
    return { deliveries: gids.flatMap((gid) => known.get(gid) ?? []), total, counts: await tx.deliveryList.counts() };
  });
}
