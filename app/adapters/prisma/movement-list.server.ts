import { Prisma } from "@prisma/client";
import type { MovementListRepository, MovementSearch } from "#app/use-cases/compensation/ports.ts";
import { foldLedger } from "#app/domain/compensation/ledger.ts";
import { plainText } from "#app/domain/shared/plain-text.ts";
import { toEntry } from "./ledger.server.ts";
import { containing } from "./search-text.server.ts";
import type { TenantTransaction } from "./tenant.server.ts";

/** The ledger of one shop as staff list it: all lines of a key are one movement. */
export function movementListRepository(tx: TenantTransaction, shopId: string): MovementListRepository {
  return {
    search: async (search) => {
      const where = Prisma.sql`
        from ledger_entry e left join "order" o on o.shop_id = e.shop_id and o.gid = e.order_gid
        where e.shop_id = ${shopId}::uuid and ${matching(search)}`;
      const found = await tx.$queryRaw<{ key: string; name: string | null }[]>`
        select e.key, max(o.name) as name ${where} group by e.key
        order by min(e.id::text) desc limit ${search.limit} offset ${search.offset}`;
      const [{ total } = { total: 0n }] = await tx.$queryRaw<{ total: bigint }[]>`select count(distinct e.key) as total ${where}`;
      const lines = await tx.ledgerEntry.findMany({ where: { shopId, key: { in: found.map(({ key }) => key) } }, orderBy: { id: "asc" } });
      const movements = foldLedger(lines.map(toEntry));
      const changedAt = new Map(lines.map(({ key, at }) => [key, at]));
      return {
        movements: found.flatMap(({ key, name }) => {
          const movement = movements.get(key);
          return movement
            ? [{ ...movement, changedAt: changedAt.get(key) ?? movement.intendedAt, ...(name ? { orderName: name } : {}) }]
            : [];
        }),
        total: Number(total),
      };
    },
  };
}

function matching({ text }: MovementSearch): Prisma.Sql {
  const typed = plainText(text ?? "");
  if (typed === "") return Prisma.sql`true`;
  const like = containing(typed);
  return Prisma.sql`(o.name ilike ${like} or e.key ilike ${like})`;
}
