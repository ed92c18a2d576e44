import { CATALOG, type CatalogEntry } from "./catalog.ts";
import { IMAGE_HEIGHT, IMAGE_WIDTH } from "./art/product-image.ts";
import type { Chance } from "./random.ts";
import type { ImageRecord, ProductRecord, VariantRecord } from "../state/records.ts";
import { toGid } from "../state/gids.ts";

const FIRST_PRODUCT = 8_100_000_000_000;
const FIRST_VARIANT = 44_100_000_000_000;
const FIRST_INVENTORY_ITEM = 46_100_000_000_000;
const FIRST_IMAGE = 33_100_000_000_000;

export interface CatalogOptions {
  /** Where the storefront answers, such as `http://localhost:4000`: images are served from there. */
  imageBase: string;
  locationId: string;
  createdAt: string;
  chance: Chance;
}

/** Where the storefront serves the picture of one product in one colour. */
function imagePath(handle: string, colour: string): string {
  return `/cdn/shop/products/${handle}-${handleOf(colour)}.svg`;
}

export function handleOf(title: string): string {
  return title
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

export function seedProducts(options: CatalogOptions): ProductRecord[] {
  let variants = 0;
  let images = 0;
  return CATALOG.map((entry, index) => {
    const product = productOf(entry, index, { ...options, variantsBefore: variants, imagesBefore: images });
    variants += product.variants.length;
    images += product.images.length;
    return product;
  });
}

type Numbering = CatalogOptions & { variantsBefore: number; imagesBefore: number };

function productOf(entry: CatalogEntry, index: number, options: Numbering): ProductRecord {
  const handle = handleOf(entry.title);
  const id = toGid("Product", FIRST_PRODUCT + index + 1);
  const images = entry.colours.map((colour, at) =>
    imageOf(entry, handle, { colour, id: FIRST_IMAGE + options.imagesBefore + at + 1, base: options.imageBase }),
  );
  const sizes: readonly (string | null)[] = entry.sizes.length === 0 ? [null] : entry.sizes;
  const choices = entry.colours.flatMap((colour, at) => sizes.map((size) => ({ colour, at, size })));
  return {
    id,
    title: entry.title,
    handle,
    descriptionHtml: `<p>${entry.text}</p>`,
    vendor: entry.vendor,
    productType: entry.type,
    status: "ACTIVE",
    tags: [...entry.tags],
    options: [
      { name: "Colour", values: [...entry.colours] },
      ...(entry.sizes.length === 0 ? [] : [{ name: "Size", values: [...entry.sizes] }]),
    ],
    images,
    variants: choices.map((choice, at) =>
      variantOf(
        entry,
        { ...choice, position: at + 1, number: options.variantsBefore + at + 1 },
        { productId: id, handle, image: images[choice.at] ?? null, options },
      ),
    ),
    isGiftCard: entry.type === "Gift cards",
    createdAt: options.createdAt,
    updatedAt: options.createdAt,
  };
}

function imageOf(entry: CatalogEntry, handle: string, image: { colour: string; id: number; base: string }): ImageRecord {
  return {
    id: toGid("MediaImage", image.id),
    url: image.base + imagePath(handle, image.colour),
    altText: `${entry.title} in ${image.colour.toLowerCase()}`,
    width: IMAGE_WIDTH,
    height: IMAGE_HEIGHT,
  };
}

interface Choice {
  colour: string;
  size: string | null;
  position: number;
  number: number;
}

function variantOf(
  entry: CatalogEntry,
  choice: Choice,
  of: { productId: string; handle: string; image: ImageRecord | null; options: CatalogOptions },
): VariantRecord {
  const { chance, locationId, createdAt } = of.options;
  const initials = of.handle
    .split("-")
    .map((word) => word.slice(0, 2).toUpperCase())
    .join("");
  return {
    id: toGid("ProductVariant", FIRST_VARIANT + choice.number),
    productId: of.productId,
    inventoryItemId: toGid("InventoryItem", FIRST_INVENTORY_ITEM + choice.number),
    title: [choice.colour, choice.size].filter((part) => part !== null).join(" / "),
    sku: [initials, choice.colour.slice(0, 3).toUpperCase(), choice.size?.toUpperCase().slice(0, 2)]
      .filter((part) => part !== undefined)
      .join("-"),
    barcode: `200${String(choice.number).padStart(9, "0")}`,
    price: { minor: entry.price, currency: "USD" },
    compareAtPrice: entry.compareAt === undefined ? null : { minor: entry.compareAt, currency: "USD" },
    options: [{ name: "Colour", value: choice.colour }, ...(choice.size === null ? [] : [{ name: "Size", value: choice.size }])],
    taxable: entry.type !== "Gift cards",
    tracked: entry.type !== "Gift cards",
    requiresShipping: entry.type !== "Gift cards",
    inventoryPolicy: "DENY",
    stock: { [locationId]: chance.happens(6) ? 0 : chance.whole(2, 48) },
    position: choice.position,
    image: of.image,
    createdAt,
    updatedAt: createdAt,
  };
}
