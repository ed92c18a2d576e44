import { Prisma } from "@prisma/client";
import type { ReturnResolution } from "#app/domain/returns/resolution-quote.ts";
import type { ReturnStatus } from "#app/domain/returns/return-status.ts";
import type { ReturnListFilter, ReturnListItem, ReturnListRange, ReturnListRepository } from "#app/use-cases/returns/return-list.server.ts";
import { containing } from "./search-text.server.ts";
import type { TenantTransaction } from "./tenant.server.ts";
import { toMoney } from "./values.server.ts";

/** The list of one shop's returns: light rows, found by their place and not by counting. */
export function returnListRepository(tx: TenantTransaction, shopId: string): ReturnListRepository {
  return {
    page: async (filter, range) => {
      const ids = await findIds(tx, shopId, { conditions: conditions(filter), range });
      const rows = await tx.return.findMany({ where: { shopId, id: { in: ids } }, omit: { quote: true } });
      const units = await unitCounts(tx, shopId, ids);
      const leads = await leadsAmong(tx, shopId, ids);
      const byId = new Map(rows.map((row) => [row.id, toItem(row, { units: units.get(row.id) ?? 0, isLead: leads.has(row.id) })]));
      return ids.flatMap((id) => byId.get(id) ?? []);
    },
    count: async (filter, atMost) => {
      const where = Prisma.join([Prisma.sql`shop_id = ${shopId}::uuid`, ...conditions(filter)], " and ");
      const [row] = await tx.$queryRaw<{ total: bigint }[]>`
        select count(*) as total from (select 1 from return_list where ${where} limit ${atMost}) counted`;
      return Number(row?.total ?? 0);
    },
  };
}

interface Search {
  readonly conditions: readonly Prisma.Sql[];
  readonly range: ReturnListRange;
}

/** So many rows in their order are looked at one by one before the matches are looked for. */
const LOOKED_THROUGH = 2_000;
/** So many matches are gathered and sorted; where there are more, the next ones are never far. */
const GATHERED = 10_000;

/**
 * The ids of one page. No single plan is quick for every search, and the planner cannot know which conditions go together: what is
 * common is found among the next rows of the order, what is rare by its own index, and anything else as the planner thinks best.
 */
async function findIds(tx: TenantTransaction, shopId: string, { conditions, range }: Search): Promise<string[]> {
  const place = Prisma.join([Prisma.sql`shop_id = ${shopId}::uuid`, ...placeCondition(range)], " and ");
  const order = orderOf(range);
  const plain = (where: Prisma.Sql) => tx.$queryRaw<{ id: string }[]>`
    select id::text from return_list where ${where} order by ${order} limit ${range.limit}`;
  if (conditions.length === 0) return idsOf(await plain(place));
  const matches = Prisma.join([...conditions], " and ");
  const near = await tx.$queryRaw<{ id: string }[]>`
    select id::text from (select * from return_list where ${place} order by ${order} limit ${LOOKED_THROUGH}) near
    where ${matches} order by ${order} limit ${range.limit}`;
  if (near.length === range.limit) return idsOf(near);
  const rare = await tx.$queryRaw<{ id: string; gathered: bigint }[]>`
    with matching as materialized (select * from return_list where ${place} and ${matches} limit ${GATHERED})
    select id::text, (select count(*) from matching) as gathered from matching order by ${order} limit ${range.limit}`;
  if ((rare[0]?.gathered ?? 0n) < GATHERED) return idsOf(rare);
  return idsOf(await plain(Prisma.sql`${place} and ${matches}`));
}

function idsOf(rows: readonly { readonly id: string }[]): string[] {
  return rows.map(({ id }) => id);
}

/** The largest number that the column takes. */
const LARGEST_NUMBER = 2_147_483_647;

function conditions({ statuses, orStopped, isPaid, onlyStatuses, resolutions, from, until, text }: ReturnListFilter): Prisma.Sql[] {
  const stopped = orStopped ? Prisma.sql` or error_code is not null` : Prisma.empty;
  return [
    ...(statuses ? [Prisma.sql`(status = any(${[...statuses]})${stopped})`] : []),
    ...(isPaid ? [Prisma.sql`paid_at is not null`] : []),
    ...(onlyStatuses ? [Prisma.sql`status = any(${[...onlyStatuses]})`] : []),
    ...(resolutions ? [Prisma.sql`resolution = any(${[...resolutions]})`] : []),
    ...(from ? [Prisma.sql`requested_at >= ${from}`] : []),
    ...(until ? [Prisma.sql`requested_at < ${until}`] : []),
    ...(text ? [textCondition(text)] : []),
  ];
}

function textCondition(text: string): Prisma.Sql {
  const isNumber = /^\d{1,10}$/.test(text) && Number(text) <= LARGEST_NUMBER;
  return Prisma.sql`(text like ${containing(text.toLowerCase())}${isNumber ? Prisma.sql` or number = ${Number(text)}` : Prisma.empty})`;
}

const COLUMN = { newest: "requested_at", oldest: "requested_at", largest: "shop_total_minor", smallest: "shop_total_minor" } as const;

function isDescending({ sort, isBackwards }: ReturnListRange): boolean {
  return (sort === "newest" || sort === "largest") !== isBackwards;
}

function orderOf(range: ReturnListRange): Prisma.Sql {
  const [column, direction] = [COLUMN[range.sort], isDescending(range) ? "desc" : "asc"];
  return Prisma.raw(`${column} ${direction}, id ${direction}`);
}

/** Strictly past the place, in the direction that is read; ids settle what has the same value. */
function placeCondition(range: ReturnListRange): Prisma.Sql[] {
  if (!range.place) return [];
  const { value, id } = range.place;
  const column = COLUMN[range.sort];
  const at = column === "requested_at" ? Prisma.sql`${new Date(value)}::timestamptz` : Prisma.sql`${BigInt(value)}::bigint`;
  return [Prisma.sql`(${Prisma.raw(column)}, id) ${Prisma.raw(isDescending(range) ? "<" : ">")} (${at}, ${id}::uuid)`];
}

async function unitCounts(tx: TenantTransaction, shopId: string, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const groups = await tx.returnLine.groupBy({ by: ["returnId"], where: { shopId, returnId: { in: [...ids] } }, _sum: { quantity: true } });
  return new Map(groups.map(({ returnId, _sum }) => [returnId, _sum.quantity ?? 0]));
}

/** Those that returns of other orders are tied to. */
async function leadsAmong(tx: TenantTransaction, shopId: string, ids: readonly string[]): Promise<Set<string | null>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.return.findMany({ where: { shopId, joinedTo: { in: [...ids] } }, select: { joinedTo: true } });
  return new Set(rows.map(({ joinedTo }) => joinedTo));
}

type Row = Omit<Prisma.ReturnGetPayload<object>, "quote">;

function toItem(row: Row, { units: unitCount, isLead }: { readonly units: number; readonly isLead: boolean }): ReturnListItem {
  const { id, name, number, needsReview, orderName, requestedAt } = row;
  return {
    ...{ id, name, number, needsReview, orderName, requestedAt, unitCount },
    isJoint: isLead || row.joinedTo !== null,
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
