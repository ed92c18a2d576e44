import type { OrderLine, ReturnableOrder } from "#app/domain/orders/returnable-order.ts";
import { gatherFacts } from "#app/domain/policies/decision-facts.ts";
import type { DecisionFacts } from "#app/domain/policies/decision.ts";
import type { TrialCase } from "#app/domain/policies/dry-run.ts";
import type { OrderBackground } from "#app/domain/policies/order-background.ts";
import type { TransitAllowance } from "#app/domain/policies/policy.ts";
import type { ProductGid } from "#app/domain/shared/gid.ts";
import { legacyId } from "#app/domain/shared/gid.ts";
import type { Money } from "#app/domain/shared/money.ts";
import { fraction } from "#app/domain/shared/money.ts";
import type { OrderLineProjection, ProductProjection, Shipment, StoredOrder } from "#app/use-cases/orders/ports.ts";
import type { AskedLine, DryRunRange, TriedOrder } from "./dry-run-records.server.ts";

/** What turns past orders into cases to try: the shop's zone and each policy's transit allowance. */
export interface TrialContext {
  readonly zone: string;
  readonly range: DryRunRange;
  readonly products: ReadonlyMap<ProductGid, ProductProjection>;
  readonly publishedTransit: TransitAllowance;
  readonly draftTransit: TransitAllowance;
  /** What was found out about the order beyond itself. */
  readonly background: OrderBackground;
}

/** A case with where it comes from. */
export interface PlacedCase {
  readonly line: OrderLine;
  readonly asked?: AskedLine;
  readonly trial: TrialCase;
}

/**
 * The decisions that both policies are tried on, of one order: each line as the shopper would be told on the day it arrived, before
 * a reason is chosen, when the order was placed in the time looked at; and each line of a return that was asked for in that time, with
 * the facts of that moment. Cancelled orders have none.
 */
export function trialCases(tried: TriedOrder, context: TrialContext): PlacedCase[] {
  const { order, asked } = tried;
  if (order.cancelledAt) return [];
  const bought = asBought(tried, context.products);
  const { since, until } = context.range;
  const isIn = (at: Date) => at >= since && at < until;
  const sold = isIn(order.processedAt) ? bought.lines.map((line) => soldCase(bought, line, context)) : [];
  const withFee = new Set<string>();
  const requests = asked
    .filter(({ requestedAt }) => isIn(requestedAt))
    .flatMap((request) => {
      const line = bought.lines.find(({ gid }) => gid === request.lineGid);
      if (!line) return [];
      const takesReturnShippingFee = !withFee.has(request.returnName);
      withFee.add(request.returnName);
      return [askedCase({ bought, line, request, takesReturnShippingFee }, context)];
    });
  return [...sold, ...requests];
}

function soldCase(bought: ReturnableOrder, line: OrderLine, context: TrialContext): PlacedCase {
  const { zone, publishedTransit, background } = context;
  const onArrival = (facts: DecisionFacts): DecisionFacts =>
    facts.deliveredOn === null ? facts : { ...facts, daysSinceDelivery: 0, decidedOn: facts.deliveredOn };
  const moment = { now: bought.processedAt, zone, background, reason: null, quantity: line.quantity };
  const publishedFacts = onArrival(gatherFacts(bought, line, { ...moment, transit: publishedTransit }));
  const draftFacts = sameDays(publishedFacts, context)
    ? publishedFacts
    : onArrival(gatherFacts(bought, line, { ...moment, transit: context.draftTransit }));
  const trial = { publishedFacts, draftFacts, value: line.paid.shop, resolution: null, takesReturnShippingFee: true };
  return { line, trial: { basis: "sold", ...trial } };
}

interface Request {
  readonly bought: ReturnableOrder;
  readonly line: OrderLine;
  readonly request: AskedLine;
  readonly takesReturnShippingFee: boolean;
}

function askedCase({ bought, line, request, takesReturnShippingFee }: Request, context: TrialContext): PlacedCase {
  const { reason, requestedAt, resolution, quantity } = request;
  const moment = { now: requestedAt, zone: context.zone, background: context.background, reason, quantity };
  const factsUnder = (transit: TransitAllowance) => asDecided(gatherFacts(bought, line, { ...moment, transit }), request);
  const publishedFacts = factsUnder(context.publishedTransit);
  const draftFacts = sameDays(publishedFacts, context) ? publishedFacts : factsUnder(context.draftTransit);
  const value = fraction(line.paid.shop, [quantity, line.quantity]);
  const trial = { publishedFacts, draftFacts, value, resolution, takesReturnShippingFee };
  return { line, asked: request, trial: { basis: "asked", ...trial } };
}

