import type { StandIn } from "#test/shopify-stand-in/create-stand-in.ts";

/** What the shop sells besides the linen shirt of 25.00: a shirt much like it of 27.00, and a mug. Answers the gids of their variants. */
export function seedOtherGoods(standIn: StandIn): { readonly shirtL: string; readonly shirtM: string; readonly mug: string } {
  const shirt = {
    id: 7002,
    title: "Cotton shirt",
    vendor: "Northwind",
    product_type: "Shirts",
    options: [{ name: "Size" }],
    variants: [
      { id: 7201, option1: "M", price: "27.00", sku: "COTTON-M", inventory_quantity: 9 },
      { id: 7202, option1: "L", price: "27.00", sku: "COTTON-L", inventory_quantity: 9 },
      { id: 7203, option1: "XL", price: "27.00", sku: "COTTON-XL", inventory_quantity: 0 },
    ],
  };
  const mug = {
    id: 7003,
    title: "Enamel mug",
    vendor: "Northwind",
    product_type: "Mugs",
    variants: [{ id: 7301, price: "9.00", sku: "MUG", inventory_quantity: 3 }],
  };
  for (const product of [shirt, mug]) standIn.control.products(product, { webhooks: false });
  const variant = (id: number) => `gid://shopify/ProductVariant/${id}`;
  return { shirtM: variant(7201), shirtL: variant(7202), mug: variant(7301) };
}

/** So many of a variant are left, as if others had bought the rest. */
export function setStock(standIn: StandIn, gid: string, units: number): void {
  const variant = standIn.world.firstShop.productOf(gid)?.variants.find(({ id }) => id === gid);
  if (!variant) throw new Error(`The stand-in sells no ${gid}`);
  for (const place of Object.keys(variant.stock)) variant.stock[place] = 0;
  const [first] = Object.keys(variant.stock);
  if (first) variant.stock[first] = units;
}
