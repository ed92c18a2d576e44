import type { PlayedPickup, PlayedState } from "./state.ts";
import { Refused, findShipment, nextId, rateOf } from "./shipments.ts";

export type PickupAsked = Pick<PlayedPickup, "address" | "shipment" | "min_datetime" | "max_datetime"> & { reference?: string };

/** On a first of May nobody comes. */
const HOLIDAY = "-05-01";

export function createPickup(state: PlayedState, asked: PickupAsked): PlayedPickup {
  const shipment = findShipment(state, asked.shipment.id);
  if (!shipment.selected_rate) throw new Refused(422, "PICKUP.CREATE.FAILURE", "The shipment has no label.");
  const comes = !asked.min_datetime.includes(HOLIDAY);
  const { carrier } = shipment.selected_rate;
  const pickup: PlayedPickup = {
    ...{ id: nextId(state, "pickup"), object: "Pickup", reference: asked.reference ?? null, status: "unknown", confirmation: null },
    ...{ min_datetime: asked.min_datetime, max_datetime: asked.max_datetime, address: asked.address, shipment: asked.shipment },
    pickup_rates: comes
      ? [
          { ...rateOf(state, { carrier, service: "NextDay", rate: "4.50" }) },
          { ...rateOf(state, { carrier, service: "SameDay", rate: "11.00" }) },
        ]
      : [],
    messages: comes ? [] : [{ carrier, message: "No pickups on this day." }],
  };
  state.pickups.push(pickup);
  return pickup;
}

export function findPickup(state: PlayedState, ref: string): PlayedPickup {
  const found = state.pickups.find(({ id, reference }) => id === ref || reference === ref);
  if (!found) throw new Refused(404, "NOT_FOUND", "The requested resource could not be found.");
  return found;
}

export function buyPickup(state: PlayedState, pickup: PlayedPickup, service: string): void {
  if (pickup.status !== "unknown") throw new Refused(422, "PICKUP.PURCHASE.FAILURE", "The pickup is booked already.");
  if (!pickup.pickup_rates.some((rate) => rate.service === service)) throw new Refused(422, "PICKUP.RATE.INVALID", "No such rate.");
  pickup.status = "scheduled";
  pickup.confirmation = `WTC${String(state.counter).padStart(8, "0")}`;
  state.paid.push(pickup.id);
}

export function cancelPickup(pickup: PlayedPickup): void {
  if (pickup.status !== "scheduled") throw new Refused(422, "PICKUP.CANCEL.FAILURE", "The pickup is not booked.");
  pickup.status = "canceled";
}
