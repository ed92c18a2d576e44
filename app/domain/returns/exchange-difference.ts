import type { ReturnableOrder } from "#app/domain/orders/returnable-order.ts";
import type { LineItemGid } from "#app/domain/shared/gid.ts";
import type { Money } from "#app/domain/shared/money.ts";
import { add, subtract } from "#app/domain/shared/money.ts";
import { costOfExchange } from "./exchange-quote.ts";
import { worthOfUnits } from "./refund-quote.ts";
import type { ExchangeVariant } from "./resolution-quote.ts";

/**
 * What the shopper pays (positive) or gets back (negative) when some units are swapped for a variant, before fees, in the currency that was
 * charged: paid 80.00 of 100.00, variant of 110.00 costs 88.00, so 8.00.
 */
export function exchangeDifference(
  order: ReturnableOrder,
  item: { readonly lineGid: LineItemGid; readonly quantity: number; readonly requestedAt: Date },
  variant: ExchangeVariant,
): Money {
  const worth = worthOfUnits(order, item, item.requestedAt);
  const { goods, tax } = costOfExchange(order, worth, variant);
  return subtract(add(goods.presentment, tax.presentment), worth.paid.presentment);
}
