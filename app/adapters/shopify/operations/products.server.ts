import type { ProductGid } from "#app/domain/shared/gid.ts";
import type { ProductProjection } from "#app/use-cases/orders/ports.ts";
import type { AdminClient } from "../admin-client.server.ts";
import { toProduct } from "./order-snapshot-mapping.server.ts";

const PRODUCTS = `#graphql
  query ProductFacts($ids: [ID!]!) {
    nodes(ids: $ids) {
      ... on Product {
        id
        title
        productType
        vendor
        tags
        updatedAt
      }
    }
  }`;

/** Shopify takes at most 250 ids in one query. */
const MOST_IDS = 250;

/** Type, vendor and tags of products; a product that was deleted is missing from the answer. */
export async function readProducts(admin: AdminClient, gids: readonly ProductGid[]): Promise<ProductProjection[]> {
  const found: ProductProjection[] = [];
  for (let start = 0; start < gids.length; start += MOST_IDS) {
    const { nodes } = await admin.run(PRODUCTS, { ids: gids.slice(start, start + MOST_IDS) });
    for (const node of nodes) {
      if (!node || !("productType" in node)) continue;
      found.push(toProduct(node));
    }
  }
  return found;
}
