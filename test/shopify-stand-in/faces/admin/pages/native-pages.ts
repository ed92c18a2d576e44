import { money } from "../../storefront/order-view.ts";
import { pathOf, stockOf } from "../../storefront/drops.ts";
import { displayStatus, financialStatus, fulfillmentStatus } from "../../../state/derive-order.ts";
import { digitsOfGid } from "../../../state/gids.ts";
import { html, type Html } from "../../html.ts";
import type { AdminSession } from "../session.ts";
import { customerList, customerPage } from "./customer-pages.ts";
import { orderPage } from "./order-page.ts";
import { badge, nameOf, when, type NativePage } from "./parts.ts";

const PAGE = 50;

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
        <td>${order.fulfillments.slice(-1).map((parcel) => badge(displayStatus(parcel)))}</td>
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
