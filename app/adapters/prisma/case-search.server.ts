import { Prisma } from "@prisma/client";
import { CASE_PRIORITIES } from "#app/domain/cases/case-priority.ts";
import { CASE_VIEWS, type CaseView } from "#app/domain/cases/case-view.ts";
import type { CaseRecord, CaseSearch } from "#app/use-cases/cases/ports.ts";
import { toCase } from "./case-rows.server.ts";
import { plainText } from "#app/domain/shared/plain-text.ts";
import type { TenantTransaction } from "./tenant.server.ts";

type Who = Pick<CaseSearch, "staffId" | "now">;

/** One page of a view, in the order of the inbox, and how many there are in all. */
export async function searchCases(
  tx: TenantTransaction,
  shopId: string,
  search: CaseSearch,
): Promise<{ cases: CaseRecord[]; total: number }> {
  const where = Prisma.sql`shop_id = ${shopId}::uuid and ${viewOf(search.view, search)} and ${filtersOf(search)}`;
  const order =
    search.view === "closed"
      ? Prisma.sql`closed_at desc, id`
      : Prisma.sql`array_position(${[...CASE_PRIORITIES]}::text[], priority), first_reply_due_at nulls last, opened_at, id`;
  const found = await tx.$queryRaw<{ id: string }[]>`
    select id::text from "case" where ${where} order by ${order} limit ${search.limit} offset ${search.offset}`;
  const [{ total } = { total: 0n }] = await tx.$queryRaw<{ total: bigint }[]>`select count(*) as total from "case" where ${where}`;
  const ids = found.map(({ id }) => id);
  const rows = await tx.case.findMany({ where: { shopId, id: { in: ids } } });
  const byId = new Map(rows.map((row) => [row.id, toCase(row)]));
  return { cases: ids.flatMap((id) => byId.get(id) ?? []), total: Number(total) };
}

/** How many cases each view holds, in one reading of the table. */
export async function countCases(tx: TenantTransaction, shopId: string, who: Who): Promise<Record<CaseView, number>> {
  const columns = CASE_VIEWS.map((view) => Prisma.sql`count(*) filter (where ${viewOf(view, who)}) as ${Prisma.raw(view)}`);
  const [row] = await tx.$queryRaw<Record<CaseView, bigint>[]>`
    select ${Prisma.join(columns)} from "case" where shop_id = ${shopId}::uuid`;
  const entries = CASE_VIEWS.map((view) => [view, Number(row?.[view] ?? 0)] as const);
  return Object.fromEntries(entries) as Record<CaseView, number>;
}

function viewOf(view: CaseView, { staffId, now }: Who): Prisma.Sql {
  switch (view) {
    case "open":
      return Prisma.sql`status = 'open'`;
    case "mine":
      return Prisma.sql`status <> 'closed' and owner = ${staffId}`;
    case "unassigned":
      return Prisma.sql`status <> 'closed' and owner is null`;
    case "waiting":
      return Prisma.sql`status = 'waiting_for_customer'`;
    case "breached":
      return Prisma.sql`status <> 'closed' and first_reply_due_at <= ${now}::timestamptz`;
    case "closed":
      return Prisma.sql`status = 'closed'`;
  }
}

function filtersOf({ text, types, priorities, ownerId }: CaseSearch): Prisma.Sql {
  const conditions = [
    Prisma.sql`true`,
    ...(types?.length ? [Prisma.sql`type in (${Prisma.join([...types])})`] : []),
    ...(priorities?.length ? [Prisma.sql`priority in (${Prisma.join([...priorities])})`] : []),
    ...(ownerId ? [Prisma.sql`owner = ${ownerId}`] : []),
    ...(text && plainText(text) ? [matching(plainText(text))] : []),
  ];
  return Prisma.join(conditions, " and ");
}

/** "%" and "_" in what staff type mean themselves; "#12" and "12" find case 12. */
function matching(text: string): Prisma.Sql {
  const like = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  const number = /^#?(\d{1,9})$/.exec(text)?.[1];
  const byText = Prisma.sql`order_name ilike ${like} or customer_name ilike ${like} or email ilike ${like} or subject ilike ${like}`;
  return number ? Prisma.sql`(number = ${Number(number)} or ${byText})` : Prisma.sql`(${byText})`;
}
