import type { LintedShop } from "#app/domain/policies/lint-finding.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";

/** What the policy's linter has to know about the shop: the countries of its newest orders and its own, and its cheapest item. */
export async function readLintedShop(ctx: ShopContext): Promise<LintedShop> {
  const { countries, cheapest } = await ctx.transaction((tx) => tx.vocabulary.sold());
  const home = ctx.shop.country;
  return { countries: home && !countries.includes(home) ? [...countries, home] : countries, cheapest };
}
