import type { Possibilities } from "#app/domain/returns/possible-resolutions.ts";
import type { ResolutionKind } from "#app/domain/policies/policy.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";

/** What the shop makes possible. Gift cards need a permission of their own, which a merchant gives when they want them. */
export function possibilitiesOf({ hasStoreCredit, scopes }: Pick<ShopContext["shop"], "hasStoreCredit" | "scopes">): Possibilities {
  return { hasStoreCredit, hasGiftCards: scopes.includes("write_gift_cards") };
}

/** What the shop cannot give, whatever its policy offers: a page that tells the policy leaves it out. */
export function impossibleIn(shop: Parameters<typeof possibilitiesOf>[0]): ResolutionKind[] {
  const { hasStoreCredit, hasGiftCards } = possibilitiesOf(shop);
  return [...(hasStoreCredit ? [] : (["store_credit"] as const)), ...(hasGiftCards ? [] : (["gift_card"] as const))];
}
