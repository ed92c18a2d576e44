import type { Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { ListedMessage, MessageReply, MessageSearch } from "./ports.ts";

/** One page of what was said, or will be, or was not. */
export async function searchMessages(ctx: ShopContext, search: MessageSearch): Promise<{ messages: ListedMessage[]; total: number }> {
  return ctx.transaction((tx) => tx.messageList.search(search));
}

export interface MessageFile {
  readonly message: ListedMessage;
  /** The customer's answer by button. */
  readonly reply: MessageReply | undefined;
}

/** Reads a message by its id. Refuses `not_found`, for another shop's as well. */
export async function readMessage(ctx: ShopContext, id: string): Promise<Result<MessageFile, { readonly code: "not_found" }>> {
  return ctx.transaction(async (tx) => {
    const message = await tx.messages.find(id);
    if (!message) return refuse({ code: "not_found" });
    const order = message.orderGid && (await tx.orders.find(message.orderGid));
    return ok({ message: { ...message, ...(order ? { orderName: order.name } : {}) }, reply: await tx.messages.replyTo(id) });
  });
}
