import type { ProductGid } from "#app/domain/shared/gid.ts";
import type { Money } from "#app/domain/shared/money.ts";
import type { VariantGid } from "#app/domain/shared/gid.ts";

/** What is told about a product to compare it with others. */
export interface Kinship {
  readonly productGid: ProductGid | null;
  readonly productType: string;
  /** Gids of the collections it is in. */
  readonly collections: readonly string[];
  /** Of one unit, in the shop's currency. */
  readonly price: Money;
}

/** A product of the online store with what can be bought of it; prices are in the shop's currency. */
export interface ProductForSale {
  readonly gid: ProductGid;
  readonly title: string;
  readonly productType: string;
  readonly collections: readonly string[];
  readonly variants: readonly VariantForSale[];
}

/** A variant of a product, in the shop's currency. */
export interface VariantForSale {
  readonly gid: VariantGid;
  readonly title: string;
  readonly price: Money;
  /** Units that can be sold; null when the shop sells it without counting. */
  readonly available: number | null;
}

/** So many similar products are suggested for one item. */
const SUGGESTED_PRODUCTS = 4;

/**
 * Products to be had instead of one: of the same type or in a collection of it, with at least `quantity` units of a variant in stock. Those of
 * the same type come first, then those that share the most collections, then those whose cheapest variant in stock is nearest in price.
 *
 * For a shirt of 25.00: a shirt of 27.00, then a shirt of 40.00, then a belt of 25.00 from the same collection.
 */
export function similarProducts(item: Kinship, quantity: number, candidates: readonly ProductForSale[]): ProductForSale[] {
  const ranked = candidates.flatMap((product) => {
    const inStock = inStockOf(product, quantity);
    const isSameType = item.productType !== "" && product.productType === item.productType;
    const shared = product.collections.filter((gid) => item.collections.includes(gid)).length;
    if (product.gid === item.productGid || inStock.length === 0 || (!isSameType && shared === 0)) return [];
    const away = Math.min(...inStock.map(({ price }) => Math.abs(price.minor - item.price.minor)));
    return [{ product: { ...product, variants: inStock }, isSameType, shared, away }];
  });
  const sorted = ranked.toSorted(
    (a, b) =>
      Number(b.isSameType) - Number(a.isSameType) || b.shared - a.shared || a.away - b.away || a.product.gid.localeCompare(b.product.gid),
  );
  return sorted.slice(0, SUGGESTED_PRODUCTS).map(({ product }) => product);
}

/** The variants of a product of which that many units can be sold. */
export function inStockOf({ variants }: ProductForSale, quantity: number): VariantForSale[] {
  return variants.filter(({ available }) => available === null || available >= quantity);
}

/** Shopify's name for the only variant of a product that has no options. */
const ONLY_VARIANT = "Default Title";

/** How a variant of an item's own product is called: "L", or as the item itself when it comes in one form only. */
export function nameOfOwn(item: { readonly title: string }, variant: Pick<VariantForSale, "title">): string {
  return variant.title === ONLY_VARIANT ? item.title : variant.title;
}

/** How a variant of another product is called: "Boxy Tee – Charcoal / M", or "Tote bag" when it comes in one form only. */
export function nameOfOther(product: Pick<ProductForSale, "title">, variant: Pick<VariantForSale, "title">): string {
  return variant.title === ONLY_VARIANT ? product.title : `${product.title} – ${variant.title}`;
}
