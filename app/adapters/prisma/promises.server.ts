import type { Prisma } from "@prisma/client";
import type { PromiseKind } from "#app/domain/promises/promise.ts";
import type { PromiseStatus } from "#app/domain/promises/promise-status.ts";
import type { CustomerGid, OrderGid } from "#app/domain/shared/gid.ts";
import type { PromiseDetail, PromiseRepository, StoredPromise } from "#app/use-cases/promises/ports.ts";
import { rowsByField } from "./read-rows.server.ts";
import type { TenantTransaction } from "./tenant.server.ts";
import { present, toJson } from "./values.server.ts";

type Row = Prisma.PromiseGetPayload<object>;

/** Promises of one shop. Pending ones cost nothing until they are due: a partial index leads straight to those. */
export function promiseRepository(tx: TenantTransaction, shopId: string): PromiseRepository {
  return {
    add: async (promise) => (await tx.promise.createMany({ data: toRow(shopId, promise), skipDuplicates: true })).count === 1,
    lock: async (kind, subject) => {
      await tx.$queryRaw`select 1 from promise where shop_id = ${shopId}::uuid and kind = ${kind} and subject = ${subject} for update`;
      const row = await tx.promise.findUnique({ where: { shopId_kind_subject: { shopId, kind, subject } } });
      return row ? toPromise(row) : undefined;
    },
    save: async (promise) => {
      await tx.promise.update({ where: { shopId_id: { shopId, id: promise.id } }, data: toRow(shopId, promise) });
    },
    claimDue: (kind, now, limit) => claimDue(tx, shopId, { kind, now, limit }),
    dueBeside: async (kind, now, limit) => {
      const where = { shopId, status: "pending", kind: { not: kind }, dueAt: { lte: now } };
      return (await tx.promise.findMany({ where, orderBy: { dueAt: "asc" }, take: limit })).map(toPromise);
    },
    settle: async (ids, status, at) => {
      await tx.$executeRaw`
        update promise set status = ${status}, settled_at = ${at}
        where shop_id = ${shopId}::uuid and id = any(${[...ids]}::uuid[]) and status = 'pending'`;
    },
    ofOrder: async (orderGid) => {
      const rows = await tx.promise.findMany({ where: { shopId, orderGid }, orderBy: { createdAt: "asc" } });
      return rows.map(toPromise);
    },
    search: async ({ statuses, limit, offset }) => {
      const where = { shopId, ...(statuses ? { status: { in: [...statuses] } } : {}) };
      const rows = await tx.promise.findMany({ where, orderBy: { dueAt: "desc" }, take: limit, skip: offset });
      return { promises: rows.map(toPromise), total: await tx.promise.count({ where }) };
    },
  };
}

interface Due {
  readonly kind: PromiseKind;
  readonly now: Date;
  readonly limit: number;
}

async function claimDue(tx: TenantTransaction, shopId: string, { kind, now, limit }: Due): Promise<StoredPromise[]> {
  const rows = await tx.$queryRaw<Record<string, unknown>[]>`
    select * from promise where shop_id = ${shopId}::uuid and status = 'pending' and kind = ${kind} and due_at <= ${now}
    order by due_at limit ${limit} for update skip locked`;
  return rowsByField<Row>(rows).map(toPromise);
}

/** The delivery promises about these fulfillments. */
export async function promisesAbout(tx: TenantTransaction, shopId: string, subjects: readonly string[]): Promise<StoredPromise[]> {
  const rows = await tx.$queryRaw<Record<string, unknown>[]>`
    select * from promise where shop_id = ${shopId}::uuid and kind = 'delivered_by' and subject = any(${[...subjects]})`;
  return rowsByField<Row>(rows).map(toPromise);
}

function toRow(shopId: string, { detail, ...promise }: StoredPromise): Prisma.PromiseUncheckedCreateInput {
  const { orderGid, customerGid, promisedOn, settledAt } = promise;
  return {
    ...promise,
    shopId,
    orderGid: orderGid ?? null,
    customerGid: customerGid ?? null,
    promisedOn: promisedOn ?? null,
    settledAt: settledAt ?? null,
    detail: toJson(detail),
  };
}

/** A row as the use cases know it. */
function toPromise(row: Row): StoredPromise {
  const { shopId: _shopId, ...rest } = present(row);
  return {
    ...rest,
    kind: row.kind as PromiseKind,
    status: row.status as PromiseStatus,
    orderGid: (row.orderGid ?? undefined) as OrderGid | undefined,
    customerGid: (row.customerGid ?? undefined) as CustomerGid | undefined,
    detail: row.detail as PromiseDetail,
  };
}
