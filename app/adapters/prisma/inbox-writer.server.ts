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

/**
 * Writes inbox rows and their jobs, both or neither, before the answer goes out. What arrives while a transaction is under way
 * waits and shares the next one (group commit), so a burst costs few commits and a single webhook waits for nobody.
 */
export class InboxWriter {
  readonly #pool: pg.Pool;
  readonly #queue: JobQueue;
  readonly #ids: Ids;
  #waiting: Waiting[] = [];
  #isWriting = false;

  constructor(pool: pg.Pool, queue: JobQueue, ids: Ids) {
    this.#pool = pool;
    this.#queue = queue;
    this.#ids = ids;
  }

  /** Resolves once the webhook is durable; a webhook that is already in the inbox counts as written. */
  write(delivery: Delivery): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ delivery, resolve, reject });
      if (!this.#isWriting) void this.#drain();
    });
  }

  async #drain(): Promise<void> {
    this.#isWriting = true;
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, LARGEST_BATCH);
      try {
        await this.#commit(batch.map(({ delivery }) => delivery));
        for (const { resolve } of batch) resolve();
      } catch (error) {
        await this.#commitOneByOne(batch, error);
      }
    }
    this.#isWriting = false;
  }

  /** One row that the database refuses must not cost its neighbours their place. */
  async #commitOneByOne(batch: Waiting[], error: unknown): Promise<void> {
    if (batch.length === 1) return batch[0]?.reject(error);
    for (const { delivery, resolve, reject } of batch) await this.#commit([delivery]).then(resolve, reject);
  }

  async #commit(batch: Delivery[]): Promise<void> {
    const client = await this.#pool.connect();
    try {
      await client.query("begin");
      const jobs: { shopId: string; inboxId: string }[] = [];
      for (const [shopId, deliveries] of Map.groupBy(batch, (delivery) => delivery.shopId)) {
        const written = await this.#insert(client, shopId, deliveries);
        jobs.push(...written.map((inboxId) => ({ shopId, inboxId })));
      }
      if (jobs.length > 0) await this.#queue.sendMany("handle-webhook", jobs, client);
      await client.query("commit");
    } catch (error) {
      await client.query("rollback").catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  }

  async #insert(client: pg.PoolClient, shopId: string, deliveries: Delivery[]): Promise<string[]> {
    await client.query({ name: "amends-shop", text: "select set_config('app.shop_id', $1, true)", values: [shopId] });
    const rows = deliveries.map(({ webhook, receivedAt }) => ({ ...webhook, id: this.#ids.next(), receivedAt }));
    const { rows: written } = await client.query<{ id: string }>({
      name: "amends-inbox",
      text: `insert into webhook_inbox (shop_id, id, topic, subscription, event_id, webhook_id, triggered_at, received_at, payload)
        select $1, * from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[], $8::timestamptz[], $9::text[])
        where exists (select 1 from shop where shop_id = $1) on conflict (shop_id, topic, subscription, event_id) do nothing returning id`,
      values: [
        shopId,
        rows.map((row) => row.id),
        rows.map((row) => row.topic),
        rows.map((row) => row.subscription),
        rows.map((row) => row.eventId),
        rows.map((row) => row.webhookId),
        rows.map((row) => row.triggeredAt),
        rows.map((row) => row.receivedAt),
        rows.map((row) => row.payload),
      ],
    });
    return written.map((row) => row.id);
  }
}
