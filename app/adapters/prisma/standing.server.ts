import type { Person, StandingRepository } from "#app/use-cases/returns/ports.ts";
import type { TenantTransaction } from "./tenant.server.ts";

interface Counted {
  on_its_way: bigint | null;
  missing: bigint;
}

/** What one shop's returns say about whoever asks for another one, and whom its staff trust. */
export function standingRepository(tx: TenantTransaction, shopId: string): StandingRepository {
  return {
    of: async (person) => {
      const [row] = await countOwn(tx, shopId, person);
      return {
        onItsWayMinor: Number(row?.on_its_way ?? 0),
        missingReturns: Number(row?.missing ?? 0),
        sharedAddress: await countNeighbours(tx, shopId, person),
      };
    },
    noteAddress: async (id, addressKey) => {
      await tx.return.updateMany({ where: { shopId, id }, data: { addressKey } });
    },
    trustIn: async (customerGid) => {
      const row = await tx.trustedCustomer.findUnique({ where: { shopId_customerGid: { shopId, customerGid } } });
      return row ? { by: row.by, at: row.at } : undefined;
    },
    trust: async (customerGid, trust) => {
      await tx.trustedCustomer.createMany({ data: [{ shopId, customerGid, ...trust }], skipDuplicates: true });
    },
    endTrust: async (customerGid) => {
      await tx.trustedCustomer.deleteMany({ where: { shopId, customerGid } });
    },
  };
}

/** A customer's returns; a guest's by their address. What is paid before its goods came is on its way as well as what waits for them. */
function countOwn(tx: TenantTransaction, shopId: string, { customerGid, email, since }: Person): Promise<Counted[]> {
  return tx.$queryRaw<Counted[]>`
    with own as (
      select id, status, shop_total_minor, quote->>'paysAtFirstScan' = 'true' as is_early from "return"
      where shop_id = ${shopId}::uuid and requested_at >= ${since}
        and (customer_gid = ${customerGid ?? null} or (${customerGid ?? null}::text is null and customer_gid is null and email = ${email ?? null}))
    )
    select
      (select sum(shop_total_minor) from own 
        where status in ('requested', 'approved', 'in_transit', 'processing') or (status = 'refunded' and is_early)) as on_its_way,
      (select count(*) from own where exists (
        select 1 from return_line line where line.shop_id = ${shopId}::uuid and line.return_id = own.id
          and line.condition is not null and line.received_quantity < line.quantity)) as missing`;
}

async function countNeighbours(tx: TenantTransaction, shopId: string, { customerGid, email, addressKey, since }: Person): Promise<number> {
  if (addressKey === undefined) return 0;
  const [row] = await tx.$queryRaw<{ neighbours: bigint }[]>`
    select count(distinct coalesce(customer_gid, lower(email))) as neighbours from "return"
    where shop_id = ${shopId}::uuid and address_key = ${addressKey} and requested_at >= ${since}
      and coalesce(customer_gid, lower(email)) is distinct from coalesce(${customerGid ?? null}::text, lower(${email ?? null}::text))`;
  return Number(row?.neighbours ?? 0);
}
