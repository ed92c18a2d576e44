import type { ShopifyPorts } from "#app/use-cases/ports.ts";
import type { AdminClient } from "./admin-client.server.ts";
import { readBulkStatus, readOrderHistory, startOrderHistory } from "./operations/order-history.server.ts";
import { readChangedOrders } from "./operations/order-snapshot.server.ts";
import { readProducts } from "./operations/products.server.ts";
import { readShopProfile } from "./operations/shop-profile.server.ts";

/** What the use cases ask of Shopify, over one shop's client. */
export function shopifyPorts(admin: AdminClient): ShopifyPorts {
  return {
    shop: {
      readProfile: () => readShopProfile(admin),
      startOrderHistory: (since) => startOrderHistory(admin, since),
      bulkStatus: (gid) => readBulkStatus(admin, gid),
      readOrderHistory,
    },
    orders: {
      changedSince: (since, cursor) => readChangedOrders(admin, since, cursor),
      readProducts: (gids) => readProducts(admin, gids),
    },
  };
}
