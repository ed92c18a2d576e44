import type { ShopRecord } from "../../state/records.ts";

/**
 * On plain localhost a person's browser cannot reach the shop's real addresses, so links to them in what the app wrote become
 * links to the stand-in: the storefront, and the admin.
 */
export function localize(text: string, shop: ShopRecord, origin: string): string {
  const name = shop.domain.replace(/\.myshopify\.com$/, "");
  return text
    .replaceAll(`https://admin.shopify.com/store/${name}`, `${origin}/admin`)
    .replaceAll(`https://${shop.domain}`, origin)
    .replaceAll(`https:\\/\\/${shop.domain}`, origin.replaceAll("/", "\\/"))
    .replaceAll(`https%3A%2F%2F${shop.domain}`, encodeURIComponent(origin));
}

export function isLocal(host: string): boolean {
  return /^(localhost|127\.0\.0\.1)(:\d+)?$/.test(host);
}
