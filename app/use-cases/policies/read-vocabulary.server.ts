import type { ShopContext } from "#app/use-cases/ports.ts";
import { readSetting } from "#app/use-cases/shops/read-setting.server.ts";
import type { PolicyVocabulary } from "./ports.ts";

const LISTED = 500;

/** Products, tags, vendors, collections, markets, segments and grades that the policy's editor offers to choose from; tags and the like can also be typed. */
export async function readVocabulary(ctx: ShopContext): Promise<PolicyVocabulary> {
  const [stored, inShopify] = await Promise.all([
    ctx.transaction(async (tx) => {
      const { grades } = await readSetting(tx, ctx.shop, "inspection");
      return { ...(await tx.vocabulary.read(LISTED)), grades: grades.map(({ id, name, condition }) => ({ id, name, condition })) };
    }),
    ctx.shopify.policyFacts.vocabulary(),
  ]);
  return { ...stored, ...inShopify };
}
