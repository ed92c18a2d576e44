import { COLLECTIONS } from "../../../seed/catalog.ts";
import { digitsOfGid } from "../../../state/gids.ts";
import type { ProductRecord } from "../../../state/records.ts";
import { imageDrop, isAvailable, optionPickers, productDrop, variantDrop } from "../drops.ts";
import type { PageContent } from "../theme.ts";
import type { Translate } from "../order-view.ts";
import type { Visitor } from "../visitor.ts";

/** Pages that show goods. Each answers undefined when there is nothing of that name. */
export function homePage(visitor: Visitor): PageContent {
  const drops = (list: readonly ProductRecord[]): unknown[] => list.map((product) => productDrop(product, visitor));
  const products = sold(visitor);
  const bestsellers = products.filter(({ tags }) => tags.includes("bestseller"));
  const home = products.filter(({ productType }) => ["Bedding", "Tableware"].includes(productType));
  const hero = ["Chore Jacket", "Shirt Dress", "Teapot for Two"].flatMap((title) => products.filter((product) => product.title === title));
  return {
    template: "index",
    data: {
      hero: drops(hero.length > 0 ? hero : products.slice(0, 3)),
      bestsellers: drops(bestsellers.slice(0, 8)),
      home_products: drops(home.slice(0, 4)),
    },
  };
}

export function collectionPage(visitor: Visitor, handle: string, translate: Translate): PageContent | undefined {
  const entry = COLLECTIONS.find((each) => each.handle === handle);
  if (!entry && handle !== "all") return undefined;
  const products = sold(visitor).filter(
    (product) => !entry || entry.types?.includes(product.productType) || (entry.tag !== undefined && product.tags.includes(entry.tag)),
  );
  const title = entry?.title ?? translate("collections.all");
  return {
    template: "collection",
    title,
    data: {
      collection: {
        title,
        text: entry?.text ?? translate("collections.all_text"),
        products: products.map((product) => productDrop(product, visitor)),
      },
    },
  };
}

export function productPage(visitor: Visitor, handle: string, translate: Translate): PageContent | undefined {
  const product = sold(visitor).find((each) => each.handle === handle);
  if (!product) return undefined;
  const wanted = visitor.query.get("variant");
  const selected =
    product.variants.find(({ id }) => digitsOfGid(id) === wanted) ?? product.variants.find(isAvailable) ?? product.variants[0];
  if (!selected) return undefined;
  const drop = productDrop(product, visitor);
  const related = sold(visitor).filter((other) => other.id !== product.id && other.productType === product.productType);
  return {
    template: "product",
    title: product.title,
    data: {
      product: {
        ...drop,
        options_with_values: optionPickers(product, selected, { url: drop.url, label: (name) => optionLabel(name, translate) }),
      },
      selected: { ...variantDrop(selected, visitor.currency), featured_image: imageDrop(selected.image ?? product.images[0]) },
      related: related.slice(0, 4).map((other) => productDrop(other, visitor)),
    },
  };
}

function optionLabel(name: string, translate: Translate): string {
  return name === "Colour" || name === "Size" ? translate(`option.${name}`) : name;
}

export function searchPage(visitor: Visitor, translate: Translate): PageContent {
  const terms = (visitor.query.get("q") ?? "").trim();
  const words = terms.toLowerCase().split(/\s+/).filter(Boolean);
  const found = words.length === 0 ? [] : sold(visitor).filter((product) => words.every((word) => searchable(product).includes(word)));
  return {
    template: "search",
    title: translate("search.title"),
    data: { terms, results: found.map((product) => productDrop(product, visitor)) },
  };
}

function searchable(product: ProductRecord): string {
  return [product.title, product.vendor, product.productType, ...product.tags, ...product.options.flatMap(({ values }) => values)]
    .join(" ")
    .toLowerCase();
}

/** `/recommendations/products.json`, as themes ask for it. */
export function recommendations(visitor: Visitor): { products: unknown[] } {
  const wanted = visitor.query.get("product_id");
  const of = sold(visitor).find(({ id }) => digitsOfGid(id) === wanted);
  const limit = Math.min(10, Number(visitor.query.get("limit") ?? 4) || 4);
  const alike = sold(visitor).filter((product) => product.id !== of?.id && product.productType === of?.productType);
  return { products: alike.slice(0, limit).map((product) => productDrop(product, visitor)) };
}

function sold(visitor: Visitor): ProductRecord[] {
  return [...visitor.shop.products.values()].filter(({ status }) => status === "ACTIVE");
}
