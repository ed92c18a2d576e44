import type { FirstReplyRules } from "#app/domain/cases/first-reply-clock.ts";
import type { Repositories } from "#app/use-cases/ports.ts";
import type { ShopProfile } from "#app/use-cases/shops/ports.ts";
import { readSetting } from "#app/use-cases/shops/read-setting.server.ts";

/** How soon the shop answers, in minutes of its own working time: one hour in office hours unless its merchant set otherwise. */
export async function readFirstReplyRules(tx: Repositories, shop: Pick<ShopProfile, "name" | "timezone">): Promise<FirstReplyRules> {
  const { hours, firstReplyMinutes } = await readSetting(tx, shop, "cases");
  return { hours, targetMinutes: firstReplyMinutes };
}
