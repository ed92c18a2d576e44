import { toIso } from "../clock/stand-in-clock.ts";
import type { FulfillmentEventRecord, FulfillmentRecord } from "../state/records.ts";
import { ROUTES, type Route } from "./carriers.ts";
import type { Numbering } from "./numbering.ts";
import type { Chance } from "./random.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How a parcel fares. A journey is told only up to now: what has not happened yet is not in the events. */
export type Fate = "on-time" | "late" | "stuck";

export interface ShipmentPlan {
  orderName: string;
  index: number;
  lines: readonly { lineItemId: string; quantity: number }[];
  country: string;
  city: string | null;
  shippedAt: Date;
  fate: Fate;
  now: Date;
  /** The promised evening, when a story needs another than the carrier's usual one. */
  promisedAt?: Date;
  /** When it arrives, when a story needs it. */
  arrivesAt?: Date;
  /** Told of what will happen to the parcel after now. */
  onAhead?: (fulfillmentId: string, steps: Step[]) => void;
  locationId: string;
  chance: Chance;
  ids: Numbering;
}

/** One parcel: tracking, the date the carrier promised, and its events up to now. */
export function shipment(plan: ShipmentPlan): FulfillmentRecord {
  const { chance, ids } = plan;
  const route = chance.pick(ROUTES[plan.country] ?? ROUTES["US"] ?? []);
  const number = route.number(chance);
  const promised = plan.promisedAt?.getTime() ?? endOfDay(plan.shippedAt.getTime() + route.promisedDays * DAY);
  const steps = journey(plan, route, promised);
  const events = steps.filter(({ at }) => at <= plan.now.getTime());
  const last = events.at(-1)?.at ?? plan.shippedAt.getTime();
  const id = ids("Fulfillment");
  plan.onAhead?.(
    id,
    steps.filter(({ at }) => at > plan.now.getTime()),
  );
  return {
    id,
    name: `${plan.orderName}.${plan.index}`,
    status: "SUCCESS",
    lines: plan.lines.map((line) => ({ id: ids("FulfillmentLineItem"), ...line })),
    trackingCompany: route.carrier,
    trackingNumbers: [number],
    trackingUrls: [route.tracking(number)],
    service: "manual",
    locationId: plan.locationId,
    estimatedDeliveryAt: toIso(new Date(promised)),
    events: events.map((event) => eventRecord(event, { country: plan.country, promised, id: ids("FulfillmentEvent") })),
    createdAt: toIso(plan.shippedAt),
    updatedAt: toIso(new Date(last)),
  };
}

/** One thing that the carrier reports. */
export interface Step {
  at: number;
  status: string;
  message: string;
  city: string | null;
}

function journey(plan: ShipmentPlan, route: Route, promised: number): Step[] {
  const { chance, fate, city } = plan;
  const shipped = plan.shippedAt.getTime();
  const arrival =
    plan.arrivesAt?.getTime() ??
    promised + (fate === "late" ? chance.between(0.6, 4.6) : -chance.between(0.3, Math.min(2.4, route.promisedDays - 2))) * DAY;
  const picked = shipped + chance.between(3, 14) * HOUR;
  const start: Step[] = [
    { at: shipped, status: "LABEL_PRINTED", message: "Label created", city: "Brooklyn" },
    { at: picked, status: "IN_TRANSIT", message: "Picked up by the carrier", city: "Brooklyn" },
  ];
  const travel = arrival - picked - 10 * HOUR;
  const hubs = route.hubs.map((hub, index): Step => ({
    at: picked + (travel * (index + 1)) / (route.hubs.length + 1),
    status: "IN_TRANSIT",
    message: "Arrived at a sorting centre",
    city: hub,
  }));
  if (fate === "stuck") return [...start, ...hubs.slice(0, 1).map((hub) => ({ ...hub, at: Math.min(hub.at, picked + 20 * HOUR) }))];
  const delay: Step[] =
    fate === "late" && chance.happens(60)
      ? [
          {
            at: Math.max(picked + travel * 0.8, promised - 8 * HOUR),
            status: "DELAYED",
            message: "Running late: the parcel missed a connection",
            city: route.hubs.at(-1) ?? null,
          },
        ]
      : [];
  const end: Step[] = [
    { at: arrival - chance.between(3, 8) * HOUR, status: "OUT_FOR_DELIVERY", message: "Out for delivery", city },
    {
      at: arrival,
      status: "DELIVERED",
      message: chance.pick(["Delivered, left at the front door", "Delivered, handed to the recipient", "Delivered, in the parcel locker"]),
      city,
    },
  ];
  return [...start, ...hubs, ...delay, ...end].sort((a, b) => a.at - b.at);
}

function eventRecord(step: Step, of: { country: string; promised: number; id: string }): FulfillmentEventRecord {
  return {
    id: of.id,
    status: step.status,
    message: step.message,
    happenedAt: toIso(new Date(step.at)),
    estimatedDeliveryAt: step.status === "DELIVERED" ? null : toIso(new Date(of.promised)),
    address1: null,
    city: step.city,
    province: null,
    country: of.country,
    zip: null,
    latitude: null,
    longitude: null,
    createdAt: toIso(new Date(step.at)),
  };
}

/** Carriers promise a day, given as its evening. */
function endOfDay(at: number): number {
  const day = new Date(at);
  day.setUTCHours(22, 0, 0, 0);
  return day.getTime();
}
