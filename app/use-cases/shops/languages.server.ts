import { chooseLanguage, nearestLanguage, offeredLanguages, type ShopperLanguage } from "#app/domain/shops/languages.ts";
import type { Repositories, ShopContext } from "#app/use-cases/ports.ts";
import type { ShopProfile } from "./ports.ts";
import { readSetting } from "./read-setting.server.ts";

/** The languages that the shop's portal, mails and survey pages speak. */
export async function languagesOf(
  tx: Repositories,
  shop: Pick<ShopProfile, "name" | "timezone" | "locale">,
): Promise<readonly [ShopperLanguage, ...ShopperLanguage[]]> {
  return offeredLanguages(await readSetting(tx, shop, "languages"), shop.locale);
}

/** The same in a transaction of its own, for what only reads. */
export async function readLanguages(ctx: ShopContext): Promise<readonly [ShopperLanguage, ...ShopperLanguage[]]> {
  return ctx.transaction((tx) => languagesOf(tx, ctx.shop));
}

/**
 * The tag to answer a shopper in: the one they asked for while the shop offers its language ("de-AT" stays, for its dates), else the shop's
 * own language, else the first one offered.
 */
export async function speakable(ctx: ShopContext, wanted: string): Promise<string> {
  const offered = await readLanguages(ctx);
  return nearestLanguage(wanted, offered) ? wanted : chooseLanguage(wanted, ctx.shop.locale, offered);
}