/** What the portal knew at that moment counts before what can be found out today, but for days that were only estimated: those each policy counts its own way. */
function asDecided(gathered: DecisionFacts, { facts }: AskedLine): DecisionFacts {
  if (!facts) return gathered;
  const { deliveredOn, deliveryBasis, daysSinceDelivery } = facts.deliveryBasis === "delivered" ? facts : gathered;
  const known = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null));
  return { ...gathered, ...known, deliveredOn, deliveryBasis, daysSinceDelivery };
}

/** A carrier's date is the same for both policies, and so is an estimate by the same allowance. */
function sameDays({ deliveryBasis }: DecisionFacts, { publishedTransit, draftTransit }: TrialContext): boolean {
  return deliveryBasis !== "estimated" || publishedTransit === draftTransit;
}

/** A stored order as if nothing of it had come back yet. It serves decisions only: what becomes money is always read from Shopify. */
function asBought({ order, customerTags }: TriedOrder, products: TrialContext["products"]): ReturnableOrder {
  const currency = order.total.currency;
  const nothing = both({ minor: 0, currency });
  return {
    gid: order.gid,
    name: order.name,
    processedAt: order.processedAt,
    cancelledAt: order.cancelledAt ?? null,
    shopCurrency: currency,
    presentmentCurrency: currency,
    countryCode: order.countryCode ?? null,
    customer: order.customerGid ? { gid: order.customerGid, tags: customerTags, ordersCount: 0 } : null,
    taxesIncluded: false,
    lines: order.lines
      .filter(({ quantity }) => quantity > 0)
      .map((line) => lineAsBought(order, line, line.productGid && products.get(line.productGid))),
    shipping: { paid: both(order.shipping), tax: nothing, refunded: nothing },
    total: both(order.total),
    transactions: [],
    refunds: [],
    returns: [],
  };
}

function lineAsBought(order: StoredOrder, line: OrderLineProjection, product: ProductProjection | undefined): OrderLine {
  return {
    gid: line.gid,
    title: line.title,
    variantTitle: line.variantTitle ?? null,
    sku: line.sku ?? null,
    productGid: line.productGid ?? null,
    variantGid: line.variantGid ?? null,
    productType: product?.productType ?? "",
    productTags: product?.tags ?? [],
    vendor: line.vendor ?? product?.vendor ?? "",
    imageUrl: null,
    quantity: line.quantity,
    currentQuantity: line.quantity,
    listUnitPrice: both(line.unitPrice),
    paid: both(line.discountedTotal),
    tax: both({ minor: 0, currency: line.unitPrice.currency }),
    ...(line.duties ? { duties: [{ gid: `gid://shopify/Duty/${legacyId(line.gid)}` as const, paid: both(line.duties) }] } : {}),
    isGiftCard: line.isGiftCard,
    requiresShipping: line.requiresShipping,
    parcels: parcelsOf(order, line),
  };
}

/** A shipment that was imported with the history does not say what was in it: then it held every line that no other one names. */
function parcelsOf(order: StoredOrder, line: OrderLineProjection): OrderLine["parcels"] {
  const sent = order.shipments.filter(({ status }) => status.toLowerCase() !== "cancelled");
  const naming = sent.flatMap((shipment) =>
    shipment.lines.filter(({ lineGid }) => lineGid === line.gid).map(({ quantity }) => parcelOf(shipment, line, quantity)),
  );
  if (naming.length > 0) return naming;
  const [unnamed] = sent.filter(({ lines }) => lines.length === 0);
  return unnamed ? [parcelOf(unnamed, line, line.quantity)] : [];
}

function parcelOf({ gid, shippedAt, deliveredAt }: Shipment, line: OrderLineProjection, quantity: number): OrderLine["parcels"][number] {
  return {
    fulfillmentGid: gid,
    fulfillmentLineItemGid: `gid://shopify/FulfillmentLineItem/${legacyId(line.gid)}` as const,
    quantity,
    returnableQuantity: quantity,
    fulfilledAt: shippedAt,
    deliveredAt: deliveredAt ?? null,
  };
}

function both(amount: Money): { shop: Money; presentment: Money } {
  return { shop: amount, presentment: amount };
}
