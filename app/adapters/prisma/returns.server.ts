import { Prisma } from "@prisma/client";
import type { ReturnGid } from "#app/domain/shared/gid.ts";
import type { PastReturns } from "#app/domain/policies/order-background.ts";
import { sumOfParts } from "#app/domain/returns/resolution-quote.ts";
import type { SizeReturns } from "#app/domain/returns/size-advice.ts";
import { SIZE_REASONS } from "#app/domain/returns/size-advice.ts";
import type { ReturnEventRecord, ReturnRepository, StoredReturn } from "#app/use-cases/returns/ports.ts";
import { lineColumns, toReturn, toReturnEvent } from "./return-rows.server.ts";
import { literally } from "./search-text.server.ts";
import type { TenantTransaction } from "./tenant.server.ts";
import { toJson } from "./values.server.ts";

/** Returns of one shop with their lines and history. */
export function returnRepository(tx: TenantTransaction, shopId: string): ReturnRepository {
  const find = async (where: Prisma.ReturnWhereInput) => {
    const row = await tx.return.findFirst({ where: { shopId, ...where } });
    return row ? (await withLines(tx, shopId, [row]))[0] : undefined;
  };
  return {
    add: (record) => addReturn(tx, shopId, record),
    find: (id) => find({ id }),
    findByGid: (gid) => find({ gid }),
    findNamed: (named) =>
      find("number" in named ? { number: named.number } : { name: { equals: literally(named.name), mode: "insensitive" } }),
    findByFormKey: (formKey) => find({ formKey }),
    ofOrder: async (orderGid) => {
      const rows = await tx.return.findMany({ where: { shopId, orderGid }, orderBy: { id: "asc" } });
      return withLines(tx, shopId, rows);
    },
    joinedTo: async (leadId) => {
      const rows = await tx.return.findMany({ where: { shopId, joinedTo: leadId }, orderBy: { id: "asc" } });
      return withLines(tx, shopId, rows);
    },
    giftsAmong: async (ids) => {
      const rows = await tx.return.findMany({ where: { shopId, id: { in: [...ids] }, giftId: { not: null } }, select: { id: true } });
      return new Set(rows.map(({ id }) => id));
    },
    save: (record) => saveReturn(tx, shopId, record),
    addEvent: async ({ fromStatus, toStatus, ...event }) => {
      const statuses = { fromStatus: fromStatus ?? null, toStatus: toStatus ?? null };
      await tx.returnEvent.create({ data: { shopId, ...event, ...statuses, detail: toJson(event.detail) } });
    },
    events: async (returnId): Promise<ReturnEventRecord[]> => {
      const rows = await tx.returnEvent.findMany({ where: { shopId, returnId }, orderBy: { id: "asc" } });
      return rows.map(toReturnEvent);
    },
    waitingForJob: async (since, limit) => {
      const waiting = { OR: [{ status: "approved", gid: null }, { status: "processing" }] };
      const where = { shopId, errorCode: null, updatedAt: { lte: since }, ...waiting };
      return withLines(tx, shopId, await tx.return.findMany({ where, orderBy: { id: "asc" }, take: limit }));
    },
    closedBetween: async (since, until) => {
      const where = { shopId, status: "closed", closedAt: { gte: since, lt: until } };
      const rows = await tx.return.findMany({ where, select: { id: true, number: true, gid: true } });
      return rows.map(({ id, number, gid }) => ({ id, number, shopifyGid: gid === null ? null : (gid as ReturnGid) }));
    },
    pastReturnsOf: (customerGid, except) => pastReturnsOf(tx, { shopId, customerGid, except }),
    sizeReturnsOf: (products, since) => sizeReturnsOf(tx, { shopId, products, since }),
  };
}

/** Cancelled orders were not kept, declined and cancelled returns did not come back, and repairs not for good. */
async function pastReturnsOf(tx: TenantTransaction, of: { shopId: string; customerGid: string; except: string }): Promise<PastReturns> {
  const { shopId, customerGid, except } = of;
  const [row] = await tx.$queryRaw<{ bought: bigint | null; returned: bigint | null }[]>`
    with others as (
      select gid from "order"
      where shop_id = ${shopId}::uuid and customer_gid = ${customerGid} and gid <> ${except} and cancelled_at is null
    )
    select
      (select sum(quantity) from order_line where shop_id = ${shopId}::uuid and order_gid in (select gid from others)) as bought,
      (select sum(line.quantity) from return_line line join "return" one on one.shop_id = line.shop_id and one.id = line.return_id
        where one.shop_id = ${shopId}::uuid and one.order_gid in (select gid from others)
          and one.status not in ('declined', 'cancelled') and one.resolution <> 'repair') as returned`;
  return { bought: Number(row?.bought ?? 0), returned: Number(row?.returned ?? 0) };
}

