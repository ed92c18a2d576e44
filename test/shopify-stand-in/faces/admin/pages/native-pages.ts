import { money, dateText } from "../../storefront/order-view.ts";
import { pathOf, stockOf } from "../../storefront/drops.ts";
import { displayStatus, financialStatus, fulfillmentStatus, netPayment, returnStatus, totalRefunded } from "../../../state/derive-order.ts";
import { digitsOfGid, toGid } from "../../../state/gids.ts";
import { discountedTotal } from "../../../state/line-value.ts";
import type { OrderRecord } from "../../../state/records.ts";
import { html, type Html } from "../../html.ts";
import type { AdminSession } from "../session.ts";
import type { Visitor } from "../../storefront/visitor.ts";

const PAGE = 50;

export interface NativePage {
  title: string;
  active: string;
  content: Html;
}

/** The admin's own pages, as far as a look at orders, customers and goods needs them. */
export function nativePage(session: AdminSession): NativePage | undefined {
  const { texts } = session;
  const [, section = "", id = ""] = session.path.split("/");
  if (section === "orders")
    return id === "" ? { title: texts.orders, active: "orders", content: orderList(session) } : orderPage(session, id);
  if (section === "products") return { title: texts.products, active: "products", content: productList(session) };
  if (section === "customers")
    return id === "" ? { title: texts.customers, active: "customers", content: customerList(session) } : customerPage(session, id);
  if (section === "discounts") return { title: texts.discounts, active: "discounts", content: discountList(session) };
  return undefined;
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

function badge(status: string): Html {
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

function orderList(session: AdminSession): Html {
  const { shop, texts, admin, url } = session;
  const wanted = (url.searchParams.get("q") ?? "").toLowerCase();
  const from = Math.max(0, Number(url.searchParams.get("from") ?? 0) || 0);
  const found = [...shop.orders.values()]
    .filter(
      (order) =>
        wanted === "" || [order.name, order.email ?? "", nameOf(session, order)].some((text) => text.toLowerCase().includes(wanted)),
    )
    .sort((a, b) => b.number - a.number);
  const rows = found.slice(from, from + PAGE).map(
    (order) =>
      html`<tr class="link">
        <td><a href="${admin}/orders/${digitsOfGid(order.id)}">${order.name}</a></td>
        <td>${when(session, order.createdAt)}</td>
        <td>${nameOf(session, order)}</td>
        <td class="number">${money(order.totals.price.shop, session.locale)}</td>
        <td>${badge(financialStatus(order))}</td>
        <td>${badge(fulfillmentStatus(order))}</td>
        <td>${order.fulfillments.length > 0 ? badge(displayStatus(order.fulfillments.at(-1) ?? never())) : ""}</td>
      </tr>`,
  );
  const link = (at: number, label: string): Html =>
    html`<a class="button" href="?${new URLSearchParams({ q: wanted, from: String(at) }).toString()}">${label}</a>`;
  return html`<div class="card scroll" style="padding:0">
      <table>
        <thead>
          <tr>
            <th>${texts.order}</th>
            <th>${texts.date}</th>
            <th>${texts.customer}</th>
            <th class="number">${texts.total}</th>
            <th>${texts.payment}</th>
            <th>${texts.fulfillment}</th>
            <th></th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>
    <p style="text-align:center">
      ${from > 0 ? link(Math.max(0, from - PAGE), texts.newer) : ""} ${from + PAGE < found.length ? link(from + PAGE, texts.older) : ""}
    </p>`;
}

function never(): never {
  throw new Error("An order with parcels has a last one");
}

function nameOf(session: AdminSession, order: OrderRecord): string {
  return session.shop.customers.get(order.customerId ?? "")?.address?.name ?? order.shippingAddress?.name ?? order.email ?? "";
}

function orderPage(session: AdminSession, id: string): NativePage | undefined {
  const { shop, texts, admin } = session;
  const order = shop.orders.get(toGid("Order", id));
  if (!order) return undefined;
  const show = (bag: { presentment: OrderRecord["totals"]["price"]["presentment"] }): string => money(bag.presentment, session.locale);
  const returns = shop.returnsOf(order.id);
  const lines = order.lines.map((line) => {
    const image = shop.productOf(line.variantId)?.variants.find((variant) => variant.id === line.variantId)?.image;
    return html`<tr>
      <td style="width:56px">${image ? html`<img class="thumb" src="${session.storefrontUrl}${pathOf(image.url)}" alt="" />` : ""}</td>
      <td>${line.title}<br /><span class="soft">${line.variantTitle} · ${line.sku}</span></td>
      <td class="number">× ${line.quantity}</td>
      <td class="number">${show(discountedTotal(line))}</td>
    </tr>`;
  });
  const parcels = order.fulfillments.map(
    (parcel) =>
      html`<section class="card">
        <h2>${parcel.name} ${badge(displayStatus(parcel))}</h2>
        <p class="soft">${parcel.trackingCompany} · ${parcel.trackingNumbers[0]}</p>
        <ul class="events">
          ${[...parcel.events].reverse().map((event) => html`<li><span>${event.message ?? event.status}${event.city ? `, ${event.city}` : ""}</span><span class="soft">${when(session, event.happenedAt)}</span></li>`)}
        </ul>
      </section>`,
  );
  const refunds = order.refunds.map(
    (refund) =>
      html`<li>
        <span
          >${texts.refunded}${refund.note ? ` · ${refund.note}` : ""}<br /><span class="soft"
            >${when(session, refund.createdAt)}</span
          ></span
        ><span>${show(refund.total)}</span>
      </li>`,
  );
  const row = (label: string, amount: string): Html => html`<li><span>${label}</span><span>${amount}</span></li>`;
  const sums = html`<ul class="events">
    ${row(texts.subtotal, show(order.totals.lineItems))}${row(texts.discount, `−${show(order.totals.discounts)}`)}${row(texts.shipping, show(order.totals.shipping))}${row(texts.tax, show(order.totals.tax))}${row(texts.total, show(order.totals.price))}${row(texts.refunded, `−${show(totalRefunded(order))}`)}${row(texts.net, show(netPayment(order)))}
  </ul>`;
  const address = order.shippingAddress;
  const content = html`<div class="columns">
    <div>
      <section class="card">
        <h2>${texts.items}</h2>
        <div class="scroll">
          <table>
            ${lines}
          </table>
        </div>
      </section>
      ${parcels}
      <section class="card">
        <h2>${texts.payment}</h2>
        ${sums}
      </section>
    </div>
    <div>
      <section class="card">
        <h2>${order.name}</h2>
        <p>${badge(financialStatus(order))} ${badge(fulfillmentStatus(order))} ${returns.length > 0 ? badge(returnStatus(returns)) : ""}</p>
        <p class="soft">${when(session, order.createdAt)}</p>
      </section>
      <section class="card">
        <h2>${texts.customer}</h2>
        <p><a href="${admin}/customers/${digitsOfGid(order.customerId ?? "")}">${nameOf(session, order)}</a><br />${order.email}</p>
        <h2>${texts.address}</h2>
        <p class="soft">${address?.address1}<br />${address?.zip} ${address?.city}<br />${address?.country}</p>
      </section>
      <section class="card">
        <h2>${texts.returns}</h2>
        ${
          returns.length === 0
            ? html`<p class="soft">${texts.none}</p>`
            : html`<ul class="events">
                ${returns.map((record) => html`<li><span>${record.name}</span>${badge(record.status)}</li>`)}
              </ul>`
        }
      </section>
      ${
        refunds.length > 0
          ? html`<section class="card">
              <h2>${texts.refunded}</h2>
              <ul class="events">
                ${refunds}
              </ul>
            </section>`
          : ""
      }${order.tags.length > 0 ? html`<section class="card">${order.tags.map((tag) => html`<span class="badge">${tag}</span> `)}</section>` : ""}
    </div>
  </div>`;
  return { title: `${texts.order} ${order.name}`, active: "orders", content };
}

function productList(session: AdminSession): Html {
  const { shop, texts } = session;
  const rows = [...shop.products.values()].map(
    (product) =>
      html`<tr class="link">
        <td style="width:56px">
          ${product.images[0] ? html`<img class="thumb" src="${session.storefrontUrl}${pathOf(product.images[0].url)}" alt="" loading="lazy" />` : ""}
        </td>
        <td><a href="${session.storefrontUrl}/products/${product.handle}">${product.title}</a></td>
        <td>${product.productType}</td>
        <td>${product.vendor}</td>
        <td class="number">${product.variants.reduce((all, variant) => all + stockOf(variant), 0)}</td>
      </tr>`,
  );
  return html`<div class="card scroll" style="padding:0">
    <table>
      <thead>
        <tr>
          <th></th>
          <th>${texts.products}</th>
          <th>${texts.type}</th>
          <th>${texts.vendor}</th>
          <th class="number">${texts.stock}</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}

function customerList(session: AdminSession): Html {
  const { shop, texts, admin } = session;
  const rows = [...shop.customers.values()].map(
    (customer) =>
      html`<tr class="link">
        <td><a href="${admin}/customers/${digitsOfGid(customer.id)}">${customer.address?.name ?? customer.email}</a></td>
        <td>${customer.email}</td>
        <td>${customer.address?.countryCode}</td>
        <td class="number">${shop.ordersOf(customer.id).length}</td>
      </tr>`,
  );
  return html`<div class="card scroll" style="padding:0">
    <table>
      <thead>
        <tr>
          <th>${texts.customer}</th>
          <th>${texts.email}</th>
          <th>${texts.country}</th>
          <th class="number">${texts.orders}</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}

function customerPage(session: AdminSession, id: string): NativePage | undefined {
  const { shop, texts, admin } = session;
  const customer = shop.customers.get(toGid("Customer", id));
  if (!customer) return undefined;
  const credits = [...shop.credits.values()].filter((account) => account.customerId === customer.id);
  const orders = shop.ordersOf(customer.id).sort((a, b) => b.number - a.number);
  const content = html`<div class="columns">
    <section class="card">
      <h2>${texts.orders}</h2>
      <ul class="events">
        ${orders.map(
          (order) =>
            html`<li>
              <span
                ><a href="${admin}/orders/${digitsOfGid(order.id)}"><b>${order.name}</b></a>
                <span class="soft">${when(session, order.createdAt)}</span></span
              ><span>${money(order.totals.price.presentment, session.locale)}</span>
            </li>`,
        )}
      </ul>
    </section>
    <div>
      <section class="card">
        <h2>${customer.address?.name}</h2>
        <p>${customer.email}<br />${customer.phone}</p>
        <p class="soft">
          ${customer.address?.address1}<br />${customer.address?.zip} ${customer.address?.city}<br />${customer.address?.country}
        </p>
      </section>
      <section class="card">
        <h2>${texts.credit}</h2>
        ${
          credits.length === 0
            ? html`<p class="soft">${texts.none}</p>`
            : credits.map(
                (account) =>
                  html`<p><b>${money(account.balance, session.locale)}</b></p>
                    <ul class="events">
                      ${account.transactions.map((each) => html`<li><span class="soft">${when(session, each.createdAt)}</span><span>${money(each.amount, session.locale)}</span></li>`)}
                    </ul>`,
              )
        }
      </section>
    </div>
  </div>`;
  return { title: customer.address?.name ?? customer.email ?? "", active: "customers", content };
}

function discountList(session: AdminSession): Html {
  const { shop, texts } = session;
  if (shop.discounts.size === 0) return html`<div class="card"><p class="soft">${texts.empty}</p></div>`;
  const rows = [...shop.discounts.values()].map(
    (discount) =>
      html`<tr>
        <td><b>${discount.code}</b></td>
        <td>${discount.title}</td>
        <td class="number">
          ${discount.amount ? money(discount.amount, session.locale) : `${Math.round((discount.percentage ?? 0) * 100)} %`}
        </td>
        <td>${discount.deactivated ? badge("DEACTIVATED") : badge("ACTIVE")}</td>
      </tr>`,
  );
  return html`<div class="card scroll" style="padding:0">
    <table>
      <thead>
        <tr>
          <th>${texts.codes}</th>
          <th></th>
          <th class="number"></th>
          <th></th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}
