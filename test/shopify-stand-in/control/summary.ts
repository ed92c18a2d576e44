import type { ShopState } from "../state/shop-state.ts";
import type { World } from "../world.ts";

function countBy<T>(all: Iterable<T>, key: (item: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of all) counts[key(item)] = (counts[key(item)] ?? 0) + 1;
  return counts;
}

/** The state in numbers, and the fields that were asked for and are not implemented. */
export function summary(world: World, shop: ShopState): Record<string, unknown> {
  const { installation } = shop;
  return {
    now: world.clock.now().toISOString(),
    shop: shop.shop.domain,
    shops: [...world.shops.keys()],
    installed: installation.installed,
    scopes: installation.scopes,
    orders: shop.orders.size,
    customers: shop.customers.size,
    products: shop.products.size,
    fulfillments: [...shop.orders.values()].reduce((all, order) => all + order.fulfillments.length, 0),
    returns: countBy(shop.returns.values(), (record) => record.status),
    refunds: [...shop.orders.values()].reduce((all, order) => all + order.refunds.length, 0),
    storeCreditAccounts: shop.credits.size,
    discountCodes: shop.discounts.size,
    bulkOperations: countBy(shop.bulkOperations.values(), (operation) => operation.status),
    deliveries: countBy(
      world.webhooks.deliveries.filter((delivery) => delivery.shop === shop.shop.domain),
      (delivery) => delivery.status,
    ),
    mails: world.mailbox.all().length,
    notImplemented: [...world.unimplemented],
  };
}
