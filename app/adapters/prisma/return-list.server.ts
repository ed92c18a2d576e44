import type { Prisma } from "@prisma/client";
import type { ReturnResolution } from "#app/domain/returns/resolution-quote.ts";
import type { ReturnStatus } from "#app/domain/returns/return-status.ts";
import type { ReturnListFilter, ReturnListItem, ReturnListRange, ReturnListRepository } from "#app/use-cases/returns/return-list.server.ts";
import type { TenantTransaction } from "./tenant.server.ts";
import { toMoney } from "./values.server.ts";

/** The list of one shop's returns: light rows, found by their place and not by counting. */
export function returnListRepository(tx: TenantTransaction, shopId: string): ReturnListRepository {
  return {
    page: async (filter, range) => {
      const where = { shopId, AND: [...conditions(filter), ...placeCondition(range)] };
      const rows = await tx.return.findMany({ where, orderBy: orderOf(range), take: range.limit, omit: { quote: true } });
      const units = await unitCounts(
        tx,
        shopId,
        rows.map(({ id }) => id),
      );
      return rows.map((row) => toItem(row, units.get(row.id) ?? 0));
    },
    count: (filter) => tx.return.count({ where: { shopId, AND: conditions(filter) } }),
  };
}

/** The largest number that the column takes. */
const LARGEST_NUMBER = 2_147_483_647;

function conditions({
  statuses,
  orStopped,
  isPaid,
  onlyStatuses,
  resolutions,
  from,
  until,
  text,
}: ReturnListFilter): Prisma.ReturnWhereInput[] {
  return [
    ...(statuses ? [{ OR: [{ status: { in: [...statuses] } }, ...(orStopped ? [{ errorCode: { not: null } }] : [])] }] : []),
    ...(isPaid ? [{ paidAt: { not: null } }] : []),
    ...(onlyStatuses ? [{ status: { in: [...onlyStatuses] } }] : []),
    ...(resolutions ? [{ resolution: { in: [...resolutions] } }] : []),
    ...(from ? [{ requestedAt: { gte: from } }] : []),
    ...(until ? [{ requestedAt: { lt: until } }] : []),
    ...(text ? [{ OR: textConditions(text) }] : []),
  ];
}

function textConditions(text: string): Prisma.ReturnWhereInput[] {
  const contains = { contains: text, mode: "insensitive" as const };
  const isNumber = /^\d{1,10}$/.test(text) && Number(text) <= LARGEST_NUMBER;
  return [{ name: contains }, { customerName: contains }, { email: contains }, ...(isNumber ? [{ number: Number(text) }] : [])];
}

const COLUMN = { newest: "requestedAt", oldest: "requestedAt", largest: "shopTotalMinor", smallest: "shopTotalMinor" } as const;

function isDescending({ sort, isBackwards }: ReturnListRange): boolean {
  return (sort === "newest" || sort === "largest") !== isBackwards;
}

function orderOf(range: ReturnListRange): Prisma.ReturnOrderByWithRelationInput[] {
  const direction = isDescending(range) ? "desc" : "asc";
  return [{ [COLUMN[range.sort]]: direction }, { id: direction }];
}

/** Strictly past the place, in the direction that is read; ids settle what has the same value. */
function placeCondition(range: ReturnListRange): Prisma.ReturnWhereInput[] {
  if (!range.place) return [];
  const { value, id } = range.place;
  const past = isDescending(range) ? "lt" : "gt";
  if (COLUMN[range.sort] === "requestedAt") {
    const at = new Date(value);
    return [{ OR: [{ requestedAt: { [past]: at } }, { requestedAt: at, id: { [past]: id } }] }];
  }
  const minor = BigInt(value);
  return [{ OR: [{ shopTotalMinor: { [past]: minor } }, { shopTotalMinor: minor, id: { [past]: id } }] }];
}

async function unitCounts(tx: TenantTransaction, shopId: string, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const groups = await tx.returnLine.groupBy({ by: ["returnId"], where: { shopId, returnId: { in: [...ids] } }, _sum: { quantity: true } });
  return new Map(groups.map(({ returnId, _sum }) => [returnId, _sum.quantity ?? 0]));
}

type Row = Omit<Prisma.ReturnGetPayload<object>, "quote">;

function toItem(row: Row, unitCount: number): ReturnListItem {
  const { id, name, number, needsReview, orderName, requestedAt } = row;
  return {
    ...{ id, name, number, needsReview, orderName, requestedAt, unitCount },
    status: row.status as ReturnStatus,
    resolution: row.resolution as ReturnResolution,
    ...(row.errorCode ? { errorCode: row.errorCode } : {}),
    ...(row.paidAt ? { paidAt: row.paidAt } : {}),
    ...(row.customerName ? { customerName: row.customerName } : {}),
    ...(row.email ? { email: row.email } : {}),
    total: toMoney(row.totalMinor, row.currency),
    shopTotal: toMoney(row.shopTotalMinor, row.shopCurrency),
  };
}
