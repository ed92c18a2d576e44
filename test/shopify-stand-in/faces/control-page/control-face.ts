import type { IncomingMessage, ServerResponse } from "node:http";
import { setFaults } from "../../control/faults.ts";
import type { StandIn } from "../../create-stand-in.ts";
import type { Json } from "../../json.ts";
import type { Carrier } from "../../seed/carrier.ts";
import { presetOrder } from "../../seed/preset-order.ts";
import { PRESETS } from "../../seed/presets.ts";
import { digitsOfGid, toGid } from "../../state/gids.ts";
import { displayStatus } from "../../state/derive-order.ts";
import type { CustomerRecord } from "../../state/records.ts";
import { announceOrder } from "../announce.ts";
import { readForm, redirect, send } from "../face.ts";
import type { Storefront } from "../storefront/storefront-face.ts";
import { customerFor } from "../storefront/place-order.ts";
import { controlPage } from "./control-view.ts";

export interface ControlSetup {
  standIn: StandIn;
  storefront: Storefront;
  carrier: Carrier;
}

type Action = (form: URLSearchParams) => Promise<string> | string;

/** Time, orders, parcels and faults, for people. Everything here is also in the control API or in the admin. */
export class ControlFace {
  readonly #setup: ControlSetup;
  readonly #actions: Readonly<Record<string, Action>>;

  constructor(setup: ControlSetup) {
    this.#setup = setup;
    this.#actions = {
      clock: (form) => this.#moveClock(form),
      order: (form) => this.#placeOrder(form),
      send: (form) => this.#sendNow(form),
      event: (form) => this.#carrierEvent(form),
      fate: (form) => this.#chooseFate(form),
      faults: (form) => this.#setFaults(form),
      theme: (form) => this.#switchBlock(form),
      app: (form) => this.#switchApp(form),
      privacy: (form) => this.#askPrivacy(form),
    };
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://localhost");
    const name = url.pathname.split("/")[2] ?? "";
    const action = this.#actions[name];
    if (request.method === "POST" && action) {
      const told = await this.#run(action, await readForm(request));
      return redirect(response, `/control?${new URLSearchParams(told).toString()}`);
    }
    send(response, 200, controlPage(this.#setup, url.searchParams));
  }

  async #run(action: Action, form: URLSearchParams): Promise<Record<string, string>> {
    try {
      return { said: await action(form) };
    } catch (error) {
      return { bad: error instanceof Error ? error.message : String(error) };
    }
  }

  async #moveClock(form: URLSearchParams): Promise<string> {
    const advance = form.get("advance");
    const at = form.get("at");
    const moved = await this.#setup.standIn.control.clock(advance ? { advance } : { at: `${at ?? ""}:00Z` });
    return `The clock shows ${moved.now.slice(0, 16).replace("T", " ")} UTC. Everything due until then is done (${moved.steps} steps).`;
  }

  #placeOrder(form: URLSearchParams): string {
    const { standIn, carrier } = this.#setup;
    const shop = standIn.world.firstShop;
    const preset = PRESETS.find((each) => each.name === form.get("preset"));
    if (!preset) throw new Error("Choose a story");
    const customer = this.#customer(form.get("email") ?? "", preset.country);
    const order = presetOrder({ world: standIn.world, shop, carrier }, preset, customer);
    announceOrder(standIn.world, shop, order);
    return `Order ${order.name} for ${customer.email ?? ""}: ${preset.label.toLowerCase()}.`;
  }

  #customer(email: string, country: string): CustomerRecord {
    const { world } = this.#setup.standIn;
    const shop = world.firstShop;
    if (email.trim() !== "")
      return customerFor(world, shop, {
        email: email.trim(),
        firstName: email.split("@")[0] ?? "",
        lastName: "",
        country,
        locale: country === "CN" ? "zh-CN" : "en",
      });
    const people = [...shop.customers.values()].filter((person) => person.address?.countryCode === country);
    const customer = people[shop.orders.size % Math.max(1, people.length)];
    if (!customer) throw new Error(`The shop has no customers in ${country}: enter an e-mail address`);
    return customer;
  }

  async #sendNow(form: URLSearchParams): Promise<string> {
    const order = this.#setup.standIn.world.firstShop.orders.get(toGid("Order", form.get("order") ?? ""));
    if (!order) throw new Error("Choose an order");
    this.#setup.carrier.sendNow(order.id);
    await this.#setup.standIn.world.webhooks.settled();
    return order.fulfillments.length > 0 ? `${order.name} is on its way.` : `${order.name} has nothing to send.`;
  }

  async #carrierEvent(form: URLSearchParams): Promise<string> {
    const { standIn, carrier } = this.#setup;
    const id = toGid("Fulfillment", form.get("parcel") ?? "");
    const order = standIn.world.firstShop.orderOf(id);
    const parcel = order?.fulfillments.find((each) => each.id === id);
    if (!order || !parcel) throw new Error("Choose a parcel");
    const expected = form.get("expected") ?? "";
    const event: Json = {
      fulfillment_id: Number(digitsOfGid(id)),
      status: form.get("status") ?? "in_transit",
      city: form.get("city") || null,
      message: form.get("message") || null,
      ...(expected === "" ? {} : { estimated_delivery_at: `${expected}T22:00:00Z` }),
    };
    carrier.forget(id);
    standIn.control.events(event);
    await standIn.world.webhooks.settled();
    return `${order.name} is now: ${displayStatus(parcel).toLowerCase().replaceAll("_", " ")}.`;
  }

  #chooseFate(form: URLSearchParams): string {
    const fate = form.get("fate");
    if (fate !== "on-time" && fate !== "late" && fate !== "stuck") throw new Error("Choose what happens to new orders");
    this.#setup.carrier.setNextFate(fate);
    return `Parcels of new orders will be ${fate === "on-time" ? "on time" : fate}.`;
  }

  #setFaults(form: URLSearchParams): string {
    const { faults } = this.#setup.standIn.world;
    const rates = ["drop", "duplicate", "reorder", "throttle", "errors"].map((kind) => [kind, Number(form.get(kind) ?? 0) / 100] as const);
    const delay = Number(form.get("delay") ?? 0) / 100;
    setFaults(faults, { reset: true, ...Object.fromEntries(rates), delay: delay === 0 ? null : { rate: delay, by: "PT10M" } });
    const active = rates.filter(([, rate]) => rate > 0).map(([kind]) => kind);
    return active.length + (delay > 0 ? 1 : 0) === 0
      ? "Everything works again."
      : `Faults are on: ${[...active, ...(delay > 0 ? ["delay"] : [])].join(", ")}.`;
  }

  #switchBlock(form: URLSearchParams): string {
    const isOn = form.get("active") === "1";
    this.#setup.storefront.theme.settings.activate(form.get("handle") ?? "", isOn);
    return `The theme shows ${form.get("handle") ?? ""}: ${isOn ? "yes" : "no"}.`;
  }

  #switchApp(form: URLSearchParams): string {
    const { control } = this.#setup.standIn;
    if (form.get("installed") === "0") {
      control.uninstall();
      return "The app is uninstalled. shop/redact follows in 48 hours of the clock.";
    }
    control.install();
    return "The app is installed again. Open it in the admin to give it a token.";
  }

  #askPrivacy(form: URLSearchParams): string {
    const topic = form.get("topic");
    if (topic !== "customers/data_request" && topic !== "customers/redact") throw new Error("Choose a request");
    this.#setup.standIn.control.privacy(topic, { email: form.get("email") ?? "" });
    return `${topic} was sent for ${form.get("email") ?? ""}.`;
  }
}
