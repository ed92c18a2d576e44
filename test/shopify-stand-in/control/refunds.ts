import type { ApiContext } from "../admin-api/context.ts";
import { createRefund, type RefundInput } from "../admin-api/mutations/refund.ts";
import { plain } from "../money/amount.ts";
import { addBags } from "../money/bag.ts";
import { sumOfDuties, valueDuties, type DutyChoice } from "../returns/duties.ts";
import { spreadOverPayments, fromPresentment } from "../returns/refundable.ts";
import { totalPaidFor, valueLines } from "../returns/settle-lines.ts";
import type { OrderRecord } from "../state/records.ts";
import type { Desk } from "../state/desk.ts";
import type { Message } from "../world.ts";
import { BadInput, type Reading } from "./reading.ts";

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

function dutiesOf(given: Reading): DutyChoice[] {
  return given.readings("refund_duties").map((entry) => ({
    dutyId: entry.gid("Duty", "duty_id") ?? "",
    refundType: entry.text("refund_type")?.toUpperCase() === "FULL" ? "FULL" : "PROPORTIONAL",
  }));
}

/** What the payload says was paid back: `amount`, or the sum of its refund transactions; else what the lines are worth. */
function askedFor(order: OrderRecord, given: Reading): number | null {
  const own = given.money("amount", order.presentmentCurrency);
  if (own) return own.minor;
  const transactions = given.readings("transactions");
  if (transactions.length === 0) return null;
  return transactions.reduce((all, one) => all + (one.money("amount", order.presentmentCurrency)?.minor ?? 0), 0);
}

/**
 * A refund the merchant makes by hand in Shopify, in the shape of `refunds/create`: `{order_id, refund_line_items:
 * [{line_item_id, quantity}], refund_duties?: [{duty_id, refund_type}], amount?, note?}`. The money goes back over the payments as Shopify suggests.
 */
export function bookRefund(desk: Desk, order: OrderRecord, given: Reading): { id: string; messages: Message[] } {
  const refundLineItems = linesOf(order, given);
  const refundDuties = dutiesOf(given);
  const asked = askedFor(order, given);
  const valued = valueLines(order, refundLineItems);
  const worth = addBags(totalPaidFor(order, valued), sumOfDuties(order, valueDuties(order, refundDuties, { valued })));
  const total = asked === null ? worth : fromPresentment(order, asked);
  const messages: Message[] = [];
  const ctx: ApiContext = { ...desk, scopes: new Set(), bulk: false, announce: (...more) => messages.push(...more) };
  const { answer, refundId } = createRefund(
    {
      orderId: order.id,
      note: given.text("note"),
      currency: order.presentmentCurrency,
      refundLineItems,
      refundDuties,
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
  return { id: refundId, messages };
}
