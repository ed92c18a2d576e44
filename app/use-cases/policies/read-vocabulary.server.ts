import type { ShopContext } from "#app/use-cases/ports.ts";
import type { PolicyVocabulary } from "./ports.ts";

const LISTED = 500;

/** Product types, tags and vendors that the policy's editor offers to choose from; anything else can still be typed. */
export async function readVocabulary(ctx: ShopContext): Promise<PolicyVocabulary> {
  return ctx.transaction((tx) => tx.vocabulary.read(LISTED));
}
