import { describe, expect, test } from "vitest";
import type { ProductForSale } from "#app/domain/returns/other-products.ts";
import { nameOfOther, similarProducts } from "#app/domain/returns/other-products.ts";

const usd = (minor: number) => ({ minor, currency: "USD" });
const shirt = {
  productGid: "gid://shopify/Product/1",
  productType: "Shirts",
  collections: ["gid://shopify/Collection/9"],
  price: usd(2500),
} as const;

function product(
  id: number,
  { price = 2500, available = 5, ...changes }: Partial<ProductForSale> & { price?: number; available?: number | null },
) {
  const variants = [{ gid: `gid://shopify/ProductVariant/${id}` as const, title: "M", price: usd(price), available }];
  const fixed = { gid: `gid://shopify/Product/${id}` as const, title: `Product ${id}`, productType: "Shirts", collections: [], variants };
  return { ...fixed, ...changes };
}

const idsOf = (products: readonly ProductForSale[]) => products.map(({ title }) => title.replace("Product ", ""));

describe("similar products", () => {
  test("are of the same type or collection: the same type first, then the nearest price", () => {
    const candidates = [
      product(2, { productType: "Belts", collections: ["gid://shopify/Collection/9"] }),
      product(3, { price: 4000 }),
      product(4, { price: 2700 }),
      product(5, { productType: "Mugs" }),
    ];
    expect(idsOf(similarProducts(shirt, 1, candidates))).toEqual(["4", "3", "2"]);
  });

  test("are never the product itself, nor one without enough pieces in stock", () => {
    const candidates = [product(1, {}), product(6, { available: 1 }), product(7, { available: null }), product(8, { available: 2 })];
    expect(idsOf(similarProducts(shirt, 2, candidates))).toEqual(["7", "8"]);
  });

  test("are four at most, and none for a product without a type and collections", () => {
    const candidates = [2, 3, 4, 5, 6].map((id) => product(id, {}));
    expect(similarProducts(shirt, 1, candidates)).toHaveLength(4);
    expect(similarProducts({ ...shirt, productType: "", collections: [] }, 1, [product(2, { productType: "" })])).toEqual([]);
  });

  test("are named with their variant, unless there is only one", () => {
    expect(nameOfOther({ title: "Boxy Tee" }, { title: "M" })).toBe("Boxy Tee – M");
    expect(nameOfOther({ title: "Tote" }, { title: "Default Title" })).toBe("Tote");
  });
});
