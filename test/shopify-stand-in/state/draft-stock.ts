import type { World } from "../world.ts";
import type { DraftOrderRecord } from "./draft-order-record.ts";
import type { VariantRecord } from "./product-records.ts";
import type { ShopState } from "./shop-state.ts";

function variantOf(shop: ShopState, gid: string): VariantRecord | undefined {
  return shop.productOf(gid)?.variants.find(({ id }) => id === gid);
}

/** Takes the goods of a draft off the shelf of the first location, as Shopify does without asking whether there are enough, and puts them back in time. */
export function reserve(world: World, shop: ShopState, draft: DraftOrderRecord): void {
  const [locationId] = shop.locations.keys();
  if (!draft.reserveInventoryUntil || !locationId) return;
  for (const { variantId, quantity } of draft.lines) {
    const variant = variantOf(shop, variantId);
    if (!variant?.tracked) continue;
    variant.stock[locationId] = (variant.stock[locationId] ?? 0) - quantity;
    draft.reserved.push({ variantId, locationId, quantity });
  }
  releaseInTime(world, shop, draft);
}

/** Has the reservation end by itself at its time; also after a restart, since the agenda is not saved. */
export function releaseInTime(world: World, shop: ShopState, draft: DraftOrderRecord): void {
  if (!draft.reserveInventoryUntil || draft.reserved.length === 0) return;
  world.agenda.at(new Date(draft.reserveInventoryUntil), async () => {
    release(shop, draft);
    world.changed();
  });
}

/** Puts what is reserved back on the shelf, once. */
export function release(shop: ShopState, draft: DraftOrderRecord): void {
  for (const { variantId, locationId, quantity } of draft.reserved.splice(0)) {
    const variant = variantOf(shop, variantId);
    if (variant) variant.stock[locationId] = (variant.stock[locationId] ?? 0) + quantity;
  }
}

/** Pieces of a variant that drafts keep at a location. */
export function reservedAt(shop: ShopState, variantId: string, locationId: string): number {
  const reserved = [...shop.draftOrders.values()].flatMap((draft) => draft.reserved);
  const here = reserved.filter((one) => one.variantId === variantId && one.locationId === locationId);
  return here.reduce((all, { quantity }) => all + quantity, 0);
}
