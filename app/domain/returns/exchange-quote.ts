import { lineOf } from "#app/domain/orders/order-line.ts";
import type { OrderLine, ReturnableOrder } from "#app/domain/orders/returnable-order.ts";
import type { MoneyPair, MoneySide } from "#app/domain/shared/money-pair.ts";
import { addPairs, minPair, pairAtLeastZero, pairOf, subtractPairs } from "#app/domain/shared/money-pair.ts";
import type { Money } from "#app/domain/shared/money.ts";
import { fraction, money, subtract, times } from "#app/domain/shared/money.ts";
import type { UnitsWorth } from "./refund-quote.ts";
import type { ExchangeLine, ExchangeVariant } from "./resolution-quote.ts";

/** What the wanted variant costs this customer. */
export interface ExchangeCost {
  /** Without tax. */
  readonly goods: MoneyPair;
  readonly tax: MoneyPair;
  readonly line: ExchangeLine;
}

/**
 * The exchanged item keeps the discount of the one that comes back: a variant of the same list price is an even exchange, and
 * of a difference in list price the customer pays or gets the same share that was paid of the original. Something that was
 * given away free keeps nothing: the difference counts in full. Tax follows at the rate the line was taxed at; Shopify
 * computes the final tax at processing.
 *
 * List 100.00 paid 80.00, wanted variant 110.00: costs 88.00, so the customer owes 8.00; the discount told to Shopify is 22.00.
 */
export function costOfExchange(order: ReturnableOrder, worth: UnitsWorth, variant: ExchangeVariant): ExchangeCost {
  const line = lineOf(order, worth.lineGid);
  if (!line) throw new Error(`Order ${order.gid} has no line ${worth.lineGid}`);
  const { quantity } = worth;
  const listed = pairOf((side) => times(variant.unitPrice[side], quantity));
  const dearer = pairOf((side) => keepsDiscount(line, side, times(subtract(variant.unitPrice[side], line.listUnitPrice[side]), quantity)));
  const priced = pairAtLeastZero(addPairs(worth.priced, dearer));
  const tax = pairAtLeastZero(
    addPairs(
      worth.tax,
      pairOf((side) => taxed(line, side, dearer[side])),
    ),
  );
  return {
    goods: order.taxesIncluded ? pairAtLeastZero(subtractPairs(priced, tax)) : priced,
    tax,
    line: {
      lineGid: worth.lineGid,
      variantGid: variant.variantGid,
      quantity,
      appliedDiscount: pairAtLeastZero(subtractPairs(listed, priced)),
    },
  };
}

/**
 * The same thing once more costs what the first was worth, so nothing is owed whatever its price is today; only where today's price is
 * lower than what was paid does the difference go back, because Shopify cannot charge more than the price.
 *
 * Paid 20.00 of 25.00, today 30.00: costs 20.00, the discount told to Shopify is 10.00. Today 18.00: costs 18.00, 2.00 go back.
 */
export function costOfReplacement(order: ReturnableOrder, worth: UnitsWorth, variant: ExchangeVariant): ExchangeCost {
  const { quantity, lineGid } = worth;
  const listed = pairOf((side) => times(variant.unitPrice[side], quantity));
  const priced = minPair(worth.priced, listed);
  const tax = pairOf((side) => {
    const { minor } = worth.priced[side];
    return minor <= 0 ? worth.tax[side] : fraction(worth.tax[side], [priced[side].minor, minor]);
  });
  return {
    goods: order.taxesIncluded ? pairAtLeastZero(subtractPairs(priced, tax)) : priced,
    tax,
    line: { lineGid, variantGid: variant.variantGid, quantity, appliedDiscount: subtractPairs(listed, priced) },
  };
}

function keepsDiscount({ paid, listUnitPrice, quantity }: OrderLine, side: MoneySide, difference: Money): Money {
  const list = times(listUnitPrice[side], quantity).minor;
  return list <= 0 || paid[side].minor <= 0 ? difference : fraction(difference, [paid[side].minor, list]);
}

function taxed({ paid, tax }: OrderLine, side: MoneySide, amount: Money): Money {
  return paid[side].minor <= 0 ? money(0, amount.currency) : fraction(amount, [tax[side].minor, paid[side].minor]);
}
