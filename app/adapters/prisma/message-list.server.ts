import type { Prisma } from "@prisma/client";
import type { MessageStatus } from "#app/domain/messages/message-status.ts";
import { plainText } from "#app/domain/shared/plain-text.ts";
import type { MessageView } from "#app/domain/messages/message-views.ts";
import type { MessageListRepository } from "#app/use-cases/messages/ports.ts";
import { toMessage } from "./messages.server.ts";
import { literally } from "./search-text.server.ts";
import type { TenantTransaction } from "./tenant.server.ts";

const STATUSES: Readonly<Record<Exclude<MessageView, "all">, readonly MessageStatus[]>> = {
  sent: ["sent"],
  waiting: ["planned", "deferred", "sending"],
  suppressed: ["suppressed"],
  failed: ["failed"],
};

/** What was said and will be said to the customers of one shop, as staff list it. */
export function messageListRepository(tx: TenantTransaction, shopId: string): MessageListRepository {
  return {
    search: async ({ view, text, limit, offset }) => {
      const byText = await textCondition(tx, shopId, plainText(text ?? ""));
      const where: Prisma.MessageWhereInput = { shopId, ...(view === "all" ? {} : { status: { in: [...STATUSES[view]] } }), ...byText };
      const rows = await tx.message.findMany({ where, orderBy: { id: "desc" }, take: limit, skip: offset });
      const orders = await tx.order.findMany({
        where: { shopId, gid: { in: rows.flatMap(({ orderGid }) => orderGid ?? []) } },
        select: { gid: true, name: true },
      });
      const nameOf = new Map(orders.map(({ gid, name }) => [gid, name]));
      return {
        messages: rows.map((row) => {
          const orderName = nameOf.get(row.orderGid ?? "");
          return { ...toMessage(row), ...(orderName ? { orderName } : {}) };
        }),
        total: await tx.message.count({ where }),
      };
    },
  };
}

const MOST_ORDERS = 200;

/** Orders are found first, by name: no foreign key leads from a message to its order. */
async function textCondition(tx: TenantTransaction, shopId: string, text: string): Promise<Prisma.MessageWhereInput> {
  if (text === "") return {};
  const contains = { contains: literally(text), mode: "insensitive" as const };
  const orders = await tx.order.findMany({ where: { shopId, name: contains }, select: { gid: true }, take: MOST_ORDERS });
  return { OR: [{ address: contains }, { subject: contains }, { orderGid: { in: orders.map(({ gid }) => gid) } }] };
}
