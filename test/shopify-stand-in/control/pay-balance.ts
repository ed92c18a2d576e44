import { outstanding } from "../state/derive-order.ts";
import type { Desk } from "../state/desk.ts";
import type { OrderRecord } from "../state/records.ts";
import { orderPayload } from "../webhooks/payloads/order.ts";

/** The buyer pays what is left to pay, through Shopify's checkout; answers whether anything was. */
export function payBalance({ world, shop }: Desk, order: OrderRecord): boolean {
  const due = outstanding(order);
  if (due.presentment.minor <= 0) return false;
  order.transactions.push({
    id: world.ids.gid("OrderTransaction"),
    kind: "SALE",
    status: "SUCCESS",
    gateway: order.paymentGatewayNames[0] ?? "bogus",
    amount: due,
    parentId: null,
    refundId: null,
    createdAt: world.nowIso(),
    paymentId: `${order.name}.${order.transactions.length + 1}`,
  });
  order.updatedAt = world.nowIso();
  shop.putOrder(order);
  world.publish(shop, [
    { topic: "orders/paid", payload: orderPayload(shop, order) },
    { topic: "orders/updated", payload: orderPayload(shop, order) },
  ]);
  return true;
}
