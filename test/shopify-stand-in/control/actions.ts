import { DateTime, Duration } from "luxon";
import { stringifyJson, type Json } from "../json.ts";
import { moveClock, type Moved } from "../clock/move.ts";
import type { Desk } from "../state/desk.ts";
import type { ShopState } from "../state/shop-state.ts";
import { compliancePayload, type ComplianceTopic } from "../webhooks/payloads/compliance.ts";
import { scopesPayload, shopPayload } from "../webhooks/payloads/shop.ts";
import type { World } from "../world.ts";
import { cancelOrder, editOrder } from "./change-order.ts";
import { payBalance } from "./pay-balance.ts";
import { addCarrierEvent, addFulfillment, seedOrders, type SeededOrder } from "./seed-orders.ts";
import { putProduct } from "./products.ts";
import { BadInput, Reading, readInstant } from "./reading.ts";
import { bookRefund } from "./refunds.ts";

const REDACT_AFTER_HOURS = 48;

/** Every night on the way is lived through, so a move is no leap. */
const YEARS_AT_ONCE = 10;

export interface SeedOptions {
  shop?: string | undefined;
  /** False adds history without telling the app. */
  webhooks?: boolean;
}

/** What can be done to the world from outside; the HTTP control API and tests in process use the same functions. */
export class Control {
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  shop(domain?: string): ShopState {
    if (domain === undefined || domain === "") return this.#world.firstShop;
    const shop = this.#world.shops.get(domain);
    if (!shop)
      throw new BadInput("shop", `must be one of ${[...this.#world.shops.keys()].join(", ")}, it is ${JSON.stringify(domain)}`, 404);
    return shop;
  }

  #desk(domain?: string): Desk {
    return { world: this.#world, shop: this.shop(domain) };
  }

