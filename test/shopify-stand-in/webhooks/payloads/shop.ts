import { plain } from "../../money/amount.ts";
import { digitsOfGid, restId } from "../../state/gids.ts";
import type { BulkOperationRecord } from "../../state/credit-records.ts";
import type { ProductRecord, ShopRecord } from "../../state/records.ts";
import { localInstant } from "./instant.ts";

/** `app/uninstalled` carries the shop. */
export function shopPayload(shop: ShopRecord): Record<string, unknown> {
  return {
    id: restId(shop.id),
    name: shop.name,
    email: shop.email,
    domain: shop.domain,
    province: null,
    country: shop.countryCode,
    address1: null,
    zip: null,
    city: null,
    source: null,
    phone: null,
    primary_locale: shop.primaryLocale,
    created_at: localInstant(shop, shop.createdAt),
    updated_at: localInstant(shop, shop.createdAt),
    country_code: shop.countryCode,
    currency: shop.currency,
    customer_email: shop.email,
    iana_timezone: shop.timezone,
    shop_owner: `${shop.name} owner`,
    taxes_included: shop.taxesIncluded,
    plan_display_name: shop.planName,
    plan_name: shop.planName.toLowerCase(),
    myshopify_domain: shop.domain,
    enabled_presentment_currencies: shop.presentmentCurrencies,
  };
}

export function scopesPayload(
  shop: ShopRecord,
  scopes: { previous: readonly string[]; current: readonly string[] },
  at: string,
): Record<string, unknown> {
  return { id: 1, shop_id: shop.id, ...scopes, updated_at: at };
}

export function bulkPayload(operation: BulkOperationRecord): Record<string, unknown> {
  return {
    admin_graphql_api_id: operation.id,
    type: "query",
    status: operation.status.toLowerCase(),
    error_code: operation.errorCode?.toLowerCase() ?? null,
    created_at: operation.createdAt,
    completed_at: operation.completedAt,
  };
}

export function productPayload(shop: ShopRecord, product: ProductRecord): Record<string, unknown> {
  return {
    id: restId(product.id),
    admin_graphql_api_id: product.id,
    title: product.title,
    handle: product.handle,
    body_html: product.descriptionHtml,
    vendor: product.vendor,
    product_type: product.productType,
    status: product.status.toLowerCase(),
    tags: product.tags.join(", "),
    template_suffix: null,
    published_scope: "web",
    created_at: localInstant(shop, product.createdAt),
    published_at: product.status === "ACTIVE" ? localInstant(shop, product.createdAt) : null,
    updated_at: localInstant(shop, product.updatedAt),
    category: null,
    has_variants_that_requires_components: false,
    options: product.options.map((option, index) => ({
      id: Number(`${digitsOfGid(product.id)}${index + 1}`),
      product_id: restId(product.id),
      position: index + 1,
      ...option,
    })),
    images: product.images.map((image) => ({
      id: restId(image.id),
      src: image.url,
      alt: image.altText,
      width: image.width,
      height: image.height,
    })),
    image: product.images[0] ? { id: restId(product.images[0].id), src: product.images[0].url } : null,
    media: [],
    variants: product.variants.map((variant) => ({
      id: restId(variant.id),
      admin_graphql_api_id: variant.id,
      product_id: restId(product.id),
      title: variant.title,
      sku: variant.sku,
      barcode: variant.barcode,
      price: plain(variant.price),
      compare_at_price: variant.compareAtPrice ? plain(variant.compareAtPrice) : null,
      position: variant.position,
      inventory_policy: variant.inventoryPolicy.toLowerCase(),
      option1: variant.options[0]?.value ?? null,
      option2: variant.options[1]?.value ?? null,
      option3: variant.options[2]?.value ?? null,
      taxable: variant.taxable,
      inventory_item_id: restId(variant.inventoryItemId),
      inventory_quantity: Object.values(variant.stock).reduce((all, count) => all + count, 0),
      created_at: localInstant(shop, variant.createdAt),
      updated_at: localInstant(shop, variant.updatedAt),
    })),
    variant_gids: product.variants.map((variant) => ({ admin_graphql_api_id: variant.id, updated_at: variant.updatedAt })),
  };
}
