import type { Prisma } from "@prisma/client";
import type { MessageStatus } from "#app/domain/messages/message-status.ts";
import type { ReplyChoice } from "#app/domain/messages/reply-choice.ts";
import type { MessageKind, TemplateKey } from "#app/domain/messages/template.ts";
import type { CustomerGid, OrderGid } from "#app/domain/shared/gid.ts";
import type { MailVariables, MessageAbout, MessageRecord, MessageRepository } from "#app/use-cases/messages/ports.ts";
import { addRows } from "./add-rows.server.ts";
import { isId } from "./case-rows.server.ts";
import { document } from "./documents.server.ts";
import type { TenantTransaction } from "./tenant.server.ts";
import { present } from "./values.server.ts";

type Row = Prisma.MessageGetPayload<object>;

const STORED = document<{ readonly values?: MailVariables; readonly about?: MessageAbout }>("message.variables", {});

/** Messages of one shop, their answers by button, and who does not want them. */
export function messageRepository(tx: TenantTransaction, shopId: string): MessageRepository {
  const list = async (where: Prisma.MessageWhereInput, limit: number) => {
    const rows = await tx.message.findMany({ where: { shopId, ...where }, orderBy: { createdAt: "desc" }, take: limit });
    return rows.map(toMessage);
  };
  return {
    addAll: async (messages) => {
      const rows = messages.map((message) => toRow(shopId, message));
      return new Set(await addRows(tx, { table: "message", rows, returning: "id" }));
    },
    find: async (id) => {
      if (!isId(id)) return undefined;
      const row = await tx.message.findUnique({ where: { shopId_id: { shopId, id } } });
      return row ? toMessage(row) : undefined;
    },
    findByKey: async (key) => {
      const row = await tx.message.findUnique({ where: { shopId_key: { shopId, key } } });
      return row ? toMessage(row) : undefined;
    },
    change: async (id, from, change) => (await tx.message.updateMany({ where: { shopId, id, status: from }, data: change })).count === 1,
    claimDue: async (now, again, limit) => {
      const rows = await tx.$queryRaw<{ id: string }[]>`
        update message set due_at = ${again} where shop_id = ${shopId}::uuid and id in (
          select id from message where shop_id = ${shopId}::uuid and due_at <= ${now} order by due_at limit ${limit} for update skip locked)
        returning id::text as id`;
      return rows.map(({ id }) => id);
    },
    ofOrder: (orderGid) => list({ orderGid }, 200),
    ...consent(tx, shopId),
    ...replies(tx, shopId),
  };
}

function consent(
  tx: TenantTransaction,
  shopId: string,
): Pick<MessageRepository, "hasUnsubscribed" | "unsubscribe" | "resubscribe" | "hasOpenCase" | "sentSince"> {
  return {
    sentSince: async (address, since) => {
      const where = { shopId, address, sentAt: { gt: since }, kind: { not: "transactional" } };
      const rows = await tx.message.findMany({ where, select: { sentAt: true } });
      return rows.flatMap(({ sentAt }) => sentAt ?? []);
    },
    hasUnsubscribed: async (emailHash) => (await tx.unsubscribe.count({ where: { shopId, emailHash } })) > 0,
    unsubscribe: async (entry) => {
      await tx.unsubscribe.createMany({ data: { shopId, ...entry }, skipDuplicates: true });
    },
    resubscribe: async (emailHash) => {
      await tx.unsubscribe.deleteMany({ where: { shopId, emailHash } });
    },
    hasOpenCase: async ({ customerGid, address }) => {
      const people = [...(customerGid ? [{ customerGid }] : []), ...(address ? [{ email: address }] : [])];
      return people.length > 0 && (await tx.case.count({ where: { shopId, status: { not: "closed" }, OR: people } })) > 0;
    },
  };
}

function replies(tx: TenantTransaction, shopId: string): Pick<MessageRepository, "addReply" | "replyTo"> {
  return {
    addReply: async (reply) => (await tx.messageReply.createMany({ data: { shopId, ...reply }, skipDuplicates: true })).count === 1,
    replyTo: async (messageId) => {
      const row = await tx.messageReply.findUnique({ where: { shopId_messageId: { shopId, messageId } } });
      return row ? { messageId, choice: row.choice as ReplyChoice, at: row.at } : undefined;
    },
  };
}

function toRow(shopId: string, { variables, about, ...message }: MessageRecord): object {
  return { shopId, ...message, variables: { values: variables, about } };
}

/** A row as the use cases know it. */
export function toMessage(row: Row): MessageRecord {
  const { shopId: _shopId, ...rest } = present(row);
  const { values = {}, about = {} } = STORED.parse(row.variables);
  return {
    ...rest,
    direction: row.direction === "in" ? "in" : "out",
    channel: "email",
    kind: row.kind as MessageKind,
    template: row.template as TemplateKey,
    status: row.status as MessageStatus,
    customerGid: (row.customerGid ?? undefined) as CustomerGid | undefined,
    orderGid: (row.orderGid ?? undefined) as OrderGid | undefined,
    variables: values,
    about,
  };
}
