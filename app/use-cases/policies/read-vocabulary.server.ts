import type { ShopContext } from "#app/use-cases/ports.ts";
import type { PolicyVocabulary } from "./ports.ts";

const LISTED = 500;

/** Products, tags, vendors, collections, markets and segments that the policy's editor offers to choose from; tags and the like can also be typed. */
export async function readVocabulary(ctx: ShopContext): Promise<PolicyVocabulary> {
  const [stored, inShopify] = await Promise.all([
    ctx.transaction((tx) => tx.vocabulary.read(LISTED)),
    ctx.shopify.policyFacts.vocabulary(),
  ]);
  return { ...stored, ...inShopify };
}
