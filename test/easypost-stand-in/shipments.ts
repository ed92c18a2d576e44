import type { PlayedAddress, PlayedCustoms, PlayedRate, PlayedShipment, PlayedState } from "./state.ts";

/** EasyPost's own words for what it refuses. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

const RATES = [
  ["USPS", "GroundAdvantage", "7.10"],
  ["USPS", "Priority", "9.85"],
  ["UPSDAP", "Ground", "9.40"],
] as const;
const HEAVIEST_OUNCES = 1_058.3;

export interface ShipmentAsked {
  reference?: string;
  is_return?: boolean;
  to_address: PlayedAddress;
  from_address: PlayedAddress;
  parcel: { weight: number };
  customs_info?: PlayedCustoms;
}

export function nextId(state: PlayedState, prefix: string): string {
  state.counter += 1;
  return `${prefix}_${state.counter.toString(16).padStart(32, "0")}`;
}

/** A shipment with its rates; of a return, the shopper is the one who sends. */
export function createShipment(state: PlayedState, asked: ShipmentAsked, mode: PlayedShipment["mode"]): PlayedShipment {
  const sender = asked.is_return ? asked.to_address : asked.from_address;
  if (!sender.street1 || sender.zip === "00000") throw new Refused(422, "ADDRESS.VERIFY.FAILURE", "Unable to verify address.");
  const isServed = asked.parcel.weight <= HEAVIEST_OUNCES && sender.zip !== "99999";
  const [to, from] = asked.is_return ? [asked.from_address, asked.to_address] : [asked.to_address, asked.from_address];
  const shipment: PlayedShipment = {
    id: nextId(state, "shp"),
    object: "Shipment",
    mode,
    reference: asked.reference ?? null,
    is_return: asked.is_return ?? false,
    ...{ to_address: to, from_address: from, parcel: asked.parcel, forms: [], customs_info: asked.customs_info ?? null },
    rates: isServed ? RATES.map(([carrier, service, rate]) => rateOf(state, { carrier, service, rate })) : [],
    messages: isServed ? [] : [{ carrier: "USPS", message: "No carrier serves this parcel." }],
    ...{ selected_rate: null, postage_label: null, tracking_code: null, tracker: null },
  };
  state.shipments.push(shipment);
  return shipment;
}

export function rateOf(state: PlayedState, rate: Pick<PlayedRate, "carrier" | "service" | "rate">): PlayedRate {
  return { id: nextId(state, "rate"), object: "Rate", currency: "USD", ...rate };
}

export function findShipment(state: PlayedState, ref: string): PlayedShipment {
  const found = state.shipments.find(({ id, reference }) => id === ref || reference === ref);
  if (!found) throw new Refused(404, "NOT_FOUND", "The requested resource could not be found.");
  return found;
}

export function buyShipment(
  state: PlayedState,
  shipment: PlayedShipment,
  { rateId, url, at }: { rateId: string; url: string; at: Date },
): void {
  if (shipment.postage_label) throw new Refused(422, "SHIPMENT.POSTAGE.EXISTS", "Postage already exists for this shipment.");
  const rate = shipment.rates.find(({ id }) => id === rateId);
  if (!rate) throw new Refused(422, "SHIPMENT.RATE.INVALID", "The rate does not belong to the shipment.");
  const code = `94001${state.counter.toString().padStart(15, "0")}`;
  const file = `${url}/files/${shipment.id}`;
  shipment.selected_rate = rate;
  shipment.postage_label = { label_url: `${file}.pdf`, label_pdf_url: `${file}.pdf` };
  shipment.tracking_code = code;
  shipment.tracker = {
    ...{ id: nextId(state, "trk"), object: "Tracker", shipment_id: shipment.id, tracking_code: code, status: "pre_transit" },
    public_url: `${url}/track/${code}`,
    tracking_details: [{ status: "pre_transit", message: "Shipping label created", datetime: at.toISOString() }],
  };
  state.paid.push(shipment.id);
}

/** A label that no carrier has seen goes back once; USPS says after days whether it pays. */
export function refundShipment(state: PlayedState, shipment: PlayedShipment): void {
  if (!shipment.postage_label) throw new Refused(422, "SHIPMENT.REFUND.UNAVAILABLE", "The shipment has no postage.");
  if (shipment.refund_status) throw new Refused(422, "SHIPMENT.REFUND.EXISTS", "A refund was requested already.");
  if (shipment.tracker?.status !== "pre_transit")
    throw new Refused(422, "SHIPMENT.REFUND.UNAVAILABLE", "The parcel is on its way already.");
  shipment.refund_status = shipment.selected_rate?.carrier === "USPS" ? "submitted" : "refunded";
  (state.refunds ??= []).push(shipment.id);
}

export function addCode(shipment: PlayedShipment, type: string, url: string): void {
  if (!shipment.postage_label || shipment.selected_rate?.carrier !== "USPS") throw new Refused(422, "FORM.CREATE.FAILURE", "No such form.");
  shipment.forms.push({ form_type: type, form_url: `${url}/files/${shipment.id}.png` });
}
