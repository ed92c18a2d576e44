import { nothing } from "../money/amount.ts";
import type { ImageRecord, ProductRecord, VariantRecord } from "../state/records.ts";
import type { Desk } from "../state/desk.ts";
import { productPayload } from "../webhooks/payloads/shop.ts";
import type { World } from "../world.ts";
import { handleOf } from "./ensure-product.ts";
import { BadInput, Reading } from "./reading.ts";

function readImage(world: World, given: Reading): ImageRecord {
  const url = given.text("src");
  if (url === null) throw new BadInput(`${given.where}.src`, "is missing");
  return {
    id: given.gid("ProductImage") ?? world.ids.gid("ProductImage"),
    url,
    altText: given.text("alt"),
    width: given.number("width"),
    height: given.number("height"),
  };
}

function readVariant(
  { world, shop }: Desk,
  given: Reading,
  product: { id: string; optionNames: string[]; position: number },
): VariantRecord {
  const [locationId] = shop.locations.keys();
  const values = ["option1", "option2", "option3"].flatMap((name) => given.text(name) ?? []);
  const title = given.text("title") ?? (values.join(" / ") || "Default Title");
  const now = world.nowIso();
  return {
    id: given.gid("ProductVariant") ?? world.ids.gid("ProductVariant"),
    productId: product.id,
    inventoryItemId: given.gid("InventoryItem", "inventory_item_id") ?? world.ids.gid("InventoryItem"),
    title,
    sku: given.text("sku"),
    barcode: given.text("barcode"),
    price: given.money("price", shop.shop.currency) ?? nothing(shop.shop.currency),
    compareAtPrice: given.money("compare_at_price", shop.shop.currency),
    options: (values.length > 0 ? values : [title]).map((value, index) => ({ name: product.optionNames[index] ?? "Title", value })),
    taxable: given.flag("taxable", true),
    tracked: true,
    requiresShipping: given.flag("requires_shipping", true),
    inventoryPolicy: given.text("inventory_policy") === "continue" ? "CONTINUE" : "DENY",
    stock: locationId ? { [locationId]: given.whole("inventory_quantity", 0) ?? 0 } : {},
    position: product.position,
    image: null,
    createdAt: now,
    updatedAt: now,
  };
}

/** A product in the shape of `products/update`; the same id replaces the product. */
export function putProduct(desk: Desk, given: Reading, webhooks: boolean): ProductRecord {
  const { world, shop } = desk;
  const title = given.text("title");
  if (title === null) throw new BadInput(`${given.where}.title`, "is missing");
  const id = given.gid("Product") ?? world.ids.gid("Product");
  const known = shop.products.get(id);
  const options = given.readings("options");
  const optionNames = options.map((option) => option.text("name") ?? "Title");
  const variants = given.readings("variants").map((variant, index) => readVariant(desk, variant, { id, optionNames, position: index + 1 }));
  if (variants.length === 0)
    variants.push(readVariant(desk, new Reading({ price: given.raw("price") ?? "0" }, given.where), { id, optionNames, position: 1 }));
  const now = world.nowIso();
  const names = optionNames.length > 0 ? optionNames : ["Title"];
  const product: ProductRecord = {
    id,
    title,
    handle:
      given.text("handle") ??
      known?.handle ??
      handleOf(title, (handle) => [...shop.products.values()].some((one) => one.handle === handle)),
    descriptionHtml: given.text("body_html") ?? "",
    vendor: given.text("vendor") ?? shop.shop.name,
    productType: given.text("product_type") ?? "",
    status: given.text("status") === "draft" ? "DRAFT" : given.text("status") === "archived" ? "ARCHIVED" : "ACTIVE",
    tags: given.words("tags"),
    options: names.map((name, index) => ({
      name,
      values: [...new Set(variants.flatMap((variant) => variant.options[index]?.value ?? []))],
    })),
    images: given.readings("images").map((image) => readImage(world, image)),
    variants,
    isGiftCard: false,
    createdAt: known?.createdAt ?? given.instant("created_at") ?? now,
    updatedAt: now,
  };
  shop.putProduct(product);
  if (webhooks)
    world.publish(shop, [{ topic: known ? "products/update" : "products/create", payload: productPayload(shop.shop, product) }]);
  return product;
}
