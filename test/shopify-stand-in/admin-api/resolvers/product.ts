import { digitsOfGid } from "../../state/gids.ts";
import { plain } from "../../money/amount.ts";
import { reservedAt } from "../../state/draft-stock.ts";
import type { ImageRecord, LocationRecord, ProductRecord, VariantRecord } from "../../state/records.ts";
import { connection } from "../connection.ts";
import type { ApiContext, Fields } from "../context.ts";
import { search, sameId, sameInstant, sameText, type Term } from "../search.ts";
import { collectionsOfProduct } from "./collection.ts";
import { metafieldFields } from "./metafield.ts";

function available(variant: VariantRecord): number {
  return Object.values(variant.stock).reduce((all, count) => all + count, 0);
}

function forSale(variant: VariantRecord): boolean {
  return !variant.tracked || variant.inventoryPolicy === "CONTINUE" || available(variant) > 0;
}

function media(image: ImageRecord): Record<string, unknown> {
  return {
    __typename: "MediaImage",
    id: image.id.replace("/ProductImage/", "/MediaImage/"),
    alt: image.altText,
    image,
    preview: { image, status: "READY" },
    mediaContentType: "IMAGE",
    status: "READY",
  };
}

export const Product: Fields<ProductRecord> = {
  ...metafieldFields,
  id: (product) => product.id,
  legacyResourceId: (product) => digitsOfGid(product.id),
  title: (product) => product.title,
  handle: (product) => product.handle,
  description: (product) =>
    product.descriptionHtml
      .replace(/<[^>]*>/g, " ")
      .replace(/\s+/g, " ")
      .trim(),
  descriptionHtml: (product) => product.descriptionHtml,
  vendor: (product) => product.vendor,
  productType: (product) => product.productType,
  category: () => null,
  status: (product) => product.status,
  tags: (product) => product.tags,
  isGiftCard: (product) => product.isGiftCard,
  collections: (product, args, ctx) => connection(collectionsOfProduct(product), args, ctx),
  inCollection: (product, args) => collectionsOfProduct(product).some(({ id }) => id === args["id"]),
  createdAt: (product) => product.createdAt,
  updatedAt: (product) => product.updatedAt,
  publishedAt: (product) => (product.status === "ACTIVE" ? product.createdAt : null),
  onlineStoreUrl: (product, _args, ctx) =>
    product.status === "ACTIVE" ? `https://${ctx.shop.shop.domain}/products/${product.handle}` : null,
  options: (product, args) => {
    const count = typeof args["first"] === "number" ? args["first"] : product.options.length;
    return product.options.slice(0, count).map((option, index) => ({
      id: `gid://shopify/ProductOption/${digitsOfGid(product.id)}${index + 1}`,
      name: option.name,
      values: option.values,
      position: index + 1,
    }));
  },
  featuredMedia: (product) => (product.images[0] ? media(product.images[0]) : null),
  featuredImage: (product) => product.images[0] ?? null,
  media: (product, args, ctx) => connection(product.images.map(media), args, ctx),
  images: (product, args, ctx) => connection(product.images, args, ctx),
  variants: (product, args, ctx) => connection(product.variants, args, ctx),
  variantsCount: (product) => ({ count: product.variants.length, precision: "EXACT" }),
  hasOnlyDefaultVariant: (product) => product.variants.length === 1 && product.variants[0]?.title === "Default Title",
  tracksInventory: (product) => product.variants.some((variant) => variant.tracked),
  totalInventory: (product) => product.variants.reduce((all, variant) => all + available(variant), 0),
  hasOutOfStockVariants: (product) => product.variants.some((variant) => variant.tracked && available(variant) <= 0),
};

function productOf(variant: VariantRecord, ctx: ApiContext): ProductRecord {
  const product = ctx.shop.productOf(variant.productId);
  if (!product) throw new Error(`${variant.id} belongs to no product`);
  return product;
}

export const ProductVariant: Fields<VariantRecord> = {
  ...metafieldFields,
  id: (variant) => variant.id,
  legacyResourceId: (variant) => digitsOfGid(variant.id),
  title: (variant) => variant.title,
  displayName: (variant, _args, ctx) => `${productOf(variant, ctx).title} - ${variant.title}`,
  sku: (variant) => variant.sku,
  barcode: (variant) => variant.barcode,
  price: (variant) => plain(variant.price),
  compareAtPrice: (variant) => (variant.compareAtPrice ? plain(variant.compareAtPrice) : null),
  position: (variant) => variant.position,
  taxable: (variant) => variant.taxable,
  image: (variant) => variant.image,
  availableForSale: (variant) => forSale(variant),
  inventoryPolicy: (variant) => variant.inventoryPolicy,
  inventoryQuantity: (variant) => (variant.tracked ? available(variant) : null),
  sellableOnlineQuantity: (variant) => available(variant),
  selectedOptions: (variant) => variant.options,
  inventoryItem: (variant) => ({ id: variant.inventoryItemId, variant }),
  product: (variant, _args, ctx) => productOf(variant, ctx),
  createdAt: (variant) => variant.createdAt,
  updatedAt: (variant) => variant.updatedAt,
};

