import type { Amount } from "../money/amount.ts";
import type { ProductRecord, VariantRecord } from "../state/records.ts";
import type { Desk } from "../state/desk.ts";
import type { Reading } from "./reading.ts";

/** Pieces that a product made up for an order has on the shelf. */
const STARTING_STOCK = 100;

interface Described {
  title: string;
  variantTitle: string | null;
  price: Amount;
}

export function handleOf(title: string, taken: (handle: string) => boolean): string {
  const base =
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .replace(/^-|-$/g, "") || "product";
  let handle = base;
  for (let count = 1; taken(handle); count += 1) handle = `${base}-${count}`;
  return handle;
}

function variantOf({ world, shop }: Desk, line: Reading, of: { product: ProductRecord; described: Described }): VariantRecord {
  const { product, described } = of;
  const [locationId] = shop.locations.keys();
  const now = world.nowIso();
  const title = described.variantTitle ?? "Default Title";
  return {
    id: line.gid("ProductVariant", "variant_id") ?? world.ids.gid("ProductVariant"),
    productId: product.id,
    inventoryItemId: world.ids.gid("InventoryItem"),
    title,
    sku: line.text("sku"),
    barcode: null,
    price: described.price,
    compareAtPrice: null,
    options: [{ name: "Title", value: title }],
    taxable: line.flag("taxable", true),
    tracked: true,
    requiresShipping: line.flag("requires_shipping", true),
    inventoryPolicy: "DENY",
    stock: locationId ? { [locationId]: STARTING_STOCK } : {},
    position: product.variants.length + 1,
    image: null,
    createdAt: now,
    updatedAt: now,
  };
}

function newProduct({ world, shop }: Desk, line: Reading, described: Described): ProductRecord {
  const now = world.nowIso();
  return {
    id: line.gid("Product", "product_id") ?? world.ids.gid("Product"),
    title: described.title,
    handle: handleOf(described.title, (handle) => [...shop.products.values()].some((product) => product.handle === handle)),
    descriptionHtml: "",
    vendor: line.text("vendor") ?? shop.shop.name,
    productType: "",
    status: "ACTIVE",
    tags: [],
    options: [{ name: "Title", values: [] }],
    images: [],
    variants: [],
    isGiftCard: line.flag("gift_card", false),
    createdAt: now,
    updatedAt: now,
  };
}

/**
 * The product and variant of an order line. Ids that the shop does not know become a product; `product_exists: false` and a
 * line without ids stay what they are, a custom item or one whose product was deleted.
 */
export function ensureProduct(desk: Desk, line: Reading, described: Described): { productId: string | null; variantId: string | null } {
  const { shop } = desk;
  const productId = line.gid("Product", "product_id");
  const variantId = line.gid("ProductVariant", "variant_id");
  const known = shop.productOf(variantId) ?? shop.productOf(productId);
  if (line.raw("product_exists") === false || (productId === null && variantId === null)) return { productId: null, variantId: null };
  const product = known ?? newProduct(desk, line, described);
  const found =
    product.variants.find((variant) => variant.id === variantId) ??
    (variantId === null ? product.variants.find((variant) => variant.title === (described.variantTitle ?? "Default Title")) : undefined);
  const variant = found ?? variantOf(desk, line, { product, described });
  if (!found) {
    product.variants.push(variant);
    product.options = [{ name: "Title", values: product.variants.map((one) => one.title) }];
  }
  shop.putProduct(product);
  return { productId: product.id, variantId: variant.id };
}
