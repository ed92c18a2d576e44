import type { ProductForSale } from "#app/domain/returns/other-products.ts";
import type { VariantGid } from "#app/domain/shared/gid.ts";

/** What the online store sells besides what was bought: only what is active there, and never gift cards. */
export interface ShopifyProducts {
  /** Of one of these types, or in one of these collections. */
  like(kin: { readonly types: readonly string[]; readonly collections: readonly string[] }): Promise<readonly ProductForSale[]>;
  /** Whose title has words that begin like those of the text. */
  named(text: string): Promise<readonly ProductForSale[]>;
  /** The products of these variants, each with the variants that were asked for. */
  holding(variants: readonly VariantGid[]): Promise<readonly ProductForSale[]>;
  /** Units that can be sold of each variant; null when the shop sells it without counting. What is not for sale is left out. */
  stockOf(variants: readonly VariantGid[]): Promise<ReadonlyMap<VariantGid, number | null>>;
}
