import { Agenda } from "./clock/agenda.ts";
import { StandInClock, toIso } from "./clock/stand-in-clock.ts";
import { Mailbox, type Mail } from "./mail/mailbox.ts";
import type { ResolvedOptions } from "./options.ts";
import { releaseInTime } from "./state/draft-stock.ts";
import { Ids } from "./state/ids.ts";
import type { BulkOperationRecord } from "./state/credit-records.ts";
import { newShop } from "./state/new-shop.ts";
import type { ShopState } from "./state/shop-state.ts";
import { readSnapshot, writeSnapshot } from "./state/snapshot.ts";
import type { Delivery } from "./webhooks/delivery.ts";
import { Faults } from "./webhooks/faults.ts";
import { WebhookSender } from "./webhooks/sender.ts";

/** One webhook before it is addressed: the payload is fixed here and never rendered again. */
export interface Message {
  topic: string;
  payload: unknown;
}

/** Everything that lives: the shops, the time, what is on its way. Parts of the stand-in share one World. */
export class World {
  readonly options: ResolvedOptions;
  readonly clock: StandInClock;
  readonly agenda: Agenda;
  readonly ids: Ids;
  readonly shops = new Map<string, ShopState>();
  readonly mailbox: Mailbox;
  readonly faults = new Faults();
  readonly webhooks: WebhookSender;
  /** Schema fields that were asked for and that the stand-in does not answer. */
  readonly unimplemented = new Set<string>();
  /** Begins a bulk operation; the Admin API puts its runner here. */
  startBulk: (shop: ShopState, operation: BulkOperationRecord) => void = () => undefined;
  #saving: NodeJS.Timeout | undefined;

  constructor(options: ResolvedOptions) {
    this.options = options;
    const saved = readSnapshot(options.stateFile);
    const start = saved && new Date(saved.now).getTime() > (options.now ?? new Date()).getTime() ? new Date(saved.now) : options.now;
    this.clock = new StandInClock(start, options.frozen);
    this.agenda = new Agenda(this.clock);
    this.ids = new Ids((gid) => [...this.shops.values()].some((shop) => shop.has(gid)), saved?.counters);
    saved?.shops.forEach((shop) => this.shops.set(shop.shop.domain, shop));
    this.mailbox = new Mailbox(() => this.changed(), (saved?.mails ?? []) as Mail[]);
    this.webhooks = new WebhookSender(this, (saved?.deliveries ?? []) as Delivery[]);
    for (const shop of this.shops.values()) for (const draft of shop.draftOrders.values()) releaseInTime(this, shop, draft);
    for (const setup of options.shops) {
      const known = this.shops.get(setup.domain);
      // The app was deployed with other scopes since the last start, and the merchant agreed.
      if (known) known.installation.scopes = setup.scopes ?? options.scopes;
      else this.shops.set(setup.domain, newShop(setup, { scopes: options.scopes, ids: this.ids, now: this.clock.now() }));
    }
  }

  shop(domain: string): ShopState {
    const shop = this.shops.get(domain);
    if (!shop) throw new Error(`The stand-in has no shop ${domain}: it has ${[...this.shops.keys()].join(", ")}`);
    return shop;
  }

  get firstShop(): ShopState {
    const [shop] = this.shops.values();
    if (!shop) throw new Error("The stand-in has no shop");
    return shop;
  }

  /** Now, to the second, as Shopify writes instants. */
  nowIso(): string {
    return toIso(this.clock.now());
  }

  /** Sends the messages of one action: they share an event id. */
  publish(shop: ShopState, messages: readonly Message[]): void {
    this.changed();
    if (messages.length > 0) this.webhooks.publish(shop, messages);
  }

  /** The snapshot is written a moment after the last change. */
  changed(): void {
    if (!this.options.stateFile || this.#saving) return;
    this.#saving = setTimeout(() => this.save(), 500);
    this.#saving.unref();
  }

  save(): void {
    clearTimeout(this.#saving);
    this.#saving = undefined;
    const { stateFile } = this.options;
    if (!stateFile) return;
    writeSnapshot(stateFile, {
      now: this.clock.now().toISOString(),
      counters: this.ids.counters,
      shops: [...this.shops.values()],
      deliveries: this.webhooks.deliveries,
      mails: this.mailbox.all(),
    });
  }
}
