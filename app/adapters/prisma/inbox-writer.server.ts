import type pg from "pg";
import type { InboundWebhook } from "#app/use-cases/inbox/ports.ts";
import type { Ids } from "#app/use-cases/ports.ts";
import type { JobQueue } from "../queue/queue.server.ts";

/** A verified webhook on its way into the inbox of its shop. */
export interface Delivery {
  readonly shopId: string;
  readonly receivedAt: Date;
  readonly webhook: InboundWebhook;
}

interface Waiting {
  readonly delivery: Delivery;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** A batch this size keeps one statement well below a megabyte of payload. */
const LARGEST_BATCH = 100;

/** While one batch waits for the disk the next one is filled; more of them at once only cut the batches smaller. */
const WRITERS = 2;

/**
 * Writes inbox rows and their jobs, both or neither, before the answer goes out. What arrives while the writers are busy waits
 * and shares the next commit (group commit), so a burst costs few commits and a single webhook waits for nobody.
 */
export class InboxWriter {
  readonly #pool: pg.Pool;
  readonly #queue: JobQueue;
  readonly #ids: Ids;
  #waiting: Waiting[] = [];
  #writers = 0;
  #statement: string | undefined;

  constructor(pool: pg.Pool, queue: JobQueue, ids: Ids) {
    this.#pool = pool;
    this.#queue = queue;
    this.#ids = ids;
  }

  /** Resolves once the webhook is durable; a webhook that is already in the inbox counts as written. */
  write(delivery: Delivery): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ delivery, resolve, reject });
      if (this.#writers < WRITERS) void this.#drain();
    });
  }

  async #drain(): Promise<void> {
    this.#writers += 1;
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, LARGEST_BATCH);
      try {
        await this.#commit(batch.map(({ delivery }) => delivery));
        for (const { resolve } of batch) resolve();
      } catch (error) {
        await this.#commitOneByOne(batch, error);
      }
    }
    this.#writers -= 1;
  }

  /** One row that the database refuses must not cost its neighbours their place. */
  async #commitOneByOne(batch: Waiting[], error: unknown): Promise<void> {
    if (batch.length === 1) return batch[0]?.reject(error);
    for (const { delivery, resolve, reject } of batch) await this.#commit([delivery]).then(resolve, reject);
  }

  /** One statement for each shop of the batch, which is a transaction of its own when there is only one. */
  async #commit(batch: Delivery[]): Promise<void> {
    const text = (this.#statement ??= await this.#queue.sendStatement("handle-webhook", ROWS, JOBS));
    const shops = [...Map.groupBy(batch, (delivery) => delivery.shopId)];
    const client = await this.#pool.connect();
    try {
      if (shops.length > 1) await client.query("begin");
      for (const [shopId, deliveries] of shops)
        await client.query({ name: "amends-inbox", text, values: this.#values(shopId, deliveries) });
      if (shops.length > 1) await client.query("commit");
    } catch (error) {
      await client.query("rollback").catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  }

  #values(shopId: string, deliveries: Delivery[]): unknown[] {
    const column = <T>(value: (delivery: Delivery) => T): T[] => deliveries.map(value);
    return [
      shopId,
      column(() => this.#ids.next()),
      column(({ webhook }) => webhook.topic),
      column(({ webhook }) => webhook.subscription),
      column(({ webhook }) => webhook.eventId),
      column(({ webhook }) => webhook.webhookId),
      column(({ webhook }) => webhook.triggeredAt),
      column(({ receivedAt }) => receivedAt),
      column(({ webhook }) => webhook.payload),
    ];
  }
}

/** `written` reads from `scope`, so row-level security knows the shop before it checks the first row. */
const ROWS = `scope as materialized (select set_config('app.shop_id', $1::uuid::text, true)),
  written as (
    insert into webhook_inbox (shop_id, id, topic, subscription, event_id, webhook_id, triggered_at, received_at, payload)
    select $1::uuid, given.* from scope,
      unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[], $8::timestamptz[], $9::text[]) as given
    on conflict (shop_id, topic, subscription, event_id) do nothing returning id)`;

/** A job for each row that is new. */
const JOBS = `(select coalesce(json_agg(json_build_object('data', json_build_object('shopId', $1::uuid, 'inboxId', written.id))), '[]') from written)`;