  orders(body: Json, options: SeedOptions = {}): SeededOrder[] {
    return seedOrders(this.#desk(options.shop), body, options.webhooks ?? true);
  }

  fulfillments(body: Json, options: SeedOptions = {}): { id: string; name: string }[] {
    const shop = this.shop(options.shop);
    return listOf(body, "fulfillments").map((given) => {
      const order = orderFor(shop, given);
      const { fulfillment, batches } = addFulfillment({ world: this.#world, shop }, order, given);
      for (const messages of batches) if (options.webhooks ?? true) this.#world.publish(shop, messages);
      return { id: fulfillment.id, name: fulfillment.name };
    });
  }

  events(body: Json, options: SeedOptions = {}): { order: string; status: string | null }[] {
    const shop = this.shop(options.shop);
    return listOf(body, "events").map((event) => {
      const order = shop.orderOf(event.gid("Fulfillment", "fulfillment_id")) ?? orderFor(shop, event);
      const messages = addCarrierEvent({ world: this.#world, shop }, order, { event });
      if (options.webhooks ?? true) this.#world.publish(shop, messages);
      return { order: order.id, status: event.text("status") };
    });
  }

  products(body: Json, options: SeedOptions = {}): { id: string; title: string; variants: { id: string; title: string }[] }[] {
    const shop = this.shop(options.shop);
    return listOf(body, "products").map((given) => {
      const { id, title, variants } = putProduct({ world: this.#world, shop }, given, options.webhooks ?? true);
      return { id, title, variants: variants.map((variant) => ({ id: variant.id, title: variant.title })) };
    });
  }

  /** A refund made by hand in Shopify's admin. */
  refund(body: Json, domain?: string): { id: string } {
    const shop = this.shop(domain);
    const given = new Reading(body, "refund");
    const { id, messages } = bookRefund({ world: this.#world, shop }, orderFor(shop, given), given);
    this.#world.publish(shop, messages);
    return { id };
  }

  /** Staff cancel an order in Shopify's admin: `{order_name}`. Nothing is refunded by it. */
  cancelOrder(body: Json, domain?: string): void {
    const shop = this.shop(domain);
    cancelOrder({ world: this.#world, shop }, orderFor(shop, new Reading(body, "order")));
  }

  /** Staff edit an order in Shopify's admin: `{order_name, line_items: [{line_item_id, quantity}]}`. */
  editOrder(body: Json, domain?: string): void {
    const shop = this.shop(domain);
    const given = new Reading(body, "order");
    editOrder({ world: this.#world, shop }, orderFor(shop, given), given);
  }

  /** The buyer pays what is left to pay of an order; answers whether anything was. */
  payBalance(body: Json, domain?: string): boolean {
    const shop = this.shop(domain);
    return payBalance({ world: this.#world, shop }, orderFor(shop, new Reading(body, "payment")));
  }

  /** The merchant removes the app: tokens die at once, `shop/redact` follows after 48 hours. */
  uninstall(domain?: string): void {
    const shop = this.shop(domain);
    const { installation } = shop;
    if (!installation.installed) throw new BadInput("shop", "has not installed the app", 409);
    installation.installed = false;
    installation.tokens = [];
    installation.uninstalledAt = this.#world.nowIso();
    this.#world.publish(shop, [{ topic: "app/uninstalled", payload: shopPayload(shop.shop) }]);
    const at = new Date(this.#world.clock.now().getTime() + REDACT_AFTER_HOURS * 3_600_000);
    this.#world.agenda.at(at, async () => {
      if (!installation.installed)
        this.#world.publish(shop, [
          { topic: "shop/redact", payload: compliancePayload(shop, "shop/redact", { customer: undefined, requestId: 0 }) },
        ]);
      await this.#world.webhooks.settled();
    });
  }

  /** The merchant installs the app (again), and agrees to everything that it asks for. */
  install(domain?: string): void {
    const { installation, shop } = this.shop(domain);
    const { shops, scopes } = this.#world.options;
    if (!installation.installed) installation.scopes = shops.find((one) => one.domain === shop.domain)?.scopes ?? scopes;
    installation.installed = true;
    installation.installedAt = this.#world.nowIso();
    installation.uninstalledAt = null;
    this.#world.changed();
  }

  scopes(current: string[], domain?: string): void {
    const shop = this.shop(domain);
    const previous = shop.installation.scopes;
    shop.installation.scopes = current;
    this.#world.publish(shop, [
      { topic: "app/scopes_update", payload: scopesPayload(shop.shop, { previous, current }, this.#world.nowIso()) },
    ]);
  }

  privacy(
    topic: ComplianceTopic,
    who: { customerId?: string | undefined; email?: string | undefined; shop?: string | undefined } = {},
  ): void {
    const shop = this.shop(who.shop);
    const customer = shop.customers.get(who.customerId ?? "") ?? shop.customerByEmail(who.email ?? null);
    if (topic !== "shop/redact" && !customer)
      throw new BadInput("customer", "is unknown: give customer_id or email of a customer of this shop", 404);
    const payload = compliancePayload(shop, topic, { customer, requestId: this.#world.ids.next("DataRequest") });
    this.#world.publish(shop, [{ topic, payload }]);
  }

  /** Forward only: by an ISO 8601 duration, or to an instant. */
  async clock(body: Json): Promise<Moved> {
    const now = this.#world.clock.now();
    const target = targetOf(now, new Reading(body, "clock").only("advance", "at", "shop"));
    if (target.getTime() < now.getTime())
      throw new BadInput("clock", `only moves forward: it is ${now.toISOString()}, ${target.toISOString()} was asked`);
    if (DateTime.fromJSDate(target).diff(DateTime.fromJSDate(now), "years").years > YEARS_AT_ONCE)
      throw new BadInput("clock", `moves at most ${YEARS_AT_ONCE} years at once, ${target.toISOString()} was asked`);
    return moveClock(this.#world, target);
  }
}

function targetOf(now: Date, move: Reading): Date {
  const [advance, at] = [move.text("advance"), move.text("at")];
  if (advance !== null && at !== null) throw new BadInput("clock", "takes advance or at, not both");
  if (at !== null) return readInstant(at, "at");
  if (advance !== null) return later(now, advance);
  throw new BadInput("clock", `needs {"advance":"PT12H"} or {"at":"2026-12-01T09:00:00Z"}, it got ${stringifyJson(move.object)}`);
}

function later(now: Date, text: string): Date {
  const duration = Duration.fromISO(text);
  if (!duration.isValid) throw new BadInput("advance", `must be an ISO 8601 duration such as PT12H or P3D, it is ${JSON.stringify(text)}`);
  if (Math.abs(duration.as("years")) > YEARS_AT_ONCE)
    throw new BadInput("advance", `must be at most ${YEARS_AT_ONCE} years, it is ${text}`);
  return DateTime.fromJSDate(now, { zone: "utc" }).plus(duration).toJSDate();
}

function listOf(body: Json, name: string): Reading[] {
  if (Array.isArray(body)) return body.map((item, index) => new Reading(item, `[${index}]`));
  const outer = new Reading(body, name.replace(/s$/, ""));
  if (outer.raw(name) === undefined) return [outer];
  const all = outer.readings(name);
  if (all.length === 0) throw new BadInput(name, "must have at least one entry");
  return all;
}

/** By `order_id`, by `order_name`, or by the name of a fulfillment: "#1001.1" belongs to "#1001". */
function orderFor(shop: ShopState, given: Reading): NonNullable<ReturnType<ShopState["orderOf"]>> {
  const id = given.gid("Order", "order_id");
  const name = given.text("order_name") ?? given.text("name")?.replace(/\.\d+$/, "");
  const order = shop.orders.get(id ?? "") ?? [...shop.orders.values()].find((one) => one.name === name);
  if (!order) throw new BadInput(`${given.where}.order_id`, `is no order of ${shop.shop.domain}: give order_id or order_name`, 404);
  return order;
}
