import type { TemplateKey } from "#app/domain/messages/template.ts";
import { variablesOf } from "#app/domain/messages/template.ts";
import { money } from "#app/domain/shared/money.ts";
import { addDays, dateIn } from "#app/domain/shared/time.ts";
import type { MailRenderer, MailValue, MailVariables } from "#app/use-cases/messages/ports.ts";
import { termIn } from "./mail-texts.server.ts";

type Like = Parameters<MailRenderer["sample"]>[1];

/** Example values for every variable of a template, so that a preview looks like the real thing. */
export function sampleOf(key: TemplateKey, like: Like): MailVariables {
  const values: Readonly<Record<string, MailValue>> = { ...parcelSample(like), ...moneySample(like), ...talkSample(like) };
  const sample = key === "repair_follow_up" ? { ...values, choices: REPAIR_CHOICES } : values;
  return Object.fromEntries(variablesOf(key).map((name) => [name, sample[name] ?? null]));
}

const REPAIR_CHOICES: MailValue = { choices: ["repair_holds", "repair_broken"] };

function parcelSample({ locale, zone, now }: Like): Record<string, MailValue> {
  const today = dateIn(zone, now);
  return {
    customer_name: termIn("samples", "customer_name", locale),
    order_name: "#1042",
    items: { items: [{ title: termIn("samples", "item", locale), quantity: 2 }] },
    address: termIn("samples", "address", locale),
    carrier: "DHL",
    tracking_number: "JD0140600123",
    tracking_url: "https://example.com/track/JD0140600123",
    promised_on: { date: addDays(today, -1) },
    expected_on: { date: addDays(today, 2) },
    last_scan_on: { date: addDays(today, -4) },
    last_scan_place: termIn("samples", "place", locale),
    silent_days: 3,
    delivered_on: { date: today },
    late_hours: 36,
    choices: { choices: ["keep_waiting", "chase_carrier", "talk_to_person", "have_it"] },
    survey: { survey: "sample" },
  };
}

function moneySample({ locale, currency, zone, now }: Like): Record<string, MailValue> {
  return {
    amount: { money: money(480, currency) },
    method: { term: "store_credit" },
    deduction: { money: money(120, currency) },
    missing: null,
    condition_news: null,
    condition_found: null,
    discount_code: null,
    expires_on: { date: addDays(dateIn(zone, now), 365) },
    rate: { basisPoints: 200 },
    cap: { basisPoints: 1_000 },
    block_hours: 12,
    return_name: "#1042-R1",
    resolution: { term: "refund" },
    next_step: termIn("samples", "next_step", locale),
    label_url: null,
    pickup_on: { date: addDays(dateIn(zone, now), 1) },
    pickup_hours: "9:00 – 12:00",
    confirmation: "WTC00000017",
    slip_url: "https://shop.example/apps/returns/slip",
    send_by: { date: addDays(dateIn(zone, now), 14) },
    decline_reason: termIn("samples", "decline_reason", locale),
    repair_note: termIn("samples", "repair_note", locale),
    repair_result: { term: "repair_mended" },
    code: "482913",
    expires_minutes: 10,
  };
}

function talkSample({ locale, zone, now }: Like): Record<string, MailValue> {
  return {
    case_name: "17",
    question: termIn("samples", "question", locale),
    reply: termIn("samples", "reply", locale),
    staff_name: termIn("samples", "staff_name", locale),
    reply_by: { moment: { at: now.toISOString(), zone } },
  };
}
