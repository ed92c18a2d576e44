import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import { changeCase } from "./change-case.server.ts";
import type { CaseRecord } from "./ports.ts";

/** What a customer wrote in a case; `key` is unique per text. */
export interface CustomerWords {
  readonly record: CaseRecord;
  readonly key: string;
  readonly body: string;
}

/**
 * Adds what a customer wrote to their case, once per key. A case that waited for the customer, or was closed, is open again and its
 * clock goes on.
 */
export async function noteCustomerWrote(tx: Repositories, ctx: ShopContext, { record, key, body }: CustomerWords): Promise<void> {
  if (await tx.cases.hasEvent(record.id, key)) return;
  const step = { event: "customer_wrote", kind: "customer_wrote", actor: "customer", body, detail: { key } } as const;
  const changed = await changeCase(tx, ctx, { record, step });
  if (!changed.ok) throw new Error(`A case refused its customer's words in status ${record.status}`);
}
