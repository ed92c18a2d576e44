import { amount, plain, type Bag } from "../money/amount.ts";
import { addBags, clampBag, subtractBags, sumBags } from "../money/bag.ts";
import { currentQuantity, zeroOf } from "../state/derive-order.ts";
import type { OrderRecord } from "../state/records.ts";
import type { Args } from "../admin-api/context.ts";
import { badRequest, invalidId } from "../admin-api/errors.ts";
import { moneyBag } from "../admin-api/resolvers/money.ts";
import { fromPresentment, maximumRefundable, spreadOverPayments, type Suggested } from "./refundable.ts";
import { fullDuties, sumOfDuties, valueDuties, type DutyChoice } from "./duties.ts";
import { lineById, refundableShipping, totalPaidFor, valueLines, type Valued, type Wanted } from "./settle-lines.ts";

function suggestedTransactions(order: OrderRecord, spread: readonly Suggested[]): unknown[] {
  return spread.map(({ payment, amount: part, maximum }) => ({
    kind: "SUGGESTED_REFUND",
    gateway: payment.gateway,
    formattedGateway: payment.gateway.replaceAll("_", " ").replace(/^./, (letter) => letter.toUpperCase()),
    accountNumber: null,
    amount: plain(part.shop),
    amountSet: moneyBag(part),
    maximumRefundable: plain(maximum.shop),
    maximumRefundableSet: moneyBag(maximum),
    parentTransaction: { ...payment, order },
  }));
}

/** With store credit everything goes to one account and nothing back to the payments. */
export function refundMethods(
  order: OrderRecord,
  total: Bag,
  allocation: unknown,
): { suggestedRefundMethods: unknown[]; suggestedTransactions: unknown[] } {
  if (allocation === "STORE_CREDIT") {
    const method = {
      __typename: "SuggestedStoreCreditRefund",
      amount: moneyBag(total),
      maximumRefundable: moneyBag(maximumRefundable(order)),
      expiresAt: null,
    };
    return { suggestedRefundMethods: [method], suggestedTransactions: [] };
  }
  return { suggestedRefundMethods: [], suggestedTransactions: suggestedTransactions(order, spreadOverPayments(order, total)) };
}

export function shippingRefund(order: OrderRecord, part: Bag): Record<string, unknown> {
  const most = refundableShipping(order);
  const none = zeroOf(order);
  return {
    amount: plain(part.shop),
    amountSet: moneyBag(part),
    maximumRefundable: plain(most.shop),
    maximumRefundableSet: moneyBag(most),
    tax: plain(none.shop),
    taxSet: moneyBag(none),
  };
}

function wantedLines(order: OrderRecord, args: Args): Wanted[] {
  if (args["suggestFullRefund"] === true) {
    return order.lines.map((line) => ({ lineItemId: line.id, quantity: currentQuantity(order, line) })).filter((one) => one.quantity > 0);
  }
  const wanted = (args["refundLineItems"] ?? []) as Wanted[];
  for (const { lineItemId, quantity } of wanted) {
    const line = lineById(order, lineItemId);
    if (!line) throw invalidId(lineItemId);
    if (quantity > currentQuantity(order, line))
      throw badRequest(`Refund quantity ${quantity} of ${line.name} is more than the order still has`);
  }
  return wanted;
}

function wantedShipping(order: OrderRecord, args: Args): Bag {
  if (args["suggestFullRefund"] === true || args["refundShipping"] === true) return refundableShipping(order);
  const asked = args["shippingAmount"];
  if (typeof asked !== "string") return zeroOf(order);
  return clampBag(fromPresentment(order, amount(asked, order.presentmentCurrency).minor), refundableShipping(order));
}

function wantedDuties(order: OrderRecord, args: Args): DutyChoice[] {
  return args["suggestFullRefund"] === true ? fullDuties(order) : ((args["refundDuties"] ?? []) as DutyChoice[]);
}

const total = (order: OrderRecord, valued: readonly Valued[], figure: (one: Valued) => Bag): Bag =>
  sumBags(valued.map(figure), zeroOf(order));

/** `Order.suggestedRefund`: the worth of the lines and of shipping, never more than is left of what was paid. */
export function suggestedRefund(order: OrderRecord, args: Args): unknown {
  const valued = valueLines(order, wantedLines(order, args));
  const shipping = wantedShipping(order, args);
  const most = maximumRefundable(order);
  const duties = valueDuties(order, wantedDuties(order, args), { valued });
  const sum = clampBag([shipping, sumOfDuties(order, duties)].reduce(addBags, totalPaidFor(order, valued)), most);
  const discounted = total(order, valued, (one) => one.subtotal);
  const taxes = total(order, valued, (one) => one.tax);
  return {
    amount: plain(sum.shop),
    amountSet: moneyBag(sum),
    maximumRefundable: plain(most.shop),
    maximumRefundableSet: moneyBag(most),
    subtotal: plain(discounted.shop),
    subtotalSet: moneyBag(discounted),
    discountedSubtotalSet: moneyBag(discounted),
    totalCartDiscountAmountSet: moneyBag(total(order, valued, (one) => subtractBags(one.beforeOrderDiscounts, one.subtotal))),
    totalTaxes: plain(taxes.shop),
    totalTaxSet: moneyBag(taxes),
    totalDutiesSet: moneyBag(sumOfDuties(order, duties)),
    refundDuties: duties.map((duty) => ({ ...duty, order })),
    shipping: shippingRefund(order, shipping),
    refundLineItems: valued.map((one) => ({
      id: null,
      lineItemId: one.line.id,
      quantity: one.quantity,
      restockType: "NO_RESTOCK",
      restocked: false,
      locationId: null,
      subtotal: one.subtotal,
      tax: one.tax,
      order,
    })),
    ...refundMethods(order, sum, args["refundMethodAllocation"]),
  };
}
