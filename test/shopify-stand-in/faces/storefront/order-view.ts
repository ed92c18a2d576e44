import { plain, type Amount, type Bag } from "../../money/amount.ts";
import {
  displayStatus,
  estimatedDelivery,
  financialStatus,
  fulfillmentStatus,
  outstanding,
  refundedQuantity,
  totalRefunded,
} from "../../state/derive-order.ts";
import { discountedTotal } from "../../state/line-value.ts";
import { digitsOfGid } from "../../state/gids.ts";
import type { FulfillmentRecord, OrderRecord } from "../../state/records.ts";
import { pathOf } from "./drops.ts";
import type { Visitor } from "./visitor.ts";

export type Translate = (key: string, values?: Readonly<Record<string, unknown>>) => string;

export function money(amount: Amount, locale: string): string {
  return new Intl.NumberFormat(locale, { style: "currency", currency: amount.currency, currencyDisplay: "narrowSymbol" }).format(
    Number(plain(amount)),
  );
}

/** An order as its buyer sees it: in the currency and time zone it was placed with. */
export function orderView(order: OrderRecord, visitor: Visitor, translate: Translate): Record<string, unknown> {
  const show = (bag: Bag): string => money(bag.presentment, visitor.locale);
  const refunded = totalRefunded(order);
  const due = outstanding(order);
  const sums = [
    { label: translate("order.subtotal"), amount: show(order.totals.lineItems) },
    ...(order.totals.discounts.presentment.minor > 0
      ? [{ label: discountLabel(order, translate), amount: `−${show(order.totals.discounts)}` }]
      : []),
    { label: translate("order.shipping"), amount: show(order.totals.shipping) },
    { label: translate(order.taxesIncluded ? "order.tax_included" : "order.tax"), amount: show(order.totals.tax) },
    { label: translate("order.total"), amount: show(order.totals.price), strong: true },
    ...(refunded.presentment.minor > 0 ? [{ label: translate("order.refunded"), amount: `−${show(refunded)}` }] : []),
  ];
  return {
    id: digitsOfGid(order.id),
    name: order.name,
    first_name: order.shippingAddress?.firstName ?? "",
    url: `${visitor.rootUrl === "/" ? "" : visitor.rootUrl}/${digitsOfGid(visitor.shop.shop.id)}/orders/${order.token}`,
    date: dateText(order.createdAt, visitor, false),
    status: translate(`order_status.${statusOf(order)}`),
    total: show(order.totals.price),
    line_items: order.lines.map((line) => ({
      title: line.title,
      variant_title: line.variantTitle,
      quantity: line.quantity,
      total: show(discountedTotal(line)),
      refunded: refundedQuantity(order, line.id),
      image: imageOf(visitor, line.variantId),
    })),
    sums,
    due: due.presentment.minor > 0 ? show(due) : null,
    parcels: order.fulfillments.map((parcel) => parcelView(parcel, visitor, translate)),
  };
}

function discountLabel(order: OrderRecord, translate: Translate): string {
  const names = order.discountApplications.map((each) => each["code"] ?? each["title"]).filter((name) => typeof name === "string");
  return [translate("order.discount"), names.length > 0 ? `(${names.join(", ")})` : ""].join(" ").trim();
}

function statusOf(order: OrderRecord): string {
  if (order.cancelledAt !== null) return "CANCELED";
  if (financialStatus(order) === "REFUNDED") return "REFUNDED";
  const status = fulfillmentStatus(order);
  const last = order.fulfillments.at(-1);
  return status === "FULFILLED" && last ? displayStatus(last) : status;
}

function imageOf(visitor: Visitor, variantId: string | null): string | null {
  const product = visitor.shop.productOf(variantId);
  const variant = product?.variants.find(({ id }) => id === variantId);
  const image = variant?.image ?? product?.images[0];
  return image ? pathOf(image.url) : null;
}

function parcelView(parcel: FulfillmentRecord, visitor: Visitor, translate: Translate): Record<string, unknown> {
  const status = displayStatus(parcel);
  const expected = status === "DELIVERED" ? null : estimatedDelivery(parcel);
  return {
    state: translate(`order_status.${status}`),
    expected: expected === null ? null : dateText(expected, visitor, false),
    carrier: parcel.trackingCompany ?? "",
    tracking_number: parcel.trackingNumbers[0] ?? "",
    tracking_url: parcel.trackingUrls[0] ?? "#",
    events: [...parcel.events]
      .sort((a, b) => (a.happenedAt < b.happenedAt ? 1 : -1))
      .map((event) => ({
        message: event.message ?? translate(`order_status.${event.status}`),
        city: event.city,
        date: dateText(event.happenedAt, visitor, true),
      })),
  };
}

export function dateText(iso: string, visitor: Visitor, withTime: boolean): string {
  const format: Intl.DateTimeFormatOptions = {
    dateStyle: "medium",
    timeZone: visitor.shop.shop.timezone,
    ...(withTime ? { timeStyle: "short" } : {}),
  };
  return new Intl.DateTimeFormat(visitor.locale, format).format(new Date(iso));
}
