import { ledger } from "../../control/ledger.ts";
import type { Delivery } from "../../webhooks/delivery.ts";
import { html, type Html } from "../html.ts";
import { clockText } from "../page.ts";
import type { ControlSetup } from "./control-face.ts";

interface Written {
  amount: string;
  currency: string;
}

export function ledgerCard({ standIn }: ControlSetup): Html {
  const book = ledger(standIn.world.firstShop) as {
    totals: Record<string, Written[]>;
    storeCredits: (Written & { createdAt: string; customerId: string })[];
    discountCodes: { code: string; title: string }[];
  };
  const sum = (name: string): string =>
    (book.totals[name] ?? []).map(({ amount, currency }) => `${amount} ${currency}`).join(" · ") || "nothing";
  const email = (id: string): string => standIn.world.firstShop.customers.get(id)?.email ?? id;
  const credits = book.storeCredits
    .slice(-8)
    .reverse()
    .map(
      (entry) =>
        html`<tr>
          <td>${clockText(new Date(entry.createdAt))}</td>
          <td>${email(entry.customerId)}</td>
          <td class="n">${entry.amount} ${entry.currency}</td>
        </tr>`,
    );
  return html`<section class="card">
    <h2>What left the shop</h2>
    <p>
      Refunded: <b>${sum("refunded")}</b><br />Refunded as store credit: <b>${sum("refundedAsStoreCredit")}</b><br />Store credit given:
      <b>${sum("storeCredit")}</b><br />Codes given: <b>${book.discountCodes.length}</b>
    </p>
    ${
      credits.length > 0
        ? html`<div class="scroll">
            <table>
              <tbody>
                ${credits}
              </tbody>
            </table>
          </div>`
        : ""
    }
    <p class="soft"><a href="/control/ledger">The whole ledger as JSON</a></p>
  </section>`;
}

export function deliveryCard({ standIn }: ControlSetup): Html {
  const tone = (delivery: Delivery): string => (delivery.status === "delivered" ? "good" : delivery.status === "pending" ? "wait" : "bad");
  const rows = standIn.world.webhooks.deliveries
    .slice(-25)
    .reverse()
    .map(
      (delivery) =>
        html`<tr>
          <td>${clockText(new Date(delivery.triggeredAt))}</td>
          <td>${delivery.topic}</td>
          <td><span class="badge ${tone(delivery)}">${delivery.status}</span></td>
          <td>${delivery.faults.join(", ")}</td>
          <td>${delivery.attempts.map(({ status, ms }) => `${status} in ${ms} ms`).join(", ")}</td>
        </tr>`,
    );
  return html`<section class="card wide">
    <h2>Webhooks</h2>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th>Triggered</th>
            <th>Topic</th>
            <th></th>
            <th>Fault</th>
            <th>Attempts</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>
    <p class="soft" style="margin-top:10px">
      <a href="/control/deliveries">All deliveries as JSON</a> · <a href="/control/state">State</a>
    </p>
  </section>`;
}
