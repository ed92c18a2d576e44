/** Every message there is. The texts are Liquid in the locale files, and a merchant may replace each one per language. */
export const TEMPLATE_KEYS = [
  "one_time_code",
  "return_requested",
  "return_approved",
  "return_declined",
  "exchange_sold_out",
  "return_label",
  "pickup_booked",
  "pickup_cancelled",
  "return_inspected",
  "refund_paid",
  "return_incentive",
  "repair_received",
  "repair_impossible",
  "repair_sent",
  "repair_follow_up",
  "order_cancelled",
  "order_address_changed",
  "order_change_failed",
  "late_delivery",
  "compensation_issued",
  "tracking_silence",
  "case_opened",
  "case_reply",
  "case_closed",
] as const;
export type TemplateKey = (typeof TEMPLATE_KEYS)[number];

/**
 * - `transactional`: part of what was bought; always allowed.
 * - `courtesy`: asks or offers something around it; a customer can switch it off.
 * - `marketing`: needs the customer's consent.
 */
export const MESSAGE_KINDS = ["transactional", "courtesy", "marketing"] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** `now` answers what the customer or a person just did; `considerate` keeps quiet hours. */
export type Urgency = "now" | "considerate";

/** What a template is for and which variables its text may use (Liquid names). */
export interface TemplateDefinition {
  readonly kind: MessageKind;
  readonly urgency: Urgency;
  readonly variables: readonly string[];
}

/** Known in every message. */
const COMMON_VARIABLES = ["shop_name", "shop_url", "customer_name", "order_name", "status_url", "unsubscribe_url"] as const;

const RETURN_VARIABLES = ["return_name", "items", "amount", "resolution", "next_step"] as const;
const REPAIR_VARIABLES = ["return_name", "items"] as const;
const PICKUP_VARIABLES = ["return_name", "carrier", "pickup_on", "pickup_hours", "confirmation"] as const;
const PARCEL_VARIABLES = ["carrier", "tracking_number", "tracking_url", "items", "promised_on", "expected_on", "choices"] as const;

/** All templates. Amounts and dates arrive as texts in the customer's language; `choices` and `survey` are lists of `{ label, url }`. */
export const TEMPLATES: Readonly<Record<TemplateKey, TemplateDefinition>> = {
  one_time_code: { kind: "transactional", urgency: "now", variables: ["code", "expires_minutes"] },
  return_requested: { kind: "transactional", urgency: "now", variables: RETURN_VARIABLES },
  return_approved: { kind: "transactional", urgency: "now", variables: [...RETURN_VARIABLES, "label_url", "slip_url", "send_by"] },
  return_declined: { kind: "transactional", urgency: "now", variables: [...RETURN_VARIABLES, "decline_reason"] },
  exchange_sold_out: { kind: "transactional", urgency: "considerate", variables: ["return_name", "items"] },
  return_label: {
    kind: "transactional",
    urgency: "now",
    variables: ["return_name", "label_url", "carrier", "tracking_number"],
  },
  pickup_booked: { kind: "transactional", urgency: "now", variables: PICKUP_VARIABLES },
  pickup_cancelled: { kind: "transactional", urgency: "now", variables: PICKUP_VARIABLES },
  return_inspected: {
    kind: "transactional",
    urgency: "considerate",
    variables: ["return_name", "items", "missing", "amount", "deduction", "resolution", "condition_news", "condition_found"],
  },
  refund_paid: { kind: "transactional", urgency: "considerate", variables: ["amount", "method", "items", "survey"] },
  return_incentive: {
    kind: "marketing",
    urgency: "considerate",
    variables: ["return_name", "amount", "discount_code", "expires_on", "minimum"],
  },
  repair_received: { kind: "transactional", urgency: "considerate", variables: REPAIR_VARIABLES },
  repair_impossible: { kind: "transactional", urgency: "considerate", variables: [...REPAIR_VARIABLES, "repair_note"] },
  repair_sent: {
    kind: "transactional",
    urgency: "considerate",
    variables: [...REPAIR_VARIABLES, "repair_result", "carrier", "tracking_number"],
  },
  repair_follow_up: { kind: "courtesy", urgency: "considerate", variables: [...REPAIR_VARIABLES, "choices"] },
  order_cancelled: { kind: "transactional", urgency: "now", variables: ["amount"] },
  order_address_changed: { kind: "transactional", urgency: "now", variables: ["address"] },
  order_change_failed: { kind: "transactional", urgency: "now", variables: ["next_step"] },
  late_delivery: { kind: "transactional", urgency: "considerate", variables: [...PARCEL_VARIABLES, "rate", "block_hours", "cap"] },
  compensation_issued: {
    kind: "transactional",
    urgency: "considerate",
    variables: ["amount", "method", "discount_code", "expires_on", "late_hours", "promised_on", "delivered_on"],
  },
  tracking_silence: {
    kind: "transactional",
    urgency: "considerate",
    variables: [...PARCEL_VARIABLES, "last_scan_on", "last_scan_place", "silent_days"],
  },
  case_opened: { kind: "transactional", urgency: "now", variables: ["case_name", "question", "reply_by"] },
  case_reply: { kind: "transactional", urgency: "now", variables: ["case_name", "reply", "question", "staff_name"] },
  case_closed: { kind: "courtesy", urgency: "considerate", variables: ["case_name", "reply", "staff_name", "survey"] },
};

/** Every variable that a template's text may use: the common ones and its own. */
export function variablesOf(key: TemplateKey): string[] {
  return [...COMMON_VARIABLES, ...TEMPLATES[key].variables];
}

/** The variables in a merchant's text that the template does not have, each once, in order of appearance. */
export function unknownVariables(key: TemplateKey, used: readonly string[]): string[] {
  const known = new Set(variablesOf(key));
  return [...new Set(used)].filter((name) => !known.has(name));
}
