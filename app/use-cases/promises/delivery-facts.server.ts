import { lateDelivery, type LateDelivery, type LateParcel } from "#app/domain/compensation/late-delivery.ts";
import { shareOverFulfillments } from "#app/domain/compensation/fulfillment-goods.ts";
import { settlesAt } from "#app/domain/compensation/settlement.ts";
import type { DeliveryFacts } from "#app/domain/playbooks/ready-made.ts";
import { isScan, isTrouble } from "#app/domain/promises/carrier-event.ts";
import type { DeliveryEstimate, PromiseSources } from "#app/domain/promises/delivery-promise.ts";
import type { Destination } from "#app/domain/promises/destination-zone.ts";
import { destinationZoneOr } from "#app/domain/promises/destination-zone.ts";
import { silentAt } from "#app/domain/promises/silence.ts";
import { zero } from "#app/domain/shared/money.ts";
import type { KeepingRules } from "./keeping-rules.server.ts";
import type { Delivery } from "./ports.ts";

const CANCELLED: ReadonlySet<string> = new Set(["cancelled", "error", "failure"]);

/** When there was nothing left to deliver: the fulfillment or its order was cancelled. */
export function cancelledAtOf({ shipment, order }: Delivery): Date | null {
  if (CANCELLED.has(shipment.status)) return shipment.sourceUpdatedAt;
  return order?.cancelledAt ?? null;
}

/** The last time that a person or machine handled the parcel, by the carrier's own time. */
export function lastScanOf({ events, shipment }: Delivery): Delivery["events"][number] | { readonly happenedAt: Date } | undefined {
  const scanned = events.filter(({ status }) => isScan(status)).at(-1);
  return scanned ?? (shipment.inTransitAt ? { happenedAt: shipment.inTransitAt } : undefined);
}

/** Where the parcel goes, as far as the order tells. */
export function destinationOf({ order }: Delivery): Destination {
  return { countryCode: order?.countryCode ?? null, provinceCode: order?.provinceCode ?? null };
}

/** What a delivery promise follows from; `estimate` is what Shopify said of the fulfillment itself. */
export function promiseSourcesOf(delivery: Delivery, estimate: Date | null): PromiseSources {
  const { shipment, order, events } = delivery;
  const told = events.flatMap((event): DeliveryEstimate[] =>
    event.estimatedAt ? [{ estimatedAt: event.estimatedAt, statedAt: event.happenedAt, isWithTrouble: isTrouble(event.status) }] : [],
  );
  const own = estimate ? [{ estimatedAt: estimate, statedAt: shipment.shippedAt, isWithTrouble: false }] : [];
  return {
    estimates: [...own, ...told],
    destination: destinationOf(delivery),
    productTypes: delivery.productTypes,
    orderedAt: order?.processedAt ?? shipment.shippedAt,
    shippedAt: shipment.shippedAt,
  };
}

/** When the parcel counts as stuck if it goes on saying nothing; null when it cannot. */
export function silentAtOf(delivery: Delivery, rules: KeepingRules): Date | null {
  const { shipment, order } = delivery;
  return silentAt(
    {
      shippedAt: shipment.shippedAt,
      hasTracking: shipment.trackingNumber !== undefined,
      lastScanAt: lastScanOf(delivery)?.happenedAt ?? null,
      deliveredAt: shipment.deliveredAt ?? null,
      cancelledAt: cancelledAtOf(delivery),
      fromCountry: rules.shop.country ?? null,
      toCountry: order?.countryCode ?? null,
    },
    rules.silence,
    rules.promises.calendar,
  );
}

/** The parcel as lateness is computed on, with goods as far as webhooks told; null without a promise. What is paid is read from Shopify. */
export function lateParcelOf(delivery: Delivery, rules: KeepingRules): LateParcel | null {
  const { promise, shipment, order } = delivery;
  if (!promise?.promisedOn) return null;
  const share = order
    ? shareOverFulfillments(
        {
          lines: order.lines.map((line) => ({ lineItemGid: line.gid, quantity: line.quantity, paid: line.discountedTotal })),
          shipping: order.shipping,
        },
        order.shipments
          .filter(({ status }) => !CANCELLED.has(status))
          .map(({ gid, lines }) => ({ gid, lines: lines.map(({ lineGid, quantity }) => ({ lineItemGid: lineGid, quantity })) })),
      ).find(({ gid }) => gid === shipment.gid)
    : undefined;
  return {
    promisedOn: promise.promisedOn,
    zone: promise.zone,
    deliveredAt: shipment.deliveredAt ?? null,
    goods: share?.goods ?? zero(rules.shop.currency),
    shipping: share?.shipping ?? zero(rules.shop.currency),
  };
}

/** What lateness comes to by now; null without a promise. */
export function latenessOf(delivery: Delivery, rules: KeepingRules, now: Date): LateDelivery | null {
  const parcel = lateParcelOf(delivery, rules);
  return parcel && lateDelivery(parcel, rules.compensation.lateDelivery, now);
}

/** What playbooks may look at about a parcel, at this moment. */
export function deliveryFactsOf(delivery: Delivery, rules: KeepingRules, now: Date): DeliveryFacts {
  const { promise, shipment, order, compensations } = delivery;
  const settings = rules.compensation.lateDelivery;
  const late = latenessOf(delivery, rules, now);
  const deliveredAt = shipment.deliveredAt ?? null;
  const settles = late && settings.isEnabled ? settlesAt(late, deliveredAt, settings) : deliveredAt;
  const paidAt = compensations.flatMap((one) => one.paidAt ?? []).map((at) => at.toISOString());
  return {
    promiseStatus: promise?.status ?? null,
    promisedOn: promise?.promisedOn ?? null,
    deliveredAt: iso(deliveredAt),
    cancelledAt: iso(cancelledAtOf(delivery)),
    lastScanAt: iso(lastScanOf(delivery)?.happenedAt ?? null),
    silentAt: iso(silentAtOf(delivery, rules)),
    settlesAt: iso(settles),
    owedMinor: late && settings.isEnabled ? late.amount.minor : 0,
    compensationPaidAt: paidAt.sort()[0] ?? null,
    country: order?.countryCode ?? null,
  };
}

/** The customer's zone, or the shop's where it is unknown. */
export function zoneOf(delivery: Delivery, rules: KeepingRules): string {
  return delivery.promise?.zone ?? destinationZoneOr(destinationOf(delivery), rules.shop.timezone);
}

function iso(instant: Date | null): string | null {
  return instant?.toISOString() ?? null;
}
