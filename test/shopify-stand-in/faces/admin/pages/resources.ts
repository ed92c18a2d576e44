import { COLLECTIONS } from "../../../seed/catalog.ts";
import { plain } from "../../../money/amount.ts";
import { pathOf, stockOf } from "../../storefront/drops.ts";
import { toGid } from "../../../state/gids.ts";
import type { ImageRecord, ProductRecord, VariantRecord } from "../../../state/records.ts";
import type { AdminSession } from "../session.ts";

/** One row of the resource picker, with what App Bridge hands to the app when it is chosen. */
export interface PickerEntry {
  id: string;
  title: string;
  detail: string;
  image: string | null;
  resource: Record<string, unknown>;
}

const SHOWN = 60;

export function pickerEntries(session: AdminSession, type: string, query: string): PickerEntry[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (entry: PickerEntry): boolean => words.every((word) => `${entry.title} ${entry.detail}`.toLowerCase().includes(word));
  const products = [...session.shop.products.values()];
  if (type === "variant")
    return products
      .flatMap((product) => product.variants.map((variant) => variantEntry(session, product, variant)))
      .filter(fits)
      .slice(0, SHOWN);
  if (type === "collection")
    return COLLECTIONS.map((each, index) => ({
      id: toGid("Collection", 4_400_000_001 + index),
      title: each.title,
      detail: each.text,
      image: null,
      resource: { id: toGid("Collection", 4_400_000_001 + index), handle: each.handle, title: each.title, description: each.text },
    })).filter(fits);
  return products
    .map((product) => productEntry(session, product))
    .filter(fits)
    .slice(0, SHOWN);
}

function imageOf(session: AdminSession, image: ImageRecord | null | undefined): string | null {
  return image ? session.storefrontUrl + pathOf(image.url) : null;
}

function productEntry(session: AdminSession, product: ProductRecord): PickerEntry {
  const images = product.images.map((image) => ({ id: image.id, altText: image.altText ?? "", originalSrc: image.url }));
  return {
    id: product.id,
    title: product.title,
    detail: `${product.productType} · ${product.vendor}`,
    image: imageOf(session, product.images[0]),
    resource: {
      id: product.id,
      title: product.title,
      handle: product.handle,
      productType: product.productType,
      vendor: product.vendor,
      tags: product.tags,
      status: product.status,
      descriptionHtml: product.descriptionHtml,
      images,
      totalVariants: product.variants.length,
      totalInventory: product.variants.reduce((all, variant) => all + stockOf(variant), 0),
      variants: product.variants.map((variant) => variantResource(product, variant)),
      options: product.options.map((option, index) => ({
        id: `${product.id}/${index}`,
        name: option.name,
        position: index + 1,
        values: option.values,
      })),
    },
  };
}

function variantEntry(session: AdminSession, product: ProductRecord, variant: VariantRecord): PickerEntry {
  return {
    id: variant.id,
    title: `${product.title} – ${variant.title}`,
    detail: `${variant.sku ?? ""} · ${stockOf(variant)}`,
    image: imageOf(session, variant.image),
    resource: { ...variantResource(product, variant), product: { id: product.id, title: product.title } },
  };
}

function variantResource(product: ProductRecord, variant: VariantRecord): Record<string, unknown> {
  return {
    id: variant.id,
    title: variant.title,
    displayName: `${product.title} - ${variant.title}`,
    sku: variant.sku,
    price: plain(variant.price),
    inventoryQuantity: stockOf(variant),
    availableForSale: stockOf(variant) > 0,
    position: variant.position,
    selectedOptions: variant.options.map(({ value }) => ({ value })),
    inventoryItem: { id: variant.inventoryItemId },
  };
}
