import type { InspectionRepository } from "#app/use-cases/inspection/ports.ts";
import type { TenantTransaction } from "./tenant.server.ts";

/** Judgements of one shop's warehouse. */
export function inspectionRepository(tx: TenantTransaction, shopId: string): InspectionRepository {
  return {
    find: async (key) => (await tx.inspection.findUnique({ where: { shopId_key: { shopId, key } }, omit: { shopId: true } })) ?? undefined,
    claim: async (record) => (await tx.inspection.createMany({ data: [{ shopId, ...record }], skipDuplicates: true })).count === 1,
  };
}
