import { JOB_TRIES } from "#app/use-cases/job-payloads.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { settleEach } from "#app/use-cases/settle-each.server.ts";
import type { InboxItem } from "./ports.ts";

/** What one topic makes the app do. It may run twice, late and out of order. */
export type WebhookHandler = (ctx: ShopContext, item: InboxItem) => Promise<void>;

/** The handlers by topic, and how many webhooks are handled at the same time. */
export interface WebhookHandling {
  readonly handlers: Readonly<Record<string, WebhookHandler>>;
  readonly atOnce: number;
}

/** What is still owed to a shop that left: its uninstallation and the privacy requests. */
const AFTER_UNINSTALL: ReadonlySet<string> = new Set(["app/uninstalled", "customers/data_request", "customers/redact", "shop/redact"]);

/**
 * Handles webhooks of the inbox, except those that are handled already, and answers in the same order how each ended. A failure stays in the
 * inbox with its reason, so that the queue tries again, until the last try, after which nothing waits for it; one that is handled is marked only afterwards, so a process that is killed in
 * between has it handled once more.
 */
export async function handleWebhooks(
  ctx: ShopContext,
  inboxIds: readonly string[],
  { handlers, atOnce }: WebhookHandling,
): Promise<PromiseSettledResult<void>[]> {
  const items = (await ctx.transaction((tx) => tx.inbox.findAll(inboxIds))).filter(({ status }) => status !== "handled");
  const ends = await settleEach(items, atOnce, async (item) => {
    if (!ctx.shop.uninstalledAt || AFTER_UNINSTALL.has(item.topic)) await handlers[item.topic]?.(ctx, item);
  });
  const endOf = new Map(items.map(({ id }, index) => [id, ends[index]]));
  const failures = [...endOf].flatMap(([id, end]) => (end?.status === "rejected" ? [{ id, reason: end.reason as unknown }] : []));
  const handled = items.map(({ id }) => id).filter((id) => endOf.get(id)?.status === "fulfilled");
  await ctx.transaction(async (tx) => {
    if (handled.length > 0) await tx.inbox.markHandled(handled, ctx.clock.now());
    for (const { id, reason } of failures)
      await tx.inbox.markFailed(id, reason instanceof Error ? reason.message : String(reason), JOB_TRIES);
  });
  return inboxIds.map((id) => endOf.get(id) ?? { status: "fulfilled", value: undefined });
}
