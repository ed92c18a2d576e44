import { Prisma } from "@prisma/client";
import type { FulfillmentGid } from "#app/domain/shared/gid.ts";
import { plainText } from "#app/domain/shared/plain-text.ts";
import { DELIVERY_VIEWS, type DeliveryView } from "#app/domain/promises/delivery-views.ts";
import type { DeliveryListRepository, DeliveryListSearch } from "#app/use-cases/promises/ports.ts";
import { containing } from "./search-text.server.ts";
import type { TenantTransaction } from "./tenant.server.ts";

/** Delivery promises of one shop as staff list them. */
export function deliveryListRepository(tx: TenantTransaction, shopId: string): DeliveryListRepository {
  const from = Prisma.sql`
    from promise p
    left join fulfillment f on f.shop_id = p.shop_id and f.gid = p.subject
    left join "order" o on o.shop_id = p.shop_id and o.gid = p.order_gid
    where p.shop_id = ${shopId}::uuid and p.kind = 'delivered_by'`;
  return {
    search: async (search) => {
      const where = Prisma.sql`${from} and ${conditionOf(search.view)} and ${matching(search)}`;
      const rows = await tx.$queryRaw<{ subject: string }[]>`
        select p.subject ${where} order by ${orderOf(search.view)} limit ${search.limit} offset ${search.offset}`;
      const [{ total } = { total: 0n }] = await tx.$queryRaw<{ total: bigint }[]>`select count(*) as total ${where}`;
      return { gids: rows.map(({ subject }) => subject as FulfillmentGid), total: Number(total) };
    },
    counts: async () => {
      const columns = DELIVERY_VIEWS.map((view) => Prisma.sql`count(*) filter (where ${conditionOf(view)}) as ${Prisma.raw(`"${view}"`)}`);
      const [row] = await tx.$queryRaw<Record<DeliveryView, bigint>[]>`select ${Prisma.join(columns)} ${from}`;
      return Object.fromEntries(DELIVERY_VIEWS.map((view) => [view, Number(row?.[view] ?? 0)])) as Record<DeliveryView, number>;
    },
  };
}

function conditionOf(view: DeliveryView): Prisma.Sql {
  switch (view) {
    case "due":
      return Prisma.sql`p.status = 'pending'`;
    case "late":
      return Prisma.sql`(p.status = 'breached' and f.delivered_at is null)`;
    case "broken":
      return Prisma.sql`(p.status = 'breached' and f.delivered_at is not null)`;
    case "kept":
      return Prisma.sql`p.status = 'kept'`;
    case "all":
      return Prisma.sql`true`;
  }
}

/** What is to come and what hurts longest first; what is over newest first. */
function orderOf(view: DeliveryView): Prisma.Sql {
  return view === "due" || view === "late" ? Prisma.sql`p.due_at, p.id` : Prisma.sql`p.due_at desc, p.id desc`;
}

function matching({ text }: DeliveryListSearch): Prisma.Sql {
  const typed = plainText(text ?? "");
  if (typed === "") return Prisma.sql`true`;
  const like = containing(typed);
  return Prisma.sql`(o.name ilike ${like} or o.customer_name ilike ${like} or f.tracking_number ilike ${like})`;
}
