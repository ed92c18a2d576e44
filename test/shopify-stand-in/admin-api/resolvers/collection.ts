import { COLLECTIONS, type CollectionEntry } from "../../seed/catalog.ts";
import { digitsOfGid, toGid } from "../../state/gids.ts";
import type { ProductRecord } from "../../state/records.ts";
import { connection } from "../connection.ts";
import type { ApiContext, Fields } from "../context.ts";

export interface CollectionRecord extends CollectionEntry {
  id: string;
}

const ALL: readonly CollectionRecord[] = COLLECTIONS.map((entry, index) => ({ ...entry, id: toGid("Collection", 4_400_000_001 + index) }));

/** Whether the collection's rules take this product in. */
function holds({ types, tag }: CollectionEntry, product: ProductRecord): boolean {
  return types?.includes(product.productType) === true || (tag !== undefined && product.tags.includes(tag));
}

function productsOf(collection: CollectionRecord, ctx: ApiContext): ProductRecord[] {
  return [...ctx.shop.products.values()].filter((product) => holds(collection, product));
}

export function collectionsOfProduct(product: ProductRecord): CollectionRecord[] {
  return ALL.filter((collection) => holds(collection, product));
}

/** A shop has the collections that hold something. */
export function collectionsOfShop(ctx: ApiContext): CollectionRecord[] {
  return ALL.filter((collection) => productsOf(collection, ctx).length > 0);
}

export function collectionById(id: string): CollectionRecord | null {
  return ALL.find((collection) => collection.id === id) ?? null;
}

export const Collection: Fields<CollectionRecord> = {
  id: (collection) => collection.id,
  legacyResourceId: (collection) => digitsOfGid(collection.id),
  title: (collection) => collection.title,
  handle: (collection) => collection.handle,
  description: (collection) => collection.text,
  products: (collection, args, ctx) => connection(productsOf(collection, ctx), args, ctx),
  productsCount: (collection, _args, ctx) => ({ count: productsOf(collection, ctx).length, precision: "EXACT" }),
};
