import { plain, type Amount, type Bag } from "../money/amount.ts";
import { addBags, bag, subtractBags, sumBags } from "../money/bag.ts";
import { share } from "../money/amount.ts";
import { netPayment, zeroOf } from "../state/derive-order.ts";
import type { OrderRecord, RefundLineRecord, RefundRecord, TransactionRecord } from "../state/records.ts";
import type { ShopState } from "../state/shop-state.ts";
import type { Desk } from "../state/desk.ts";
import { sumOfDuties, type DutyRefund } from "./duties.ts";
import { creditCustomer } from "./store-credit.ts";
import { fromPresentment, isPayment, refundableOn, STORE_CREDIT_GATEWAY } from "./refundable.ts";
import { paidFor, type Valued } from "./settle-lines.ts";

export interface Restock {
  restockType: RefundLineRecord["restockType"];
  locationId: string | null;
  /** False where dispositions already put the pieces into stock. */
  movesStock: boolean;
}

export interface RefundPlan {
  note: string | null;
  returnId: string | null;
  lines: { valued: Valued; restock: Restock }[];
  shipping: Bag;
  duties: DutyRefund[];
  /** Sums in the buyer's currency, by the payment they go back to. */
  payments: { parentId: string; amount: Amount }[];
  storeCredits: { amount: Amount; expiresAt: string | null }[];
  /** What exchange pieces released by the same step cost. */
  exchanged: Bag;
  /** False when nothing was asked to be paid: then only the lines are booked out. */
  isPaid: boolean;
  fees: Bag;
  reason: string | null;
}

function symbol(value: Amount): string {
  const signs: Readonly<Record<string, string>> = { USD: "$", EUR: "€", GBP: "£", JPY: "¥", CAD: "$", AUD: "$", CNY: "¥" };
  return `${signs[value.currency] ?? `${value.currency} `}${plain(value)}`;
}

/** Why Shopify would refuse the plan, in Shopify's words, or undefined. */
export function refundProblem(order: OrderRecord, plan: RefundPlan, allowOverRefunding: boolean): string | undefined {
  const sums = [...plan.payments.map((one) => one.amount), ...plan.storeCredits.map((one) => one.amount)];
  if (sums.some((sum) => sum.currency !== order.presentmentCurrency)) return "Currency must be the presentment currency of the order";
  if (sums.some((sum) => sum.minor <= 0)) return "Refund transaction amount must be greater than zero";
  const total = sums.reduce((all, sum) => all + sum.minor, 0);
  const net = netPayment(order).presentment;
  if (!allowOverRefunding && total > net.minor) {
    return `Refund amount ${symbol({ ...net, minor: total })} is greater than net payment received ${symbol(net)}`;
  }
  for (const { parentId, amount } of plan.payments) {
    const parent = order.transactions.find((one) => one.id === parentId);
    if (!parent || !isPayment(parent)) return "Transactions require a parent_id associated with the order";
    if (!allowOverRefunding && amount.minor > refundableOn(order, parent).presentment.minor)
      return "Transactions amount is greater than the amount left on its parent";
  }
  if (plan.storeCredits.length > 0 && order.customerId === null) return "Store credit requires a customer on the order";
  return undefined;
}

/** Shop money of a payback: all that is left takes all that is left, a part its share. */
function bothSides(order: OrderRecord, parent: TransactionRecord, amount: Amount): Bag {
  const left = refundableOn(order, parent);
  if (left.presentment.minor === 0) return fromPresentment(order, amount.minor);
  return bag({ minor: share(left.shop.minor, amount.minor, left.presentment.minor), currency: order.currency }, amount);
}

interface Booking {
  desk: Desk;
  order: OrderRecord;
  refundId: string;
}

