import type { FulfillmentGid, LineItemGid } from "#app/domain/shared/gid.ts";
import type { Money } from "#app/domain/shared/money.ts";
import { allocate, sum, zero } from "#app/domain/shared/money.ts";

/** One ordered line and what its units cost together after every discount. */
export interface GoodsLine {
  readonly lineItemGid: LineItemGid;
  readonly quantity: number;
  readonly paid: Money;
}

/** What one parcel carries. Cancelled fulfillments carry nothing and are left out. */
export interface GoodsFulfillment {
  readonly gid: FulfillmentGid;
  readonly lines: readonly { readonly lineItemGid: LineItemGid; readonly quantity: number }[];
}

/** How an order's goods, and its shipping, fall on its fulfillments. */
export interface FulfillmentShare {
  readonly gid: FulfillmentGid;
  readonly goods: Money;
  readonly shipping: Money;
}

/**
 * Each fulfillment's goods by the units it carries, and its share of shipping in proportion to those goods. Every line is split by
 * largest remainder over the fulfillments (in the order given) and the units not sent yet, so that the shares of a completely sent
 * order sum to the order exactly. USD 100.00 for 3 units, sent as 1 and 2: 33.33 and 66.67.
 */
export function shareOverFulfillments(
  order: { readonly lines: readonly GoodsLine[]; readonly shipping: Money },
  fulfillments: readonly GoodsFulfillment[],
): FulfillmentShare[] {
  const currency = order.shipping.currency;
  const byLine = order.lines.map((line) => splitLine(line, fulfillments));
  const goods = [...fulfillments, null].map((_, index) =>
    sum(
      byLine.map((parts) => parts[index] ?? zero(currency)),
      currency,
    ),
  );
  const shipping = allocate(
    order.shipping,
    goods.map(({ minor }) => Math.max(0, minor)),
  );
  return fulfillments.map(({ gid }, index) => ({
    gid,
    goods: goods[index] ?? zero(currency),
    shipping: shipping[index] ?? zero(currency),
  }));
}

/** One part for each fulfillment and a last one for what is not sent; more units sent than ordered (an edited order) share the same money. */
function splitLine(line: GoodsLine, fulfillments: readonly GoodsFulfillment[]): Money[] {
  const sent = fulfillments.map((one) =>
    one.lines.filter(({ lineItemGid }) => lineItemGid === line.lineItemGid).reduce((all, { quantity }) => all + Math.max(0, quantity), 0),
  );
  const unsent = Math.max(0, line.quantity - sent.reduce((all, quantity) => all + quantity, 0));
  const weights = [...sent, unsent];
  return weights.every((weight) => weight === 0) ? weights.map(() => zero(line.paid.currency)) : allocate(line.paid, weights);
}
