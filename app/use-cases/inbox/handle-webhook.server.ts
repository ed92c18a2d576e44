import type { InboxItem } from "./ports.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";

/** What one topic makes the app do. It may run twice, late and out of order. */
export type WebhookHandler = (ctx: ShopContext, item: InboxItem) => Promise<void>;

/** What is still owed to a shop that left: its uninstallation and the privacy requests. */
const AFTER_UNINSTALL: ReadonlySet<string> = new Set(["app/uninstalled", "customers/data_request", "customers/redact", "shop/redact"]);

/**
 * Handles one webhook of the inbox unless it is handled already. A failure stays in the inbox with its reason and is thrown, so
 * that the queue tries again.
 */
export async function handleWebhook(ctx: ShopContext, inboxId: string, handlers: Readonly<Record<string, WebhookHandler>>): Promise<void> {
  const item = await ctx.transaction((tx) => tx.inbox.find(inboxId));
  if (!item || item.status === "handled") return;
  try {
    if (!ctx.shop.uninstalledAt || AFTER_UNINSTALL.has(item.topic)) await handlers[item.topic]?.(ctx, item);
  } catch (error) {
    await ctx.transaction((tx) => tx.inbox.markFailed(inboxId, error instanceof Error ? error.message : String(error)));
    throw error;
  }
  await ctx.transaction((tx) => tx.inbox.markHandled(inboxId, ctx.clock.now()));
}
