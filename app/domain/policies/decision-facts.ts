import { arrivalOf, hasDuties, linesBought, unitsLeft } from "#app/domain/orders/order-line.ts";
import type { OrderLine, ReturnableOrder } from "#app/domain/orders/returnable-order.ts";
import { fraction, sum } from "#app/domain/shared/money.ts";
import { DAY, after, dateIn } from "#app/domain/shared/time.ts";
import type { DecisionFacts } from "./decision.ts";
import type { OrderBackground } from "./order-background.ts";
import { NOTHING_FOUND_OUT } from "./order-background.ts";
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
  /** What was found out beyond the order; nothing when left out. */
  readonly background?: OrderBackground;
  /** The shopper's answers by the question's id. */
  readonly answers?: Readonly<Record<string, string>>;
  /** Whether the shopper gave a photo of the item. */
  readonly hasEvidence?: boolean;
  /** The id of the grade that the goods were found to be of; null before the inspection. */
  readonly inspectedCondition?: string | null;
  /** The receiver of a gift asks: the most units of this line that may come back, and the days on top of the window. */
  readonly gift?: { readonly units: number; readonly extraDays: number };
}

/** Tags that say final sale, beside the product's metafield `custom.final_sale`. */
const FINAL_SALE_TAGS: ReadonlySet<string> = new Set(["final-sale", "final sale", "final_sale", "finalsale"]);

/**
 * Collects all that a policy may look at about one line of an order, as plain JSON.
 *
 * Delivery day: the carrier's, else the sending day plus the policy's transit allowance for the country (goods that are not
 * shipped arrive when sent). Discount share: list 100.00, paid 80.00 is 2000 bp, rounded down. Order value: what the goods of all lines
 * cost after discounts. Past return share: 3 of 8 units of the customer's other orders is 3750 bp, rounded down.
 */
export function gatherFacts(order: ReturnableOrder, line: OrderLine, context: FactsContext): DecisionFacts {
  const { gift } = context;
  const quantityLeft = Math.min(unitsLeft(order, line), gift?.units ?? Infinity);
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
    orderValue: sum(
      linesBought(order).map(({ paid }) => paid.shop),
      order.shopCurrency,
    ),
    ...foundOut(line, context.background ?? NOTHING_FOUND_OUT),
    answers: context.answers ?? {},
    hasEvidence: context.hasEvidence ?? false,
    inspectedCondition: context.inspectedCondition ?? null,
    ...(hasDuties(order) ? { hasDuties: true } : {}),
    ...(gift ? { giftDays: gift.extraDays } : {}),
    decidedOn: dateIn(context.zone, context.now),
  };
}

type FoundOut = Pick<DecisionFacts, "productGid" | "collections" | "isFinalSale" | "market" | "customerSegments" | "pastReturnShareBp">;

function foundOut(line: OrderLine, { collections, segments, market, pastReturns }: OrderBackground): FoundOut {
  return {
    productGid: line.productGid,
    collections: (line.productGid === null ? undefined : collections.get(line.productGid)) ?? null,
    isFinalSale: isFinalSale(line),
    market,
    customerSegments: segments,
    pastReturnShareBp: pastReturns && shareBp(pastReturns.returned, pastReturns.bought),
  };
}

/** Unknown for a product that is gone: its tags went with it. */
function isFinalSale({ productGid, productTags, isMarkedFinalSale }: OrderLine): boolean | null {
  if (isMarkedFinalSale || productTags.some((tag) => FINAL_SALE_TAGS.has(tag.trim().toLowerCase()))) return true;
  return productGid === null ? null : false;
}

/** A customer who bought nothing else brought nothing back. */
function shareBp(part: number, whole: number): number {
  return whole <= 0 ? 0 : Math.min(10_000, Math.floor((part * 10_000) / whole));
}

type DeliveryFacts = Pick<DecisionFacts, "deliveredOn" | "deliveryBasis" | "daysSinceDelivery" | "sentOn" | "transitDays">;

function deliveryFacts(order: ReturnableOrder, line: OrderLine, { now, zone, transit }: FactsContext): DeliveryFacts {
  const days = line.requiresShipping ? transitDays(transit, order.countryCode) : 0;
  const arrival = arrivalOf(line, (fulfilledAt) => after(fulfilledAt, days * DAY));
  if (arrival === null) return { deliveredOn: null, deliveryBasis: "not_sent", daysSinceDelivery: null, ...NO_ESTIMATE };
  const deliveredOn = dateIn(zone, arrival.at);
  return {
    deliveredOn,
    deliveryBasis: arrival.basis === "delivered" ? "delivered" : "estimated",
    daysSinceDelivery: Math.round((Date.parse(dateIn(zone, now)) - Date.parse(deliveredOn)) / DAY),
    ...(arrival.basis === "delivered" ? NO_ESTIMATE : { sentOn: dateIn(zone, after(arrival.at, -days * DAY)), transitDays: days }),
  };
}

const NO_ESTIMATE = { sentOn: null, transitDays: null } as const;

function transitDays({ days, byCountry }: TransitAllowance, country: string | null): number {
  return byCountry.find((row) => row.country === country)?.days ?? days;
}

function discountShareBp({ listUnitPrice, quantity, paid }: OrderLine): number {
  const list = BigInt(listUnitPrice.shop.minor) * BigInt(quantity);
  const taken = list - BigInt(paid.shop.minor);
  return list <= 0n || taken <= 0n ? 0 : Number((taken * 10_000n) / list);
}
