import { Prisma } from "@prisma/client";
import type { ResolutionKind } from "#app/domain/policies/policy.ts";
import type { ResolutionQuote } from "#app/domain/returns/resolution-quote.ts";
import { kindOfLine } from "#app/domain/returns/resolution-quote.ts";
import type { LineItemGid, OrderGid, ProductGid } from "#app/domain/shared/gid.ts";
import type { StoredOrder } from "#app/use-cases/orders/ports.ts";
import type {
  AskedLine,
  DryRunRange,
  OrderPlace,
  PastOrderRepository,
  TriedOrder,
} from "#app/use-cases/policies/dry-run-records.server.ts";
import { decisionFacts } from "./decision-documents.server.ts";
import { document } from "./documents.server.ts";
import { orderRepository, readOrders } from "./orders.server.ts";
import type { TenantTransaction } from "./tenant.server.ts";

/** One shop's past orders with what a policy looks at. */
export function pastOrderRepository(tx: TenantTransaction, shopId: string): PastOrderRepository {
  return {
    count: async (range) => {
      const [row] = await tx.$queryRaw<{ orders: bigint }[]>`select count(*) as orders from (${placesIn({ range, shopId })}) places`;
      return Number(row?.orders ?? 0);
    },
    next: async (range, after, limit) => {
      const places = await nextPlaces(tx, { range, shopId, after, limit });
      const orders = await readOrders(
        tx,
        shopId,
        places.map(({ gid }) => gid as OrderGid),
      );
      const found = places.flatMap(({ gid }) => orders.get(gid as OrderGid) ?? []);
      const products = found.flatMap(({ lines }) => lines.flatMap(({ productGid }) => productGid ?? []));
      return {
        orders: await withPeople(tx, shopId, found),
        products: await orderRepository(tx, shopId).products([...new Set<ProductGid>(products)]),
      };
    },
  };
}

interface Wanted {
  readonly range: DryRunRange;
  readonly shopId: string;
  readonly after?: OrderPlace | undefined;
  readonly limit?: number;
}

/** Orders placed in the range, and older ones that somebody asked to return from in it; each read from an index of its own. */
function placesIn({ range: { since, until }, shopId, after, limit }: Wanted): Prisma.Sql {
  const from = after
    ? Prisma.sql`and o.processed_at >= ${after.at} and (o.processed_at, o.gid) > (${after.at}, ${after.gid})`
    : Prisma.empty;
  const first = limit === undefined ? Prisma.empty : Prisma.sql`order by o.processed_at, o.gid limit ${limit}`;
  return Prisma.sql`
    (select o.processed_at, o.gid from "order" o
    where o.shop_id = ${shopId}::uuid and o.processed_at >= ${since} and o.processed_at < ${until} ${from} ${first})
    union
    (select o.processed_at, o.gid from "return" r join "order" o on o.shop_id = r.shop_id and o.gid = r.order_gid
    where r.shop_id = ${shopId}::uuid and r.requested_at >= ${since} and r.requested_at < ${until} and o.processed_at < ${since} ${from}
    group by o.processed_at, o.gid ${first})`;
}

async function nextPlaces(tx: TenantTransaction, wanted: Wanted & { readonly limit: number }): Promise<{ gid: string }[]> {
  return tx.$queryRaw<{ gid: string }[]>`
    select gid from (${placesIn(wanted)}) places order by processed_at, gid limit ${wanted.limit}`;
}

async function withPeople(tx: TenantTransaction, shopId: string, orders: readonly StoredOrder[]): Promise<TriedOrder[]> {
  const gids = orders.flatMap(({ customerGid }) => customerGid ?? []);
  const customers = await tx.customer.findMany({
    where: { shopId, gid: { in: [...new Set<string>(gids)] } },
    select: { gid: true, tags: true },
  });
  const tagsOf = new Map(customers.map(({ gid, tags }) => [gid, tags]));
  const asked = await askedOf(
    tx,
    shopId,
    orders.map(({ gid }) => gid),
  );
  return orders.map((order) => ({
    order,
    customerTags: (order.customerGid && tagsOf.get(order.customerGid)) ?? [],
    asked: asked.get(order.gid) ?? [],
  }));
}

/** What was asked for, whatever became of it; what the shopper took back was not. */
async function askedOf(tx: TenantTransaction, shopId: string, orderGids: readonly string[]): Promise<Map<string, AskedLine[]>> {
  const where = { shopId, orderGid: { in: [...orderGids] }, status: { not: "cancelled" } };
  const select = { id: true, name: true, orderGid: true, requestedAt: true, resolution: true };
  const returns = await tx.return.findMany({ where, select, orderBy: { id: "asc" } });
  if (returns.length === 0) return new Map();
  const returnId = { in: returns.map(({ id }) => id) };
  const kindOf = await kindsOf(tx, shopId, returns);
  const lines = await tx.returnLine.findMany({ where: { shopId, returnId }, orderBy: { id: "asc" } });
  const decisions = await tx.decision.findMany({ where: { shopId, returnId }, select: { id: true, facts: true } });
  const factsOf = new Map(decisions.map(({ id, facts }) => [id, facts]));
  const linesOf = Map.groupBy(lines, (line) => line.returnId);
  const asked = returns.flatMap(({ id, name, orderGid, requestedAt, resolution }) =>
    (linesOf.get(id) ?? []).map((line): [string, AskedLine] => {
      const facts = line.decisionId ? factsOf.get(line.decisionId) : undefined;
      return [
        orderGid,
        {
          returnName: name,
          requestedAt,
          resolution: kindOf({ id, resolution }, line.lineGid),
          lineGid: line.lineGid as LineItemGid,
          quantity: line.quantity,
          reason: line.reason,
          ...(facts ? { facts: decisionFacts.parse(facts) } : {}),
        },
      ];
    }),
  );
  return new Map([...Map.groupBy(asked, ([gid]) => gid)].map(([gid, each]) => [gid, each.map(([, line]) => line)]));
}

const CHOICES = document<Pick<ResolutionQuote, "resolution" | "choices">>("return.quote", { resolution: "text" });

/** What became of a line; only a mixed return has to be asked for each. */
async function kindsOf(tx: TenantTransaction, shopId: string, returns: readonly { id: string; resolution: string }[]) {
  const ids = returns.filter(({ resolution }) => resolution === "mixed").map(({ id }) => id);
  const mixed = ids.length === 0 ? [] : await tx.return.findMany({ where: { shopId, id: { in: ids } }, select: { id: true, quote: true } });
  const quotes = new Map(mixed.map(({ id, quote }) => [id, CHOICES.parse(quote)]));
  return ({ id, resolution }: { id: string; resolution: string }, lineGid: string): ResolutionKind => {
    const quote = quotes.get(id);
    return quote ? kindOfLine(quote, lineGid) : (resolution as ResolutionKind);
  };
}
