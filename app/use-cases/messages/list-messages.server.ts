import type { ShopContext } from "#app/use-cases/ports.ts";
import type { ConversationOf, MessageRecord } from "./ports.ts";

/** The newest messages of the shop. */
export async function listMessages(ctx: ShopContext, limit = 50): Promise<MessageRecord[]> {
  return ctx.transaction((tx) => tx.messages.recent(limit));
}

/** Everything said to one customer, newest first, whatever it was about. Nobody named is an empty conversation. */
export async function readConversation(ctx: ShopContext, of: ConversationOf): Promise<MessageRecord[]> {
  if (!of.customerGid && !of.address) return [];
  return ctx.transaction((tx) => tx.messages.conversation(of, 200));
}
