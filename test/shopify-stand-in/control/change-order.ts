import type { Desk } from "../state/desk.ts";
import { currentQuantity } from "../state/derive-order.ts";
import type { OrderRecord } from "../state/records.ts";
import { orderPayload } from "../webhooks/payloads/order.ts";
import { BadInput, type Reading } from "./reading.ts";

/** Staff cancel the order in Shopify's admin without refunding anything. */
export function cancelOrder({ world, shop }: Desk, order: OrderRecord): void {
  order.cancelledAt ??= world.nowIso();
  order.cancelReason ??= "other";
  publish({ world, shop }, order, "orders/cancelled");
}

/** Staff edit the order: `{line_items: [{line_item_id, quantity}]}` says how many units each line is to have from now on, none removes it. */
export function editOrder({ world, shop }: Desk, order: OrderRecord, given: Reading): void {
  const entries = given.readings("line_items");
  if (entries.length === 0) throw new BadInput(`${given.where}.line_items`, "must have at least one entry");
  const changes = entries.map((entry) => {
    const id = entry.gid("LineItem", "line_item_id");
    const line = order.lines.find((one) => one.id === id);
    if (!line) throw new BadInput(`${entry.where}.line_item_id`, `is not a line of ${order.name}`);
    const now = currentQuantity(order, line);
    const wanted = entry.whole("quantity", 0);
    if (wanted === null) throw new BadInput(`${entry.where}.quantity`, "is missing: say how many units the line is to have");
    if (wanted > now) throw new BadInput(`${entry.where}.quantity`, `must be at most ${now}`);
    return { line, removed: now - wanted };
  });
  for (const { line, removed } of changes) line.removedQuantity = (line.removedQuantity ?? 0) + removed;
  publish({ world, shop }, order);
}

function publish({ world, shop }: Desk, order: OrderRecord, topic?: string): void {
  order.updatedAt = world.nowIso();
  shop.putOrder(order);
  const payload = orderPayload(shop, order);
  world.publish(shop, [...(topic ? [{ topic, payload }] : []), { topic: "orders/updated", payload }]);
}
