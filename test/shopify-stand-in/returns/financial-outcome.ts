import { amount, type Bag } from "../money/amount.ts";
import { addBags, clampBag, negateBag, subtractBags, sumBags } from "../money/bag.ts";
import { invalidId } from "../admin-api/errors.ts";
import { moneyBag } from "../admin-api/resolvers/money.ts";
import type { Args } from "../admin-api/context.ts";
import { zeroOf } from "../state/derive-order.ts";
import { portion } from "../state/line-value.ts";
import type { OrderRecord } from "../state/records.ts";
import type { ExchangeLineRecord, ReturnLineRecord, ReturnRecord } from "../state/return-records.ts";
import { fromPresentment, maximumRefundable } from "./refundable.ts";
import { sumOfDuties, valueDuties, type DutyChoice, type DutyRefund } from "./duties.ts";
import { heldBy, paidFor, refundableShipping, totalPaidFor, valueLines, valueTip, type Held, type Valued } from "./settle-lines.ts";
import { refundMethods, shippingRefund } from "./suggested-refund.ts";

export interface Chosen {
  id: string;
  quantity: number;
}

export interface Settlement {
  valued: Valued[];
  /** What the returned pieces are worth, with tax. */
  returned: Bag;
  restockingFees: Bag;
  shippingFee: Bag;
  /** What the exchange pieces cost, with tax. */
  exchanged: Bag;
  shipping: Bag;
  duties: DutyRefund[];
  /** The tip that goes back with it. */
  tip: Valued[];
  /** Above zero the shop owes, below zero the buyer does. */
  net: Bag;
}

export function findLine<T extends { id: string }>(lines: readonly T[], id: string): T {
  const line = lines.find((one) => one.id === id);
  if (!line) throw invalidId(id);
  return line;
}

/** The fee of these pieces: the line's fee, cut like its price, after the pieces processed before. */
function restockingFeePart(line: ReturnLineRecord, quantity: number): Bag | undefined {
  return line.restockingFee
    ? portion(line.restockingFee.amount, line.quantity, { before: line.processedQuantity, count: quantity })
    : undefined;
}

function exchangePart(order: OrderRecord, line: ExchangeLineRecord, quantity: number): Bag {
  const goods = subtractBags(
    {
      shop: { ...line.unitPrice.shop, minor: line.unitPrice.shop.minor * line.quantity },
      presentment: { ...line.unitPrice.presentment, minor: line.unitPrice.presentment.minor * line.quantity },
    },
    line.discount,
  );
  const whole = order.taxesIncluded ? goods : addBags(goods, line.tax);
  return portion(whole, line.quantity, { before: line.processedQuantity, count: quantity });
}

export interface ShippingChoice {
  fullRefund?: boolean;
  shippingRefundAmount?: { amount: string; currencyCode: string } | null;
}

function shippingPart(order: OrderRecord, choice: ShippingChoice | null | undefined): Bag {
  if (choice?.shippingRefundAmount) {
    const asked = amount(choice.shippingRefundAmount.amount, order.presentmentCurrency);
    return clampBag(fromPresentment(order, asked.minor), refundableShipping(order));
  }
  return choice?.fullRefund === true ? refundableShipping(order) : zeroOf(order);
}

export interface Choice {
  returnLines: readonly Chosen[];
  exchangeLines: readonly Chosen[];
  shipping: ShippingChoice | null | undefined;
  duties?: readonly DutyChoice[] | null | undefined;
  tipLineId?: string | null | undefined;
  /** Pieces that returns made earlier hold. */
  held: Held;
}

/** What the returns made before this one hold. */
export function heldBefore(record: ReturnRecord, all: readonly ReturnRecord[]): Held {
  const place = all.findIndex((one) => one.id === record.id);
  return heldBy(all.slice(0, Math.max(0, place)));
}

/** Values one step of a return: lines and exchanges chosen now, fees netted, the return shipping fee once per return. */
export function settle(record: ReturnRecord, order: OrderRecord, chosen: Choice): Settlement {
  const none = zeroOf(order);
  const lines = chosen.returnLines.map(({ id, quantity }) => ({ line: findLine(record.lines, id), quantity }));
  const valued = valueLines(
    order,
    lines.map(({ line, quantity }) => ({ lineItemId: line.lineItemId, quantity })),
    chosen.held,
  );
  const returned = sumBags(
    valued.map((one) => paidFor(order, one)),
    none,
  );
  const fees = lines.flatMap(({ line, quantity }) => restockingFeePart(line, quantity) ?? []);
  const restockingFees = sumBags(fees, none);
  const shippingFee = record.shippingFee && !record.shippingFee.charged && lines.length > 0 ? record.shippingFee.amount : none;
  const exchanged = sumBags(
    chosen.exchangeLines.map(({ id, quantity }) => exchangePart(order, findLine(record.exchangeLines, id), quantity)),
    none,
  );
  const shipping = shippingPart(order, chosen.shipping);
  const duties = valueDuties(order, chosen.duties, { valued, held: chosen.held });
  const tip = valueTip(order, chosen.tipLineId);
  const owed = [shipping, sumOfDuties(order, duties), totalPaidFor(order, tip)].reduce(addBags, returned);
  const net = [restockingFees, shippingFee, exchanged].reduce(subtractBags, owed);
  return { valued, returned, restockingFees, shippingFee, exchanged, shipping, duties, tip, net };
}

function transfer(order: OrderRecord, net: Bag, allocation: unknown): unknown {
  if (net.presentment.minor === 0) return null;
  if (net.presentment.minor < 0) return { __typename: "InvoiceReturnOutcome", amount: moneyBag(negateBag(net)) };
  const sum = clampBag(net, maximumRefundable(order));
  return { __typename: "RefundReturnOutcome", amount: moneyBag(sum), ...refundMethods(order, sum, allocation) };
}

/** `Return.suggestedFinancialOutcome` */
export function financialOutcome(record: ReturnRecord, order: OrderRecord, asked: { args: Args; held: Held }): unknown {
  const { args, held } = asked;
  const settlement = settle(record, order, {
    held,
    returnLines: args["returnLineItems"] as Chosen[],
    exchangeLines: args["exchangeLineItems"] as Chosen[],
    shipping: args["refundShipping"] as ShippingChoice | null | undefined,
    duties: args["refundDuties"] as DutyChoice[] | null | undefined,
    tipLineId: args["tipLineId"] as string | null | undefined,
  });
  const total = (figure: (one: Valued) => Bag): Bag => sumBags(settlement.valued.map(figure), zeroOf(order));
  return {
    discountedSubtotal: moneyBag(total((one) => one.subtotal)),
    totalTax: moneyBag(total((one) => one.tax)),
    totalCartDiscountAmount: moneyBag(total((one) => subtractBags(one.beforeOrderDiscounts, one.subtotal))),
    totalDuties: moneyBag(sumOfDuties(order, settlement.duties)),
    totalAdditionalFees: moneyBag(zeroOf(order)),
    refundDuties: settlement.duties.map((duty) => ({ ...duty, order })),
    maximumRefundable: moneyBag(maximumRefundable(order)),
    shipping: shippingRefund(order, settlement.shipping),
    financialTransfer: transfer(order, settlement.net, args["refundMethodAllocation"]),
  };
}
