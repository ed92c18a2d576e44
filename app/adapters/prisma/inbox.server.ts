import type { InboxRepository } from "#app/use-cases/inbox/ports.ts";
import type { TenantTransaction } from "./tenant.server.ts";

/** The webhook inbox of one shop. */
export function inboxRepository(tx: TenantTransaction, shopId: string): InboxRepository {
  const key = (id: string) => ({ shopId_id: { shopId, id } });
  return {
    find: async (id) => {
      const row = await tx.webhookInbox.findUnique({ where: key(id) });
      return row ? { ...row, status: row.status as "received" | "handled" | "failed" } : undefined;
    },
    // What was handled is in the projections; its payload, which may name a customer, is not kept. The row stays, to know a repeat.
    markHandled: async (id, at) => {
      const data = { status: "handled", payload: "", handledAt: at, error: null, attempts: { increment: 1 } };
      await tx.webhookInbox.updateMany({ where: { shopId, id }, data });
    },
    markFailed: async (id, error) => {
      await tx.webhookInbox.updateMany({ where: { shopId, id }, data: { error: error.slice(0, 2000), attempts: { increment: 1 } } });
    },
  };
}
