import { PRESETS } from "../../seed/presets.ts";
import { digitsOfGid } from "../../state/gids.ts";
import { displayStatus, estimatedDelivery } from "../../state/derive-order.ts";
import type { OrderRecord } from "../../state/records.ts";
import { html, trusted, type Html } from "../html.ts";
import { plainPage } from "../page.ts";
import type { ControlSetup } from "./control-face.ts";
import { deliveryCard, ledgerCard } from "./control-tables.ts";

const EVENTS = ["in_transit", "out_for_delivery", "delivered", "delayed", "attempted_delivery", "failure"];
const FATES = [
  ["on-time", "arrive on time"],
  ["late", "arrive late"],
  ["stuck", "get stuck"],
] as const;

/** Moving the clock can take some seconds: the button says so, and nothing is sent twice. */
const SCRIPT = `document.addEventListener("submit",(event)=>{const button=event.submitter;if(!button)return;setTimeout(()=>{for(const each of document.querySelectorAll("button"))each.disabled=true;button.textContent=button.dataset.busy||"One moment…"},0)})`;

export function controlPage(setup: ControlSetup, query: URLSearchParams): string {
  const { standIn } = setup;
  const said = query.get("said");
  const bad = query.get("bad");
  const body = html`${said === null ? "" : html`<p class="said" role="status">${said}</p>`}${bad === null ? "" : html`<p class="said bad" role="alert">${bad}</p>`}
    <div class="grid">
      ${clockCard(standIn.now())}${orderCard(setup)}${parcelCard(setup)}${themeCard(setup)}${faultCard(setup)}${appCard(setup)}${ledgerCard(setup)}${deliveryCard(setup)}
    </div>`;
  return plainPage({ title: "Control", current: "control", now: standIn.now(), body, script: SCRIPT });
}

function option(value: string, label: string, isChosen = false): Html {
  return html`<option value="${value}" ${isChosen ? trusted(" selected") : ""}>${label}</option>`;
}

function clockCard(now: Date): Html {
  const jump = (advance: string, label: string): Html =>
    html`<button name="advance" value="${advance}" data-busy="Moving…">${label}</button>`;
  return html`<section class="card">
    <h2>Time</h2>
    <p class="soft">
      The storefront, the admin and the app all see this clock. It only moves forward, and everything that falls due on the way happens.
    </p>
    <form method="post" action="/control-page/clock" class="row" style="margin-bottom:12px">
      ${jump("PT1H", "+1 hour")}${jump("PT12H", "+12 hours")}${jump("P1D", "+1 day")}${jump("P3D", "+3 days")}${jump("P7D", "+1 week")}
    </form>
    <form method="post" action="/control-page/clock" class="row">
      <label
        >To (UTC)<input
          type="datetime-local"
          name="at"
          required
          min="${now.toISOString().slice(0, 16)}"
          value="${new Date(now.getTime() + 86_400_000).toISOString().slice(0, 16)}" /></label
      ><button data-busy="Moving…">Move</button>
    </form>
  </section>`;
}

function orderCard({ carrier }: ControlSetup): Html {
  return html`<section class="card">
    <h2>A new order</h2>
    <form method="post" action="/control-page/order" class="row">
      <label style="flex-basis:100%"
        >Story<select name="preset">
          ${PRESETS.map((preset) => option(preset.name, preset.label))}
        </select></label
      ><label>Customer's e-mail (empty: somebody from there)<input type="email" name="email" autocomplete="off" /></label
      ><button class="primary">Place the order</button>
    </form>
    <form method="post" action="/control-page/fate" class="row" style="margin-top:12px">
      <label
        >Parcels of orders placed in the storefront will<select name="fate">
          ${FATES.map(([value, label]) => option(value, label, value === carrier.nextFate))}
        </select></label
      ><button>Keep</button>
    </form>
  </section>`;
}

