import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { toIso } from "../clock/stand-in-clock.ts";
import type { Control } from "../control/actions.ts";
import { digitsOfGid } from "../state/gids.ts";
import type { OrderRecord } from "../state/records.ts";
import type { ShopState } from "../state/shop-state.ts";
import type { World } from "../world.ts";
import { shipment, type Fate, type Step } from "./journeys.ts";
import { chanceFrom } from "./random.ts";

const HOUR = 3_600_000;

/** Carriers report in batches: what happened in between comes with the next one. It also keeps a long jump of the clock short. */
const BATCH = 4 * HOUR;

/** The demo shop's warehouse packs a new order in this time. */
const PACKING_HOURS = 20;

type Plan = { kind: "event"; parcelId: string; step: Step } | { kind: "send"; orderId: string; at: number; fate: Fate };

/**
 * What the warehouse and the carriers of the demo shop are going to do: parcels go on travelling when the clock moves, and a new
 * order is sent. Plans are kept in a file, since the stand-in's own agenda does not outlive it.
 */
export class Carrier {
  /** How the parcel of the next orders will fare. */
  nextFate: Fate = "on-time";
  readonly #world: World;
  readonly #control: Control;
  readonly #file: string | undefined;
  #plans: Plan[];

  constructor(world: World, control: Control, file: string | undefined) {
    this.#world = world;
    this.#control = control;
    this.#file = file;
    const saved = file && existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as { nextFate: Fate; plans: Plan[] }) : undefined;
    this.#plans = saved?.plans ?? [];
    this.nextFate = saved?.nextFate ?? "on-time";
    for (const plan of this.#plans) this.#schedule(plan);
  }

  /** The steps of one parcel that are still to come. */
  expect(parcelId: string, steps: readonly Step[]): void {
    for (const step of steps) this.#add({ kind: "event", parcelId, step });
  }

  /** A new order is packed and sent, as the control page last chose. */
  packLater(order: OrderRecord): void {
    this.#add({ kind: "send", orderId: order.id, at: this.#world.clock.now().getTime() + PACKING_HOURS * HOUR, fate: this.nextFate });
    this.save();
  }

  /** Sends an order now, instead of when the warehouse would have. */
  sendNow(orderId: string): void {
    const plan = this.#plans.find((each) => each.kind === "send" && each.orderId === orderId);
    if (plan?.kind === "send") this.#send(plan);
  }

  setNextFate(fate: Fate): void {
    this.nextFate = fate;
    this.save();
  }

  /** Forgets what was planned for a parcel: somebody tells its story by hand. */
  forget(parcelId: string): void {
    this.#plans = this.#plans.filter((plan) => plan.kind !== "event" || plan.parcelId !== parcelId);
    this.save();
  }

  save(): void {
    if (!this.#file) return;
    mkdirSync(path.dirname(this.#file), { recursive: true });
    writeFileSync(this.#file, JSON.stringify({ nextFate: this.nextFate, plans: this.#plans }));
  }

  #add(plan: Plan): void {
    this.#plans.push(plan);
    this.#schedule(plan);
  }

  #schedule(plan: Plan): void {
    const at = plan.kind === "event" ? plan.step.at : plan.at;
    this.#world.agenda.at(new Date(Math.ceil(at / BATCH) * BATCH), async () => {
      if (!this.#plans.includes(plan)) return;
      if (plan.kind === "event") this.#report(plan);
      else this.#send(plan);
      await this.#world.webhooks.settled();
    });
  }

  #report(plan: Extract<Plan, { kind: "event" }>): void {
    this.#done(plan);
    const shop = this.#shopWith(plan.parcelId);
    const { step } = plan;
    const event = {
      fulfillment_id: Number(digitsOfGid(plan.parcelId)),
      status: step.status.toLowerCase(),
      message: step.message,
      city: step.city,
      happened_at: toIso(new Date(step.at)),
    };
    if (shop) this.#control.events(event, { shop: shop.shop.domain });
  }

  #send(plan: Extract<Plan, { kind: "send" }>): void {
    this.#done(plan);
    const shop = this.#shopWith(plan.orderId);
    const order = shop?.orders.get(plan.orderId);
    if (!shop || !order || order.cancelledAt !== null) return;
    const now = this.#world.clock.now();
    const lines = order.lines.filter(({ requiresShipping }) => requiresShipping).map(({ id, quantity }) => ({ lineItemId: id, quantity }));
    const [locationId = ""] = shop.locations.keys();
    let ahead: readonly Step[] = [];
    const ids = (kind: string): string => this.#world.ids.gid(kind);
    const draft = shipment({
      orderName: order.name,
      index: 1,
      lines,
      country: order.shippingAddress?.countryCode ?? "US",
      city: order.shippingAddress?.city ?? null,
      shippedAt: now,
      fate: plan.fate,
      now,
      locationId,
      chance: chanceFrom(order.number),
      ids,
      onAhead: (_id, steps) => (ahead = steps),
    });
    const [made] = this.#control.fulfillments(
      {
        order_id: Number(digitsOfGid(order.id)),
        tracking_company: draft.trackingCompany,
        tracking_numbers: draft.trackingNumbers,
        tracking_urls: draft.trackingUrls,
        estimated_delivery_at: draft.estimatedDeliveryAt,
        events: draft.events.map((event) => ({
          status: event.status.toLowerCase(),
          message: event.message,
          city: event.city,
          happened_at: event.happenedAt,
          estimated_delivery_at: event.estimatedDeliveryAt,
        })),
      },
      { shop: shop.shop.domain },
    );
    if (made) this.expect(made.id, ahead);
  }

  #done(plan: Plan): void {
    this.#plans = this.#plans.filter((each) => each !== plan);
    this.save();
  }

  #shopWith(gid: string): ShopState | undefined {
    return [...this.#world.shops.values()].find((shop) => shop.has(gid));
  }
}
