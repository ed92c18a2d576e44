import { money } from "../../storefront/order-view.ts";
import { pathOf } from "../../storefront/drops.ts";
import { displayStatus, financialStatus, fulfillmentStatus, netPayment, returnStatus, totalRefunded } from "../../../state/derive-order.ts";
import { digitsOfGid, toGid } from "../../../state/gids.ts";
import { discountedTotal } from "../../../state/line-value.ts";
import type { Bag } from "../../../money/amount.ts";
import type { FulfillmentRecord, LineRecord, OrderRecord } from "../../../state/records.ts";
import { html, type Html } from "../../html.ts";
import type { AdminSession } from "../session.ts";
import { badge, entry, nameOf, when, type NativePage } from "./parts.ts";

export function orderPage(session: AdminSession, id: string): NativePage | undefined {
  const { shop, texts } = session;
  const order = shop.orders.get(toGid("Order", id));
  if (!order) return undefined;
  const items = html`<div class="scroll">
    <table>
      ${order.lines.map((line) => itemRow(session, line))}
    </table>
  </div>`;
  const content = html`<div class="columns">
    <div>
      ${card(texts.items, items)}${order.fulfillments.map((parcel) => parcelCard(session, parcel))}${card(texts.payment, sums(session, order))}
    </div>
    <div>${aside(session, order)}</div>
  </div>`;
  return { title: `${texts.order} ${order.name}`, active: "orders", content };
}

function card(title: string | Html, content: Html): Html {
  return html`<section class="card">
    <h2>${title}</h2>
    ${content}
  </section>`;
}

function itemRow({ shop, storefrontUrl, locale }: AdminSession, line: LineRecord): Html {
  const image = shop.productOf(line.variantId)?.variants.find((variant) => variant.id === line.variantId)?.image;
  return html`<tr>
    <td style="width:56px">${image ? html`<img class="thumb" src="${storefrontUrl}${pathOf(image.url)}" alt="" />` : ""}</td>
    <td>${line.title}<br /><span class="soft">${line.variantTitle} · ${line.sku}</span></td>
    <td class="number">× ${line.quantity}</td>
    <td class="number">${money(discountedTotal(line).presentment, locale)}</td>
  </tr>`;
}

function parcelCard(session: AdminSession, parcel: FulfillmentRecord): Html {
  const events = [...parcel.events].reverse().map((event) => {
    const where = event.city === null ? "" : `, ${event.city}`;
    return entry(`${event.message ?? event.status}${where}`, html`<span class="soft">${when(session, event.happenedAt)}</span>`);
  });
  const tracking = [parcel.trackingCompany, parcel.trackingNumbers[0]].filter(Boolean).join(" · ");
  return card(
    html`${parcel.name} ${badge(displayStatus(parcel))}`,
    html`<p class="soft">${tracking}</p>
      <ul class="events">
        ${events}
      </ul>`,
  );
}

function sums({ texts, locale }: AdminSession, order: OrderRecord): Html {
  const { totals } = order;
  const row = (label: string, amount: Bag, sign = ""): Html => entry(label, sign + money(amount.presentment, locale));
  const rows = [
    row(texts.subtotal, totals.lineItems),
    row(texts.discount, totals.discounts, "−"),
    row(texts.shipping, totals.shipping),
    row(texts.tax, totals.tax),
    row(texts.total, totals.price),
    row(texts.refunded, totalRefunded(order), "−"),
    row(texts.net, netPayment(order)),
  ];
  return html`<ul class="events">
    ${rows}
  </ul>`;
}

function aside(session: AdminSession, order: OrderRecord): Html {
  const { shop, texts, admin, locale } = session;
  const returns = shop.returnsOf(order.id);
  const address = order.shippingAddress;
  const refunds = order.refunds.map((refund) => {
    const note = refund.note === null ? "" : ` · ${refund.note}`;
    return entry(
      html`${texts.refunded}${note}<br /><span class="soft">${when(session, refund.createdAt)}</span>`,
      money(refund.total.presentment, locale),
    );
  });
  const states = html`<p>
    ${badge(financialStatus(order))} ${badge(fulfillmentStatus(order))} ${returns.length > 0 ? badge(returnStatus(returns)) : ""}
  </p>`;
  const buyer = html`<p>
    <a href="${admin}/customers/${digitsOfGid(order.customerId ?? "")}">${nameOf(session, order)}</a><br />${order.email}
  </p>`;
  const where = html`<p class="soft">${address?.address1}<br />${address?.zip} ${address?.city}<br />${address?.country}</p>`;
  const none = html`<p class="soft">${texts.none}</p>`;
  return html`${card(
    order.name,
    html`${states}
      <p class="soft">${when(session, order.createdAt)}</p>`,
  )}
  ${card(texts.customer, buyer)} ${card(texts.address, where)}
  ${card(
    texts.returns,
    returns.length === 0
      ? none
      : html`<ul class="events">
          ${returns.map((record) => entry(record.name, badge(record.status)))}
        </ul>`,
  )}
  ${
    refunds.length === 0
      ? ""
      : card(
          texts.refunded,
          html`<ul class="events">
            ${refunds}
          </ul>`,
        )
  }
  ${order.tags.length === 0 ? "" : html`<section class="card">${order.tags.map((tag) => html`<span class="badge">${tag}</span> `)}</section>`}`;
}
