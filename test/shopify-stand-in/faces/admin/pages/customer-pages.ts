import { money } from "../../storefront/order-view.ts";
import { digitsOfGid, toGid } from "../../../state/gids.ts";
import { html, type Html } from "../../html.ts";
import type { AdminSession } from "../session.ts";
import { when, type NativePage } from "./parts.ts";

export function customerList(session: AdminSession): Html {
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

export function customerPage(session: AdminSession, id: string): NativePage | undefined {
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
