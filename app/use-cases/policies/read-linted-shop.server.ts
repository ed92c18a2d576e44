import type { LintedShop } from "#app/domain/policies/lint-finding.ts";
import type { ShopContext } from "#app/use-cases/ports.ts";
import { readSetting } from "#app/use-cases/shops/read-setting.server.ts";

/** What the policy's linter has to know about the shop: the countries of its newest orders and its own, and its cheapest item and its grades. */
export async function readLintedShop(ctx: ShopContext): Promise<LintedShop> {
  const { countries, cheapest, gradeIds } = await ctx.transaction(async (tx) => ({
    ...(await tx.vocabulary.sold()),
    gradeIds: (await readSetting(tx, ctx.shop, "inspection")).grades.map(({ id }) => id),
  }));
  const home = ctx.shop.country;
  return { countries: home && !countries.includes(home) ? [...countries, home] : countries, cheapest, gradeIds };
}
