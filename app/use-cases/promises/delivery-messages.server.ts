import { lateDelivery } from "#app/domain/compensation/late-delivery.ts";
import type { ReplyChoice } from "#app/domain/messages/reply-choice.ts";
import type { TemplateKey } from "#app/domain/messages/template.ts";
import { latestExpectation } from "#app/domain/promises/delivery-promise.ts";
import { allowedWorkdays } from "#app/domain/promises/silence.ts";
import { after, DAY, dateIn, HOUR } from "#app/domain/shared/time.ts";
import type { CompensationRecord } from "#app/use-cases/compensation/ports.ts";
import type { MailValue, MailVariables } from "#app/use-cases/messages/ports.ts";
import type { RunAbout } from "#app/use-cases/playbooks/ports.ts";
import { lastScanOf, lateParcelOf, promiseSourcesOf, zoneOf } from "./delivery-facts.server.ts";
import type { KeepingRules } from "./keeping-rules.server.ts";
import type { Delivery } from "./ports.ts";

/** Whom messages about a parcel go to. */
export function aboutDelivery({ shipment, order }: Delivery): RunAbout {
  return {
    orderGid: shipment.orderGid,
    ...(order?.name ? { orderName: order.name } : {}),
    ...(order?.customerGid ? { customerGid: order.customerGid } : {}),
    ...(order?.customerName ? { customerName: order.customerName } : {}),
    ...(order?.email ? { address: order.email } : {}),
    ...(order?.locale ? { locale: order.locale } : {}),
  };
}

/** What a message about a parcel says. */
export interface DeliveryMessage {
  readonly template: TemplateKey;
  readonly choices: readonly ReplyChoice[];
  readonly now: Date;
}

/** The variables of a message about a parcel: where it is, what was promised, and what the customer gets. */
export function deliveryVariables(delivery: Delivery, rules: KeepingRules, { template, choices, now }: DeliveryMessage): MailVariables {
  if (template === "compensation_issued") return compensationVariables(delivery, rules, latestPaid(delivery));
  const parcel = parcelVariables(delivery, rules, now);
  const buttons: MailVariables = choices.length > 0 ? { choices: { choices } } : {};
  return template === "late_delivery"
    ? { ...parcel, ...rateVariables(rules), ...buttons }
    : { ...parcel, ...silenceVariables(delivery, rules), ...buttons };
}

function parcelVariables(delivery: Delivery, rules: KeepingRules, now: Date): MailVariables {
  const { shipment, order, promise } = delivery;
  const titles = new Map((order?.lines ?? []).map((line) => [line.gid, line.title]));
  return {
    carrier: shipment.trackingCompany ?? null,
    tracking_number: shipment.trackingNumber ?? null,
    tracking_url: shipment.trackingUrl ?? null,
    items: {
      items: shipment.lines
        .flatMap(({ lineGid, quantity }) => [{ title: titles.get(lineGid) ?? "", quantity }])
        .filter(({ title }) => title),
    },
    promised_on: onDate(promise?.promisedOn),
    expected_on: onDate(newExpectation(delivery, rules, now)),
  };
}

/** A date that is still to come and is not the one that was promised. */
function newExpectation(delivery: Delivery, rules: KeepingRules, now: Date): string | undefined {
  const { promise } = delivery;
  const zone = zoneOf(delivery, rules);
  const estimate = promise?.detail.estimate ? new Date(promise.detail.estimate) : null;
  const expected = latestExpectation(promiseSourcesOf(delivery, estimate), rules.shop.timezone);
  const isNew = expected !== null && expected >= dateIn(zone, now) && expected !== promise?.promisedOn;
  return isNew ? expected : undefined;
}

function rateVariables({ compensation }: KeepingRules): MailVariables {
  const { isEnabled, rateBp, capBp, blockHours } = compensation.lateDelivery;
  const isOffered = isEnabled && rateBp > 0 && capBp > 0;
  return isOffered ? { rate: { basisPoints: rateBp }, cap: { basisPoints: capBp }, block_hours: blockHours } : {};
}

function silenceVariables(delivery: Delivery, rules: KeepingRules): MailVariables {
  const scan = lastScanOf(delivery);
  const place = scan && "city" in scan ? scan.city : undefined;
  const countries = { fromCountry: rules.shop.country ?? null, toCountry: delivery.order?.countryCode ?? null };
  return {
    last_scan_on: scan ? { date: dateIn(zoneOf(delivery, rules), scan.happenedAt) } : null,
    last_scan_place: place ?? null,
    silent_days: allowedWorkdays(countries, rules.silence) + (scan ? 0 : rules.silence.firstScanWorkdays),
  };
}

function latestPaid({ compensations }: Delivery): CompensationRecord | undefined {
  return [...compensations].filter(({ status }) => status === "paid").at(-1);
}

/** What a paid compensation tells its customer. */
export function compensationVariables(delivery: Delivery, rules: KeepingRules, paid: CompensationRecord | undefined): MailVariables {
  const parcel = lateParcelOf(delivery, rules);
  const deliveredAt = delivery.shipment.deliveredAt;
  const zone = zoneOf(delivery, rules);
  const expiryDays = rules.compensation.creditExpiryDays;
  const expiresAt = paid?.paidAt && expiryDays !== null ? after(paid.paidAt, expiryDays * DAY) : undefined;
  const late = parcel && deliveredAt ? lateDelivery(parcel, rules.compensation.lateDelivery, deliveredAt) : null;
  return {
    amount: paid ? { money: paid.amount } : null,
    method: paid ? { term: paid.method } : null,
    discount_code: paid?.method === "discount_code" ? (paid.code ?? null) : null,
    expires_on: expiresAt ? { date: dateIn(zone, expiresAt) } : null,
    late_hours: late && deliveredAt ? Math.floor((deliveredAt.getTime() - late.startsAt.getTime()) / HOUR) : null,
    promised_on: onDate(parcel?.promisedOn),
    delivered_on: deliveredAt ? { date: dateIn(zone, deliveredAt) } : null,
  };
}

function onDate(date: string | undefined): MailValue {
  return date === undefined ? null : { date };
}
