import { digitsOfGid } from "./gids.ts";
import type { OrderRecord, ShopRecord } from "./records.ts";

/** The page where the buyer follows the order. */
export function orderUrl(shop: ShopRecord, order: OrderRecord): string {
  return `https://${shop.domain}/${digitsOfGid(shop.id)}/orders/${order.token}/authenticate?key=${order.token.slice(0, 8)}`;
}
