import { dateText } from "../../storefront/order-view.ts";
import type { OrderRecord } from "../../../state/records.ts";
import type { Visitor } from "../../storefront/visitor.ts";
import { html, type Html } from "../../html.ts";
import type { AdminSession } from "../session.ts";

export interface NativePage {
  title: string;
  active: string;
  content: Html;
}

const shopper = (session: AdminSession): Visitor => ({
  shop: session.shop,
  locale: session.locale,
  rootUrl: "/",
  path: "/",
  query: session.url.searchParams,
  customer: undefined,
  currency: session.shop.shop.currency,
  origin: session.storefrontUrl,
});

export const when = (session: AdminSession, iso: string): string => dateText(iso, shopper(session), true);

export function badge(status: string): Html {
  const tone = /^(PAID|FULFILLED|DELIVERED|SUCCESS|RETURNED|ACTIVE)$/.test(status)
    ? "good"
    : /UNFULFILLED|REQUESTED|PENDING|DELAYED|FAILURE|PROGRESS/.test(status)
      ? "wait"
      : /TRANSIT|OUT_FOR|PARTIAL/.test(status)
        ? "info"
        : "";
  const words = status.replaceAll("_", " ").toLowerCase();
  return html`<span class="badge ${tone}">${words.charAt(0).toUpperCase() + words.slice(1)}</span>`;
}

export function nameOf(session: AdminSession, order: OrderRecord): string {
  return session.shop.customers.get(order.customerId ?? "")?.address?.name ?? order.shippingAddress?.name ?? order.email ?? "";
}

/** Two words and a figure in one line of a list. */
export function entry(label: string | Html, value: string | Html): Html {
  return html`<li><span>${label}</span><span>${value}</span></li>`;
}
