import type { PromiseStatus } from "#app/domain/promises/promise-status.ts";
import type { OrderGid } from "#app/domain/shared/gid.ts";
import type { CaseRepository } from "#app/use-cases/cases/ports.ts";
import type { TenantTransaction } from "./tenant.server.ts";

const KIND = "first_reply_by";

type Kept = Pick<CaseRepository, "addPromise" | "latestPromise" | "settlePromise" | "hasBrokenPromise">;

/** The promises to answer a case: rows among all other promises, found by the case's id before the colon of their subject. */
export function firstReplyPromises(tx: TenantTransaction, shopId: string): Kept {
  return {
    addPromise: async ({ caseId, stretch, at, ...promise }) => {
      const subject = `${caseId}:${stretch}`;
      const source = "first_reply_target";
      const data = { shopId, ...promise, kind: KIND, subject, source, status: "pending", createdAt: at, detail: { caseId } };
      await tx.promise.create({ data });
    },
    latestPromise: async (caseId) => {
      const where = { shopId, kind: KIND, subject: { startsWith: `${caseId}:` } };
      const row = await tx.promise.findFirst({ where, orderBy: { id: "desc" } });
      if (!row) return undefined;
      const { id, subject, orderGid, dueAt, settledAt } = row;
      const status = row.status as PromiseStatus;
      const metAt = status === "kept" ? settledAt : null;
      return { id, kind: KIND, subject, caseId, orderGid: orderGid as OrderGid | null, status, dueAt, metAt };
    },
    settlePromise: async (id, status, at) => {
      await tx.promise.update({ where: { shopId_id: { shopId, id } }, data: { status, settledAt: at } });
    },
    hasBrokenPromise: async (orderGid) => (await tx.promise.count({ where: { shopId, orderGid, status: "breached" }, take: 1 })) > 0,
  };
}
