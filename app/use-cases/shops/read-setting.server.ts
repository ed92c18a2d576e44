import { settingSchemas, type SettingName, type ShopSettings } from "#app/domain/shops/shop-settings.ts";
import type { Repositories } from "#app/use-cases/ports.ts";
import type { ShopProfile } from "./ports.ts";

/** One settings document of the shop, with the defaults for what its merchant has not set; throws on a stored one that is not valid. */
export async function readSetting<Name extends SettingName>(
  tx: Repositories,
  shop: Pick<ShopProfile, "name" | "timezone">,
  name: Name,
): Promise<ShopSettings[Name]> {
  const stored = await tx.settings.read(name);
  const schemas = settingSchemas({ name: shop.name, zone: shop.timezone });
  return schemas[name].parse(stored?.value) as ShopSettings[Name];
}