interface ItemSource {
  id: string;
  variant: VariantRecord;
}

interface LevelSource extends ItemSource {
  location: LocationRecord;
}

function levels(item: ItemSource, ctx: ApiContext): LevelSource[] {
  return Object.keys(item.variant.stock).flatMap((locationId) => {
    const location = ctx.shop.locations.get(locationId);
    if (!location) return [];
    return [
      {
        id: `gid://shopify/InventoryLevel/${digitsOfGid(locationId)}?inventory_item_id=${digitsOfGid(item.id)}`,
        variant: item.variant,
        location,
      },
    ];
  });
}

/** Pieces that a draft keeps are on hand and not available. */
function quantityOf(name: string, { variant, location }: LevelSource, ctx: ApiContext): number {
  const available = variant.stock[location.id] ?? 0;
  const reserved = reservedAt(ctx.shop, variant.id, location.id);
  if (name === "available") return available;
  if (name === "reserved") return reserved;
  return name === "on_hand" ? available + reserved : 0;
}

export const InventoryItem: Fields<ItemSource> = {
  id: (item) => item.id,
  legacyResourceId: (item) => digitsOfGid(item.id),
  sku: (item) => item.variant.sku,
  tracked: (item) => item.variant.tracked,
  requiresShipping: (item) => item.variant.requiresShipping,
  createdAt: (item) => item.variant.createdAt,
  updatedAt: (item) => item.variant.updatedAt,
  harmonizedSystemCode: (item) => item.variant.customs?.code ?? null,
  countryCodeOfOrigin: (item) => item.variant.customs?.origin ?? null,
  unitCost: () => null,
  variant: (item) => item.variant,
  inventoryLevels: (item, args, ctx) => connection(levels(item, ctx), args, ctx),
  inventoryLevel: (item, args, ctx) => levels(item, ctx).find((level) => level.location.id === args["locationId"]) ?? null,
};

export const InventoryLevel: Fields<LevelSource> = {
  id: (level) => level.id,
  location: (level) => level.location,
  item: (level) => ({ id: level.variant.inventoryItemId, variant: level.variant }),
  isActive: () => true,
  updatedAt: (level) => level.variant.updatedAt,
  createdAt: (level) => level.variant.createdAt,
  quantities: (level, args, ctx) =>
    (args["names"] as string[]).map((name) => ({
      id: `gid://shopify/InventoryQuantity/${digitsOfGid(level.location.id)}?inventory_item_id=${digitsOfGid(level.variant.inventoryItemId)}&name=${name}`,
      name,
      quantity: quantityOf(name, level, ctx),
      updatedAt: level.variant.updatedAt,
    })),
};

export const Image: Fields<ImageRecord> = {
  id: (image) => image.id,
  url: (image) => image.url,
  src: (image) => image.url,
  originalSrc: (image) => image.url,
  transformedSrc: (image) => image.url,
  altText: (image) => image.altText,
  width: (image) => image.width,
  height: (image) => image.height,
};

function matches(product: ProductRecord, term: Term): boolean {
  if (term.field === "id") return sameId(product.id, term);
  if (term.field === "title") return sameText(product.title, term) || product.title.split(/\s+/).some((word) => sameText(word, term));
  if (term.field === "handle") return sameText(product.handle, term);
  if (term.field === "vendor") return sameText(product.vendor, term);
  if (term.field === "product_type") return sameText(product.productType, term);
  if (term.field === "collection_id") return collectionsOfProduct(product).some(({ id }) => sameId(id, term));
  if (term.field === "status") return sameText(product.status, term);
  if (term.field === "tag") return product.tags.some((tag) => sameText(tag, term));
  if (term.field === "sku") return product.variants.some((variant) => sameText(variant.sku, term));
  if (term.field === "updated_at") return sameInstant(product.updatedAt, term);
  if (term.field === "created_at") return sameInstant(product.createdAt, term);
  if (term.field !== null) return false;
  const texts = [
    product.title,
    product.vendor,
    product.productType,
    ...product.tags,
    ...product.variants.map((variant) => variant.sku ?? ""),
  ];
  return texts.some((text) => text.toLowerCase().includes(term.value.toLowerCase().replace(/\*$/, "")));
}

export function findProducts(all: Iterable<ProductRecord>, query: unknown): ProductRecord[] {
  return search(all, query, matches);
}