function parcelCard({ standIn }: ControlSetup): Html {
  const orders = [...standIn.world.firstShop.orders.values()].sort((a, b) => b.number - a.number);
  const moving = orders.flatMap((order) =>
    order.fulfillments.filter((parcel) => displayStatus(parcel) !== "DELIVERED").map((parcel) => ({ order, parcel })),
  );
  const waiting = orders.filter((order) => order.fulfillments.length === 0 && order.cancelledAt === null).slice(0, 30);
  const words = (text: string): string => text.toLowerCase().replaceAll("_", " ");
  const due = (iso: string | null): string => (iso === null ? "" : ` · due ${iso.slice(0, 10)}`);
  return html`<section class="card">
    <h2>Parcels</h2>
    <form method="post" action="/control-page/event" class="row">
      <label style="flex-basis:100%"
        >Parcel on its way<select name="parcel">
          ${moving.slice(0, 60).map(({ order, parcel }) => option(digitsOfGid(parcel.id), `${parcel.name} · ${nameOf(order)} · ${words(displayStatus(parcel))}${due(estimatedDelivery(parcel))}`))}
        </select></label
      >
      <label
        >Carrier says<select name="status">
          ${EVENTS.map((event) => option(event, words(event)))}
        </select></label
      ><label>City<input name="city" /></label><label>New date (if any)<input type="date" name="expected" /></label
      ><button class="primary">Report</button>
    </form>
    <form method="post" action="/control-page/send" class="row" style="margin-top:12px">
      <label
        >Order that is not sent yet<select name="order">
          ${waiting.map((order) => option(digitsOfGid(order.id), `${order.name} · ${nameOf(order)}`))}
        </select></label
      ><button>Send it now</button>
    </form>
  </section>`;
}

function nameOf(order: OrderRecord): string {
  return order.shippingAddress?.name ?? order.email ?? "";
}

function themeCard({ storefront }: ControlSetup): Html {
  const rows = storefront.theme.extension.blocks().map((block) => {
    const isOn = storefront.theme.settings.isActive(block.handle);
    return html`<form method="post" action="/control-page/theme" class="row" style="margin-bottom:8px;align-items:center">
      <span style="flex:1"
        >${block.name}
        <span class="soft">(${block.schema.target === "section" ? "app block on /pages/returns" : "app embed on every page"})</span></span
      ><span class="badge ${isOn ? "good" : ""}">${isOn ? "on" : "off"}</span
      ><input type="hidden" name="handle" value="${block.handle}" /><button name="active" value="${isOn ? "0" : "1"}">
        ${isOn ? "Take it off" : "Put it on"}
      </button>
    </form>`;
  });
  return html`<section class="card">
    <h2>Theme</h2>
    ${rows.length === 0 ? html`<p class="soft">The extension has no blocks.</p>` : rows}
    <p class="soft">Without the block the portal stays at <a href="/apps/returns">/apps/returns</a>.</p>
  </section>`;
}

function faultCard({ standIn }: ControlSetup): Html {
  const active = standIn.world.faults.get();
  const percent = (kind: "drop" | "duplicate" | "delay" | "reorder" | "throttle" | "errors"): number =>
    Math.round((active[kind]?.rate ?? 0) * 100);
  const field = (kind: Parameters<typeof percent>[0], label: string): Html =>
    html`<label>${label}<input type="number" name="${kind}" min="0" max="100" value="${percent(kind)}" /></label>`;
  return html`<section class="card">
    <h2>Faults, in percent</h2>
    <form method="post" action="/control-page/faults" class="row">
      ${field("drop", "Webhooks lost")}${field("duplicate", "sent twice")}${field("delay", "10 minutes late")}${field("reorder", "overtaken")}${field("throttle", "API calls throttled")}${field("errors", "API calls failing")}<button>
        Apply
      </button>
    </form>
  </section>`;
}

function appCard({ standIn }: ControlSetup): Html {
  const { installation } = standIn.world.firstShop;
  return html`<section class="card">
    <h2>App</h2>
    <form method="post" action="/control-page/app" class="row" style="align-items:center;margin-bottom:12px">
      <span style="flex:1"
        ><span class="badge ${installation.installed ? "good" : "bad"}">${installation.installed ? "installed" : "not installed"}</span>
        <span class="soft">${installation.scopes.length} scopes</span></span
      >${installation.installed ? html`<button class="danger" name="installed" value="0">Uninstall</button>` : html`<button class="primary" name="installed" value="1">Install again</button>`}
    </form>
    <form method="post" action="/control-page/privacy" class="row">
      <label>Customer's e-mail<input type="email" name="email" required /></label
      ><label
        >Privacy request<select name="topic">
          ${option("customers/data_request", "Send all data")}${option("customers/redact", "Erase")}
        </select></label
      ><button>Ask</button>
    </form>
  </section>`;
}
