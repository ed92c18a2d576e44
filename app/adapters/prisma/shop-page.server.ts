import type { Prisma } from "@prisma/client";
import { z } from "zod";
import { SHOPPER_LANGUAGES } from "#app/domain/shops/languages.ts";
import type { PageLanguage, PageTranslations, ShopPageRepository, StoredShopPage } from "#app/use-cases/policies/ports.ts";
import { PAGE_LANGUAGE_STATES, SHOP_PAGE_STATES } from "#app/use-cases/policies/ports.ts";
import type { TenantTransaction } from "./tenant.server.ts";
import { toJson } from "./values.server.ts";

/** The one page of the online store that states a shop's policy. */
export function shopPageRepository(tx: TenantTransaction, shopId: string): ShopPageRepository {
  return {
    find: async () => {
      const row = await tx.shopPage.findUnique({ where: { shopId } });
      return row ? toPage(row) : undefined;
    },
    want: async (page, at) => {
      const data = toRow(page, at);
      await tx.shopPage.upsert({ where: { shopId }, create: { shopId, ...data }, update: data });
    },
    settle: async (page, at) => {
      await tx.shopPage.updateMany({ where: { shopId, revision: page.revision }, data: toRow(page, at) });
    },
  };
}

function toRow(page: StoredShopPage, updatedAt: Date) {
  return { ...page, translations: toJson(page.translations), languages: toJson(page.languages), updatedAt };
}

const words = z.object({ title: z.string(), body: z.string() });
const storedTranslations: z.ZodType<PageTranslations> = z.partialRecord(z.enum(SHOPPER_LANGUAGES), words);
const storedLanguages: z.ZodType<readonly PageLanguage[]> = z.array(
  z.object({
    locale: z.string(),
    state: z.enum(PAGE_LANGUAGE_STATES),
    digest: z.string().nullable(),
    message: z.string().nullable(),
  }),
);

function toPage({ state, ...row }: Prisma.ShopPageGetPayload<object>): StoredShopPage {
  const { title, body, handle, gid, writtenDigest, isForced, message, revision } = row;
  const known = SHOP_PAGE_STATES.find((one) => one === state) ?? "waiting";
  const inOthers = { translations: storedTranslations.parse(row.translations), languages: storedLanguages.parse(row.languages) };
  return { title, body, ...inOthers, handle, gid, writtenDigest, isForced, message, revision, state: known };
}
