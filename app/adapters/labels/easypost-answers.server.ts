import { z } from "zod";
import { parseMoney } from "#app/domain/shared/money.ts";
import type { CarrierRate } from "#app/domain/labels/choose-rate.ts";
import type { BoughtLabel, CarrierRefused, Pickup, Shipment } from "#app/use-cases/labels/carrier-ports.server.ts";

const text = z.string().nullish();

/** `id` is missing on the rates of a pickup in some modes; they are booked by carrier and service. */
const rateSchema = z.object({ id: z.string().default(""), carrier: z.string(), service: z.string(), rate: z.string(), currency: text });

const messagesSchema = z
  .array(z.object({ carrier: text, message: z.unknown() }))
  .nullish()
  .transform((all) => (all ?? []).map(({ carrier, message }) => [carrier, said(message)].filter(Boolean).join(": ")));

function said(message: unknown): string {
  return typeof message === "string" ? message : JSON.stringify(message ?? "");
}

const shipmentSchema = z.object({
  id: z.string(),
  reference: text,
  rates: z.array(rateSchema).default([]),
  messages: messagesSchema,
  selected_rate: rateSchema.nullish(),
  postage_label: z.object({ label_url: z.string(), label_pdf_url: text }).nullish(),
  refund_status: text,
  tracking_code: text,
  forms: z.array(z.object({ form_type: text, form_url: text })).nullish(),
  tracker: z
    .object({
      public_url: text,
      tracking_details: z.array(z.object({ status: text, datetime: z.coerce.date() })).default([]),
    })
    .nullish(),
});

const pickupSchema = z.object({
  id: z.string(),
  status: text,
  confirmation: text,
  pickup_rates: z.array(rateSchema).default([]),
  messages: messagesSchema,
});

const faultSchema = z.object({ statusCode: z.number(), code: text, message: z.unknown() });

/** A shipment as EasyPost tells it. */
export function toShipment(answer: unknown): Shipment {
  const parsed = shipmentSchema.parse(plain(answer));
  const bought = boughtOf(parsed);
  return {
    ref: parsed.id,
    ...(parsed.reference ? { reference: parsed.reference } : {}),
    rates: parsed.rates.map(toRate),
    messages: parsed.messages,
    ...(bought ? { bought } : {}),
    ...refundOf(parsed.refund_status),
    sightings: (parsed.tracker?.tracking_details ?? []).map(({ status, datetime }) => ({ status: status ?? "unknown", at: datetime })),
  };
}

/** What else EasyPost may say ("not_applicable") is that there is nothing to give back. */
function refundOf(status: string | null | undefined): Pick<Shipment, "refund"> {
  return status === "submitted" || status === "refunded" || status === "rejected" ? { refund: status } : {};
}

function boughtOf({
  postage_label: label,
  selected_rate: rate,
  tracking_code: code,
  tracker,
  forms,
}: z.infer<typeof shipmentSchema>): BoughtLabel | undefined {
  if (!label || !rate) return undefined;
  const { carrier, service, price } = toRate(rate);
  const codeUrl = forms?.find(({ form_type: type }) => type === CODE_FORM)?.form_url;
  return {
    ...{ carrier, service, cost: price, labelUrl: label.label_pdf_url ?? label.label_url },
    ...(code ? { trackingNumber: code } : {}),
    ...(tracker?.public_url ? { trackingUrl: tracker.public_url } : {}),
    ...(codeUrl ? { codeUrl } : {}),
  };
}

/** The form of a code that a counter prints the label from. */
export const CODE_FORM = "label_qr_code";

/** A collection as EasyPost tells it. */
export function toPickup(answer: unknown): Pickup {
  const { id, status, confirmation, pickup_rates: rates, messages } = pickupSchema.parse(plain(answer));
  const known = status === "scheduled" ? "scheduled" : status === "canceled" ? "cancelled" : "offered";
  return { ref: id, status: known, ...(confirmation ? { confirmation } : {}), rates: rates.map(toRate), messages };
}

function toRate({ id, carrier, service, rate, currency }: z.infer<typeof rateSchema>): CarrierRate {
  return { ref: id, carrier, service, price: parseMoney(rate, currency ?? "USD") };
}

/** Their library answers objects of its own classes; what counts is what they say as JSON. */
function plain(answer: unknown): unknown {
  return JSON.parse(JSON.stringify(answer));
}

/** What EasyPost refused, or undefined for a fault that may pass: a busy or broken server, or none at all. */
export function refusalOf(error: unknown): (CarrierRefused & { readonly status: number }) | undefined {
  const fault = faultSchema.safeParse(error);
  if (!fault.success || fault.data.statusCode >= 500 || fault.data.statusCode === 429 || fault.data.statusCode === 408) return undefined;
  const { statusCode: status, code, message } = fault.data;
  return {
    code: "refused_by_carrier",
    reason: reasonOf(status, code ?? ""),
    message: [code, said(message)].filter(Boolean).join(": "),
    status,
  };
}

function reasonOf(status: number, code: string): CarrierRefused["reason"] {
  if (status === 401 || status === 403) return "key";
  if (status === 402 || /FUNDS|BILLING|PAYMENT/.test(code)) return "funds";
  if (/ADDRESS/.test(code)) return "address";
  return /RATE/.test(code) ? "rate" : "other";
}
