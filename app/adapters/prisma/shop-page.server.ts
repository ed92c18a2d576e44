import type { Prisma } from "@prisma/client";
import type { ShopPageRepository, StoredShopPage } from "#app/use-cases/policies/ports.ts";
import { SHOP_PAGE_STATES } from "#app/use-cases/policies/ports.ts";
import type { TenantTransaction } from "./tenant.server.ts";

/** The one page of the online store that states a shop's policy. */
export function shopPageRepository(tx: TenantTransaction, shopId: string): ShopPageRepository {
  return {
    find: async () => {
      const row = await tx.shopPage.findUnique({ where: { shopId } });
      return row ? toPage(row) : undefined;
    },
    want: async (page, at) => {
      const data = { ...page, updatedAt: at };
      await tx.shopPage.upsert({ where: { shopId }, create: { shopId, ...data }, update: data });
    },
    settle: async (page, at) => {
      await tx.shopPage.updateMany({ where: { shopId, revision: page.revision }, data: { ...page, updatedAt: at } });
    },
  };
}

function toPage({ state, ...row }: Prisma.ShopPageGetPayload<object>): StoredShopPage {
  const { title, body, handle, gid, writtenDigest, isForced, message, revision } = row;
  const known = SHOP_PAGE_STATES.find((one) => one === state) ?? "waiting";
  return { title, body, handle, gid, writtenDigest, isForced, message, revision, state: known };
}
