import type { LedgerEntry } from "#app/domain/compensation/ledger.ts";
import type { Result } from "#app/domain/shared/result.ts";
import { ok, refuse } from "#app/domain/shared/result.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import type { AuditEntry } from "#app/use-cases/shops/ports.ts";
import type { StoredOrder } from "#app/use-cases/orders/ports.ts";
import { readStaff, type StaffMember } from "#app/use-cases/cases/staff-register.server.ts";
import type { CompensationRecord } from "./ports.ts";

/** One compensation with everything that explains it. */
export interface CompensationFile {
  readonly record: CompensationRecord;
  readonly order: StoredOrder | undefined;
  /** Its lines in the ledger, oldest first. */
  readonly lines: readonly LedgerEntry[];
  /** What people did to it, oldest first. */
  readonly decisions: readonly AuditEntry[];
  /** Where the promised date came from. */
  readonly promiseSource: string | undefined;
  /** Who people are that decided. */
  readonly staff: readonly StaffMember[];
}

/** Reads a compensation by its id. Refuses `not_found`, for another shop's as well. */
export async function readCompensation(ctx: ShopContext, id: string): Promise<Result<CompensationFile, { readonly code: "not_found" }>> {
  return ctx.transaction(async (tx) => {
    const record = await tx.compensations.find(id);
    if (!record) return refuse({ code: "not_found" });
    const promises = await tx.promises.ofOrder(record.orderGid);
    return ok({
      record,
      order: await tx.orders.find(record.orderGid),
      lines: await tx.ledger.ofKey(record.key),
      decisions: await tx.shop.auditTrail(`compensation:${id}`),
      promiseSource: promises.find(({ subject }) => subject === record.fulfillmentGid)?.source,
      staff: await readStaff(tx),
    });
  });
}
