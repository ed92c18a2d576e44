import type { Prisma } from "@prisma/client";
import { z } from "zod";
import { RESERVATION_STATES, UNSETTLED_STATES } from "#app/domain/returns/stock-reservation.ts";
import type { Gid, OrderGid, VariantGid } from "#app/domain/shared/gid.ts";
import type { GoodsKept, StockReservation, StockReservationRepository } from "#app/use-cases/returns/stock-ports.server.ts";
import type { TenantTransaction } from "./tenant.server.ts";
import { toJson } from "./values.server.ts";

/** What is kept for the returns of one shop. */
export function stockReservationRepository(tx: TenantTransaction, shopId: string): StockReservationRepository {
  return {
    find: async (returnId) => {
      const row = await tx.stockReservation.findUnique({ where: { shopId_returnId: { shopId, returnId } } });
      return row ? toReservation(row) : undefined;
    },
    save: async ({ returnId, goods, ...rest }) => {
      const data = { ...rest, goods: toJson(goods) };
      await tx.stockReservation.upsert({
        where: { shopId_returnId: { shopId, returnId } },
        create: { shopId, returnId, ...data },
        update: data,
      });
    },
    due: async ({ now, since }, take) => {
      const unsettled = {
        state: { in: [...UNSETTLED_STATES] },
        updatedAt: { lt: since },
        OR: [{ until: null }, { until: { gt: now } }, { state: "wanted" }],
      };
      const where: Prisma.StockReservationWhereInput = { shopId, OR: [{ state: "held", until: { lte: now } }, unsettled] };
      return (await tx.stockReservation.findMany({ where, orderBy: { updatedAt: "asc" }, take })).map(toReservation);
    },
  };
}

const keptGoods = z.array(z.object({ variantGid: z.string(), quantity: z.int() }));
const reservationState = z.enum(RESERVATION_STATES);

function toReservation({ shopId: _i, ...row }: Prisma.StockReservationGetPayload<object>): StockReservation {
  return {
    ...row,
    orderGid: row.orderGid as OrderGid,
    draftGid: row.draftGid as Gid<"DraftOrder"> | null,
    state: reservationState.parse(row.state),
    goods: keptGoods.parse(row.goods).map(({ variantGid, quantity }): GoodsKept => ({ variantGid: variantGid as VariantGid, quantity })),
  };
}