function book(booking: Booking, part: { gateway: string; parentId: string | null; amount: Bag }): TransactionRecord {
  const { order, refundId } = booking;
  const { world } = booking.desk;
  const transaction: TransactionRecord = {
    id: world.ids.gid("OrderTransaction"),
    kind: "REFUND",
    status: "SUCCESS",
    ...part,
    refundId,
    createdAt: world.nowIso(),
    paymentId: `${order.name}.refund.${order.transactions.length}`,
  };
  order.transactions.push(transaction);
  return transaction;
}

function bookPayments(booking: Booking, plan: RefundPlan): TransactionRecord[] {
  const { desk, order } = booking;
  const back = plan.payments.map(({ parentId, amount }) => {
    const parent = order.transactions.find((one) => one.id === parentId);
    if (!parent) throw new Error(`No payment ${parentId}`);
    return book(booking, { gateway: parent.gateway, parentId, amount: bothSides(order, parent, amount) });
  });
  const credited = plan.storeCredits.map(({ amount, expiresAt }) => {
    creditCustomer(desk, { customerId: order.customerId ?? "", amount, expiresAt, event: "ORDER_REFUND", orderId: order.id });
    return book(booking, { gateway: STORE_CREDIT_GATEWAY, parentId: null, amount: fromPresentment(order, amount.minor) });
  });
  return [...back, ...credited];
}

/** Puts pieces of a line back on the shelf; a negative quantity takes them off. */
export function moveStock(shop: ShopState, order: OrderRecord, move: { lineItemId: string; quantity: number; locationId: string }): void {
  const line = order.lines.find((one) => one.id === move.lineItemId);
  const variant = shop.productOf(line?.variantId ?? null)?.variants.find((one) => one.id === line?.variantId);
  if (variant) variant.stock[move.locationId] = (variant.stock[move.locationId] ?? 0) + move.quantity;
}

/** Books the refund: lines out of the order, money back, stock in. Call `refundProblem` first. */
export function recordRefund(desk: Desk, order: OrderRecord, plan: RefundPlan): RefundRecord {
  const { world, shop } = desk;
  const booking: Booking = { desk, order, refundId: world.ids.gid("Refund") };
  const none = zeroOf(order);
  const transactions = bookPayments(booking, plan);
  const total = sumBags(
    transactions.map((one) => one.amount),
    none,
  );
  const besides = addBags(plan.shipping, sumOfDuties(order, plan.duties));
  const worth = plan.lines.reduce((all, { valued }) => addBags(all, paidFor(order, valued)), besides);
  const expected = subtractBags(subtractBags(worth, plan.fees), plan.exchanged);
  const paid = plan.isPaid ? total : expected;
  const difference = addBags(subtractBags(paid, worth), plan.exchanged);
  const refund: RefundRecord = {
    id: booking.refundId,
    note: plan.note,
    returnId: plan.returnId,
    lines: plan.lines.map(({ valued, restock: how }) => ({
      id: world.ids.gid("RefundLineItem"),
      lineItemId: valued.line.id,
      quantity: valued.quantity,
      restockType: how.restockType,
      restocked: how.restockType !== "NO_RESTOCK" && how.locationId !== null,
      locationId: how.locationId,
      subtotal: valued.subtotal,
      tax: valued.tax,
    })),
    shipping: plan.shipping,
    ...(plan.duties.length > 0 ? { duties: plan.duties } : {}),
    adjustment: difference.presentment.minor === 0 ? null : { amount: difference, reason: plan.reason ?? "REFUND_DISCREPANCY" },
    transactionIds: transactions.map((one) => one.id),
    storeCredit: sumBags(
      transactions.filter((one) => one.gateway === STORE_CREDIT_GATEWAY).map((one) => one.amount),
      none,
    ),
    total,
    createdAt: world.nowIso(),
  };
  for (const { valued, restock } of plan.lines) {
    if (restock.movesStock && restock.locationId)
      moveStock(shop, order, { lineItemId: valued.line.id, quantity: valued.quantity, locationId: restock.locationId });
  }
  order.refunds.push(refund);
  order.updatedAt = world.nowIso();
  shop.putOrder(order);
  return refund;
}
