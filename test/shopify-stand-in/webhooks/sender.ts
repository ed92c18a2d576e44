import { Duration } from "luxon";
import { stringifyJson } from "../json.ts";
import { signWebhook } from "../signing.ts";
import type { ShopState } from "../state/shop-state.ts";
import { callApp } from "../network/call-app.ts";
import { API_VERSION } from "../version.ts";
import type { Message, World } from "../world.ts";
import { RETRIES, retryDelayMs, type Delivery } from "./delivery.ts";
import { COMPLIANCE_TOPICS, pickFields } from "./subscriptions.ts";

const KEPT = 20_000;

/** How long a reordered webhook waits for one to overtake it before it goes anyway, in stand-in time. */
const OVERTAKE_MS = 60_000;

/** Sends webhooks as Shopify does: signed, five seconds, eight retries over four hours with the same id and body. */
export class WebhookSender {
  readonly deliveries: Delivery[];
  readonly #world: World;
  readonly #queue: Delivery[] = [];
  readonly #idle = new Set<() => void>();
  #active = 0;
  #heldBack: Delivery[] = [];

  constructor(world: World, saved: Delivery[]) {
    this.#world = world;
    this.deliveries = saved;
    for (const delivery of saved)
      if (delivery.status === "pending") this.#schedule(delivery, new Date(delivery.nextAttemptAt ?? delivery.triggeredAt));
  }

  publish(shop: ShopState, messages: readonly Message[]): void {
    const eventId = this.#world.ids.uuid("event");
    for (const message of messages) {
      if (!shop.installation.installed && !COMPLIANCE_TOPICS.includes(message.topic) && message.topic !== "app/uninstalled") continue;
      for (const subscription of this.#world.options.subscriptions) {
        if (!subscription.topics.includes(message.topic)) continue;
        const payload = subscription.includeFields ? pickFields(message.payload, subscription.includeFields) : message.payload;
        this.#start({
          webhookId: this.#world.ids.uuid("webhook"),
          eventId,
          shop: shop.shop.domain,
          topic: message.topic,
          name: subscription.name,
          uri: subscription.uri,
          body: stringifyJson(payload),
          triggeredAt: this.#world.clock.now().toISOString(),
          status: "pending",
          nextAttemptAt: null,
          attempts: [],
          faults: [],
        });
      }
    }
  }

  /** Deliveries that are being made or due now; retries in the future do not count. */
  get busy(): number {
    return this.#active + this.#queue.length;
  }

  /** Resolves when nothing is in flight. */
  async settled(): Promise<void> {
    while (this.busy > 0) await new Promise<void>((resolve) => this.#idle.add(resolve));
  }

  #start(delivery: Delivery): void {
    const { faults, options } = this.#world;
    this.deliveries.push(delivery);
    if (this.deliveries.length > KEPT) this.deliveries.splice(0, this.deliveries.length - KEPT);
    if (options.appTarget === undefined) {
      delivery.status = "no-app";
      return;
    }
    if (faults.strikes("drop", delivery.topic)) {
      delivery.faults.push("drop");
      delivery.status = "dropped";
      return;
    }
    if (faults.strikes("duplicate", delivery.topic)) delivery.faults.push("duplicate");
    const delay = faults.strikes("delay", delivery.topic);
    if (delay) {
      delivery.faults.push("delay");
      this.#schedule(delivery, new Date(this.#world.clock.now().getTime() + Duration.fromISO(delay.by ?? "PT5M").toMillis()));
    } else if (faults.strikes("reorder", delivery.topic)) {
      delivery.faults.push("reorder");
      this.#heldBack.push(delivery);
      this.#schedule(delivery, new Date(this.#world.clock.now().getTime() + OVERTAKE_MS));
    } else {
      this.#enqueue(delivery);
      for (const held of this.#heldBack.splice(0)) if (held.attempts.length === 0) this.#enqueue(held);
    }
  }

  #schedule(delivery: Delivery, at: Date): void {
    delivery.nextAttemptAt = at.toISOString();
    this.#world.agenda.at(at, async () => {
      if (delivery.status !== "pending" || delivery.nextAttemptAt === null || this.#queue.includes(delivery)) return;
      this.#heldBack = this.#heldBack.filter((held) => held !== delivery);
      this.#enqueue(delivery);
      await this.settled();
    });
  }

  #enqueue(delivery: Delivery): void {
    delivery.nextAttemptAt = null;
    this.#queue.push(delivery);
    this.#pump();
  }

  #pump(): void {
    while (this.#active < this.#world.options.webhookConcurrency) {
      const delivery = this.#queue.shift();
      if (!delivery) break;
      this.#active += 1;
      void this.#deliver(delivery).finally(() => {
        this.#active -= 1;
        this.#pump();
        if (this.busy === 0) this.#rest();
      });
    }
  }

  #rest(): void {
    const waiting = [...this.#idle];
    this.#idle.clear();
    for (const resolve of waiting) resolve();
  }

  async #deliver(delivery: Delivery): Promise<void> {
    const isFirst = delivery.attempts.length === 0;
    await this.#attempt(delivery);
    if (isFirst && delivery.faults.includes("duplicate")) await this.#attempt(delivery);
    this.#world.changed();
  }

  async #attempt(delivery: Delivery): Promise<void> {
    const at = this.#world.clock.now();
    const started = performance.now();
    const { status, error } = await this.#post(delivery);
    delivery.attempts.push({ at: at.toISOString(), status, ms: Math.round(performance.now() - started), error });
    if (status >= 200 && status < 300) {
      delivery.status = "delivered";
      delivery.nextAttemptAt = null;
    } else if (delivery.status === "pending" && delivery.nextAttemptAt === null) {
      const retry = delivery.attempts.length;
      if (retry > RETRIES) delivery.status = "failed";
      else this.#schedule(delivery, new Date(at.getTime() + retryDelayMs(retry)));
    }
  }

  async #post(delivery: Delivery): Promise<{ status: number; error: string | null }> {
    const { options } = this.#world;
    const headers: Record<string, string> = {
      "content-type": "application/json",
      "user-agent": "Shopify-Captain-Hook",
      "x-shopify-topic": delivery.topic,
      "x-shopify-shop-domain": delivery.shop,
      "x-shopify-api-version": API_VERSION,
      "x-shopify-webhook-id": delivery.webhookId,
      "x-shopify-event-id": delivery.eventId,
      "x-shopify-triggered-at": delivery.triggeredAt,
      "x-shopify-hmac-sha256": signWebhook(delivery.body, options.apiSecret),
    };
    if (delivery.name !== null) headers["x-shopify-name"] = delivery.name;
    try {
      const answer = await callApp(options, delivery.uri, {
        method: "POST",
        headers,
        body: delivery.body,
        signal: AbortSignal.timeout(options.webhookTimeoutMs),
      });
      await answer.arrayBuffer();
      return { status: answer.status, error: answer.ok ? null : `HTTP ${answer.status}` };
    } catch (error) {
      return {
        status: 0,
        error: error instanceof Error ? (error.name === "TimeoutError" ? "no answer in time" : error.message) : String(error),
      };
    }
  }
}
