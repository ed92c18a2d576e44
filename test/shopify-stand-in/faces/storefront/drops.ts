import { COLOURS } from "../../seed/art/paint.ts";
import { priceIn } from "../../seed/order-money.ts";
import { digitsOf } from "../../money/amount.ts";
import { digitsOfGid } from "../../state/gids.ts";
import type { ImageRecord, ProductRecord, VariantRecord } from "../../state/records.ts";
import type { Visitor } from "./visitor.ts";

/** What Liquid sees of an image. The path is enough: the storefront serves its own images. */
export interface ImageDrop {
  src: string;
  alt: string;
  width: number | null;
  height: number | null;
}

export interface VariantDrop {
  id: string;
  title: string;
  sku: string | null;
  price: number;
  compare_at_price: number | null;
  available: boolean;
  featured_image: ImageDrop | null;
  options: string[];
}

export interface ProductDrop {
  id: string;
  title: string;
  handle: string;
  url: string;
  vendor: string;
  type: string;
  tags: string[];
  description: string;
  price: number;
  compare_at_price: number | null;
  available: boolean;
  featured_image: ImageDrop | null;
  images: ImageDrop[];
  variants: VariantDrop[];
  colours: string[];
}

export function imageDrop(image: ImageRecord | null | undefined): ImageDrop | null {
  if (!image) return null;
  return { src: pathOf(image.url), alt: image.altText ?? "", width: image.width, height: image.height };
}

export function pathOf(url: string): string {
  return url.replace(/^https?:\/\/[^/]+/, "");
}

/** Hundredths, as Liquid counts money in every currency. */
function centsIn(currency: string, usdCents: number): number {
  const { presentment } = priceIn(currency, usdCents);
  return presentment.minor * 10 ** (2 - digitsOf(presentment.currency));
}

export function stockOf(variant: VariantRecord): number {
  return Object.values(variant.stock).reduce((all, pieces) => all + pieces, 0);
}

export function isAvailable(variant: VariantRecord): boolean {
  return !variant.tracked || variant.inventoryPolicy === "CONTINUE" || stockOf(variant) > 0;
}

export function variantDrop(variant: VariantRecord, currency: string): VariantDrop {
  return {
    id: digitsOfGid(variant.id),
    title: variant.title,
    sku: variant.sku,
    price: centsIn(currency, variant.price.minor),
    compare_at_price: variant.compareAtPrice && centsIn(currency, variant.compareAtPrice.minor),
    available: isAvailable(variant),
    featured_image: imageDrop(variant.image),
    options: variant.options.map(({ value }) => value),
  };
}

export function productDrop(product: ProductRecord, visitor: Visitor): ProductDrop {
  const variants = product.variants.map((variant) => variantDrop(variant, visitor.currency));
  const first = variants[0];
  return {
    id: digitsOfGid(product.id),
    title: product.title,
    handle: product.handle,
    url: `${visitor.rootUrl === "/" ? "" : visitor.rootUrl}/products/${product.handle}`,
    vendor: product.vendor,
    type: product.productType,
    tags: product.tags,
    description: product.descriptionHtml,
    price: first?.price ?? 0,
    compare_at_price: first?.compare_at_price ?? null,
    available: variants.some(({ available }) => available),
    featured_image: imageDrop(product.images[0]),
    images: product.images.map(imageDrop).filter((image) => image !== null),
    variants,
    colours: (product.options.find(({ name }) => name === "Colour")?.values ?? []).map((name) => COLOURS[name] ?? "#999"),
  };
}

export interface OptionValueDrop {
  name: string;
  url: string;
  selected: boolean;
  available: boolean;
  swatch: string | null;
}

/** The option pickers of a product page: every value is a link to the variant one would get. */
export function optionPickers(
  product: ProductRecord,
  selected: VariantRecord,
  of: { url: string; label: (name: string) => string },
): { name: string; label: string; values: OptionValueDrop[] }[] {
  return product.options.map((option, index) => ({
    name: option.name,
    label: of.label(option.name),
    values: option.values.map((value) => {
      const target = product.variants.find((variant) =>
        variant.options.every((own, at) => own.value === (at === index ? value : selected.options[at]?.value)),
      );
      return {
        name: value,
        url: `${of.url}?variant=${digitsOfGid(target?.id ?? selected.id)}`,
        selected: selected.options[index]?.value === value,
        available: target !== undefined && isAvailable(target),
        swatch: option.name === "Colour" ? (COLOURS[value] ?? null) : null,
      };
    }),
  }));
}
