import type { Prisma } from "@prisma/client";
import { ORDER_CHANGE_KINDS, ORDER_CHANGE_STATUSES } from "#app/domain/orders/order-change.ts";
import type { OrderGid } from "#app/domain/shared/gid.ts";
import { z } from "zod";
import type { OrderChangeDetail, OrderChangeRecord, OrderChangeRepository } from "#app/use-cases/order-changes/ports.ts";
import { document } from "./documents.server.ts";
import type { TenantTransaction } from "./tenant.server.ts";
import { present, toJson } from "./values.server.ts";

/** Changes of orders of one shop. */
export function orderChangeRepository(tx: TenantTransaction, shopId: string): OrderChangeRepository {
  return {
    add: async (record) => {
      const data = { shopId, ...record, detail: toJson(record.detail) };
      return (await tx.orderChange.createMany({ data, skipDuplicates: true })).count === 1;
    },
    find: async (id) => {
      const row = await tx.orderChange.findUnique({ where: { shopId_id: { shopId, id } } });
      return row ? toRecord(row) : undefined;
    },
    ofOrder: async (orderGid) => {
      const rows = await tx.orderChange.findMany({ where: { shopId, orderGid }, orderBy: { id: "asc" } });
      return rows.map(toRecord);
    },
    save: async ({ id, status, attempts, problem, detail, updatedAt }) => {
      const data = { status, attempts, problem: problem ?? null, detail: toJson(detail), updatedAt };
      await tx.orderChange.update({ where: { shopId_id: { shopId, id } }, data });
    },
    waiting: async (since, take) => {
      const where = { shopId, status: "sending", updatedAt: { lt: since } };
      return (await tx.orderChange.findMany({ where, orderBy: { updatedAt: "asc" }, take })).map(toRecord);
    },
  };
}

const changeDetail = document<OrderChangeDetail>("order_change.detail", {});
const changeKind = z.enum(ORDER_CHANGE_KINDS);
const changeStatus = z.enum(ORDER_CHANGE_STATUSES);

function toRecord(row: Prisma.OrderChangeGetPayload<object>): OrderChangeRecord {
  const { shopId: _i, kind, status, detail, ...rest } = present(row);
  return {
    ...rest,
    orderGid: row.orderGid as OrderGid,
    kind: changeKind.parse(kind),
    status: changeStatus.parse(status),
    detail: changeDetail.parse(detail),
  };
}
