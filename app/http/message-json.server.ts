import type { MessageRowData } from "#app/ui/messages/message-row.tsx";
import type { MessageView } from "#app/ui/messages/message-view.tsx";
import type { ListedMessage } from "#app/use-cases/messages/ports.ts";
import type { MessageFile } from "#app/use-cases/messages/search-messages.server.ts";

/** A message as a list gets it. */
export function messageRow(message: ListedMessage): MessageRowData {
  const { id, template, address, status } = message;
  return {
    ...{ id, template, address, status },
    subject: message.subject ?? null,
    orderName: message.orderName ?? null,
    reason: message.reason ?? null,
    dueAt: message.dueAt?.toISOString() ?? null,
    sentAt: message.sentAt?.toISOString() ?? null,
    createdAt: message.createdAt.toISOString(),
  };
}

/** A message as its own page gets it. */
export function messageView({ message, reply }: MessageFile): MessageView {
  return {
    ...messageRow(message),
    html: message.html ?? null,
    text: message.text ?? null,
    locale: message.locale,
    kind: message.kind,
    attempts: message.attempts,
    orderGid: message.orderGid ?? null,
    caseId: message.caseId ?? null,
    reply: reply ? { choice: reply.choice, at: reply.at.toISOString() } : null,
  };
}
