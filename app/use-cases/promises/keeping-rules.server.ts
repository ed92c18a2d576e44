import type { Repositories } from "#app/use-cases/ports.ts";
import type { ShopProfile } from "#app/use-cases/shops/ports.ts";
import { readSetting } from "#app/use-cases/shops/read-setting.server.ts";
import type { CompensationSettings } from "#app/domain/compensation/compensation-settings.ts";
import type { SilenceSettings } from "#app/domain/promises/silence.ts";
import type { DeliveryPromiseSettings } from "#app/domain/shops/shop-settings.ts";

/** Everything that the keeping of delivery promises depends on. */
export interface KeepingRules {
  readonly promises: DeliveryPromiseSettings;
  readonly silence: SilenceSettings;
  readonly compensation: CompensationSettings;
  readonly shop: Pick<ShopProfile, "timezone" | "country" | "installedAt" | "hasStoreCredit" | "currency">;
}

/** The shop's rules as they are now. */
export async function readKeepingRules(tx: Repositories, shop: ShopProfile): Promise<KeepingRules> {
  return {
    promises: await readSetting(tx, shop, "deliveryPromises"),
    silence: await readSetting(tx, shop, "silence"),
    compensation: await readSetting(tx, shop, "compensation"),
    shop,
  };
}
