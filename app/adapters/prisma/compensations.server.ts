import type { Prisma } from "@prisma/client";
import type { CompensationMethod } from "#app/domain/compensation/compensation-settings.ts";
import type { CompensationStatus } from "#app/domain/compensation/compensation-status.ts";
import type { CustomerGid, FulfillmentGid, OrderGid } from "#app/domain/shared/gid.ts";
import type { CompensationExplanation, CompensationRecord, CompensationRepository } from "#app/use-cases/compensation/ports.ts";
import { isId } from "./case-rows.server.ts";
import { document } from "./documents.server.ts";
import type { TenantTransaction } from "./tenant.server.ts";
import { present, toJson, toMoney } from "./values.server.ts";

type Row = Prisma.CompensationGetPayload<object>;

const EXPLANATION = document<CompensationExplanation>("compensation.explanation", {});

/** Compensations of one shop. */
export function compensationRepository(tx: TenantTransaction, shopId: string): CompensationRepository {
  return {
    addAll: async (records) => {
      const data = records.map((record) => toRow(shopId, record));
      const added = await tx.compensation.createManyAndReturn({ data, skipDuplicates: true, select: { id: true } });
      return new Set(added.map(({ id }) => id));
    },
    find: async (id) => {
      if (!isId(id)) return undefined;
      const row = await tx.compensation.findUnique({ where: { shopId_id: { shopId, id } } });
      return row ? toCompensation(row) : undefined;
    },
    ofFulfillments: async (gids) => {
      const rows = await tx.compensation.findMany({ where: { shopId, fulfillmentGid: { in: [...gids] } }, orderBy: { id: "asc" } });
      return rows.map(toCompensation);
    },
    ofOrder: async (orderGid) => {
      const rows = await tx.compensation.findMany({ where: { shopId, orderGid }, orderBy: { id: "asc" } });
      return rows.map(toCompensation);
    },
    save: async (record) => {
      const next = { ...record, version: record.version + 1 };
      const { count } = await tx.compensation.updateMany({
        where: { shopId, id: record.id, version: record.version },
        data: toRow(shopId, next),
      });
      return count === 1 ? next : undefined;
    },
    claimDue: async (now, again, limit) => {
      const rows = await tx.$queryRaw<{ id: string }[]>`
        update compensation set due_at = ${again} where shop_id = ${shopId}::uuid and id in (
          select id from compensation where shop_id = ${shopId}::uuid and due_at <= ${now} order by due_at limit ${limit} for update skip locked)
        returning id::text as id`;
      return rows.map(({ id }) => id);
    },
    search: async ({ statuses, limit, offset }) => {
      const where = { shopId, ...(statuses ? { status: { in: [...statuses] } } : {}) };
      const rows = await tx.compensation.findMany({ where, orderBy: { id: "desc" }, take: limit, skip: offset });
      return { records: rows.map(toCompensation), total: await tx.compensation.count({ where }) };
    },
  };
}

function toRow(shopId: string, record: CompensationRecord): Prisma.CompensationCreateManyInput {
  const { amount, shopAmount, explanation, ...rest } = record;
  const { fulfillmentGid, customerGid, caseId, shopifyGid, code, error, approvedBy, dueAt, paidAt } = rest;
  return {
    ...rest,
    shopId,
    fulfillmentGid: fulfillmentGid ?? null,
    customerGid: customerGid ?? null,
    caseId: caseId ?? null,
    shopifyGid: shopifyGid ?? null,
    code: code ?? null,
    error: error ?? null,
    approvedBy: approvedBy ?? null,
    dueAt: dueAt ?? null,
    paidAt: paidAt ?? null,
    amountMinor: BigInt(amount.minor),
    currency: amount.currency,
    shopAmountMinor: BigInt(shopAmount.minor),
    shopCurrency: shopAmount.currency,
    explanation: toJson(explanation),
  };
}

/** A row as the use cases know it. */
export function toCompensation(row: Row): CompensationRecord {
  const { shopId: _shopId, amountMinor, shopAmountMinor, currency, shopCurrency, ...rest } = present(row);
  return {
    ...rest,
    reason: row.reason as CompensationRecord["reason"],
    method: row.method as CompensationMethod,
    status: row.status as CompensationStatus,
    orderGid: row.orderGid as OrderGid,
    fulfillmentGid: (row.fulfillmentGid ?? undefined) as FulfillmentGid | undefined,
    customerGid: (row.customerGid ?? undefined) as CustomerGid | undefined,
    amount: toMoney(amountMinor, currency),
    shopAmount: toMoney(shopAmountMinor, shopCurrency),
    explanation: EXPLANATION.parse(row.explanation),
  };
}
