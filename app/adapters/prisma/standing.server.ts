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
      const others = await countOthers(tx, shopId, person);
      return {
        onItsWayMinor: Number(row?.on_its_way ?? 0),
        missingReturns: Number(row?.missing ?? 0),
        sharedAddress: Number(others?.at_address ?? 0),
        sharedDevice: Number(others?.with_device ?? 0),
      };
    },
    noteTraces: async (id, { addressKey, deviceKey }) => {
      if (addressKey === undefined && deviceKey === undefined) return;
      await tx.return.updateMany({ where: { shopId, id }, data: { addressKey, deviceKey } });
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

interface Others {
  at_address: bigint;
  with_device: bigint;
}

/** Other customers, each counted once however often they sent something back. */
async function countOthers(tx: TenantTransaction, shopId: string, person: Person): Promise<Others | undefined> {
  const { customerGid = null, email = null, addressKey = null, deviceKey = null, since, deviceSince } = person;
  if (addressKey === null && deviceKey === null) return undefined;
  const [row] = await tx.$queryRaw<Others[]>`
    select
      count(distinct who) filter (where address_key = ${addressKey} and requested_at >= ${since}) as at_address,
      count(distinct who) filter (where device_key = ${deviceKey} and requested_at >= ${deviceSince}) as with_device
    from (
      select address_key, device_key, requested_at, coalesce(customer_gid, lower(email)) as who from "return"
      where shop_id = ${shopId}::uuid and (address_key = ${addressKey} or device_key = ${deviceKey})
    ) others
    where who is distinct from coalesce(${customerGid}::text, lower(${email}::text))`;
  return row;
}
