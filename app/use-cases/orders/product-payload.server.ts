import { z } from "zod";
import type { ProductGid } from "#app/domain/shared/gid.ts";
import { gidOf } from "#app/use-cases/inbox/shopify-json.server.ts";
import { id, instant, text } from "./payload-parts.server.ts";
import type { ProductProjection } from "./ports.ts";

export const productPayload = z.object({
  id,
  admin_graphql_api_id: text,
  title: z.string(),
  product_type: text,
  vendor: text,
  tags: text,
  updated_at: instant.nullish(),
});

/** Reads a products/update payload; its tags are one comma-separated text. */
export function toProduct(product: z.infer<typeof productPayload>, fallbackAt: Date): ProductProjection {
  return {
    gid: gidOf("Product", product.id, product.admin_graphql_api_id) as ProductGid,
    title: product.title,
    productType: product.product_type ?? "",
    vendor: product.vendor ?? "",
    tags: (product.tags ?? "")
      .split(",")
      .map((tag) => tag.trim())
      .filter(Boolean),
    sourceUpdatedAt: product.updated_at ?? fallbackAt,
  };
}
