import type { VariantForSale } from "#app/domain/returns/other-products.ts";
import type { ProductGid, VariantGid } from "#app/domain/shared/gid.ts";
import { parseMoney } from "#app/domain/shared/money.ts";
import type { AdminClient } from "../admin-client.server.ts";

const EXCHANGE_VARIANTS = `#graphql
  query ExchangeVariants($ids: [ID!]!) {
    shop {
      currencyCode
    }
    nodes(ids: $ids) {
      ... on Product {
        id
        status
        variants(first: 100) {
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
    }
  }`;

/** Today's variants of some products with their stock; a product that is not for sale any more has none. */
export async function variantsOf(admin: AdminClient, products: readonly ProductGid[]): Promise<Map<ProductGid, VariantForSale[]>> {
  if (products.length === 0) return new Map();
  const { shop, nodes } = await admin.run(EXCHANGE_VARIANTS, { ids: [...products] });
  return new Map(
    nodes.flatMap((product): [ProductGid, VariantForSale[]][] => {
      if (!product || !("variants" in product) || product.status !== "ACTIVE") return [];
      const variants = product.variants.nodes.map((variant) => variantForSale(variant, shop.currencyCode));
      return [[product.id as ProductGid, variants]];
    }),
  );
}

interface StockNode {
  readonly availableForSale: boolean;
  readonly sellableOnlineQuantity: number;
  readonly inventoryPolicy: string;
  readonly inventoryItem: { readonly tracked: boolean };
}

interface VariantNode extends StockNode {
  readonly id: string;
  readonly title: string;
  readonly price: unknown;
}

/** A variant with its price in the shop's currency and its stock. */
export function variantForSale(variant: VariantNode, currency: string): VariantForSale {
  return {
    gid: variant.id as VariantGid,
    title: variant.title,
    price: parseMoney(String(variant.price), currency),
    available: unitsForSale(variant),
  };
}

/** A variant that may be oversold, or whose stock nobody counts, is available without a number. */
export function unitsForSale({ availableForSale, sellableOnlineQuantity, inventoryPolicy, inventoryItem }: StockNode): number | null {
  if (!availableForSale) return 0;
  return !inventoryItem.tracked || inventoryPolicy === "CONTINUE" ? null : Math.max(0, sellableOnlineQuantity);
}
