import { lineOf, linesBought, unitsHeldBefore } from "#app/domain/orders/order-line.ts";
import type { OrderLine, RefundedLine, ReturnableOrder } from "#app/domain/orders/returnable-order.ts";
import type { LineItemGid } from "#app/domain/shared/gid.ts";
import type { MoneyPair, MoneySide } from "#app/domain/shared/money-pair.ts";
import { addPairs, minPair, pairAtLeastZero, pairOf, subtractPairs, sumPairs, zeroPair } from "#app/domain/shared/money-pair.ts";
import type { Money } from "#app/domain/shared/money.ts";
import { atLeastZero, fraction, money, subtract } from "#app/domain/shared/money.ts";

/** Some of the units of a line that come back at once, where not all of them have the same terms. */
export interface UnitGroup {
  /** Tells it from the others of its line. */
  readonly name: string;
  /** Units of the line that come before it. */
  readonly skip: number;
  /** All units of the line that come back at once. */
  readonly of: number;
}

/** What some units of a line are worth to the customer who gives them back. */
export interface UnitsWorth {
  readonly lineGid: LineItemGid;
  /** The name of the group of units, where the line has several. */
  readonly group?: string;
  /** Units that can still be paid for; fewer than asked for when some were refunded by hand meanwhile. */
  readonly quantity: number;
  /** At the order's prices: contains tax when these do. */
  readonly priced: MoneyPair;
  /** Tax of these units, inside `priced` or on top of it. */
  readonly tax: MoneyPair;
  /** What was paid for these units: `priced`, and the tax where it came on top. */
  readonly paid: MoneyPair;
}

/**
 * A unit's refund is its share of what is left of the line: what was paid for all units after all discounts, less what was
 * refunded for it, split evenly over the units left by largest remainder. So returning 1 + 1 + 1 of 3 pays exactly what 3 at
 * once pay, refunds made by hand in Shopify count, and a line never pays back more than was paid for it.
 *
 * `requestedAt` is when this return was asked for: units of earlier returns that are not paid yet keep the shares before it.
 *
 * Groups of units that come back at once are worth together what all of them are.
 *
 * Paid 1.00 for 3 units: the first is worth 0.34, the second 0.33, the third 0.33; the last two together 0.66.
 */
export function worthOfUnits(order: ReturnableOrder, item: SomeUnits, requestedAt: Date): UnitsWorth {
  const line = lineOf(order, item.lineGid);
  if (!line) throw new Error(`Order ${order.gid} has no line ${item.lineGid}`);
  const refunded = refundsOf(order, line);
  const unitsLeft = Math.max(0, line.quantity - refunded.reduce((all, { quantity }) => all + quantity, 0));
  const { skip, of } = item.group ?? { skip: 0, of: item.quantity };
  const atOnce = Math.min(of, unitsLeft);
  const quantity = Math.max(0, Math.min(item.quantity, atOnce - skip));
  const before = skip + Math.min(unitsHeldBefore(order, line.gid, requestedAt), unitsLeft - atOnce);
  const share = (whole: MoneyPair, taken: (refund: RefundedLine) => MoneyPair): MoneyPair => {
    const left = pairAtLeastZero(subtractPairs(whole, sumPairs(refunded.map(taken), whole)));
    return pairOf((side) => shareOfUnits(left[side], unitsLeft, { skip: before, count: quantity }));
  };
  const priced = share(line.paid, ({ goods }) => goods);
  const ofTax = share(line.tax, ({ tax }) => tax);
  const tax = order.taxesIncluded ? minPair(ofTax, priced) : ofTax;
  const paid = order.taxesIncluded ? priced : addPairs(priced, tax);
  return { lineGid: line.gid, ...(item.group ? { group: item.group.name } : {}), quantity, priced, tax, paid };
}

interface SomeUnits {
  readonly lineGid: LineItemGid;
  readonly quantity: number;
  readonly group?: UnitGroup;
}

/**
 * The share of `count` units after the first `skip` when `amount` is split evenly over `units` by largest remainder: the same
 * as adding up those parts of `allocate`, without making them. 1.00 over 3 units: skip 0 count 1 is 0.34, skip 1 count 2 is 0.66.
 */
export function shareOfUnits(amount: Money, units: number, { skip, count }: { skip: number; count: number }): Money {
  if (units === 0) return money(0, amount.currency);
  const each = Math.floor(amount.minor / units);
  const larger = amount.minor - each * units;
  const upTo = (position: number) => each * position + Math.min(position, larger);
  return money(upTo(skip + count) - upTo(skip), amount.currency);
}

/** What can still be paid back for the whole order: the rest of all its payments, after every refund anyone made. */
export function leftOfOrder(order: ReturnableOrder): MoneyPair {
  return pairAtLeastZero(
    sumPairs(
      order.transactions.map(({ refundable }) => refundable),
      order.total,
    ),
  );
}

/**
 * The outbound shipping that goes back with some goods: in proportion to the goods' price, never more than is left of it.
 * Measured along what was refunded before, so that returning everything in parts gives back the shipping exactly. What was sent in an
 * exchange or as a replacement takes the place of what came back for it: it neither adds to what was bought nor counts as returned.
 *
 * Shipping 5.00, goods 60.00 of 80.00 come back: 3.75. The goods of 60.00 were replaced and the others come back: 1.25.
 */
export function shippingFor(order: ReturnableOrder, worths: readonly UnitsWorth[]): MoneyPair {
  const { paid, tax, refunded } = order.shipping;
  const whole = order.taxesIncluded ? paid : addPairs(paid, tax);
  const bought = linesBought(order);
  const goods = sumPairs(
    bought.map((line) => line.paid),
    whole,
  );
  const sentAgain = order.lines.filter((line) => !bought.includes(line)).map((line) => line.paid);
  const returned = order.refunds.flatMap(({ lines }) => lines.map((line) => line.goods));
  const before = pairAtLeastZero(subtractPairs(sumPairs(returned, whole), sumPairs(sentAgain, whole)));
  const now = sumPairs(
    worths.map(({ priced }) => priced),
    whole,
  );
  const upTo = (side: MoneySide, value: Money) =>
    goods[side].minor <= 0
      ? money(0, value.currency)
      : fraction(whole[side], [Math.min(value.minor, goods[side].minor), goods[side].minor]);
  const share = pairOf((side) => subtract(upTo(side, addPairs(before, now)[side]), upTo(side, before[side])));
  return minPair(
    share,
    pairOf((side) => atLeastZero(subtract(whole[side], refunded[side]))),
  );
}

function refundsOf(order: ReturnableOrder, { gid }: OrderLine): RefundedLine[] {
  return order.refunds.flatMap(({ lines }) => lines).filter(({ lineGid }) => lineGid === gid);
}

/** The same figure in both currencies of the order, for an amount that a policy gives in the shop's: by the order's own exchange rate. */
export function atOrderRate(order: ReturnableOrder, amount: Money): MoneyPair {
  const { shop, presentment } = order.total;
  if (amount.currency !== shop.currency) return zeroPair(order.total);
  if (shop.currency === presentment.currency) return { shop: amount, presentment: amount };
  const inPresentment = shop.minor <= 0 ? 0 : fraction(amount, [presentment.minor, shop.minor]).minor;
  return { shop: amount, presentment: money(inPresentment, presentment.currency) };
}
