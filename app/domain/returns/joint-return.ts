import { isSameEmail } from "#app/domain/customers/email-address.ts";
import type { CustomerGid, OrderGid } from "#app/domain/shared/gid.ts";
import type { Money } from "#app/domain/shared/money.ts";
import { sum } from "#app/domain/shared/money.ts";

/** Most orders that can come back in one parcel at once. */
export const JOINT_ORDERS_MAX = 5;

/** One order of a return of several; with a draft once its items and what is to become of them are chosen. */
export interface JointOrder {
  readonly orderGid: OrderGid;
  readonly name: string;
  readonly draftId?: string;
  /** The fee for the way back is taken from this order. */
  readonly bearsShipping?: boolean;
}

/** Whose an order is: a guest's has no customer, one taken by phone perhaps no address. */
export interface OrderOwner {
  readonly customerGid?: CustomerGid | undefined;
  readonly email?: string | undefined;
}

/**
 * Whether two orders may come back together: they are the same customer's, or were placed with the same address. Two orders of which nothing
 * is known are nobody's.
 */
export function isSameOwner(one: OrderOwner, other: OrderOwner): boolean {
  if (one.customerGid !== undefined && one.customerGid === other.customerGid) return true;
  return isSameEmail(one.email ?? "", other.email ?? "");
}

/** The order whose items are chosen next; undefined when all of them are chosen. */
export function nextOrder(orders: readonly JointOrder[]): JointOrder | undefined {
  return orders.find(({ draftId }) => draftId === undefined);
}

/** The orders with what was chosen for one of them; the others keep their places. */
export function withDraft(orders: readonly JointOrder[], ready: JointOrder): JointOrder[] {
  return orders.map((order) => (order.orderGid === ready.orderGid ? ready : order));
}

/** The orders without one of them. */
export function withoutOrder(orders: readonly JointOrder[], orderGid: OrderGid): JointOrder[] {
  return orders.filter((order) => order.orderGid !== orderGid);
}

/** One parcel is sent back once: whether an order before this one bears the fee for it already. */
export function isShippingShared(orders: readonly JointOrder[], orderGid: OrderGid): boolean {
  const at = orders.findIndex((order) => order.orderGid === orderGid);
  return orders.slice(0, Math.max(0, at)).some(({ bearsShipping }) => bearsShipping === true);
}

/**
 * What several orders come to, one sum for each currency, in the order in which the currencies come up.
 *
 * 20.00 USD, 15.00 EUR and 5.00 USD: 25.00 USD and 15.00 EUR.
 */
export function sumsByCurrency(amounts: readonly Money[]): Money[] {
  const byCurrency = Map.groupBy(amounts, ({ currency }) => currency);
  return [...byCurrency].map(([currency, own]) => sum(own, currency));
}
