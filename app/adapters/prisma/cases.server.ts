import { z } from "zod";
import { CASE_TYPES, isConversation } from "#app/domain/cases/case-type.ts";
import { CASE_EVENT_KINDS, type CaseRepository } from "#app/use-cases/cases/ports.ts";
import { caseColumns, isId, toCase } from "./case-rows.server.ts";
import { countCases, searchCases } from "./case-search.server.ts";
import { detail } from "./documents.server.ts";
import { firstReplyPromises } from "./first-reply-promises.server.ts";
import type { TenantTransaction } from "./tenant.server.ts";
import { toJson } from "./values.server.ts";

/** Cases of one shop, with their history and the promises of their first replies. */
export function caseRepository(tx: TenantTransaction, shopId: string): CaseRepository {
  const find = async (id: string) => {
    const row = await tx.case.findUnique({ where: { shopId_id: { shopId, id } } });
    return row ? toCase(row) : undefined;
  };
  const lock = async (id: string) => {
    await tx.$queryRaw`select 1 from "case" where shop_id = ${shopId}::uuid and id = ${id}::uuid for update`;
    return find(id);
  };
  return {
    find: async (id) => (isId(id) ? find(id) : undefined),
    lock: async (id) => (isId(id) ? lock(id) : undefined),
    claim: async (key) => {
      await holdUntilEnd(tx, `${shopId}:case:${key}`);
      const row = await tx.case.findUnique({ where: { shopId_key: { shopId, key } } });
      return row ? toCase(row) : undefined;
    },
    claimConversation: async (orderGid) => {
      await holdUntilEnd(tx, `${shopId}:conversation:${orderGid}`);
      const where = { shopId, orderGid, status: { not: "closed" }, type: { in: CASE_TYPES.filter(isConversation) } };
      const row = await tx.case.findFirst({ where, orderBy: { number: "desc" } });
      return row ? lock(row.id) : undefined;
    },
    ofOrder: async (orderGid) => (await tx.case.findMany({ where: { shopId, orderGid }, orderBy: { number: "desc" } })).map(toCase),
    add: async (record) => {
      await tx.case.create({ data: { shopId, id: record.id, number: record.number, key: record.key, ...caseColumns(record), version: 1 } });
    },
    save: async (record) => {
      const where = { shopId, id: record.id, version: record.version };
      const { count } = await tx.case.updateMany({ where, data: { ...caseColumns(record), version: record.version + 1 } });
      if (count !== 1) throw new Error(`Case ${record.id} was saved without being locked`);
    },
    ...history(tx, shopId),
    ...firstReplyPromises(tx, shopId),
    search: (search) => searchCases(tx, shopId, search),
    counts: (who) => countCases(tx, shopId, who),
  };
}

const EVENT_KIND = z.enum(CASE_EVENT_KINDS);

function history(tx: TenantTransaction, shopId: string): Pick<CaseRepository, "addEvent" | "hasEvent" | "events"> {
  return {
    addEvent: async (event) => {
      await tx.caseEvent.create({ data: { shopId, ...event, detail: toJson(event.detail) } });
    },
    hasEvent: async (caseId, key) =>
      (await tx.caseEvent.count({ where: { shopId, caseId, detail: { path: ["key"], equals: key } }, take: 1 })) > 0,
    events: async (caseId) => {
      if (!isId(caseId)) return [];
      const rows = await tx.caseEvent.findMany({ where: { shopId, caseId }, orderBy: [{ at: "asc" }, { id: "asc" }] });
      return rows.map((row) => ({ ...row, kind: EVENT_KIND.parse(row.kind), detail: detail.parse(row.detail) }));
    },
  };
}

/** Whoever comes second with the same text waits until the first one's transaction has ended. */
async function holdUntilEnd(tx: TenantTransaction, text: string): Promise<void> {
  await tx.$queryRaw`select 1 from (select pg_advisory_xact_lock(hashtextextended(${text}, 0))) as held`;
}