/** What was declined or cancelled did not come back; an order that is not stored says no product. */
async function sizeReturnsOf(
  tx: TenantTransaction,
  { shopId, products, since }: { shopId: string; products: readonly string[]; since: Date },
): Promise<Map<string, SizeReturns>> {
  if (products.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ product: string; small: bigint; big: bigint }[]>`
    select bought.product_gid as product,
      coalesce(sum(line.quantity) filter (where line.reason = ${SIZE_REASONS.tooSmall}), 0) as small,
      coalesce(sum(line.quantity) filter (where line.reason = ${SIZE_REASONS.tooBig}), 0) as big
    from order_line bought
    join return_line line on line.shop_id = bought.shop_id and line.line_gid = bought.gid
    join "return" one on one.shop_id = line.shop_id and one.id = line.return_id
    where bought.shop_id = ${shopId}::uuid and bought.product_gid = any(${[...products]}::text[])
      and line.reason in (${SIZE_REASONS.tooSmall}, ${SIZE_REASONS.tooBig})
      and one.requested_at >= ${since} and one.status not in ('declined', 'cancelled')
    group by bought.product_gid`;
  return new Map(rows.map(({ product, small, big }) => [product, { tooSmall: Number(small), tooBig: Number(big) }]));
}

/** A return whose form key is taken changes nothing; a name or number that is taken is a bug and throws. */
async function addReturn(tx: TenantTransaction, shopId: string, record: StoredReturn): Promise<boolean> {
  if (await tx.return.findUnique({ where: { shopId_formKey: { shopId, formKey: record.formKey } }, select: { id: true } })) return false;
  const { id, number, name, orderGid, orderName, formKey, source, requestedAt } = record;
  const fixed = { shopId, id, number, name, orderGid, orderName, formKey, source, requestedAt };
  const belongs = { partOf: record.partOf ?? null, joinedTo: record.joinedTo ?? null, giftId: record.giftId ?? null };
  await tx.return.create({ data: { ...fixed, ...belongs, version: record.version, ...columns(record) } });
  await tx.returnLine.createMany({ data: record.lines.map((line) => ({ shopId, id: line.id, returnId: id, ...lineColumns(line) })) });
  return true;
}

async function saveReturn(tx: TenantTransaction, shopId: string, record: StoredReturn): Promise<boolean> {
  const where = { shopId, id: record.id, version: record.version };
  const { count } = await tx.return.updateMany({ where, data: { ...columns(record), version: { increment: 1 } } });
  if (count === 0) return false;
  await tx.returnLine.deleteMany({ where: { shopId, returnId: record.id, id: { notIn: record.lines.map(({ id }) => id) } } });
  for (const line of record.lines) {
    await tx.returnLine.update({ where: { shopId_id: { shopId, id: line.id } }, data: lineColumns(line) });
  }
  return true;
}

/** What may change; the figures are the quote's, kept beside it for lists and sums. */
function columns(record: StoredReturn) {
  const { quote, shopifyGid, status, resolution, locale, needsReview, updatedAt } = record;
  const inPresentment = (kinds: Parameters<typeof sumOfParts>[1]) => sumOfParts(quote, kinds).presentment.minor;
  return {
    ...{ status, resolution, locale, needsReview, updatedAt },
    gid: shopifyGid,
    customerGid: record.customerGid ?? null,
    customerName: record.customerName ?? null,
    email: record.email ?? null,
    policyVersionId: record.policyVersionId ?? null,
    currency: quote.total.presentment.currency,
    goodsMinor: BigInt(inPresentment(["goods", "duties", "shipping", "tip", "already_refunded"])),
    taxMinor: BigInt(inPresentment(["tax"])),
    feeMinor: BigInt(-inPresentment(["restocking_fee", "return_shipping_fee"])),
    bonusMinor: BigInt(inPresentment(["bonus"])),
    totalMinor: BigInt(quote.total.presentment.minor),
    shopCurrency: quote.total.shop.currency,
    shopTotalMinor: BigInt(quote.total.shop.minor),
    quote: toJson(quote),
    declineReason: record.declineReason ?? null,
    declineNote: record.declineNote ?? null,
    errorCode: record.errorCode ?? null,
    repair: record.repair ? toJson(record.repair) : Prisma.DbNull,
    regrade: record.regrade ? toJson(record.regrade) : Prisma.DbNull,
    paidAt: record.paidAt ?? null,
    closedAt: record.closedAt ?? null,
  };
}

async function withLines(tx: TenantTransaction, shopId: string, rows: Prisma.ReturnGetPayload<object>[]): Promise<StoredReturn[]> {
  if (rows.length === 0) return [];
  const lines = await tx.returnLine.findMany({ where: { shopId, returnId: { in: rows.map(({ id }) => id) } }, orderBy: { id: "asc" } });
  const byReturn = Map.groupBy(lines, ({ returnId }) => returnId);
  return rows.map((row) => toReturn(row, byReturn.get(row.id) ?? []));
}
