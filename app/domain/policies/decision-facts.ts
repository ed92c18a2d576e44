import { arrivalOf, unitsLeft } from "#app/domain/orders/order-line.ts";
import type { OrderLine, ReturnableOrder } from "#app/domain/orders/returnable-order.ts";
import { fraction } from "#app/domain/shared/money.ts";
import { DAY, after, dateIn } from "#app/domain/shared/time.ts";
import type { DecisionFacts } from "./decision.ts";
import type { TransitAllowance } from "./policy.ts";

/** What is known besides the order when an item is decided. */
export interface FactsContext {
  readonly now: Date;
  /** The shop's IANA zone: calendar days are counted there. */
  readonly zone: string;
  /** Of the policy version that decides. */
  readonly transit: TransitAllowance;
  /** Null until the shopper chose one. */
  readonly reason: string | null;
  /** Null until the shopper chose: then all that can still come back. */
  readonly quantity: number | null;
}

/**
 * Collects all that a policy may look at about one line of an order, as plain JSON.
 *
 * Delivery day: the carrier's, else the sending day plus the policy's transit allowance for the country (goods that are not
 * shipped arrive when sent). Discount share: list 100.00, paid 80.00 is 2000 bp, rounded down.
 */
export function gatherFacts(order: ReturnableOrder, line: OrderLine, context: FactsContext): DecisionFacts {
  const quantityLeft = unitsLeft(order, line);
  return {
    orderGid: order.gid,
    lineGid: line.gid,
    productType: line.productType,
    productTags: line.productTags,
    vendor: line.vendor,
    unitPrice: fraction(line.paid.shop, [1, line.quantity]),
    discountShareBp: discountShareBp(line),
    quantity: context.quantity ?? quantityLeft,
    quantityLeft,
    isGiftCard: line.isGiftCard,
    isDigital: !line.requiresShipping && !line.isGiftCard,
    ...deliveryFacts(order, line, context),
    country: order.countryCode,
    reason: context.reason,
    customerTags: order.customer?.tags ?? [],
    customerOrdersCount: order.customer?.ordersCount ?? null,
    decidedOn: dateIn(context.zone, context.now),
  };
}

type DeliveryFacts = Pick<DecisionFacts, "deliveredOn" | "deliveryBasis" | "daysSinceDelivery">;

function deliveryFacts(order: ReturnableOrder, line: OrderLine, { now, zone, transit }: FactsContext): DeliveryFacts {
  const days = line.requiresShipping ? transitDays(transit, order.countryCode) : 0;
  const arrival = arrivalOf(line, (fulfilledAt) => after(fulfilledAt, days * DAY));
  if (arrival === null) return { deliveredOn: null, deliveryBasis: "not_sent", daysSinceDelivery: null };
  const deliveredOn = dateIn(zone, arrival.at);
  return {
    deliveredOn,
    deliveryBasis: arrival.basis === "delivered" ? "delivered" : "estimated",
    daysSinceDelivery: Math.round((Date.parse(dateIn(zone, now)) - Date.parse(deliveredOn)) / DAY),
  };
}

function transitDays({ days, byCountry }: TransitAllowance, country: string | null): number {
  return byCountry.find((row) => row.country === country)?.days ?? days;
}

function discountShareBp({ listUnitPrice, quantity, paid }: OrderLine): number {
  const list = BigInt(listUnitPrice.shop.minor) * BigInt(quantity);
  const taken = list - BigInt(paid.shop.minor);
  return list <= 0n || taken <= 0n ? 0 : Number((taken * 10_000n) / list);
}
