import type { Prisma } from "@prisma/client";
import { z } from "zod";
import type { OrderGid } from "#app/domain/shared/gid.ts";
import type { GiftCode, GiftCodeRepository } from "#app/use-cases/gifts/ports.ts";
import type { TenantTransaction } from "./tenant.server.ts";
import { present, toJson } from "./values.server.ts";

const ITEMS = z.array(z.object({ lineGid: z.string(), quantity: z.int() }));

/** Codes of gifts of one shop. */
export function giftCodeRepository(tx: TenantTransaction, shopId: string): GiftCodeRepository {
  return {
    add: async (code) => {
      await tx.giftCode.create({ data: { shopId, ...code, items: toJson(code.items) } });
    },
    find: async (id) => {
      const row = await tx.giftCode.findUnique({ where: { shopId_id: { shopId, id } } });
      return row ? toCode(row) : undefined;
    },
    findByDigest: async (digest) => {
      const row = await tx.giftCode.findUnique({ where: { shopId_digest: { shopId, digest } } });
      return row ? toCode(row) : undefined;
    },
    ofOrder: async (orderGid) => (await tx.giftCode.findMany({ where: { shopId, orderGid }, orderBy: { id: "asc" } })).map(toCode),
    revoke: async (id, { at, by }) => {
      await tx.giftCode.updateMany({ where: { shopId, id, revokedAt: null }, data: { revokedAt: at, revokedBy: by } });
    },
  };
}

function toCode(row: Prisma.GiftCodeGetPayload<object>): GiftCode {
  const { shopId: _shop, items, orderGid, ...rest } = present(row);
  return { ...rest, orderGid: orderGid as OrderGid, items: ITEMS.parse(items) };
}
