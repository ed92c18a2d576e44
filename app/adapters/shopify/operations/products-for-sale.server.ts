import type { ProductForSale } from "#app/domain/returns/other-products.ts";
import type { ProductGid, VariantGid } from "#app/domain/shared/gid.ts";
import { legacyId, parseGid } from "#app/domain/shared/gid.ts";
import type { ShopifyProducts } from "#app/use-cases/returns/product-ports.server.ts";
import type { AdminClient } from "../admin-client.server.ts";
import type { ProductForSaleFragment } from "../generated/admin.generated.d.ts";
import { unitsForSale, variantForSale } from "./exchange-variants.server.ts";
import { quoted } from "./search-language.server.ts";

const PRODUCTS_FOR_SALE = `#graphql
  fragment ProductForSale on Product {
    id
    title
    productType
    status
    isGiftCard
    onlineStoreUrl
    collections(first: 20) {
      nodes {
        id
      }
    }
    variants(first: 20) {
      nodes {
        id
        title
        price
        availableForSale
        sellableOnlineQuantity
        inventoryPolicy
        inventoryItem {
          tracked
        }
      }
    }
  }
  query ProductsForSale($query: String!, $first: Int!) {
    shop {
      currencyCode
    }
    products(first: $first, query: $query) {
      nodes {
        ...ProductForSale
      }
    }
  }`;

const PRODUCTS_OF_VARIANTS = `#graphql
  query ProductsOfVariants($ids: [ID!]!) {
    shop {
      currencyCode
    }
    nodes(ids: $ids) {
      ... on ProductVariant {
        id
        title
        price
        availableForSale
        sellableOnlineQuantity
        inventoryPolicy
        inventoryItem {
          tracked
        }
        product {
          id
          title
          productType
          status
          isGiftCard
          onlineStoreUrl
        }
      }
    }
  }`;

/** The most alike of these are shown; the rest makes up for those that are sold out. */
const CANDIDATES = 24;
const FOUND = 8;
/** More words than anybody types; each is a term of the search. */
const WORDS = 6;

/** Products of the online store, over one shop's client. Drafts, archived products, gift cards and what is not in the online store stay out. */
export function productsPort(admin: AdminClient): ShopifyProducts {
  return {
    like: async ({ types, collections }) => {
      const kin = [
        ...types.map((type) => `product_type:${quoted(type)}`),
        ...collections.flatMap((text) => parseGid("Collection", text) ?? []).map((gid) => `collection_id:${legacyId(gid)}`),
      ];
      return kin.length === 0 ? [] : search(admin, `status:active AND (${kin.join(" OR ")})`, CANDIDATES);
    },
    named: async (text) => {
      const words = text
        .split(/[^\p{L}\p{N}]+/u)
        .filter((word) => word !== "")
        .slice(0, WORDS);
      if (words.length === 0) return [];
      return search(admin, `status:active AND ${words.map((word) => `title:${word}*`).join(" AND ")}`, FOUND);
    },
    holding: (variants) => productsOfVariants(admin, variants),
    stockOf: async (variants) => {
      const { nodes } = await admin.run(PRODUCTS_OF_VARIANTS, { ids: [...variants] });
      const known = nodes.flatMap((node) => (node && "product" in node && node.product.status === "ACTIVE" ? [node] : []));
      return new Map(known.map((variant) => [variant.id as VariantGid, unitsForSale(variant)]));
    },
  };
}

async function search(admin: AdminClient, query: string, first: number): Promise<ProductForSale[]> {
  const { shop, products } = await admin.run(PRODUCTS_FOR_SALE, { query, first });
  return products.nodes.filter(isForSale).map((product) => ({
    ...headOf(product),
    collections: product.collections.nodes.map(({ id }) => id),
    variants: product.variants.nodes.map((variant) => variantForSale(variant, shop.currencyCode)),
  }));
}

/** Each product holds the variants that were asked for. */
async function productsOfVariants(admin: AdminClient, variants: readonly VariantGid[]): Promise<ProductForSale[]> {
  if (variants.length === 0) return [];
  const { shop, nodes } = await admin.run(PRODUCTS_OF_VARIANTS, { ids: [...variants] });
  return nodes.flatMap((node): ProductForSale[] => {
    if (!node || !("product" in node) || !isForSale(node.product)) return [];
    return [{ ...headOf(node.product), collections: [], variants: [variantForSale(node, shop.currencyCode)] }];
  });
}

function isForSale({
  status,
  isGiftCard,
  onlineStoreUrl,
}: Pick<ProductForSaleFragment, "status" | "isGiftCard" | "onlineStoreUrl">): boolean {
  return status === "ACTIVE" && !isGiftCard && Boolean(onlineStoreUrl);
}

function headOf({ id, title, productType }: Pick<ProductForSaleFragment, "id" | "title" | "productType">) {
  return { gid: id as ProductGid, title, productType };
}
