import type { ApiContext } from "../admin-api/context.ts";
import { createRefund, type RefundInput } from "../admin-api/mutations/refund.ts";
import { plain } from "../money/amount.ts";
import { spreadOverPayments, fromPresentment } from "../returns/refundable.ts";
import { totalPaidFor, valueLines } from "../returns/settle-lines.ts";
import type { OrderRecord } from "../state/records.ts";
import type { ShopState } from "../state/shop-state.ts";
import type { Message, World } from "../world.ts";
import { BadInput, Reading } from "./reading.ts";

function linesOf(order: OrderRecord, given: Reading): NonNullable<RefundInput["refundLineItems"]> {
  return given.readings("refund_line_items").map((entry) => {
    const lineItemId = entry.gid("LineItem", "line_item_id");
    if (!order.lines.some((line) => line.id === lineItemId))
      throw new BadInput(`${entry.where}.line_item_id`, `is not a line of ${order.name}`);
    const restock = (entry.text("restock_type") ?? "no_restock").toUpperCase();
    return {
      lineItemId: lineItemId ?? "",
      quantity: entry.whole("quantity", 1) ?? 1,
      restockType: restock === "RETURN" ? "RETURN" : restock === "CANCEL" ? "CANCEL" : "NO_RESTOCK",
    };
  });
}

/**
 * A refund the merchant makes by hand in Shopify: `{order_id, refund_line_items: [{line_item_id, quantity}], amount?, note?}`.
 * Without `amount` the lines' worth goes back, spread over the payments as Shopify suggests.
 */
export function refundByHand(world: World, shop: ShopState, order: OrderRecord, given: Reading): { id: string | null } {
  const refundLineItems = linesOf(order, given);
  const asked = given.money("amount", order.presentmentCurrency);
  const worth = totalPaidFor(order, valueLines(order, refundLineItems));
  const total = asked ? fromPresentment(order, asked.minor) : worth;
  const outbox: Message[] = [];
  const ctx: ApiContext = { world, shop, scopes: new Set(), bulk: false, announce: (...messages) => outbox.push(...messages) };
  const { answer, refundId } = createRefund(
    {
      orderId: order.id,
      note: given.text("note"),
      currency: order.presentmentCurrency,
      refundLineItems,
      transactions: spreadOverPayments(order, total).map(({ payment, amount }) => ({
        orderId: order.id,
        parentId: payment.id,
        kind: "REFUND",
        amount: plain(amount.presentment),
      })),
    },
    ctx,
  );
  if (refundId === null) {
    const [error] = (answer as { userErrors: { message: string }[] }).userErrors;
    throw new BadInput(given.where, `is refused by Shopify: ${error?.message ?? "unknown"}`, 422);
  }
  world.publish(shop, outbox);
  return { id: refundId };
}
