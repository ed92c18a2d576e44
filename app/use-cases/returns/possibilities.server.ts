import type { Possibilities } from "#app/domain/returns/possible-resolutions.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";

/** What the shop makes possible. Gift cards need a permission of their own, which a merchant gives when they want them. */
export function possibilitiesOf({ hasStoreCredit, scopes }: Pick<ShopContext["shop"], "hasStoreCredit" | "scopes">): Possibilities {
  return { hasStoreCredit, hasGiftCards: scopes.includes("write_gift_cards") };
}
