import type { InboxRepository } from "#app/use-cases/inbox/ports.ts";
import type { TenantTransaction } from "./tenant.server.ts";

/** The webhook inbox of one shop. */
export function inboxRepository(tx: TenantTransaction, shopId: string): InboxRepository {
  const among = (ids: readonly string[]) => ({ shopId, id: { in: [...ids] } });
  return {
    findAll: async (ids) => {
      const rows = await tx.webhookInbox.findMany({ where: among(ids), orderBy: { id: "asc" } });
      return rows.map((row) => ({ ...row, status: row.status as "received" | "handled" | "failed" }));
    },
    // What was handled is in the projections; its payload, which may name a customer, is not kept. The row stays, to know a repeat.
    markHandled: async (ids, at) => {
      const data = { status: "handled", payload: "", handledAt: at, error: null, attempts: { increment: 1 } };
      await tx.webhookInbox.updateMany({ where: among(ids), data });
    },
    markFailed: async (id, error, tries) => {
      await tx.webhookInbox.updateMany({ where: { shopId, id }, data: { error: error.slice(0, 2000), attempts: { increment: 1 } } });
      await tx.webhookInbox.updateMany({ where: { shopId, id, attempts: { gte: tries } }, data: { status: "failed" } });
    },
  };
}
