import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

export interface PlayedRate {
  id: string;
  object: "Rate";
  carrier: string;
  service: string;
  rate: string;
  currency: string;
}

export interface PlayedAddress {
  name?: string;
  street1?: string;
  city?: string;
  zip?: string;
  country?: string;
}

export interface PlayedCustoms {
  contents_type: string;
  customs_signer: string;
  eel_pfc?: string;
  customs_items: {
    description: string;
    quantity: number;
    value: number;
    currency: string;
    weight: number;
    hs_tariff_number: string;
    origin_country: string;
  }[];
}

export interface PlayedShipment {
  id: string;
  object: "Shipment";
  mode: "test" | "production";
  reference: string | null;
  is_return: boolean;
  to_address: PlayedAddress;
  from_address: PlayedAddress;
  parcel: { weight: number };
  customs_info?: PlayedCustoms | null;
  rates: PlayedRate[];
  messages: { carrier: string; message: string }[];
  selected_rate: PlayedRate | null;
  postage_label: { label_url: string; label_pdf_url: string } | null;
  tracking_code: string | null;
  /** Absent until the label is given back. */
  refund_status?: "submitted" | "refunded" | "rejected";
  tracker: PlayedTracker | null;
  forms: { form_type: string; form_url: string }[];
}

export interface PlayedTracker {
  id: string;
  object: "Tracker";
  shipment_id: string;
  tracking_code: string;
  status: string;
  public_url: string;
  tracking_details: { status: string; message: string; datetime: string }[];
}

export interface PlayedPickup {
  id: string;
  object: "Pickup";
  reference: string | null;
  status: "unknown" | "scheduled" | "canceled";
  confirmation: string | null;
  min_datetime: string;
  max_datetime: string;
  address: PlayedAddress;
  shipment: { id: string };
  pickup_rates: PlayedRate[];
  messages: { carrier: string; message: string }[];
}

export interface PlayedState {
  shipments: PlayedShipment[];
  pickups: PlayedPickup[];
  webhooks: { id: string; url: string; secret: string }[];
  /** What was given back, one entry for each request. */
  refunds?: string[];
  /** What was charged, one entry for each payment. */
  paid: string[];
  counter: number;
}

/** What an earlier process kept in the file, or nothing yet. */
export function readState(file: string | undefined): PlayedState {
  if (file && existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as PlayedState;
  return { shipments: [], pickups: [], webhooks: [], paid: [], counter: 0 };
}

export function keepState(file: string | undefined, state: PlayedState): void {
  if (!file) return;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(state));
}
